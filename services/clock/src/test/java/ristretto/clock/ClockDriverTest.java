package ristretto.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ristretto.abi.ClockProtocol;
import ristretto.abi.Tag;
import ristretto.api.WallClockDispatcher;
import ristretto.magic.CallRegisters;
import ristretto.magic.Device;
import ristretto.sdk.DeviceRegisters;
import ristretto.sdk.Handler;
import ristretto.sdk.RealTimeClock;

/** The driver against a model of the device, and the service's call as the runtime makes it, which knows only its number. */
class ClockDriverTest {
    private static final long BASE = 0x10_1000;
    private static final long NOW = 1_795_756_602_123_456_789L;

    private final List<Long> touched = new ArrayList<>();
    private long time = NOW;
    private long held;

    @BeforeEach
    void attach() {
        Device.simulate(this::access);
    }

    @AfterEach
    void detach() {
        Device.simulate(null);
    }

    /** As the device does: the low half holds the high half fast, and time passes. */
    private long access(long address, long value) {
        assertEquals(Long.MIN_VALUE, value, "the driver only reads");
        touched.add(address - BASE);
        if (address == BASE) {
            held = time;
            time += 0x1_0000_0000L;
            return (int) held;
        }
        return address == BASE + 4 ? held >>> 32 : 0;
    }

    private static ClockDriver driver() {
        return new ClockDriver(new RealTimeClock(new DeviceRegisters(BASE, 4096)));
    }

    @Test
    void saysWhatTheDeviceSaysOfOneMoment() {
        assertEquals(NOW, driver().nanosecondsSinceEpoch());
        assertEquals(NOW + 0x1_0000_0000L, driver().nanosecondsSinceEpoch());
        assertEquals(List.of(0L, 4L, 0L, 4L), touched, "low half first, and no other register");
    }

    @Test
    void theEdgesOfWhatALongHolds() {
        time = 0;
        assertEquals(0, driver().nanosecondsSinceEpoch());
        time = 0xffff_ffffL;
        assertEquals(0xffff_ffffL, driver().nanosecondsSinceEpoch());
        time = Long.MAX_VALUE;
        assertEquals(Long.MAX_VALUE, driver().nanosecondsSinceEpoch());
    }

    @Test
    void aTimeThatCannotBeIsNotHandedOn() {
        time = Long.MIN_VALUE;
        String reason = assertThrows(IllegalStateException.class, driver()::nanosecondsSinceEpoch)
                .getMessage();
        assertTrue(reason.contains("expected nanoseconds since 1970"), reason);
    }

    /** The runtime cannot see the interface: the number that it uses is that of the method, or this fails. */
    @Test
    void theRuntimesCallIsThatOfTheInterface() {
        CallRegisters registers = new CallRegisters();
        registers.t1 = Tag.of(ClockProtocol.READ, 0);
        assertEquals(1, new WallClockDispatcher(driver()).serveRegisters(registers, null), "words of the answer");
        assertEquals(NOW, registers.a0);
        registers.t1 = Tag.of(ClockProtocol.READ + 1, 0);
        assertEquals(Handler.UNSERVED, new WallClockDispatcher(driver()).serveRegisters(registers, null));
    }
}
