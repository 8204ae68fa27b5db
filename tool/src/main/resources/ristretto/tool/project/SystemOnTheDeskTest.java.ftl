package [=package];

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ristretto.boot.BootTest;
import ristretto.boot.BootedSystem;
import ristretto.boot.Place;

/** The whole system on the desk: the same components, under the kernel's own classes, in this JVM. Breakpoints work. */
@BootTest(system = "[=name].toml", services = "greeter", on = Place.JVM)
class SystemOnTheDeskTest {
    @Test
    void countsInTheOrderOfTheGuests(BootedSystem system) {
        Greeter greeter = system.service(Greeter.class, "greeter");
        assertEquals("Hello, Ada, you are guest 1.", greeter.greet("Ada"));
        assertEquals("Hello, Alan, you are guest 2.", greeter.greet("Alan"));
    }

    @Test
    void tellsWhatTheGreeterDiedOf(BootedSystem system) {
        system.expect("Who are you?");
        system.type("crash");
        system.expect("java.lang.AssertionError: as you wish");
        system.type("Alan");
        system.expect("Hello, Alan, you are guest 1.");
        assertTrue(system.shown().contains("The greeter has died, and is back."), system.shown());
    }
}
