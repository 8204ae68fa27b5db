package ristretto.kernel;

import ristretto.kernel.riscv64.Sv39;

/**
 * Where a capability's frame is mapped, in one word: page number (bits 38-63), address space number (26-37) and that
 * number's generation (0-25); 0 is nowhere. A space that died leaves such words behind in others' slots; the
 * generation tells.
 */
final class Mapping {
    static final int SPACE_BITS = 12;
    static final int GENERATION_MASK = (1 << 26) - 1;

    static long of(AddressSpace space, long virtualAddress) {
        return virtualAddress >>> 12 << 38 | (long) space.number << 26 | space.generation;
    }

    static long virtualAddress(long mapping) {
        return mapping >>> 38 << 12;
    }

    /** The living space of a mapping, or null. */
    static AddressSpace space(AddressSpaces spaces, long mapping) {
        if (mapping == 0) {
            return null;
        }
        AddressSpace space = spaces.get((int) (mapping >>> 26) & (1 << SPACE_BITS) - 1);
        return space != null && space.generation == (mapping & GENERATION_MASK) ? space : null;
    }

    /** Whether the page that a mapping names still shows this frame. */
    static boolean isLive(AddressSpaces spaces, long mapping, Frame frame) {
        AddressSpace space = space(spaces, mapping);
        return space != null && space.shows(virtualAddress(mapping), Sv39.physical(frame.address));
    }

    private Mapping() {}
}
