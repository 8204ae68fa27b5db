package ristretto.test.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ristretto.boot.BootedSystem;
import ristretto.sdk.CapabilityError;
import ristretto.sdk.service.ServiceRestarted;

/** Components that are added to a system that runs, and taken away again. */
abstract class SparesOfASystem {
    private static final String PROMPT = "ristretto> ";

    private static String run(BootedSystem system, String line) {
        system.type(line);
        system.expect(line + "\r\n");
        return system.expect(PROMPT);
    }

    private static String row(BootedSystem system, String command, String name) {
        return run(system, command)
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .findFirst()
                .orElseThrow()
                .replaceAll(" +", " ");
    }

    private static long free(BootedSystem system) {
        return Long.parseLong(row(system, "mem", "free").split(" ")[1].replace(",", ""));
    }

    @Test
    void aSpareIsAddedAndRemoved(BootedSystem system) {
        system.expect(PROMPT);
        assertTrue(row(system, "ps", "librarian").startsWith("librarian spare 100 0.000 s 0 0"));
        long free = free(system);
        Librarian hasty = system.service(Librarian.class, "librarian", Duration.ofMillis(30));
        assertTrue(assertThrows(CapabilityError.class, () -> hasty.lend(1, 1)).isTimeout());
        assertEquals("the supervisor refuses: it is a spare that nobody has added\n", run(system, "start librarian"));
        assertEquals("the supervisor refuses: it is a spare that nobody has added\n", run(system, "remove librarian"));

        assertEquals("", run(system, "add librarian"));
        Librarian librarian = system.service(Librarian.class, "librarian");
        assertEquals(1011, librarian.lend(1, 1));
        assertEquals(1012, librarian.lend(1, 1));
        long freeWithIt = free(system);
        assertTrue(free - freeWithIt >= (128 + 16) << 10, free + " and then " + freeWithIt);
        assertEquals("the supervisor refuses: it has been added\n", run(system, "add librarian"));

        assertThrows(ServiceRestarted.class, librarian::burn);
        assertEquals(1011, librarian.lend(1, 1), "it is restarted as any other");
        // It answers before that is said.
        system.expect("; restarted (1)\r\n");

        assertEquals("", run(system, "remove librarian"));
        assertTrue(row(system, "ps", "librarian").startsWith("librarian spare 100 "));
        assertTrue(assertThrows(CapabilityError.class, () -> hasty.lend(1, 1)).isTimeout());
        for (int i = 0; i < 3; i++) {
            assertEquals("", run(system, "add librarian"));
            assertEquals(1011, librarian.lend(1, 1), "another life");
            assertEquals("", run(system, "remove librarian"));
        }
        assertEquals(freeWithIt, free(system), "its memory stays reserved, and it takes no more each time");
        assertEquals("1\n", run(system, "count"));
    }

    @Test
    void whatHasNoRoomIsRefusedWithTheFigures(BootedSystem system) {
        system.expect(PROMPT);
        long free = free(system);
        String refused = run(system, "add giant");
        String figures =
                "the supervisor refuses: it takes 4,[0-9]{3},[0-9]{3} bytes of memory, of which %,d are left\n";
        assertTrue(refused.matches(figures.formatted(free)), refused);
        assertEquals(free, free(system));
        assertEquals("giant spare 100 0.000 s 0 0", row(system, "ps", "giant"));
        assertEquals("", run(system, "add librarian"));
        assertEquals(1011, system.service(Librarian.class, "librarian").lend(1, 1));
    }

    /** What was added is there in the next life of the supervisor too, and what was not is not. */
    @Test
    void anotherSupervisorKnowsWhatWasAdded(BootedSystem system) {
        system.expect(PROMPT);
        assertEquals("", run(system, "add librarian"));
        Librarian librarian = system.service(Librarian.class, "librarian");
        assertEquals(1011, librarian.lend(1, 1));
        run(system, "crash supervisor");
        assertEquals(1012, librarian.lend(1, 1), "it has gone on");
        assertEquals("giant spare 100 0.000 s 0 0", row(system, "ps", "giant"));
        assertEquals("the supervisor refuses: it has been added\n", run(system, "add librarian"));
        assertThrows(ServiceRestarted.class, librarian::burn);
        assertEquals(1011, librarian.lend(1, 1), "it is restarted as any other");
        // It answers before that is said.
        system.expect("; restarted (1)\r\n");
        assertEquals("", run(system, "stop librarian"));
        run(system, "crash supervisor");
        assertTrue(row(system, "ps", "librarian").startsWith("librarian stopped "));
        assertEquals("", run(system, "remove librarian"));
        run(system, "crash supervisor");
        assertTrue(row(system, "ps", "librarian").startsWith("librarian spare "));
        assertEquals("", run(system, "add librarian"));
        assertEquals(1011, librarian.lend(1, 1));
    }

    @Test
    void whatBelongsToTheSystemIsNoSpare(BootedSystem system) {
        system.expect(PROMPT);
        for (String command : new String[] {"add counter", "remove counter", "remove console", "add supervisor"}) {
            assertEquals("the supervisor refuses: it is no spare\n", run(system, command), command);
        }
        assertEquals("1\n", run(system, "count"));
    }
}
