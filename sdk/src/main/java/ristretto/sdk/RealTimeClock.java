package ristretto.sdk;

/**
 * The board's clock: a Goldfish RTC (Linux, Documentation/devicetree/bindings/rtc/google,goldfish-rtc.yaml; registers
 * as in Android's goldfish timer device). Here since two components read it: the clock's driver, and the sensor, which has it for itself.
 */
public final class RealTimeClock {
    /** Low half of the time; reading it holds the high half fast. */
    private static final int TIME_LOW = 0;

    private static final int TIME_HIGH = 4;

    private final DeviceRegisters registers;

    public RealTimeClock(DeviceRegisters registers) {
        this.registers = registers;
    }

    /** Nanoseconds since the beginning of 1970. */
    public long nowNs() {
        long low = registers.loadInt(TIME_LOW) & 0xffff_ffffL;
        return (long) registers.loadInt(TIME_HIGH) << 32 | low;
    }
}
