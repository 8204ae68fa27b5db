package ristretto.kernel.riscv64;

import ristretto.magic.AlwaysInline;
import ristretto.magic.Assembly;
import ristretto.magic.riscv64.Machine;

/** The floating-point registers. The kernel computes with none of them; it only keeps those of threads apart. */
public final class FloatUnit {
    @Assembly("float_save")
    private static native void save(FloatFrame frame);

    @Assembly("float_restore")
    private static native void restore(FloatFrame frame);

    public static boolean isDirty(RegisterFrame registers) {
        return (registers.status & Status.FLOAT_MASK) == Status.FLOAT_DIRTY;
    }

    /** Of the thread that has just called: the highest bit of {@code sstatus} sums up all such state. */
    @AlwaysInline
    public static boolean isDirty() {
        return Machine.readSstatus() < 0;
    }

    public static boolean isOff(RegisterFrame registers) {
        return (registers.status & Status.FLOAT_MASK) == Status.FLOAT_OFF;
    }

    public static void unload(RegisterFrame registers, FloatFrame floats) {
        save(floats);
        registers.status = registers.status & ~Status.FLOAT_MASK | Status.FLOAT_CLEAN;
    }

    public static void load(FloatFrame floats) {
        restore(floats);
    }

    public static void turnOff(RegisterFrame registers) {
        registers.status = registers.status & ~Status.FLOAT_MASK;
    }

    public static void turnOn(RegisterFrame registers) {
        registers.status = registers.status & ~Status.FLOAT_MASK | Status.FLOAT_CLEAN;
    }

    private FloatUnit() {}
}
