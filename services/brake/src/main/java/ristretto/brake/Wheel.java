package ristretto.brake;

import ristretto.sdk.NoAllocation;

/** The simulated car that stands in for sensors and valves, which this board does not have: one wheel, a quarter of the mass. Brakes from 50 m/s to a stand, and begins again. */
final class Wheel {
    private static final double PERIOD_SECONDS = 0.001;
    private static final double BEGIN = 50;
    private static final double MASS = 400;
    private static final double GRAVITY = 9.81;
    /** The wheel's moment of inertia over its radius squared, kg. */
    private static final double INERTIA = 12;

    private static final double STRONGEST_BRAKE = 9000;

    private double vehicle = BEGIN;
    private double rim = BEGIN;

    double vehicle() {
        return vehicle;
    }

    double rim() {
        return rim;
    }

    /** Slip, 0 rolling to 1 locked. */
    double slip() {
        return vehicle > 0 ? (vehicle - rim) / vehicle : 0;
    }

    /** What a period of this pressure, 0 to 1, makes of the speeds. */
    @NoAllocation(reason = "it is part of the control loop")
    void brake(double pressure) {
        double grip = MASS * GRAVITY * friction(slip());
        vehicle -= grip / MASS * PERIOD_SECONDS;
        rim += (grip - STRONGEST_BRAKE * pressure) / INERTIA * PERIOD_SECONDS;
        if (rim < 0) {
            rim = 0;
        }
        if (vehicle < 0.1) {
            vehicle = BEGIN;
            rim = BEGIN;
        }
    }

    /** Rises to its top at the best slip, and falls to two thirds of it for a locked wheel: two straight lines. */
    private static double friction(double slip) {
        double best = SlipController.BEST_SLIP;
        return slip < best ? slip / best : 1 - 0.35 * (slip - best) / (1 - best);
    }
}
