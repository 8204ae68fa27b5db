package ristretto.kernel.riscv64;

import ristretto.magic.Assembly;

/** The floating-point registers. The kernel computes with none of them; it only keeps those of threads apart. */
public final class FloatUnit {
    @Assembly("float_save")
    private static native void save(FloatFrame frame);

    @Assembly("float_restore")
    private static native void restore(FloatFrame frame);

    public static boolean isDirty(RegisterFrame registers) {
        return (registers.status & Status.FLOAT_MASK) == Status.FLOAT_DIRTY;
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
