package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.House;
import ristretto.tool.UserError;
import ristretto.tool.project.NewProject;

/** {@code ./ristretto new}: what it makes builds, passes its tests on the JVM and in QEMU, and fails them when it is broken. */
class NewProjectTest {
    private static final int PATIENCE_MINUTES = 8;

    @TempDir
    private Path folder;

    @Test
    void buildsAndPassesAtOnce() throws IOException, InterruptedException {
        Path project = folder.resolve("guest-book");
        RunResult made = run(
                folder,
                ToolProcess.command("new", "guest-book", "--package", "org.guests", "--folder", project.toString()));
        assertEquals(0, made.exitCode(), made.output());
        expectWhatTheManualShows(project);
        RunResult tested = run(project, maven());
        assertEquals(0, tested.exitCode(), tested.output());
        assertTrue(tested.output().contains("Tests run: 6, Failures: 0, Errors: 0, Skipped: 0"), tested.output());

        // A greeter that miscounts is caught by all kinds of tests: none of them passes whatever happens.
        Path component = project.resolve("src/main/java/org/guests/GreeterComponent.java");
        Files.writeString(component, Files.readString(component).replace("guests++;", "guests += 2;"));
        List<String> impatient = new ArrayList<>(maven());
        impatient.add("-Dristretto.patience=8");
        RunResult broken = run(project, impatient);
        assertTrue(broken.exitCode() != 0, broken.output());
        assertTrue(broken.output().contains("GreeterComponentTest.countsItsGuests"), broken.output());
        assertTrue(broken.output().contains("SystemBootTest.greets"), broken.output());
        assertTrue(broken.output().contains("SystemOnTheDeskTest.countsInTheOrderOfTheGuests"), broken.output());
        assertTrue(
                broken.output().contains("expected \"Hello, Ada, you are guest 1.\" within 8 s, got:"),
                broken.output());
    }

    /** Each piece of Java or of a description in it stands so in some file of the project. */
    private static void expectWhatTheManualShows(Path project) throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.append(Files.readString(file));
            }
        }
        String manual = Files.readString(ImageFactory.HOUSE.root().resolve("docs/first-component.md"));
        List<String> pieces = Pattern.compile("```(java|toml)\n(.*?)```", Pattern.DOTALL)
                .matcher(manual)
                .results()
                .map(result -> result.group(2))
                .toList();
        assertEquals(7, pieces.size());
        pieces.forEach(piece -> assertTrue(sources.indexOf(piece) >= 0, () -> "not in the project: " + piece));
    }

    private static List<String> maven() {
        return List.of("mvn", "-B", "-o", "-Dstyle.color=never", "test");
    }

    @Test
    void refusesWhatIsNoName() {
        assertEquals(
                "name: expected lower-case letters and digits, in words separated by '-', as in my-sensor, got \"My Sensor\"",
                refusal("My Sensor", "com.example"));
        assertEquals(
                "name: expected lower-case letters and digits, in words separated by '-', as in my-sensor, got \"../up\"",
                refusal("../up", "com.example"));
        assertEquals(
                "package: expected a Java package of your own, as in com.example, got \"com.class\"",
                refusal("sensor", "com.class"));
        assertEquals(
                "package: expected a Java package of your own, as in com.example, got \"ristretto.sensor\"",
                refusal("sensor", "ristretto.sensor"));
    }

    private static String refusal(String name, String packageName) {
        return assertThrows(UserError.class, () -> new NewProject(name, packageName))
                .getMessage();
    }

    /** Where Ristretto is stands in the project's pom, whatever its folder is called. */
    @Test
    void anyFolderMayHoldRistretto() throws IOException {
        House house = new House(Path.of("/opt/a & b/<new>"));
        new NewProject("sensor", "com.example.sensor").write(folder, house);
        String pom = Files.readString(folder.resolve("pom.xml"));
        assertTrue(pom.contains("<ristretto.home>/opt/a &amp; b/&lt;new&gt;</ristretto.home>"), pom);
    }

    @Test
    void overwritesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.txt"), "mine");
        NewProject project = new NewProject("sensor", "com.example.sensor");
        assertEquals(
                "folder: expected a new or an empty one, got " + folder + ", which has files",
                assertThrows(UserError.class, () -> project.write(folder, ImageFactory.HOUSE))
                        .getMessage());
        assertEquals(
                "folder: expected a new or an empty one, got " + file + ", which is a file",
                assertThrows(UserError.class, () -> project.write(file, ImageFactory.HOUSE))
                        .getMessage());
        assertEquals("mine", Files.readString(file));
    }

    private static RunResult run(Path where, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("ristretto-project-", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(where.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process = builder.start();
            boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            String text = Files.readString(output, StandardCharsets.UTF_8);
            assertTrue(ended, () -> String.join(" ", command) + " is still running:\n" + text);
            return new RunResult(text, "", process.exitValue());
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
