package ristretto.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.compiler.link.Target;

/** What only a library reaches and is not supported is a warning; what the program's own classes reach fails the build. */
class LibraryProblemsTest {
    @TempDir
    Path folder;

    private Path library;
    private Path program;

    @BeforeEach
    void library() throws IOException {
        program = Files.createDirectory(folder.resolve("program"));
        SampleClasses classes = new SampleClasses(program);
        classes.add("Optional", "public class Optional { static void help() {} }");
        classes.add("Library", """
                public class Library {
                    public static native int device();
                    public static void optional() { Optional.help(); }
                    public static void both() { device(); optional(); }
                    public static void run(Runnable task) { task.run(); }
                }
                """);
        library = folder.resolve("library.jar");
        try (OutputStream file = Files.newOutputStream(library);
                JarOutputStream jar = new JarOutputStream(file)) {
            jar.putNextEntry(new JarEntry("Library.class"));
            jar.write(Files.readAllBytes(program.resolve("Library.class")));
        }
    }

    private CompiledModule compile(String body) throws IOException {
        new SampleClasses(program).add("Main", "public class Main {\nstatic void main() {\n" + body + "\n}\n}");
        Files.deleteIfExists(program.resolve("Library.class"));
        Files.deleteIfExists(program.resolve("Optional.class"));
        CompiledModule compiled = new Compiler(SampleClasses.system())
                .compileProcess(List.of(program, library), "Main", Target.RISCV64_PROCESS);
        module = compiled.ir();
        return compiled;
    }

    private String module;

    @Test
    void warnsOfWhatALibraryReaches() throws IOException {
        assertEquals(
                List.of(
                        "Library.device(Library.java): native method without a substitute\n"
                                + "    reached from Library.both\n    reached from Main.main\n"
                                + "    reached from ristretto.runtime.Main$$Call.call\n"
                                + "    reached from ristretto.runtime.ProcessStart.callMain\n"
                                + "    reached from ristretto.runtime.ProcessStart.start",
                        "Library.optional(Library.java:3): class Optional is not on the class path\n"
                                + "    reached from Library.both\n    reached from Main.main\n"
                                + "    reached from ristretto.runtime.Main$$Call.call\n"
                                + "    reached from ristretto.runtime.ProcessStart.callMain\n"
                                + "    reached from ristretto.runtime.ProcessStart.start"),
                compile("Library.both();").warnings());
        assertTrue(module.contains("raise:unsupported"), "throws where it is called");
        assertTrue(module.contains("raise:missingClass"), "throws where the class is used");
    }

    @Test
    void warnsOfAnInstructionInALibraryThatTheProgramCallsItself() throws IOException {
        List<String> warnings = compile("Library.optional();").warnings();
        assertEquals(1, warnings.size());
        assertTrue(warnings.getFirst().startsWith("Library.optional(Library.java:3): class Optional is not"));
    }

    @Test
    void failsForWhatTheProgramCallsItself() {
        CompilationFailure failure =
                assertThrows(CompilationFailure.class, () -> compile("Library.both(); Library.device();"));
        assertTrue(
                failure.getMessage().startsWith("Library.device(Library.java): native method without a substitute"),
                failure.getMessage());
        assertEquals(-1, failure.getMessage().indexOf("Optional"), failure.getMessage());
    }

    /** Who calls it does not matter: the lambda is the program's own. */
    @Test
    void failsForWhatTheProgramDoesInACallback() {
        CompilationFailure failure = assertThrows(
                CompilationFailure.class, () -> compile("Library.both(); Library.run(() -> Library.device());"));
        assertTrue(failure.getMessage().contains("Library.device"), failure.getMessage());
    }

    @Test
    void failsForWhatTheProgramReachesThroughTheJdk() {
        CompilationFailure failure = assertThrows(
                CompilationFailure.class, () -> compile("Library.both(); System.loadLibrary(\"machine\");"));
        assertTrue(failure.getMessage().contains("Main.main(Main.java:3)"), failure.getMessage());
    }
}
