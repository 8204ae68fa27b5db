package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** A server's own threads run while nobody calls it, and while it is called without a pause; a call of a method that may wait has one of its own. */
class ThreadedServerTest {
    @TempDir
    Path folder;

    @Test
    void runsItsThreads() throws IOException, InterruptedException {
        SystemDescription system = Systems.find(ImageFactory.HOUSE, "bench-threads");
        Path elf = ImageFactory.builder().build(system, List.of(), folder.resolve("threaded.elf"));
        RunResult result = RunResult.of(Machine.of(elf, system.platform()).countingInstructions(3));
        assertEquals(0, result.exitCode(), result.error());
        Map<String, List<String>> said = Rows.of(result.output());
        check(said, "idle", 17, 21);
        check(said, "busy", 17, 21);
        check(said, "calls", 500, 1_000_000);
        check(said, "later", 5, 7);
        check(said, "milliseconds", 30, 33);
    }

    private static void check(Map<String, List<String>> said, String key, long least, long most) {
        long value = Rows.number(said.get(key).getFirst());
        assertTrue(value >= least && value <= most, () -> key + " in " + said);
    }
}
