package ristretto.desk.component;

import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import ristretto.desk.component.Host.Guest;

/** What the code of components calls on the desk where it makes threads of the JVM's own kind: it gets virtual ones instead, which take turns in its process. A thread that is no component's gets what it asked for. */
public final class Threads {

    /** In place of one that has not been started: does what that one would. */
    public static Thread instead(Thread thread) {
        Guest guest = Host.guest();
        if (guest == null || thread.isVirtual()) {
            return thread;
        }
        guest.threadReplaced();
        Thread.Builder builder = Thread.ofVirtual().name(thread.getName());
        if (thread.getUncaughtExceptionHandler() != thread.getThreadGroup()) {
            builder.uncaughtExceptionHandler(thread.getUncaughtExceptionHandler());
        }
        return builder.unstarted(thread);
    }

    public static ThreadFactory instead(ThreadFactory factory) {
        return task -> {
            Thread thread = factory.newThread(task);
            return thread == null ? null : instead(thread);
        };
    }

    public static Thread unstarted(Thread.Builder builder, Runnable task) {
        return builder instanceof Thread.Builder.OfPlatform platform && Host.guest() != null
                ? instead(platform.inheritInheritableThreadLocals(true).unstarted(task))
                : builder.unstarted(task);
    }

    public static Thread start(Thread.Builder builder, Runnable task) {
        Thread thread = unstarted(builder, task);
        thread.start();
        return thread;
    }

    public static ThreadFactory factory(Thread.Builder builder) {
        return builder instanceof Thread.Builder.OfPlatform platform && Host.guest() != null
                ? instead(platform.inheritInheritableThreadLocals(true).factory())
                : builder.factory();
    }

    public static ThreadFactory defaultThreadFactory() {
        return instead(Executors.defaultThreadFactory());
    }

    /** A virtual thread is always a daemon, as every thread of a process is. */
    public static void setDaemon(Thread thread, boolean isDaemon) {
        if (!thread.isVirtual()) {
            thread.setDaemon(isDaemon);
        }
    }

    private Threads() {}
}
