package ristretto.runtime.platform.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ristretto.abi.StartupPage;
import ristretto.magic.CallRegisters;
import ristretto.magic.Memory;
import ristretto.magic.SimulatedKernel;
import ristretto.magic.SimulatedMemory;

/** What a process without a console prints goes to the kernel's log, whose port is slower than it. */
class StandardStreamsTest {
    private static final long PAGE = 0x10_0000;

    private final StringBuilder sent = new StringBuilder();
    private int room = 5;
    private int calls;

    @BeforeEach
    void begin() {
        SimulatedMemory.reset();
        Memory.storeLong(PAGE + StartupPage.LOG, 7);
        Startup.begin(PAGE);
        SimulatedKernel.use(new SimulatedKernel() {
            @Override
            protected void trap(CallRegisters r) {
                long[] words = {r.a1, r.a2, r.a3, r.a4, r.a5, r.a6, r.a7};
                int taken = calls++ % 50 == 0 ? (int) Math.min(room, r.a0) : 0;
                for (int i = 0; i < taken; i++) {
                    sent.append((char) (words[i / 8] >>> 8 * (i % 8) & 0xff));
                }
                r.t0 = 0;
                r.a0 = taken;
            }
        });
    }

    @AfterEach
    void leave() {
        SimulatedKernel.use(null);
        SimulatedMemory.reset();
    }

    private static void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        StandardStreams.write(1, bytes, 0, bytes.length);
    }

    @Test
    void aSlowPortGetsEveryByte() {
        String text = "0123456789".repeat(20);
        print(text);
        assertEquals(text, sent.toString());
    }

    @Test
    void aPortThatTakesNothingHoldsUpNobodyForLong() {
        room = 0;
        print("nobody reads this");
        assertTrue(calls <= 20_000, "asked " + calls + " times");
        int before = calls;
        print("nor this");
        assertEquals(before + 1, calls);
        room = 100;
        calls = 0;
        print("but this");
        assertEquals("but this", sent.toString());
    }
}
