package [=package];

import org.junit.jupiter.api.Test;
import ristretto.boot.BootTest;
import ristretto.boot.BootedSystem;
import ristretto.boot.Place;

/** The whole system on the desk: the same components, under the kernel's own classes, in this JVM. Breakpoints work. */
@BootTest(system = "[=name].toml", on = Place.JVM)
class SystemOnTheDeskTest {
    @Test
    void countsInTheOrderOfTheGuests(BootedSystem system) {
        system.expect("Who are you?");
        system.type("Ada");
        system.expect("Hello, Ada, you are guest 1.");
        system.type("Alan");
        system.expect("Hello, Alan, you are guest 2.");
    }

    @Test
    void tellsWhatTheGreeterDiedOf(BootedSystem system) {
        system.expect("Who are you?");
        system.type("crash");
        system.expect("java.lang.AssertionError: as you wish");
        system.expect("The greeter has died, and is back.");
        system.type("Alan");
        system.expect("Hello, Alan, you are guest 1.");
    }
}
