package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ristretto.boot.BootTest;
import ristretto.boot.BootedSystem;
import ristretto.boot.Place;

/** A ring between two processes on the desk, either of which is crashed: every message arrives once and in order. */
@BootTest(
        system = "ring-faults",
        on = Place.JVM,
        components = {})
class RingOnTheDeskTest {
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Pattern VERIFIED =
            Pattern.compile("sink: ([0-9]+) messages verified, ([0-9]+) new lives of the source, ([0-9]+) told");

    @Test
    void aMillionMessagesArriveAlthoughEitherSideDies(BootedSystem system) {
        system.expect("ristretto> ");
        system.type("crash sink");
        system.expect("supervisor: sink: instruction page fault at 0x0");
        system.expect("; restarted (1)");
        assertEquals(1_000_000, verified(system));
        system.type("crash source");
        system.expect("supervisor: source: instruction page fault at 0x0");
        system.expect("; restarted (1)");
        system.expect(" messages verified, 1 new lives of the source, 1 told", PATIENCE);
    }

    private static long verified(BootedSystem system) {
        Matcher said = VERIFIED.matcher(system.expect(" told", PATIENCE) + " told");
        assertTrue(said.find(), system.shown());
        return Long.parseLong(said.group(1));
    }
}
