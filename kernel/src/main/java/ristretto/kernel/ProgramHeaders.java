package ristretto.kernel;

import ristretto.magic.Memory;

/**
 * The segments of root's image, a 64-bit little-endian ELF executable (System V ABI, chapters 4 and 5). The image
 * comes from our own tool, but nothing outside its bytes is touched whatever it says.
 */
final class ProgramHeaders {
    static final int MOST = 16;
    static final int LOAD = 1;
    static final int EXECUTE = 1;
    static final int WRITE = 2;

    private static final int MAGIC = 0x464c_457f;
    private static final int RISCV = 243;
    private static final int HEADER_BYTES = 64;
    private static final int ENTRY_BYTES = 56;

    static boolean isExecutable(long image, long bytes) {
        if (bytes < HEADER_BYTES || Memory.loadInt(image) != MAGIC || Memory.loadShort(image + 18) != RISCV) {
            return false;
        }
        long table = Memory.loadLong(image + 32);
        int count = count(image);
        return Memory.loadShort(image + 54) == ENTRY_BYTES
                && count <= MOST
                && (table & 7) == 0
                && table >= 0
                && table <= bytes - (long) ENTRY_BYTES * count;
    }

    static long entryPoint(long image) {
        return Memory.loadLong(image + 24);
    }

    static int count(long image) {
        return Memory.loadShort(image + 56);
    }

    private static long header(long image, int index) {
        return image + Memory.loadLong(image + 32) + (long) ENTRY_BYTES * index;
    }

    static int type(long image, int index) {
        return Memory.loadInt(header(image, index));
    }

    static int flags(long image, int index) {
        return Memory.loadInt(header(image, index) + 4);
    }

    static long offset(long image, int index) {
        return Memory.loadLong(header(image, index) + 8);
    }

    static long address(long image, int index) {
        return Memory.loadLong(header(image, index) + 16);
    }

    static long fileBytes(long image, int index) {
        return Memory.loadLong(header(image, index) + 32);
    }

    static long memoryBytes(long image, int index) {
        return Memory.loadLong(header(image, index) + 40);
    }

    private ProgramHeaders() {}
}
