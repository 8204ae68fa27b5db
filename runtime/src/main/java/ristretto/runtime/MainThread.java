package ristretto.runtime;

import ristretto.magic.Memory;

/**
 * The thread that runs {@code main}, for whoever asks for the current one. It is an object without a constructor's work, made when it is
 * first asked for: groups, class loaders and access control do not exist here.
 */
public final class MainThread {
    public static final String NAME = "main";
    private static Thread thread;

    public static Thread current() {
        if (thread == null) {
            long address = Heap.allocate(Memory.sizeOf(Thread.class), 0);
            if (address == 0) {
                throw new OutOfMemoryError("Java heap space");
            }
            thread = Memory.place(Thread.class, address);
        }
        return thread;
    }

    private MainThread() {}
}
