package ristretto.magic.riscv64;

import java.util.HashMap;
import java.util.Map;

/** A core on the desk: a register simply keeps what was written to it, and the instructions of {@link Machine} that are more than a register do nothing. */
public class SimulatedCore {
    private final Map<String, Long> registers = new HashMap<>();

    /** A control register, by the name that the specification gives it. */
    protected long read(String register) {
        return registers.getOrDefault(register, 0L);
    }

    protected void write(String register, long value) {
        registers.put(register, value);
    }

    /** Page tables changed, as {@code sfence.vma} tells. */
    protected void translationsChanged() {}

    protected void waitForInterrupt() {}

    /** The core of a thread that a thread on this one makes. */
    protected SimulatedCore ofChildThread() {
        return new SimulatedCore();
    }

    /** An instruction that no core knows. */
    protected void illegalInstruction() {
        throw new UnsupportedOperationException("illegal instruction");
    }
}
