package ristretto.runtime.jdk;

import ristretto.runtime.Heap;
import ristretto.runtime.References;
import ristretto.runtime.ShutdownHooks;
import ristretto.runtime.Substitute;
import ristretto.runtime.Threads;
import ristretto.runtime.platform.Exit;

/** What a process can say about itself: its one processor, and its heap. */
@Substitute("java.lang.Runtime")
final class RuntimeSubstitute {
    private static final byte[] NO_TEXT = {};

    static int availableProcessors(Runtime self) {
        return 1;
    }

    static long totalMemory(Runtime self) {
        return Heap.totalBytes();
    }

    static long maxMemory(Runtime self) {
        return Heap.mostBytes();
    }

    static long freeMemory(Runtime self) {
        return Heap.freeBytes();
    }

    static void gc(Runtime self) {
        Heap.giveBack();
        References.deliver();
    }

    static void exit(Runtime self, int code) {
        Threads.exit(code);
    }

    static void halt(Runtime self, int code) {
        Exit.now(code, NO_TEXT);
    }

    static void addShutdownHook(Runtime self, Thread hook) {
        ShutdownHooks.add(hook);
    }

    static boolean removeShutdownHook(Runtime self, Thread hook) {
        return ShutdownHooks.remove(hook);
    }

    private RuntimeSubstitute() {}
}
