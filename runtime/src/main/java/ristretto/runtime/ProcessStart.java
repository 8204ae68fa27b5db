package ristretto.runtime;

import ristretto.abi.StartupPage;
import ristretto.abi.StreamProtocol;
import ristretto.magic.Export;
import ristretto.magic.Memory;

/**
 * The first Java code of a process, entered from assembly with the address of its startup page, and the last: what
 * {@code main} throws is printed as HotSpot prints it, and becomes exit code 1.
 */
public final class ProcessStart {
    private static final int EXIT_UNCAUGHT = 1;
    private static final byte[] NO_TEXT = {};

    private static long startupPage;

    @Export("process_start")
    static void start(long page) {
        startupPage = page;
        StackLimit.initialize();
        Heap.initialize(startupWord(StartupPage.HEAP_START), startupWord(StartupPage.HEAP_BYTES));
        byte[] reason = NO_TEXT;
        int code = 0;
        try {
            callMain(arguments());
        } catch (Throwable uncaught) {
            code = EXIT_UNCAUGHT;
            reason = report(uncaught);
        }
        Exit.now(code, reason);
    }

    /** Calls the program's {@code main}; the compiler provides the body. */
    private static native void callMain(String[] arguments);

    private static byte[] report(Throwable uncaught) {
        try {
            byte[] text = Utf8.encode("Exception in thread \"main\" " + TraceText.of(uncaught));
            StandardStreams.write(StreamProtocol.ERROR, text, 0, text.length);
            return text;
        } catch (Throwable another) {
            return NO_TEXT;
        }
    }

    /** The 64-bit word at this offset of {@link StartupPage}. */
    public static long startupWord(int offset) {
        return Memory.loadLong(startupPage + offset);
    }

    private static String[] arguments() {
        String[] arguments = new String[(int) startupWord(StartupPage.ARGUMENT_COUNT)];
        long address = startupPage + startupWord(StartupPage.ARGUMENTS);
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = stringAt(address);
            address += 2 + lengthAt(address);
        }
        return arguments;
    }

    /** A string of the startup page: a 16-bit length, not aligned, and UTF-8 bytes. */
    public static String stringAt(long address) {
        byte[] bytes = new byte[lengthAt(address)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Memory.loadByte(address + 2 + i);
        }
        return Utf8.decode(bytes, 0, bytes.length);
    }

    /** Length of the string at this address of the startup page. */
    public static int lengthAt(long address) {
        return Memory.loadByte(address) | Memory.loadByte(address + 1) << 8;
    }

    /** Address of the startup page. */
    public static long startupPage() {
        return startupPage;
    }

    private ProcessStart() {}
}
