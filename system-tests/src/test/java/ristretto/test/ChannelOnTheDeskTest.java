package ristretto.test;

import org.junit.jupiter.api.Test;
import ristretto.boot.BootTest;
import ristretto.boot.BootedSystem;
import ristretto.boot.Place;

/** The calls of {@link ChannelOnTargetTest} on the desk, by the same components, with the same answers. How long they take says nothing there. */
@BootTest(
        system = "src/test/resources/ristretto/test/desk/channel.toml",
        on = Place.JVM,
        components = {})
class ChannelOnTheDeskTest {
    @Test
    void callsGoAndEndAsOnTheMachine(BootedSystem system) {
        for (String row : new String[] {
            "four 4 ",
            "twelve 12 ",
            "hundred 100",
            "arrays 119",
            "long message: expected at most 120 words",
            "declared expected no milliseconds below 0, got -1",
            "undeclared Errands.sumAfter: java.lang.IllegalArgumentException: timeout value is negative",
            "lateFailures 41",
            "late ",
            "afterwards 42",
            "asynchronous 10 ",
            "future expected no milliseconds below 0, got -1",
            "crash 8 3 0",
            "crash 8 3 0",
            "again in life 4",
            "flood 40"
        }) {
            system.expect(row);
        }
    }
}
