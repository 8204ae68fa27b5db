package ristretto.runtime;

import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;

/** Copies between arrays and the memory of direct buffers. */
public final class RawBytes {

    public static byte[] read(long address, int length) {
        byte[] bytes = new byte[length];
        ArrayCopy.move(Memory.addressOf(bytes) + ObjectLayout.ARRAY_DATA, address, length);
        return bytes;
    }

    public static void write(byte[] bytes, int length, long address) {
        ArrayCopy.move(address, Memory.addressOf(bytes) + ObjectLayout.ARRAY_DATA, length);
    }

    private RawBytes() {}
}
