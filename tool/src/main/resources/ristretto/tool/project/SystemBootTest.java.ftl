package [=package];

import org.junit.jupiter.api.Test;
import ristretto.boot.BootTest;
import ristretto.boot.BootedSystem;

/** The whole system, compiled and booted in QEMU; each test has a machine of its own. */
@BootTest(system = "[=name].toml")
class SystemBootTest {
    @Test
    void greets(BootedSystem system) {
        system.expect("Who are you?");
        system.type("Ada");
        system.expect("Hello, Ada, you are guest 1.");
        system.type("Alan");
        system.expect("Hello, Alan, you are guest 2.");
    }

    @Test
    void outlivesTheDeathOfTheGreeter(BootedSystem system) {
        system.expect("Who are you?");
        system.type("Ada");
        system.expect("you are guest 1.");
        system.type("crash");
        system.expect("The greeter has died, and is back.");
        system.type("Alan");
        system.expect("Hello, Alan, you are guest 1.");
    }
}
