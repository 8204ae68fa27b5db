package ristretto.desk.component;

import java.util.concurrent.ForkJoinPool;

/** The threads of one process on the desk: virtual ones of the JVM, which take turns as the runtime's fibers do. */
public interface Turns {
    /** Whose turn it is, as the process knows it: the {@link ProcessThread} if it is one; on a thread that takes no turns, that thread. */
    Thread current();

    /** A virtual thread that takes turns in the process, not started. */
    Thread carrier(Runnable task);

    /** A carrier is about to be started. */
    void starts(ProcessThread thread);

    /** From now on the present turn is that of this thread. */
    void begins(ProcessThread thread);

    /** It has done what it was to do. */
    void ends(ProcessThread thread);

    /** What it has thrown. */
    void uncaught(ProcessThread thread, Throwable thrown);

    /** For the name of a thread that has none, from 0 on. */
    int nextThread();

    /** For the name of a pool, from 1 on. */
    int nextPool();

    int nextForkJoinPool();

    /** The process's own. */
    ForkJoinPool commonPool();

    /** As {@link Runtime#addShutdownHook}. */
    void addShutdownHook(Thread hook);

    boolean removeShutdownHook(Thread hook);
}
