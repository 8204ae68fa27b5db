package ristretto.desk.board;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** The platform-level interrupt controller (RISC-V PLIC specification 1.0), of which the kernel uses the enables of context 1 and its claim register. */
final class InterruptController {
    private static final long ENABLES = 0x2080;
    private static final long ENABLES_END = 0x2100;
    private static final long CLAIM = 0x20_1004;
    private static final int LINES = 96;

    private final BitSet enabled = new BitSet();
    private final BitSet claimed = new BitSet();
    private final IntPredicate raised;

    /** @param raised whether the device behind a line asks for service now */
    InterruptController(IntPredicate raised) {
        this.raised = raised;
    }

    boolean isPending() {
        return next() != 0;
    }

    private int next() {
        for (int line = enabled.nextSetBit(1); line >= 0; line = enabled.nextSetBit(line + 1)) {
            if (!claimed.get(line) && raised.test(line)) {
                return line;
            }
        }
        return 0;
    }

    int load(long register) {
        if (register == CLAIM) {
            int line = next();
            claimed.set(line, line != 0);
            return line;
        }
        int word = 0;
        if (register >= ENABLES && register < ENABLES_END) {
            for (int bit = 0; bit < 32; bit++) {
                word |= enabled.get((int) (register - ENABLES) * 8 + bit) ? 1 << bit : 0;
            }
        }
        return word;
    }

    void store(long register, int value) {
        if (register == CLAIM && value > 0 && value < LINES && enabled.get(value)) {
            claimed.clear(value);
        } else if (register >= ENABLES && register < ENABLES_END) {
            for (int bit = 0; bit < 32; bit++) {
                enabled.set((int) (register - ENABLES) * 8 + bit, (value >>> bit & 1) != 0);
            }
        }
    }
}
