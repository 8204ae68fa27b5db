package ristretto.test.faults;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.machine.Machine;

class ShardTest {
    @TempDir
    Path folder;

    /** A later run does it again; until then it can be read why. */
    @Test
    void whyAShardHasNoTallyIsKept() throws IOException {
        Machine machine = new Machine(folder.resolve("absent.elf"), 16 << 20);
        Shard shard = new Shard(7, 10, new FaultSystem(machine, Map.of(), List.of()), folder, folder.resolve("kept"));
        assertThrows(IOException.class, shard::run);
        String kept = Files.readString(shard.log());
        assertTrue(kept.contains("could not load kernel"), kept);
        assertTrue(kept.contains("at ristretto.test.faults.Shard."), kept);
    }
}
