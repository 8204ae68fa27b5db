package ristretto.runtime;

import ristretto.magic.Export;
import ristretto.runtime.platform.Exit;
import ristretto.runtime.platform.HeapMemory;
import ristretto.runtime.platform.StandardStreams;
import ristretto.runtime.platform.Startup;

/**
 * The first Java code of a process, entered from assembly with what the platform hands over, and the last: what
 * {@code main} throws is printed as HotSpot prints it, and becomes exit code 1.
 */
public final class ProcessStart {
    private static final int EXIT_UNCAUGHT = 1;
    private static final byte[] NO_TEXT = {};

    @Export("process_start")
    static void start(long handedOver) {
        Startup.begin(handedOver);
        StackLimit.initialize();
        Heap.initialize(Startup.heapStart(), Startup.heapBytes(), HeapMemory.mostBytes());
        byte[] reason = NO_TEXT;
        int code = 0;
        try {
            callMain(Startup.arguments());
        } catch (Throwable uncaught) {
            code = EXIT_UNCAUGHT;
            reason = report(uncaught);
        }
        if (Ending.present != null) {
            Ending.present.afterMain();
        }
        Exit.now(code, reason);
    }

    /** Calls the program's {@code main}; the compiler provides the body. */
    private static native void callMain(String[] arguments);

    private static byte[] report(Throwable uncaught) {
        byte[] text = TraceText.encoded("Exception in thread \"main\" ", uncaught);
        if (Ending.present == null) {
            StandardStreams.write(StandardStreams.ERROR, text, 0, text.length);
            return text;
        }
        try {
            Ending.present.uncaught(uncaught);
        } catch (Throwable another) {
            // What it has to say is said without it.
        }
        return text;
    }

    private ProcessStart() {}
}
