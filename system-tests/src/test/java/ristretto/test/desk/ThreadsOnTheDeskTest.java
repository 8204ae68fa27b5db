package ristretto.test.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import ristretto.boot.BootTest;
import ristretto.boot.BootedSystem;
import ristretto.boot.Place;
import ristretto.test.gateway.Librarian;

/** Processes with several threads on the desk: they call and wait as on the machine, and end with their process. */
@BootTest(
        system = "src/test/resources/ristretto/test/desk/thread-life.toml",
        on = Place.JVM,
        services = "librarian",
        components = "target/test-classes")
class ThreadsOnTheDeskTest {
    private static final long PATIENCE_NS = Duration.ofSeconds(60).toNanos();

    @Test
    void theyCallAndWaitForEachOther(BootedSystem system) {
        system.expect("readers are done");
        for (String line : List.of(
                "fetched 12",
                "counted 1200",
                "queue",
                "monitor",
                "nothing: null",
                "new on by new",
                "builder on by builder",
                "pool fetched 12",
                "executor on pool-2-thread-1",
                "schedule on pool-3-thread-1",
                "interrupted on Thread-0")) {
            assertTrue(system.shown().contains(line + "\n"), line + " in " + system.shown());
        }
    }

    @Test
    void aTestCallsAMethodThatWaits(BootedSystem system) throws Librarian.NoSuchBook {
        assertEquals("Emma", system.service(Librarian.class, "librarian").fetch("Emma", 1));
    }

    @Test
    void aDeadlockIsTold(BootedSystem system) {
        system.expect("ristretto: deadlock: every thread waits, and nothing is left that could wake one");
        system.expect("supervisor: deadlocked: exited with code 99");
        assertTrue(system.shown().contains("ristretto.test.desk.DeadlockedComponent.main("), system.shown());
    }

    @Test
    void aDeadlockAtMonitorsIsTold(BootedSystem system) {
        system.expect("supervisor: monitors: exited with code 99");
        assertEquals(
                2,
                system.shown().split("\tat ristretto.test.desk.MonitorsComponent.enter\\(", -1).length - 1,
                system.shown());
    }

    @Test
    void noneOutlivesItsProcess(BootedSystem system) throws InterruptedException {
        system.expect("supervisor: stuck: missed its heartbeat, at StuckComponent.compute(");
        system.close();
        long giveUp = System.nanoTime() + PATIENCE_NS;
        while (!processes().isEmpty() && System.nanoTime() < giveUp) {
            Thread.sleep(1);
        }
        assertEquals(List.of(), processes());
    }

    /** Of this machine, on threads of the JVM. */
    private static List<String> processes() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("thread-life "))
                .toList();
    }
}
