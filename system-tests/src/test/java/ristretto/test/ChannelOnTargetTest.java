package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Machine;

/** Calls that may wait, by channels: {@code ErrandClient} calls in all ways, and {@code HostileCaller} writes nonsense. */
class ChannelOnTargetTest {
    @TempDir
    Path folder;

    @Test
    void callsGoAndEndAsTheyShould() throws IOException, InterruptedException {
        Map<String, List<String>> said = Rows.of(run("channel"));
        assertEquals("4", said.get("four").getFirst());
        assertBetween(50, 60, said.get("four").get(1));
        assertEquals("12", said.get("twelve").getFirst());
        assertBetween(150, 170, said.get("twelve").get(1));
        assertEquals(List.of("100"), said.get("hundred"));
        assertEquals(List.of("119"), said.get("arrays"));
        assertEquals("message: expected at most 120 words", text(said, "long"));
        assertEquals("expected no milliseconds below 0, got -1", text(said, "declared"));
        assertEquals(
                "Errands.sumAfter: java.lang.IllegalArgumentException: timeout value is negative",
                text(said, "undeclared"));
        assertEquals(List.of("41"), said.get("lateFailures"));
        assertEquals(List.of("100"), said.get("late"));
        assertEquals(List.of("42"), said.get("afterwards"));
        assertEquals("10", said.get("asynchronous").getFirst());
        assertBetween(50, 60, said.get("asynchronous").get(1));
        assertEquals("expected no milliseconds below 0, got -1", text(said, "future"));
        assertEquals("in life 4", text(said, "again"));
        assertEquals(List.of("40"), said.get("flood"));
    }

    /** Two were served with the call that ended the server; the eight that waited in the channel are served by the next one. */
    @Test
    void whatADeadServerHadNotTakenTheNextOneServes() throws IOException, InterruptedException {
        List<String> crashes =
                run("channel").lines().filter(line -> line.startsWith("crash ")).toList();
        assertEquals(List.of("crash 8 3 0", "crash 8 3 0"), crashes);
    }

    @Test
    void nonsenseInAChannelReachesNobodyElse() throws IOException, InterruptedException {
        String said = run("channel-hostile");
        Map<String, List<String>> rows = Rows.of(said);
        assertEquals(List.of("0"), rows.get("ringCallsWrong"), said);
        assertEquals(List.of("50000"), rows.get("hostile"), said);
        assertFalse(said.contains("supervisor: server"), said);
    }

    private static void assertBetween(long least, long most, String got) {
        long value = Rows.number(got);
        assertTrue(value >= least && value <= most, got);
    }

    private static String text(Map<String, List<String>> said, String key) {
        return String.join(" ", said.get(key));
    }

    private String run(String name) throws IOException, InterruptedException {
        SystemDescription system = Systems.find(ImageFactory.HOUSE, name);
        Path elf = ImageFactory.builder().build(system, List.of(), folder.resolve(name + ".elf"));
        RunResult result = RunResult.of(Machine.of(elf, system.platform()).countingInstructions(3));
        assertEquals(0, result.exitCode(), () -> result.output() + result.error());
        return result.output();
    }
}
