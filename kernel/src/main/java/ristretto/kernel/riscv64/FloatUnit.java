package ristretto.kernel.riscv64;

import ristretto.magic.Assembly;
import ristretto.magic.Memory;

/** The floating-point registers. The kernel computes with none of them; it only keeps those of threads apart. */
public final class FloatUnit {
    /** f0 to f31 and the control register. */
    public static final long BYTES = 33 * 8;

    @Assembly("float_save")
    private static native void save(long area);

    @Assembly("float_restore")
    private static native void restore(long area);

    /** A thread's floating-point registers lie behind its register frame, as {@code entry.S} knows. */
    private static long area(RegisterFrame registers) {
        return Memory.addressOf(registers) + Memory.sizeOf(RegisterFrame.class);
    }

    /** As a thread begins. */
    public static void clear(RegisterFrame registers) {
        Memory.zero(area(registers), BYTES);
    }

    public static boolean isDirty(RegisterFrame registers) {
        return (registers.status & Status.FLOAT_MASK) == Status.FLOAT_DIRTY;
    }

    public static boolean isOff(RegisterFrame registers) {
        return (registers.status & Status.FLOAT_MASK) == Status.FLOAT_OFF;
    }

    public static void unload(RegisterFrame registers) {
        save(area(registers));
        registers.status = registers.status & ~Status.FLOAT_MASK | Status.FLOAT_CLEAN;
    }

    public static void load(RegisterFrame registers) {
        restore(area(registers));
    }

    public static void turnOff(RegisterFrame registers) {
        registers.status = registers.status & ~Status.FLOAT_MASK;
    }

    public static void turnOn(RegisterFrame registers) {
        registers.status = registers.status & ~Status.FLOAT_MASK | Status.FLOAT_CLEAN;
    }

    private FloatUnit() {}
}
