package ristretto.runtime.platform.linux;

import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;

/** Arrays of Java as memory for the kernel: objects never move. */
final class Buffers {
    static final int DATA = ObjectLayout.ARRAY_DATA;

    static long address(byte[] bytes, int offset) {
        return Memory.addressOf(bytes) + DATA + offset;
    }

    private Buffers() {}
}
