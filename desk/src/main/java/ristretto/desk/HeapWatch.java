package ristretto.desk;

import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All processes share the JVM's heap. Before one of them has taken all of it, the one that has allocated most lately is thrown an
 * {@link OutOfMemoryError}, in its next loop, as if it had come to the end of a heap of its own.
 */
final class HeapWatch {
    /** Where the heap is filled beyond this share, it is collected; where it still is beyond the other one then, somebody has too much. */
    private static final double FULL = 0.7;

    private static final double TOO_MUCH_ALIVE = 0.5;
    private static final long LOOK_AGAIN_MS = 10;
    /** For who was told to unwind, and let go of what it had. */
    private static final long GRACE_MS = 1000;

    private static final long LATELY_NS = 10_000_000_000L;
    /** Who has not allocated so much of the heap lately is not to blame. */
    private static final int LEAST_SHARE = 16;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** A process, as far as it is watched. */
    static final class Watched {
        private final Thread thread;
        private final Runnable starve;
        private volatile long allocatedBefore;

        private Watched(Thread thread, Runnable starve) {
            this.thread = thread;
            this.starve = starve;
        }

        private long allocatedLately() {
            return allocated() - allocatedBefore;
        }

        private long allocated() {
            return THREADS.getThreadAllocatedBytes(thread.threadId());
        }
    }

    private static final Set<Watched> WATCHED = ConcurrentHashMap.newKeySet();
    private static Thread watch;

    /** Watches what this thread allocates. */
    static synchronized Watched enter(Runnable starve) {
        Watched watched = new Watched(Thread.currentThread(), starve);
        WATCHED.add(watched);
        if (watch == null || !watch.isAlive()) {
            watch = Thread.ofPlatform().daemon().name("desk heap").start(HeapWatch::watch);
        }
        return watched;
    }

    static void leave(Watched watched) {
        WATCHED.remove(watched);
    }

    private static void watch() {
        long lately = System.nanoTime();
        try {
            while (true) {
                Thread.sleep(LOOK_AGAIN_MS);
                if (filled() > FULL && relieve()) {
                    Thread.sleep(GRACE_MS);
                }
                if (System.nanoTime() - lately > LATELY_NS) {
                    lately = System.nanoTime();
                    WATCHED.forEach(one -> one.allocatedBefore = one.allocated());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether somebody was told. */
    private static boolean relieve() {
        Watched greediest = WATCHED.stream()
                .max(Comparator.comparingLong(Watched::allocatedLately))
                .orElse(null);
        System.gc();
        boolean blamed = greediest != null
                && greediest.allocatedLately() > Runtime.getRuntime().maxMemory() / LEAST_SHARE
                && filled() > TOO_MUCH_ALIVE;
        if (blamed) {
            greediest.allocatedBefore = greediest.allocated();
            greediest.starve.run();
        }
        return blamed;
    }

    private static double filled() {
        Runtime runtime = Runtime.getRuntime();
        return (double) (runtime.totalMemory() - runtime.freeMemory()) / runtime.maxMemory();
    }

    private HeapWatch() {}
}
