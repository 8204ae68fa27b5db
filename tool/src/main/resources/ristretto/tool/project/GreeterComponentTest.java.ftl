package [=package];

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The component as the plain object that it is, on any JVM. */
class GreeterComponentTest {
    private final Greeter greeter = new GreeterComponent();

    @Test
    void countsItsGuests() {
        assertEquals("Hello, Ada, you are guest 1.", greeter.greet("Ada"));
        assertEquals("Hello, Alan, you are guest 2.", greeter.greet("Alan"));
    }

    @Test
    void crashesWhenAsked() {
        assertThrows(AssertionError.class, () -> greeter.greet("crash"));
    }
}
