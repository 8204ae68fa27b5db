package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ristretto.tool.machine.ShellSession;

/** A ring between two processes that are interrupted at any moment, and crashed: every message arrives once and in order. */
class RingOnTargetTest {
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Pattern VERIFIED =
            Pattern.compile("sink: ([0-9]+) messages verified, ([0-9]+) new lives of the source, ([0-9]+) told");

    @Test
    void aMillionMessagesArriveAlthoughEitherSideDies() throws IOException, InterruptedException {
        try (ShellSession shell = new ShellSession(ImageFactory.machine("ring-faults"))) {
            crash(shell, "sink", 1);
            for (int times = 1; times <= 3; times++) {
                crash(shell, "source", times);
            }
            Matcher said = VERIFIED.matcher(shell.conversation().expect(" told", PATIENCE) + " told");
            assertTrue(said.find());
            assertEquals(1_000_000, Long.parseLong(said.group(1)));
            int told = Integer.parseInt(said.group(3));
            assertTrue(told >= 1 && told <= 3, said.group());
            assertTrue(Integer.parseInt(said.group(2)) <= 3, said.group());
            crash(shell, "sink", 2);
            shell.settle();
            Map<String, List<String>> rows = Rows.of(shell.run("ps"));
            assertEquals("3", rows.get("source").getLast(), "restarts, all by the test");
            assertEquals("2", rows.get("sink").getLast(), "restarts, all by the test");
            assertEquals(0, shell.off());
        }
    }

    private static void crash(ShellSession shell, String process, int times) throws IOException, InterruptedException {
        shell.conversation().send("crash " + process + "\r");
        String said = shell.conversation().expect("; restarted (" + times + ")", Waits.COMMAND);
        assertTrue(said.contains("supervisor: " + process + ": "), said);
        assertFalse(said.contains("IllegalState"), said);
    }
}
