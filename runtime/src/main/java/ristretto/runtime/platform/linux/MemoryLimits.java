package ristretto.runtime.platform.linux;

import ristretto.magic.Memory;

/**
 * How much stack and heap a program gets. The stack is the process's own, as large as its limit says. The heap is
 * {@code RISTRETTO_HEAP} bytes (a number, with K, M or G behind it) or else a quarter of the machine's memory; Linux gives its pages when they
 * are first touched. Runs before there is a heap: nothing here may allocate or throw.
 */
final class MemoryLimits {
    private static final int LIMIT_OF_STACK = 3;
    private static final long USUAL_STACK_BYTES = 8L << 20;
    private static final long PAGE_BYTES = 4096;
    /** Linux counts what lies above the first frame, arguments and environment, too; usually that is little. */
    private static final long ABOVE_BYTES = 128 << 10;

    private static final int SHARE_OF_HEAP = 4;
    private static final long SMALLEST_HEAP_BYTES = 16 << 10;
    private static final long LARGEST_HEAP_BYTES = 1L << 40;
    private static final int WORDS_OF_SYSINFO = 14;
    private static final int TOTAL_MEMORY = 4;
    private static final int MEMORY_UNIT = 13;

    private static final int READ_AND_WRITE = 3;
    /** Private, anonymous, and not to be reserved in swap space. */
    private static final int MAP_FLAGS = 0x4022;

    /** Where the kernel writes its answers. */
    private static final long[] ANSWER = new long[WORDS_OF_SYSINFO];

    private static final byte[] HEAP_VARIABLE = {'R', 'I', 'S', 'T', 'R', 'E', 'T', 'T', 'O', '_', 'H', 'E', 'A', 'P'};

    /** Bytes that the stack may grow to below the first frame. */
    static long stackBytes(long firstFrame) {
        Linux.call(Linux.GETRLIMIT, LIMIT_OF_STACK, answer());
        long limit = ANSWER[0];
        if (limit < 0 || limit > LARGEST_HEAP_BYTES) {
            limit = USUAL_STACK_BYTES;
        }
        return limit > 4 * ABOVE_BYTES ? limit - ABOVE_BYTES : limit - limit / 4;
    }

    static long heapBytes(long environment) {
        long text = variable(environment, HEAP_VARIABLE);
        if (text != 0) {
            long bytes = size(text);
            if (bytes < SMALLEST_HEAP_BYTES || bytes > LARGEST_HEAP_BYTES) {
                NoMemory.endForSize();
            }
            return bytes & -PAGE_BYTES;
        }
        Linux.call(Linux.SYSINFO, answer());
        return ANSWER[TOTAL_MEMORY] * (ANSWER[MEMORY_UNIT] & 0xffff_ffffL) / SHARE_OF_HEAP & -PAGE_BYTES;
    }

    /** 0: it is no size. */
    private static long size(long text) {
        long value = 0;
        long at = text;
        int c = Memory.loadByte(at);
        while (c >= '0' && c <= '9' && value < LARGEST_HEAP_BYTES) {
            value = 10 * value + c - '0';
            at++;
            c = Memory.loadByte(at);
        }
        int shift =
                switch (c) {
                    case 'k', 'K' -> 10;
                    case 'm', 'M' -> 20;
                    case 'g', 'G' -> 30;
                    default -> 0;
                };
        boolean isWhole = Memory.loadByte(shift == 0 ? at : at + 1) == 0;
        return isWhole && value <= LARGEST_HEAP_BYTES >> shift ? value << shift : 0;
    }

    /** Memory that is zero, at no place in particular; ends the process if there is none. */
    static long reserve(long bytes) {
        long start = Linux.call(Linux.MMAP, 0, bytes, READ_AND_WRITE, MAP_FLAGS, -1, 0);
        if (start < 0 && start >= -PAGE_BYTES) {
            NoMemory.end();
        }
        return start;
    }

    /** Address of the value of a variable of the environment; 0: there is none. */
    static long variable(long environment, byte[] name) {
        for (long at = environment; Memory.loadLong(at) != 0; at += 8) {
            long text = Memory.loadLong(at);
            int i = 0;
            while (i < name.length && Memory.loadByte(text + i) == (name[i] & 0xff)) {
                i++;
            }
            if (i == name.length && Memory.loadByte(text + i) == '=') {
                return text + i + 1;
            }
        }
        return 0;
    }

    private static long answer() {
        return Memory.addressOf(ANSWER) + Buffers.DATA;
    }

    private MemoryLimits() {}
}
