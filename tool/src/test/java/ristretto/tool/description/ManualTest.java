package ristretto.tool.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.House;

/** The manual of descriptions, {@code docs/systems.md}, says of each key what the parser knows; and what it shows is right, or wrong in the way that it says. */
class ManualTest {
    private static final Path SYSTEMS = House.ofThisRun().systems();
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SECTION =
            Pattern.compile("^## (.*?)$(.*?)(?=^## |\\z)", Pattern.DOTALL | Pattern.MULTILINE);

    /** Examples are of a build that has every class. */
    private static final Components COMPONENTS = new Components() {
        @Override
        public Lookup look(String className) {
            return Lookup.RUNNABLE;
        }

        @Override
        public Collection<String> runnable() {
            return List.of();
        }
    };

    @TempDir
    Path folder;

    private String manual;

    @BeforeEach
    void readManual() throws IOException {
        manual = Files.readString(House.ofThisRun().root().resolve("docs/systems.md"));
        Files.createDirectory(folder.resolve("parts"));
        Files.copy(SYSTEMS.resolve("demo.toml"), folder.resolve("demo.toml"));
        try (Stream<Path> parts = Files.list(SYSTEMS.resolve("parts"))) {
            for (Path part : parts.toList()) {
                Files.copy(part, folder.resolve("parts").resolve(part.getFileName()));
            }
        }
    }

    @Test
    void hasARowForEachKey() {
        Map<String, Form> forms = Map.of(
                "machine", Platform.FORM,
                "build", DescriptionReader.BUILD,
                "devices.NAME", Device.FORM,
                "process.NAME", ProcessKeys.PROCESS.and("", ProcessKeys.LENDS));
        forms.forEach((table, form) -> assertEquals(
                form.keys().stream().map(ManualTest::row).sorted().toList(),
                section("`[" + table + "]`")
                        .lines()
                        .filter(line -> line.startsWith("| `"))
                        .sorted()
                        .toList(),
                table));
    }

    @Test
    void namesWhatHasDefaults() {
        String first = section("`[defaults]`").split("\n\n")[1];
        Matcher name = Pattern.compile("`([a-z-]+)`").matcher(first);
        TreeSet<String> names = new TreeSet<>();
        while (name.find()) {
            names.add(name.group(1));
        }
        assertEquals(new TreeSet<>(ProcessKeys.DEFAULTS.names()), names);
    }

    @Test
    void namesEachTable() {
        TreeSet<String> named = new TreeSet<>();
        Matcher heading = Pattern.compile("^## `\\[([a-z]+)", Pattern.MULTILINE).matcher(manual);
        while (heading.find()) {
            named.add(heading.group(1));
        }
        TreeSet<String> tables = new TreeSet<>(DescriptionReader.TABLES);
        tables.add(Profiles.PROFILE);
        assertEquals(tables, named);
    }

    @Test
    void itsExamplesAreRight() throws IOException {
        List<String> examples = blocks("toml");
        assertFalse(examples.isEmpty());
        for (String example : examples) {
            assertEquals("", problems("example.toml", whole(example)), example);
        }
    }

    @Test
    void hasAnExampleOfEachKey() {
        String examples = String.join("\n", blocks("toml"));
        Stream.of(Platform.FORM, DescriptionReader.BUILD, Device.FORM, ProcessKeys.PROCESS, ProcessKeys.SUPERVISOR)
                .flatMap(form -> form.keys().stream())
                .forEach(key -> assertTrue(
                        Pattern.compile("^(" + key.name() + " = |\\[.*[.]" + key.name() + "])", Pattern.MULTILINE)
                                .matcher(examples)
                                .find(),
                        key.name()));
    }

    /** The section on mistakes has a description with some, and what is said of it. */
    @Test
    void itsMistakesAreToldAsItSays() throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(section("Mistakes"));
        while (block.find()) {
            blocks.add(block.group(2));
        }
        assertEquals(2, blocks.size());
        assertEquals(blocks.get(1).strip(), problems("lamp.toml", blocks.get(0)));
    }

    private static String row(Key<?> key) {
        return "| `" + key.name() + "` | " + key.kind().described() + " | " + otherwise(key) + " | " + key.meaning()
                + " |";
    }

    private static <T> String otherwise(Key<T> key) {
        if (key.isRequired()) {
            return "a mistake";
        }
        if (!key.told()) {
            return "–";
        }
        Object written = key.kind().written(key.otherwise());
        return "`" + (written instanceof String ? Section.show(written) : written) + "`";
    }

    private String problems(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        try {
            DescriptionReader.read(file, file.getFileName(), COMPONENTS);
            return "";
        } catch (InvalidDescription e) {
            return e.getMessage();
        }
    }

    /** What does not say itself what it stands on changes the demonstration. */
    private static String whole(String example) {
        boolean alone = example.contains("include = ") || example.contains("[process.root]");
        return alone ? example : "include = [\"demo.toml\"]\n" + example;
    }

    private List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(manual);
        while (block.find()) {
            if (block.group(1).equals(language)) {
                blocks.add(block.group(2));
            }
        }
        return blocks;
    }

    private String section(String title) {
        Matcher section = SECTION.matcher(manual);
        while (section.find()) {
            if (section.group(1).equals(title)) {
                return section.group(2);
            }
        }
        throw new AssertionError("no section " + title);
    }
}
