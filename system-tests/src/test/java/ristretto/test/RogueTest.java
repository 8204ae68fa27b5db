package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ristretto.tool.machine.ShellSession;

/** Whatever a process does wrong, on purpose and as badly as it can, it harms nobody but itself. */
class RogueTest {
    private static ShellSession shell;

    @BeforeAll
    static void boot() throws IOException, InterruptedException {
        shell = new ShellSession(ImageFactory.machine("demo").countingInstructions(1));
    }

    @AfterAll
    static void end() {
        if (shell != null) {
            shell.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "read-kernel, Deeds.java",
        "write-code, Deeds.java",
        "null, Deeds.java",
        "illegal, Deeds.java",
        "privileged, Deeds.java",
        "spin, missed its heartbeat",
        "recurse, Deeds.java",
        "fill-heap, OutOfMemoryError",
        "forge, rogue: ",
        "flood, rogue: "
    })
    void isContained(String how, String said) throws IOException, InterruptedException {
        String output = shell.run("rogue " + how);
        assertTrue(output.contains("rogue " + how + ": contained"), output);
        assertTrue(output.contains("supervisor: rogue: "), output);
        assertTrue(output.contains(said), output);
        everythingElseGoesOn();
    }

    @Test
    void allOfItIsContained() throws IOException, InterruptedException {
        String output = shell.run("rogue all");
        assertTrue(output.strip().endsWith("10 of 10 contained"), output);
        everythingElseGoesOn();
    }

    private static void everythingElseGoesOn() throws IOException, InterruptedException {
        long count = Rows.number(shell.run("count").strip());
        assertEquals(count + 1, Rows.number(shell.run("count").strip()));
        Map<String, List<String>> rows = Rows.of(shell.run("ps"));
        for (String process : List.of("root", "supervisor", "console", "counter", "shell")) {
            assertEquals("0", rows.get(process).getLast(), "restarts of " + process);
        }
    }
}
