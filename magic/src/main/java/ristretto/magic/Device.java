package ristretto.magic;

import java.util.function.LongBinaryOperator;

/**
 * Registers of devices: each access happens exactly once, in program order, with fences that order it against memory and other
 * devices (RISC-V unprivileged specification, FENCE with the I and O bits).
 */
public final class Device {
    /** On a JVM: answers an access. Arguments are the address and, for a store, the value; a load has {@link Long#MIN_VALUE}. */
    private static final ThreadLocal<LongBinaryOperator> SIMULATION = new InheritableThreadLocal<>();

    public static void simulate(LongBinaryOperator device) {
        SIMULATION.set(device);
    }

    @Intrinsic
    public static int loadByte(long address) {
        return (int) SIMULATION.get().applyAsLong(address, Long.MIN_VALUE) & 0xff;
    }

    @Intrinsic
    public static int loadInt(long address) {
        return (int) SIMULATION.get().applyAsLong(address, Long.MIN_VALUE);
    }

    @Intrinsic
    public static void storeByte(long address, int value) {
        SIMULATION.get().applyAsLong(address, value & 0xff);
    }

    @Intrinsic
    public static void storeInt(long address, int value) {
        SIMULATION.get().applyAsLong(address, value);
    }

    private Device() {}
}
