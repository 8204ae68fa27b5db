package ristretto.tool.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tomlj.Toml;
import ristretto.sdk.system.SystemTable;

/**
 * Descriptions with random changes are refused with places that exist, or are right in every sense: the table of them is what supervisors take, and no
 * editor's schema refuses them.
 */
class ChangedDescriptionsTest {
    private static final int CHANGED = 20_000;
    private static final Path FILES = Path.of("src/test/resources/descriptions");
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(DescriptionSchema.json(false));

    private static final List<String> VALUES = List.of(
            "\"64K\"",
            "\"1M\"",
            "\"16M\"",
            "\"8\"",
            "\"1ms\"",
            "\"10ms\"",
            "\"0\"",
            "\"\"",
            "\"always\"",
            "\"never\"",
            "\"none\"",
            "\"shared\"",
            "\"rng\"",
            "\"console\"",
            "\"program\"",
            "\"test.Shell\"",
            "0",
            "1",
            "7",
            "10",
            "255",
            "-1",
            "1.5",
            "1000",
            "0x1000_1000",
            "true",
            "[]",
            "[\"console\"]",
            "[\"shell\"]",
            "[\"uart\"]",
            "[\"root\"]",
            "[\"inspect\", \"log\"]",
            "[\"a\", \"a\"]",
            "[1]",
            "{}",
            "{ shell-2 = \"test.Shell\" }",
            "1979-05-27");

    private static final Components COMPONENTS = new Components() {
        @Override
        public Lookup look(String className) {
            return className.startsWith("test.") ? Lookup.RUNNABLE : Lookup.MISSING;
        }

        @Override
        public Collection<String> runnable() {
            return List.of("test.Shell");
        }
    };

    @TempDir
    Path folder;

    @Test
    void areRefusedOrRight() throws IOException {
        Files.createDirectory(folder.resolve("parts"));
        for (String part : List.of("board", "first", "console", "other-console")) {
            Files.copy(FILES.resolve("parts/" + part + ".toml"), folder.resolve("parts/" + part + ".toml"));
        }
        List<List<String>> originals = new ArrayList<>();
        for (String name : List.of("right", "bare", "rich", "rich", "defaults", "included", "profiles")) {
            originals.add(Files.readAllLines(FILES.resolve(name + ".toml")));
        }
        Random random = new Random(20);
        int right = 0;
        for (int i = 0; i < CHANGED; i++) {
            List<String> lines = new ArrayList<>(originals.get(random.nextInt(originals.size())));
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                change(lines, random);
            }
            right += isRight(lines) ? 1 : 0;
        }
        assertTrue(right > CHANGED / 50 && right < CHANGED / 2, right + " of them are right");
    }

    private boolean isRight(List<String> lines) throws IOException {
        String text = String.join("\n", lines) + "\n";
        Path file = Files.writeString(folder.resolve("changed.toml"), text);
        SystemDescription system;
        try {
            system = DescriptionReader.read(file, file.getFileName(), COMPONENTS);
        } catch (InvalidDescription e) {
            for (Problem problem : e.problems()) {
                int count = Files.readAllLines(folder.resolve(problem.file())).size();
                assertTrue(problem.line() >= 1 && problem.line() <= count + 1, problem + "\n" + text);
                assertFalse(problem.expected().isEmpty() || problem.got().isEmpty(), problem.toString());
            }
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(text, e);
        }
        try {
            assertEquals(system.table(), SystemTable.decode(system.table().encode()));
        } catch (RuntimeException e) {
            throw new AssertionError(text, e);
        }
        assertEquals(Set.of(), SCHEMA.validate(Toml.parse(text).toJson(), InputFormat.JSON), text);
        return true;
    }

    private static void change(List<String> lines, Random random) {
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(random.nextInt(lines.size()), line);
            case 2 -> {
                lines.remove(at);
                lines.add(random.nextInt(lines.size()), line);
            }
            case 3 -> lines.add(at, key(random) + " = " + value(random));
            default -> {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    lines.set(at, line.substring(0, equals) + "= " + value(random));
                }
            }
        }
    }

    private static String value(Random random) {
        return VALUES.get(random.nextInt(VALUES.size()));
    }

    private static String key(Random random) {
        List<Key<?>> keys = Stream.of(ProcessKeys.PROCESS, ProcessKeys.SUPERVISOR, Device.FORM, Platform.FORM)
                .flatMap(form -> form.keys().stream())
                .toList();
        return keys.get(random.nextInt(keys.size())).name();
    }
}
