package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ristretto.abi.ArchiveLayout;
import ristretto.compiler.link.BootArchive;
import ristretto.desk.DeskImage;
import ristretto.desk.DeskMachine;
import ristretto.sdk.system.MemoryNeeds;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.HouseComponents;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Conversation;
import ristretto.tool.machine.Machine;

/** Nobody watches root: where it fails before it has started anything the machine says why and ends with an error, and does not just stand there. */
class RootFailsTest {
    private static final int FAILED = 70;
    private static final String WHY = "root: ristretto.sdk.system.SystemTableException: system table: ends at byte ";

    @TempDir
    Path folder;

    @Test
    void onTheMachine() throws IOException, InterruptedException {
        SystemDescription system = Systems.find(ImageFactory.HOUSE, "demo");
        SequencedMap<String, Path> files = ImageFactory.builder().imageFiles(system);
        Path kernel = files.pollFirstEntry().getValue();
        SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            entries.put(file.getKey(), Files.readAllBytes(file.getValue()));
        }
        entries.put(ArchiveLayout.SYSTEM, cutTable(system));
        Path elf = folder.resolve("cut.elf");
        new AheadOfTimeCompiler().boot(kernel, entries, parameters(system, 0, 0), elf);
        try (Conversation console = new Conversation(Machine.of(elf, system.platform()))) {
            int exitCode = console.exitCode(Waits.COMMAND);
            assertTrue(console.heard().contains(WHY), console.heard());
            assertEquals(FAILED, exitCode, console.heard());
        }
    }

    @Test
    @Timeout(120)
    void onTheDesk() throws IOException, InterruptedException {
        SystemDescription system = Systems.find(ImageFactory.HOUSE, "demo");
        HouseComponents components = new HouseComponents(ImageFactory.HOUSE);
        SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
        Map<String, List<Path>> classPaths = new HashMap<>();
        system.images().forEach((name, main) -> {
            SequencedMap<String, String> one = new LinkedHashMap<>();
            one.put(name, main);
            entries.put(name, DeskImage.write(one));
            List<Path> path = new ArrayList<>(components.classPathOf(main).orElseThrow());
            path.addAll(ImageFactory.HOUSE.underComponents());
            classPaths.put(main, path);
        });
        entries.put(ArchiveLayout.SYSTEM, cutTable(system));
        byte[] archive =
                BootArchive.write(entries, parameters(system, system.memoryBytes(), DeskMachine.TICKS_PER_SECOND));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (DeskMachine machine = new DeskMachine("cut", archive, system.memoryBytes(), classPaths, said)) {
            machine.start();
            int exitCode = machine.awaitEnd();
            String text = said.toString(StandardCharsets.UTF_8);
            assertTrue(text.contains(WHY), text);
            assertEquals(FAILED, exitCode, text);
        }
    }

    /** Of which the last process lacks its end. */
    private static byte[] cutTable(SystemDescription system) {
        byte[] table = system.table().encode();
        return Arrays.copyOf(table, table.length - 8);
    }

    private static BootArchive.Parameters parameters(SystemDescription system, long memoryBytes, long ticksPerSecond) {
        MemoryNeeds root = system.table().processes().getFirst().memory();
        return new BootArchive.Parameters(
                root.heapBytes(), root.stackBytes(), memoryBytes, ticksPerSecond, SystemBuilder.rootSlots(system), 0);
    }
}
