package ristretto.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ristretto.magic.Device;

/** The driver against a model of the device, in which time passes between two accesses. */
class RealTimeClockTest {
    private static final long BASE = 0x10_1000;

    private long time;
    private long latched;

    @AfterEach
    void detach() {
        Device.simulate(null);
    }

    private long access(long address, long value) {
        if (address == BASE) {
            latched = time;
            time += 1000;
            return (int) latched;
        }
        assertEquals(BASE + 4, address);
        return latched >>> 32;
    }

    @Test
    void bothHalvesAreOfTheSameMoment() {
        Device.simulate(this::access);
        RealTimeClock clock = new RealTimeClock(new DeviceRegisters(BASE, 4096));
        time = 0x17b9_ffff_ffffL;
        assertEquals(0x17b9_ffff_ffffL, clock.nowNs());
        assertEquals(0x17b9_ffff_ffffL + 1000, clock.nowNs());
    }
}
