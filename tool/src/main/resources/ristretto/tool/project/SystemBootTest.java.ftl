package [=package];

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import ristretto.boot.BootTest;
import ristretto.boot.BootedSystem;
import ristretto.sdk.service.ServiceRestarted;

/** The whole system, compiled and booted in QEMU; each test has a machine of its own, types at its console, and calls its service. */
@BootTest(system = "[=name].toml", services = "greeter")
class SystemBootTest {
    @Test
    void greets(BootedSystem system) {
        system.expect("Who are you?");
        system.type("Ada");
        system.expect("Hello, Ada, you are guest 1.");

        Greeter greeter = system.service(Greeter.class, "greeter");
        assertEquals("Hello, Alan, you are guest 2.", greeter.greet("Alan"));
    }

    @Test
    void outlivesTheDeathOfTheGreeter(BootedSystem system) {
        Greeter greeter = system.service(Greeter.class, "greeter");
        assertEquals("Hello, Ada, you are guest 1.", greeter.greet("Ada"));
        assertThrows(ServiceRestarted.class, () -> greeter.greet("crash"));
        assertEquals("Hello, Alan, you are guest 1.", greeter.greet("Alan"));
        system.expect("java.lang.AssertionError: as you wish");
    }
}
