package ristretto.runtime.platform.linux;

import ristretto.magic.Memory;
import ristretto.runtime.Utf8;

/**
 * What Linux puts on the stack of a new process (System V ABI, AMD64 supplement, section 3.4): number of arguments, their addresses, 0, addresses of the
 * environment's variables, 0, auxiliary vector; and the memory that the program takes.
 */
final class Startup {
    private static long block;
    private static long heapStart;
    private static long heapBytes;
    private static long stackLow;

    static void begin(long address) {
        block = address;
        stackLow = address - MemoryLimits.stackBytes(address);
        heapBytes = MemoryLimits.heapBytes(environmentStart());
        heapStart = MemoryLimits.reserve(heapBytes);
    }

    static long heapStart() {
        return heapStart;
    }

    static long heapBytes() {
        return heapBytes;
    }

    static long stackLow() {
        return stackLow;
    }

    static long stackHigh() {
        return block;
    }

    private static long environmentStart() {
        return block + 8 + 8 * Memory.loadLong(block) + 8;
    }

    static String[] arguments() {
        String[] arguments = new String[(int) Memory.loadLong(block) - 1];
        for (int i = 0; i < arguments.length; i++) {
            long text = Memory.loadLong(block + 16 + 8L * i);
            arguments[i] = string(text, length(text, 0));
        }
        return arguments;
    }

    static String environment(String name) {
        byte[] wanted = Utf8.encode(name);
        long text = MemoryLimits.variable(environmentStart(), wanted);
        return text == 0 ? null : string(text, length(text, 0));
    }

    static String[] environmentNames() {
        long first = environmentStart();
        int count = 0;
        while (Memory.loadLong(first + 8L * count) != 0) {
            count++;
        }
        String[] names = new String[count];
        for (int i = 0; i < count; i++) {
            long text = Memory.loadLong(first + 8L * i);
            names[i] = string(text, length(text, '='));
        }
        return names;
    }

    /** Bytes up to this one, or to the end. */
    private static int length(long text, int end) {
        int length = 0;
        while (Memory.loadByte(text + length) != 0 && Memory.loadByte(text + length) != end) {
            length++;
        }
        return length;
    }

    private static String string(long text, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) Memory.loadByte(text + i);
        }
        return Utf8.decode(bytes, 0, length);
    }

    static String systemName() {
        return "Linux";
    }

    static String architecture() {
        return "amd64";
    }

    private Startup() {}
}
