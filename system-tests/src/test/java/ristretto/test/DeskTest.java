package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ristretto.boot.BootTest;
import ristretto.boot.BootedSystem;
import ristretto.boot.Place;

/** The demonstration on the desk: the same components and kernel classes, in this JVM, at the same console. */
@BootTest(
        system = "demo",
        on = Place.JVM,
        components = {})
class DeskTest {
    private static final String PROMPT = "ristretto> ";

    private static String run(BootedSystem system, String line) {
        system.type(line);
        system.expect(line + "\r\n");
        return system.expect(PROMPT);
    }

    @Test
    void everyProcessLives(BootedSystem system) {
        system.expect(PROMPT);
        Map<String, List<String>> rows = Rows.of(run(system, "ps"));
        assertTrue(
                rows.keySet()
                        .containsAll(List.of("root", "supervisor", "console", "clock", "counter", "rogue", "shell")),
                rows.toString());
    }

    @Test
    void everyByteHasAnOwner(BootedSystem system) {
        system.expect(PROMPT);
        Map<String, List<String>> rows = Rows.of(run(system, "mem"));
        long owned = Rows.number(rows.get("kernel").getFirst());
        for (String process : List.of("root", "supervisor", "console", "clock", "counter", "rogue", "shell")) {
            owned += Rows.number(rows.get(process).getFirst());
        }
        assertEquals(Rows.number(rows.get("in").get(1)), owned);
    }

    @Test
    void theDateIsTheHosts(BootedSystem system) {
        system.expect(PROMPT);
        WallClockTest.assertIsNow(run(system, "date"));
    }

    @Test
    void aServerThatCrashedGoesOnWhereItWas(BootedSystem system) {
        system.expect(PROMPT);
        assertEquals("1\n", run(system, "count"));
        system.type("crash counter");
        String said = system.expect("; restarted (1)");
        assertTrue(said.contains("supervisor: counter: instruction page fault at 0x0, at "), said);
        assertTrue(said.contains(" < CounterComponent.main(CounterComponent.java:"), said);
        assertEquals("2\n", run(system, "count"));
    }

    @Test
    void aServerIsReplaced(BootedSystem system) {
        system.expect(PROMPT);
        assertEquals("1\n", run(system, "count"));
        system.type("swap counter counter-in-twos");
        system.expect("supervisor: counter: runs counter-in-twos now");
        assertEquals("3\n", run(system, "count"));
        assertTrue(run(system, "rogue null").contains("rogue null: contained"), system.shown());
    }

    @ParameterizedTest
    @CsvSource({
        "read-kernel, 'load page fault at 0xffffffc080200000, at Deeds.readKernel(Deeds.java:'",
        "write-code, 'store page fault at 0x10000, at Deeds.writeCode(Deeds.java:'",
        "null, 'load page fault at 0x0, at Deeds.readNull(Deeds.java:'",
        "illegal, 'illegal instruction at 0x0, at Deeds.illegalInstruction(Deeds.java:'",
        "privileged, 'illegal instruction at 0x0, at Deeds.privilegedInstruction(Deeds.java:'",
        "spin, 'missed its heartbeat, at Deeds.spin(Deeds.java:'",
        "recurse, StackOverflowError",
        "forge, forged calls were refused",
        "flood, rogue: "
    })
    void misdeedsHurtNobodyElse(String how, String said, BootedSystem system) {
        system.expect(PROMPT);
        String output = run(system, "rogue " + how);
        assertTrue(output.contains(said), output);
        assertTrue(output.contains("rogue " + how + ": contained"), output);
        long count = Rows.number(run(system, "count").strip());
        assertEquals(count + 1, Rows.number(run(system, "count").strip()));
        for (Map.Entry<String, List<String>> row : Rows.of(run(system, "ps")).entrySet()) {
            if (List.of("root", "supervisor", "console", "counter", "shell").contains(row.getKey())) {
                assertEquals("0", row.getValue().getLast(), "restarts of " + row.getKey());
            }
        }
    }

    @Test
    void twoSystemsSideBySideDoNotMeet(BootedSystem one, BootedSystem other) {
        one.expect(PROMPT);
        other.expect(PROMPT);
        assertEquals("1\n", run(one, "count"));
        assertEquals("2\n", run(one, "count"));
        assertEquals("1\n", run(other, "count"));
    }
}
