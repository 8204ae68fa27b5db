package ristretto.clock;

import ristretto.api.WallClock;
import ristretto.api.WallClockDispatcher;
import ristretto.sdk.DeviceRegisters;
import ristretto.sdk.RealTimeClock;
import ristretto.sdk.Server;

/** The driver of the board's clock, and the service that knows the date. It keeps nothing, so a next life is as good as this one. */
public final class ClockDriver implements WallClock {
    private static final String NAME = "clock";

    private final RealTimeClock device;

    ClockDriver(RealTimeClock device) {
        this.device = device;
    }

    public static void main(String[] arguments) {
        RealTimeClock device = new RealTimeClock(DeviceRegisters.named(NAME));
        Server.run(NAME, new WallClockDispatcher(new ClockDriver(device)));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException where the device says what cannot be: a time before 1970
     */
    @Override
    public long nanosecondsSinceEpoch() {
        long now = device.nowNs();
        if (now < 0) {
            throw new IllegalStateException("clock: expected nanoseconds since 1970, got " + now);
        }
        return now;
    }
}
