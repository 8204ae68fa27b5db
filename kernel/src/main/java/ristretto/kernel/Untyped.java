package ristretto.kernel;

import ristretto.abi.ObjectType;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.Memory;
import ristretto.magic.MostBytes;

/**
 * Memory that its holder turns into kernel objects. Pages are cut from the low end, descriptors from the high end. When
 * the last object made of it is destroyed, all of it is free again.
 *
 * <p>Rule: {@code start <= low <= zeroed} and {@code low <= high <= end}; every byte from low to zeroed is 0.
 */
public final class Untyped extends KernelObject {
    /** How deep Untypeds may be cut from Untypeds. */
    static final int MAXIMUM_DEPTH = 32;

    long start;
    long end;
    long low;
    long high;
    long zeroed;

    /** Every byte from here to {@link #high} is 0. */
    long cleared;

    /** Objects made of it that are not destroyed yet. */
    long living;

    int depth;

    static Untyped create(long descriptor, long start, long end, int depth) {
        Untyped untyped = Memory.place(Untyped.class, descriptor);
        untyped.type = ObjectType.UNTYPED;
        untyped.start = start;
        untyped.end = end;
        untyped.depth = depth;
        untyped.reset();
        return untyped;
    }

    private void reset() {
        low = start;
        zeroed = start;
        high = end;
        cleared = end;
    }

    long free() {
        return high - low;
    }

    long takePages(long bytes) {
        long page = low;
        low += bytes;
        if (zeroed < low) {
            zeroed = low;
        }
        if (cleared < low) {
            cleared = low;
        }
        return page;
    }

    long takeDescriptor(long bytes) {
        high -= bytes;
        if (zeroed > high) {
            zeroed = high;
        }
        if (cleared > high) {
            cleared = high;
        }
        return high;
    }

    /** Zeroes up to a page more of the free memory, from its high end; false once all is zero down to there. */
    @MostBytes((int) Sv39.PAGE)
    boolean clearStep(long downTo) {
        if (cleared <= downTo) {
            return false;
        }
        long bytes = cleared - downTo < Sv39.PAGE ? cleared - downTo : Sv39.PAGE;
        cleared -= bytes;
        Memory.zero(cleared, bytes);
        return cleared > downTo;
    }

    /** Zeroes one more page of the free memory; false once all is zero up to there. */
    @MostBytes((int) Sv39.PAGE)
    boolean zeroStep(long upTo) {
        if (zeroed >= upTo) {
            return false;
        }
        Memory.zero(zeroed, Sv39.PAGE);
        zeroed += Sv39.PAGE;
        return zeroed < upTo;
    }

    void objectDied() {
        living--;
        if (living == 0) {
            reset();
        }
    }
}
