package ristretto.tool.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ristretto.sdk.system.ProcessDescription;
import ristretto.tool.UserError;

/**
 * One wrong description a file, named after the mistake; beside it, in a file of the same name with the ending {@code .txt}, the exact
 * message. A right one differs from each of them in that mistake only.
 */
class DescriptionReaderTest {
    private static final Path FILES = Path.of("src/test/resources/descriptions");

    /** Stands for the class files of a build. */
    private static final Components COMPONENTS = new Components() {
        private final List<String> names = List.of("test.Root", "test.Supervisor", "test.Console", "test.Shell");

        @Override
        public Lookup look(String className) {
            if (className.equals("test.Library")) {
                return Lookup.WITHOUT_MAIN;
            }
            return names.contains(className) ? Lookup.RUNNABLE : Lookup.MISSING;
        }

        @Override
        public Collection<String> runnable() {
            return names;
        }
    };

    static List<String> mistakes() throws IOException {
        try (Stream<Path> files = Files.list(FILES.resolve("wrong"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".toml"))
                    .map(name -> name.replace(".toml", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhatIsWrong(String mistake) throws IOException {
        Path file = FILES.resolve("wrong").resolve(mistake + ".toml");
        InvalidDescription error = assertThrows(
                InvalidDescription.class, () -> DescriptionReader.read(file, file.getFileName(), COMPONENTS));
        String expected = Files.readString(FILES.resolve("wrong").resolve(mistake + ".txt"));
        assertEquals(expected.strip(), error.getMessage());
    }

    @Test
    void readsASystemWithoutFirmware() {
        Path file = FILES.resolve("bare.toml");
        SystemDescription system = DescriptionReader.read(file, file.getFileName(), COMPONENTS);
        assertEquals(new Platform(16 << 20, false, 10_000_000, List.of()), system.platform());
        assertTrue(system.oneImage());
        assertEquals(
                List.of("root", "supervisor", "console", "shell"),
                List.copyOf(system.images().keySet()));
        for (ProcessDescription process : system.table().processes()) {
            assertEquals("root", process.image());
        }
    }

    @Test
    void defaultsFillInWhatAProcessLeavesOut() {
        Path file = FILES.resolve("defaults.toml");
        List<ProcessDescription> processes = DescriptionReader.read(file, file.getFileName(), COMPONENTS)
                .table()
                .processes();
        ProcessDescription root = processes.get(0);
        ProcessDescription console = processes.get(2);
        ProcessDescription shell = processes.get(3);
        assertEquals(64 << 10, shell.memory().heapBytes());
        assertEquals(100, shell.schedule().priority());
        assertEquals(5_000_000, shell.schedule().budgetNs());
        assertEquals(200_000_000, shell.lifeCycle().heartbeatNs());
        assertEquals(180, console.schedule().priority(), "its own goes before");
        assertEquals(200_000_000, console.lifeCycle().heartbeatNs());
        assertEquals(0, root.lifeCycle().heartbeatNs(), "none for root");
    }

    @Test
    void includedFilesAreOneDescription() {
        SystemDescription system = read("included", "");
        assertEquals("included", system.name());
        assertEquals(32 << 20, system.memoryBytes(), "the file's own goes before");
        assertEquals("root supervisor console shell", processes(system));
        ProcessDescription console = system.table().processes().get(2);
        assertEquals(96 << 10, console.memory().heapBytes(), "what two parts say is decided here");
        assertEquals(List.of("console"), console.provides(), "a list is replaced as a whole");
        assertEquals(180, console.schedule().priority());
        assertEquals(0x1000_0000L, console.devices().getFirst().physicalAddress());
    }

    @Test
    void aProfileChangesWhatItNames() {
        SystemDescription plain = read("profiles", "");
        SystemDescription large = read("profiles", "large");
        assertEquals("profiles", plain.name());
        assertEquals(16 << 20, plain.memoryBytes());
        assertEquals(64 << 10, plain.table().processes().get(3).memory().heapBytes());
        assertEquals("profiles+large", large.name());
        assertEquals(64 << 20, large.memoryBytes());
        ProcessDescription shell = large.table().processes().get(3);
        assertEquals(16 << 20, shell.memory().heapBytes());
        assertEquals(100, shell.schedule().priority());
        assertEquals(
                new Platform(16 << 20, false, 10_000_000, List.of()),
                read("profiles", "bare").platform());
        assertEquals("root supervisor console shell lamp", processes(read("profiles", "loud")));
    }

    @Test
    void aProfileThatIsNotThereIsRefused() {
        UserError error = assertThrows(UserError.class, () -> read("profiles", "lagre"));
        assertEquals(
                "--profile: expected one of large, bare, loud, which profiles.toml has, got \"lagre\" (nearest: large)",
                error.getMessage());
        error = assertThrows(UserError.class, () -> read("right", "large"));
        assertEquals("--profile: expected none, as right.toml has no profiles, got \"large\"", error.getMessage());
    }

    private static SystemDescription read(String name, String profile) {
        Path file = FILES.resolve(name + ".toml");
        return DescriptionReader.read(file, file.getFileName(), profile, COMPONENTS);
    }

    private static String processes(SystemDescription system) {
        return system.table().processes().stream().map(ProcessDescription::name).collect(Collectors.joining(" "));
    }

    @Test
    void readsWhatIsRight() {
        Path file = FILES.resolve("right.toml");
        SystemDescription system = DescriptionReader.read(file, file.getFileName(), COMPONENTS);
        assertEquals("right", system.name());
        assertEquals(new Platform(16 << 20, true, 0, List.of()), system.platform());
        assertFalse(system.oneImage());
        assertEquals("root supervisor console shell", processes(system));
        ProcessDescription console = system.table().processes().get(2);
        assertEquals(0x1000_0000L, console.devices().getFirst().physicalAddress());
        assertEquals(10, console.interrupts().getFirst().number());
        assertEquals("test.Console", system.images().get("console"));
        assertEquals(
                system.table(),
                ristretto.sdk.system.SystemTable.decode(system.table().encode()));
    }
}
