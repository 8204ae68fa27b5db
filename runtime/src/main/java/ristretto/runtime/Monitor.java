package ristretto.runtime;

/** An object's monitor once somebody had to wait for it, or its owner entered it many times over. See {@link Monitors}. */
final class Monitor {
    Object object;
    /** Null: nobody is in it, but some fibers wait to be notified. */
    Fiber owner;

    int entries;
    final FiberQueue entering = new FiberQueue();
    final FiberQueue waiting = new FiberQueue();

    /** All monitors are in one list, by which the collector finds them: the table is not scanned. */
    Monitor next;

    Monitor previous;
}
