package ristretto.test.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ristretto.boot.BootTest;
import ristretto.boot.BootedSystem;
import ristretto.sdk.CapabilityError;
import ristretto.test.gateway.Librarian.NoSuchBook;

/** In the machine; and methods that may wait, which the desk cannot serve. */
@BootTest(
        system = "src/test/resources/ristretto/test/gateway/library.toml",
        services = {"librarian", "console"},
        components = "target/test-classes")
class ServicesInQemuTest extends ServicesOfASystem {
    @Test
    void methodsThatWaitAnswerToo(BootedSystem system) throws NoSuchBook {
        Librarian librarian = system.service(Librarian.class, NAME);
        assertEquals("Persuasion", librarian.fetch("Persuasion", 5));
        assertEquals(
                "no book \"??\"",
                assertThrows(NoSuchBook.class, () -> librarian.fetch("??", 1)).getMessage());
    }

    @Test
    void deadlinesHold(BootedSystem system) throws NoSuchBook {
        Librarian patient = system.service(Librarian.class, NAME, Duration.ofSeconds(40));
        assertEquals("Emma", patient.fetch("Emma", 10));
        Librarian librarian = system.service(Librarian.class, NAME, Duration.ofMillis(50));
        long begin = System.nanoTime();
        CapabilityError late = assertThrows(CapabilityError.class, () -> librarian.fetch("Ulysses", 30_000));
        assertTrue(late.isTimeout(), late.getMessage());
        assertTrue(System.nanoTime() - begin < 20_000_000_000L, "it did not wait for the answer");
        assertEquals("Emma", patient.fetch("Emma", 10));
    }
}
