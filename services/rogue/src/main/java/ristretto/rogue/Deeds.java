package ristretto.rogue;

import java.util.ArrayList;
import java.util.List;
import ristretto.abi.UserLayout;
import ristretto.magic.Memory;
import ristretto.magic.NoInline;
import ristretto.magic.riscv64.Machine;
import ristretto.sdk.Exit;

/**
 * Misdeeds that need no capabilities: forbidden memory, forbidden instructions, and taking all there is. Each in a
 * method of its own, so that the trace names it.
 */
final class Deeds {
    private static final long KERNEL = 0xffff_ffc0_8020_0000L;
    private static final int PIECE_BYTES = 1024;

    private static long turns;

    @NoInline
    static void readKernel() {
        use(Memory.loadLong(KERNEL));
    }

    @NoInline
    static void writeCode() {
        Memory.storeLong(UserLayout.IMAGE, 0);
    }

    /** The address comes from the clock, so that no compiler sees that it is 0 and draws conclusions. */
    @NoInline
    static void readNull() {
        use(Memory.loadLong(Machine.readTime() >>> 60));
    }

    @NoInline
    static void illegalInstruction() {
        Machine.illegalInstruction();
    }

    @NoInline
    static void privilegedInstruction() {
        use(Machine.readSatp());
    }

    @NoInline
    static void spin() {
        while (true) {
            turns++;
        }
    }

    @NoInline
    static void recurse() {
        use(depth(1));
    }

    @NoInline
    private static long depth(long depth) {
        return depth ^ depth(depth + 1) * depth;
    }

    @NoInline
    static void fillHeap() {
        List<byte[]> pieces = new ArrayList<>();
        while (true) {
            pieces.add(new byte[PIECE_BYTES]);
        }
    }

    /** A value that nobody uses would not even be read. */
    private static void use(long value) {
        Exit.now(2, "got away with it and has " + value);
    }

    private Deeds() {}
}
