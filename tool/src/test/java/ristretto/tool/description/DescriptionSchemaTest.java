package ristretto.tool.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import ristretto.tool.House;

/** The schema that editors get refuses what the parser refuses, as far as one file and the form of each value tell; and nothing else. */
class DescriptionSchemaTest {
    private static final Path FILES = Path.of("src/test/resources/descriptions");
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
    private static final JsonSchema WHOLE = FACTORY.getSchema(DescriptionSchema.json(false));
    private static final JsonSchema PART = FACTORY.getSchema(DescriptionSchema.json(true));

    /** What is wrong only together with other values, files or classes, and limits of quantities. */
    private static final Path BEYOND = FILES.resolve("beyond-the-schema.txt");

    /** Values as they may stand behind any key, as JSON. */
    private static final List<String> PROBES = List.of(
            "\"always\"",
            "\"none\"",
            "\"shared\"",
            "\"rng\"",
            "\"16K\"",
            "\"64 K\"",
            "\"64Q\"",
            "\"5ms\"",
            "\"5 us\"",
            "\"5min\"",
            "\"0\"",
            "\"4096\"",
            "\"12345678901\"",
            "0",
            "1",
            "-1",
            "255",
            "256",
            "1024",
            "1000000",
            "4294967296",
            "1.5",
            "true",
            "false",
            "[]",
            "[\"inspect\"]",
            "[\"a\", \"b\"]",
            "[\"a\", \"a\"]",
            "[1]",
            "[true, \"a\"]",
            "[[\"a\"]]",
            "{}");

    static Stream<Path> systems() throws IOException {
        return descriptions(House.ofThisRun().systems());
    }

    static Stream<Path> parts() throws IOException {
        return Stream.concat(
                descriptions(House.ofThisRun().systems().resolve("parts")),
                Stream.of("board", "first", "console", "other-console")
                        .map(name -> FILES.resolve("parts/" + name + ".toml")));
    }

    static Stream<Path> rightOnes() throws IOException {
        return descriptions(FILES);
    }

    static Stream<Path> wrongOnes() throws IOException {
        return descriptions(FILES.resolve("wrong")).filter(file -> isToml(file));
    }

    static Stream<Key<?>> keys() {
        return Stream.of(
                        Platform.FORM,
                        DescriptionReader.BUILD,
                        Device.FORM,
                        ProcessKeys.PROCESS,
                        ProcessKeys.SUPERVISOR)
                .flatMap(form -> form.keys().stream())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource({"systems", "rightOnes"})
    void takesWhatIsRight(Path file) {
        assertEquals(Set.of(), problems(WHOLE, file));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void takesPartsAsParts(Path file) {
        assertEquals(Set.of(), problems(PART, file));
    }

    @Test
    void aPartIsNoSystem() {
        assertNotEquals(Set.of(), problems(WHOLE, FILES.resolve("parts/board.toml")));
    }

    @ParameterizedTest
    @MethodSource("wrongOnes")
    void refusesWhatIsWrongByForm(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".toml", "");
        Set<ValidationMessage> problems = problems(WHOLE, file);
        assertEquals(Files.readAllLines(BEYOND).contains(name), problems.isEmpty(), problems.toString());
    }

    @Test
    void namesNoExceptionThatIsNotThere() throws IOException {
        List<String> beyond = Files.readAllLines(BEYOND);
        assertEquals(List.copyOf(new TreeSet<>(beyond)), beyond, "sorted, and each once");
        for (String name : beyond) {
            assertTrue(Files.exists(FILES.resolve("wrong").resolve(name + ".toml")), name);
        }
    }

    /** Of any value behind a key, parser and schema say the same, but for the limits of quantities. */
    @ParameterizedTest
    @MethodSource("keys")
    void agreesWithTheParser(Key<?> key) {
        JsonSchema schema = FACTORY.getSchema(new Gson().toJson(key.schema()));
        Set<Boolean> seen = new HashSet<>();
        for (String probe : PROBES) {
            Object value = Table.of(Toml.parse("key = " + probe), Path.of("probe"))
                    .get("key")
                    .content();
            boolean taken = schema.validate(probe, InputFormat.JSON).isEmpty();
            boolean limited = value instanceof String text
                    && (Quantity.SIZE.parse(text).isPresent()
                            || Quantity.TIME.parse(text).isPresent());
            boolean right = isRight(key, value);
            assertTrue(right == taken || limited && taken, key.name() + " = " + probe);
            seen.add(taken);
        }
        assertEquals(Set.of(true, false), seen, "some probe of each sort");
    }

    /** What an editor shows beside a key is not empty, and a default is a value that the key may have. */
    @ParameterizedTest
    @MethodSource("keys")
    void explainsEachKey(Key<?> key) {
        assertFalse(key.meaning().isBlank());
        assertTrue(key.meaning().endsWith("."), key.meaning());
        if (key.told()) {
            Object written = new Gson().toJsonTree(key.schema().get("default"));
            assertEquals(
                    Set.of(),
                    FACTORY.getSchema(new Gson().toJson(key.schema())).validate(written.toString(), InputFormat.JSON));
        }
    }

    private static boolean isRight(Key<?> key, Object value) {
        boolean[] right = {true};
        key.kind().read(value, (expected, got, nearest) -> right[0] = false);
        return right[0];
    }

    private static Set<ValidationMessage> problems(JsonSchema schema, Path file) {
        TomlParseResult toml = parse(file);
        assertFalse(toml.hasErrors(), file.toString());
        return schema.validate(toml.toJson(), InputFormat.JSON);
    }

    private static boolean isToml(Path file) {
        try {
            return !Toml.parse(file).hasErrors();
        } catch (IOException e) {
            return false; // no UTF-8
        }
    }

    private static TomlParseResult parse(Path file) {
        try {
            return Toml.parse(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<Path> descriptions(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".toml")).sorted().toList().stream();
        }
    }
}
