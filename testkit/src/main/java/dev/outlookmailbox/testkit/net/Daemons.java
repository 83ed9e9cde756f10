package dev.outlookmailbox.testkit.net;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that never keep a JVM alive. All methods may be called by any thread. */
public final class Daemons {

    private Daemons() {}

    /** Starts the work at once. */
    public static void start(String name, Runnable work) {
        factory(name).newThread(work).start();
    }

    /** Does the work on a daemon thread and waits for its end. */
    public static void runBriefly(String name, Runnable work) {
        Thread thread = factory(name).newThread(work);
        thread.start();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Threads named {@code name-1}, {@code name-2} and so on. */
    public static ThreadFactory factory(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
