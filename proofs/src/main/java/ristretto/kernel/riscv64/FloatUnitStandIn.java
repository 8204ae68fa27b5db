package ristretto.kernel.riscv64;

/** Stands in for {@link FloatUnit} in proofs: what state the unit is in stays; its registers are nobody's. */
public final class FloatUnitStandIn {
    public static void clear(RegisterFrame registers) {}

    public static boolean isDirty(RegisterFrame registers) {
        return (registers.status & Status.FLOAT_MASK) == Status.FLOAT_DIRTY;
    }

    public static boolean isOff(RegisterFrame registers) {
        return (registers.status & Status.FLOAT_MASK) == Status.FLOAT_OFF;
    }

    public static void unload(RegisterFrame registers) {
        registers.status = registers.status & ~Status.FLOAT_MASK | Status.FLOAT_CLEAN;
    }

    public static void load(RegisterFrame registers) {}

    public static void turnOff(RegisterFrame registers) {
        registers.status = registers.status & ~Status.FLOAT_MASK;
    }

    public static void turnOn(RegisterFrame registers) {
        registers.status = registers.status & ~Status.FLOAT_MASK | Status.FLOAT_CLEAN;
    }

    private FloatUnitStandIn() {}
}
