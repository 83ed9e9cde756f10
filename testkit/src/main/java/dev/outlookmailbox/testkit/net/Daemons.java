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
