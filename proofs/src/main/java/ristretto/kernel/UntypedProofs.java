package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.ObjectType;
import ristretto.kernel.riscv64.Sv39;
import ristretto.proofs.Addresses;
import ristretto.proofs.Any;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;

/**
 * The memory of an Untyped. What is cut from it lies within what was free, so that no two living objects overlap; what
 * is zeroed is free memory, too. Addresses from -2^62, as the kernel's are negative, to 2^62.
 */
final class UntypedProofs {
    private static final String UNIVERSE = "1 untyped, addresses from -2^62 to 2^62";
    private static final long LATEST = 1L << 62;

    @Proof(
            universe = UNIVERSE,
            quick = true,
            planted = {"Untyped.takePages: drop Untyped.low", "Untyped.takePages: drop Untyped.cleared"})
    static void takePages() {
        Untyped untyped = any();
        long bytes = Any.word();
        CProver.assume(bytes >= 0 && bytes <= untyped.free() && (bytes & Sv39.PAGE - 1) == 0);
        long low = untyped.low;
        long high = untyped.high;
        long page = untyped.takePages(bytes);
        assert page >= low && page + bytes <= high && page + bytes <= untyped.low;
        assert untyped.high == high;
        assert isWhole(untyped);
        Probe.reached();
    }

    @Proof(
            universe = UNIVERSE,
            planted = {"Untyped.takeDescriptor: drop Untyped.high", "Untyped.takeDescriptor: drop Untyped.zeroed"})
    static void takeDescriptor() {
        Untyped untyped = any();
        long bytes = Any.word();
        CProver.assume(bytes >= 0 && bytes <= untyped.free());
        long low = untyped.low;
        long high = untyped.high;
        long descriptor = untyped.takeDescriptor(bytes);
        assert descriptor >= low && descriptor + bytes <= high && descriptor >= untyped.high;
        assert untyped.low == low;
        assert isWhole(untyped);
        Probe.reached();
    }

    /** Zeroing begins at what is not known to be zero yet, and never leaves the free memory. */
    @Proof(universe = UNIVERSE, planted = "Untyped.zeroStep: negate")
    static void zeroStep() {
        Untyped untyped = any();
        long upTo = Any.word();
        CProver.assume(upTo >= untyped.low && upTo <= untyped.high && (upTo & Sv39.PAGE - 1) == 0);
        long zeroed = untyped.zeroed;
        Addresses.free(untyped.low, untyped.high);
        boolean more = untyped.zeroStep(upTo);
        assert more == (untyped.zeroed < upTo);
        assert !more || untyped.zeroed > zeroed;
        assert isWhole(untyped);
        Probe.reached();
    }

    @Proof(
            universe = UNIVERSE,
            planted = {"Untyped.clearStep: negate", "Untyped.clearStep: negate 2"})
    static void clearStep() {
        Untyped untyped = any();
        long downTo = Any.word();
        CProver.assume(downTo >= untyped.low && downTo <= untyped.high);
        long cleared = untyped.cleared;
        Addresses.free(untyped.low, untyped.high);
        boolean more = untyped.clearStep(downTo);
        assert more == (untyped.cleared > downTo);
        assert !more || untyped.cleared < cleared;
        assert isWhole(untyped);
        Probe.reached();
    }

    /** All is free again when the last object died, and not before. */
    @Proof(
            universe = UNIVERSE,
            planted = {"Untyped.objectDied: negate", "Untyped.reset: drop Untyped.low"})
    static void objectDied() {
        Untyped untyped = any();
        CProver.assume(untyped.living > 0);
        long low = untyped.low;
        long high = untyped.high;
        untyped.objectDied();
        assert untyped.living == 0
                ? untyped.low == untyped.start && untyped.high == untyped.end
                : untyped.low == low && untyped.high == high;
        assert isWhole(untyped);
        Probe.reached();
    }

    static Untyped any() {
        return any(Any.word(), Any.word());
    }

    /** Of which start and the low end of the free memory are known. */
    static Untyped any(long start, long low) {
        Untyped untyped = new Untyped();
        untyped.type = ObjectType.UNTYPED;
        untyped.start = start;
        untyped.end = Any.word();
        untyped.low = low;
        untyped.high = Any.word();
        untyped.zeroed = Any.word();
        untyped.cleared = Any.word();
        untyped.living = Any.word();
        CProver.assume(isWhole(untyped));
        return untyped;
    }

    static boolean isWhole(Untyped untyped) {
        return -LATEST <= untyped.start
                && untyped.end < LATEST
                && (untyped.start & Sv39.PAGE - 1) == 0
                && (untyped.low & Sv39.PAGE - 1) == 0
                && untyped.living >= 0
                && untyped.start <= untyped.low
                && untyped.low <= untyped.high
                && untyped.high <= untyped.end
                && untyped.low <= untyped.zeroed
                && untyped.zeroed <= untyped.high
                && ((untyped.zeroed & Sv39.PAGE - 1) == 0 || untyped.zeroed == untyped.high)
                && untyped.low <= untyped.cleared
                && untyped.cleared <= untyped.high;
    }
}
