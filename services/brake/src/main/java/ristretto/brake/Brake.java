package ristretto.brake;

import ristretto.sdk.Alarm;
import ristretto.sdk.Clock;
import ristretto.sdk.LineWriter;
import ristretto.sdk.NoAllocation;
import ristretto.sdk.Text;

/**
 * A brake that holds the wheel's slip, a thousand times a second, whatever else the machine does. Each so many periods, which its argument says, it prints how many deadlines were missed so far: a job
 * has to end before the next one is released.
 */
public final class Brake {
    private static final long PERIOD_NS = 1_000_000;
    private static final double FULL = 1.0;

    private final Alarm alarm = new Alarm();
    private final LineWriter line = new LineWriter();
    private final Wheel wheel = new Wheel();
    private final SlipController controller = new SlipController();
    private final Deadlines deadlines = new Deadlines(Clock.nowNs() + PERIOD_NS, PERIOD_NS);

    public static void main(String[] arguments) {
        new Brake().run(Text.number(arguments[0]));
    }

    private void run(int periodsPerReport) {
        long report = periodsPerReport;
        while (true) {
            period();
            if (deadlines.periods() >= report) {
                report += periodsPerReport;
                report();
            }
        }
    }

    @NoAllocation(reason = "a collection takes longer than the budget of a period")
    private void report() {
        line.text("brake: ").number(deadlines.periods()).text(" periods, ").number(deadlines.missed());
        line.text(" deadlines missed, begun at most ").number(deadlines.latestBeginNs());
        line.text(" ns late, done after at most ")
                .number(deadlines.latestEndNs())
                .text(" ns")
                .end();
    }

    @NoAllocation(reason = "a collection takes longer than the budget of a period")
    private void period() {
        alarm.sleepUntil(Clock.nsToTicks(deadlines.releaseNs()));
        long begin = Clock.nowNs();
        wheel.brake(controller.step(wheel.vehicle(), wheel.rim(), FULL));
        deadlines.ran(begin, Clock.nowNs());
    }
}
