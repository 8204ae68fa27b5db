package ristretto.sensor;

import ristretto.sdk.Clock;
import ristretto.sdk.DeviceRegisters;
import ristretto.sdk.Heartbeat;
import ristretto.sdk.RealTimeClock;
import ristretto.sdk.Streams;
import ristretto.sdk.Text;
import ristretto.sdk.protocol.MachineStatus;
import ristretto.sdk.protocol.SystemConnection;

/**
 * Samples the board's clock at even intervals, and prints what it says and how late each sample came. Arguments:
 * milliseconds between two samples, and, if it is not to go on for ever, their number.
 */
public final class Sensor {
    private static final long MILLISECOND_NS = 1_000_000;

    public static void main(String[] arguments) {
        long period = Text.number(arguments[0]) * MILLISECOND_NS;
        int samples = arguments.length > 1 ? Text.number(arguments[1]) : Integer.MAX_VALUE;
        MachineStatus machine = new SystemConnection().machine();
        Streams.writeLine("sensor: bytes in use " + (machine.memoryBytes() - machine.freeBytes()));
        sample(new RealTimeClock(DeviceRegisters.named("clock")), period, samples);
    }

    private static void sample(RealTimeClock clock, long periodNs, int samples) {
        long due = Clock.nowNs() + periodNs;
        for (int number = 1; number <= samples; number++) {
            Heartbeat.sleep(due - Clock.nowNs());
            long lateNs = Clock.nowNs() - due;
            Streams.writeLine("sensor: sample " + number + " at " + Text.seconds(clock.nowNs()) + ", late by "
                    + lateNs / 1000 + " us");
            due += periodNs;
        }
    }

    private Sensor() {}
}
