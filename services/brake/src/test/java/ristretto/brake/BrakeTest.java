package ristretto.brake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BrakeTest {
    /** With the controller the car stands sooner than with locked wheels, and the slip stays near the best. */
    @Test
    void holdsTheSlip() {
        Wheel controlled = new Wheel();
        Wheel locked = new Wheel();
        SlipController controller = new SlipController();
        double worst = 0;
        int periods = 0;
        while (controlled.vehicle() > 5) {
            controlled.brake(controller.step(controlled.vehicle(), controlled.rim(), 1));
            locked.brake(1);
            if (++periods > 1000) {
                worst = Math.max(worst, Math.abs(controlled.slip() - SlipController.BEST_SLIP));
            }
        }
        assertTrue(worst < 0.05, "slip is off by " + worst);
        assertTrue(locked.slip() == 1 && locked.vehicle() > 10, "locked: " + locked.vehicle() + " m/s");
    }

    @Test
    void neverBrakesMoreThanTheDriverWants() {
        SlipController controller = new SlipController();
        assertEquals(0.2, controller.step(50, 50, 0.2));
        assertEquals(0, controller.step(50, 0, 0.2));
        assertEquals(0.2, controller.step(0.4, 0, 0.2));
    }

    @Test
    void countsJobsThatEndBehindTheirDeadlines() {
        Deadlines deadlines = new Deadlines(1000, 100);
        deadlines.ran(1003, 1050);
        deadlines.ran(1100, 1200);
        assertEquals(2, deadlines.periods());
        assertEquals(0, deadlines.missed());
        assertEquals(1200, deadlines.releaseNs());
        deadlines.ran(1290, 1301);
        assertEquals(1, deadlines.missed());
        assertEquals(1400, deadlines.releaseNs(), "a job that could not begin in time is not begun late");
        assertEquals(4, deadlines.periods());
        deadlines.ran(1400, 1999);
        assertEquals(6, deadlines.missed());
        assertEquals(2000, deadlines.releaseNs());
        assertEquals(90, deadlines.latestBeginNs());
        assertEquals(599, deadlines.latestEndNs());
    }
}
