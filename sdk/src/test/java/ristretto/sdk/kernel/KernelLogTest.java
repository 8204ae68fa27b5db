package ristretto.sdk.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ristretto.magic.CallRegisters;
import ristretto.magic.SimulatedKernel;

/** A serial port is slower than those who write to it. */
class KernelLogTest {
    /** A port that takes some bytes at once, at every so many-th call only. */
    private static final class Port extends SimulatedKernel {
        final StringBuilder sent = new StringBuilder();
        int room = 3;
        int every = 1;
        int calls;

        @Override
        protected void trap(CallRegisters r) {
            long[] words = {r.a1, r.a2, r.a3, r.a4, r.a5, r.a6, r.a7};
            int taken = calls++ % every == 0 ? (int) Math.min(room, r.a0) : 0;
            for (int i = 0; i < taken; i++) {
                sent.append((char) (words[i / 8] >>> 8 * (i % 8) & 0xff));
            }
            r.t0 = 0;
            r.a0 = taken;
        }
    }

    private final Port port = new Port();
    private final KernelLog log = new KernelLog(9);

    KernelLogTest() {
        SimulatedKernel.use(port);
    }

    @AfterEach
    void leave() {
        SimulatedKernel.use(null);
    }

    @Test
    void aSlowPortGetsEveryByte() {
        port.every = 100;
        String line = "0123456789".repeat(20);
        log.writeLine(line);
        assertEquals(line + "\n", port.sent.toString());
    }

    @Test
    void aPortThatTakesNothingHoldsUpNobodyForLong() {
        port.room = 0;
        log.writeLine("nobody reads this");
        assertTrue(port.calls <= 20_000, "asked " + port.calls + " times");
        int before = port.calls;
        log.writeLine("nor this");
        assertEquals(before + 1, port.calls);
        port.room = 100;
        log.writeLine("but this");
        assertEquals("but this\n", port.sent.toString());
    }
}
