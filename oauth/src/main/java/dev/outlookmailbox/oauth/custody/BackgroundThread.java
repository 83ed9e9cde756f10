package dev.outlookmailbox.oauth.custody;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Starts a virtual thread where the runtime has them (Java 21), else a daemon thread. Any thread may call it. */
final class BackgroundThread {

    private static final @Nullable Method START_VIRTUAL = startVirtual();

    private BackgroundThread() {}

    static void start(String name, Runnable task) {
        if (START_VIRTUAL == null) {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.start();
            return;
        }
        try {
            START_VIRTUAL.invoke(null, task);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Thread.startVirtualThread failed", e);
        }
    }

    private static @Nullable Method startVirtual() {
        try {
            return Runtime.version().feature() >= 21
                    ? Thread.class.getMethod("startVirtualThread", Runnable.class)
                    : null;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
