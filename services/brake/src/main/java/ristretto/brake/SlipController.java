package ristretto.brake;

import ristretto.sdk.BoundedTime;
import ristretto.sdk.NoAllocation;

/**
 * Holds the slip of a braked wheel where the tyre grips best: a proportional and integral controller, which moves the pressure of the brake. Pure logic: speeds come from outside.
 */
final class SlipController {
    /** Slip at which a tyre on a dry road grips best, about; 0 rolls, 1 is locked. */
    static final double BEST_SLIP = 0.15;

    private static final double PERIOD_SECONDS = 0.001;
    private static final double PROPORTIONAL = 4.0;
    private static final double INTEGRAL = 25.0;
    /** Below this speed, in m/s, slip means nothing. */
    private static final double SLOWEST = 0.5;

    private double integral;

    /**
     * One period's step.
     *
     * @param vehicle speed over ground, m/s
     * @param wheel speed of the wheel's rim, m/s
     * @param wanted pressure that the driver wants, 0 to 1
     * @return pressure to be set, 0 to {@code wanted}
     */
    @NoAllocation(reason = "no collection may come between a measurement and the brake")
    @BoundedTime(reason = "the step has to end within its period")
    double step(double vehicle, double wheel, double wanted) {
        if (vehicle < SLOWEST) {
            integral = 0;
            return wanted;
        }
        double error = BEST_SLIP - (vehicle - wheel) / vehicle;
        double pressure = PROPORTIONAL * error + integral;
        // What the brake cannot do is not summed up.
        if (pressure > 0 && pressure < wanted || pressure <= 0 && error > 0 || pressure >= wanted && error < 0) {
            integral += INTEGRAL * error * PERIOD_SECONDS;
        }
        return pressure < 0 ? 0 : pressure > wanted ? wanted : pressure;
    }
}
