package ristretto.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.DiscontinuedInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be compiled is refused with class, method, line and reason, and with the way from main to there. */
class UnsupportedTest {
    private static final List<String> START = List.of(
            "    reached from ristretto.runtime.Main$$Call.call",
            "    reached from ristretto.runtime.ProcessStart.callMain",
            "    reached from ristretto.runtime.ProcessStart.start");

    @TempDir
    Path folder;

    private SampleClasses program(String body, String members) {
        String source = "public class Main {\npublic static void main(String[] args) throws Throwable {\n" + body
                + "\n}\n" + members + "}";
        return new SampleClasses(folder).add("Main", source);
    }

    private static List<String> refusal(SampleClasses program) {
        return assertThrows(CompilationFailure.class, () -> program.compile("Main"))
                .getMessage()
                .lines()
                .toList();
    }

    /** In the program's own code; the way there is told from the process's start. */
    private static void assertRefused(SampleClasses program, String... expected) {
        List<String> lines = new ArrayList<>(List.of(expected));
        lines.addAll(START);
        assertEquals(lines, refusal(program));
    }

    @Test
    void nativeMethod() {
        assertRefused(
                program("twice();", "static void twice() { device(); }\nstatic native int device();"),
                "Main.device(Main.java): native method without a substitute",
                "    reached from Main.twice",
                "    reached from Main.main");
    }

    @Test
    void methodHandles() {
        assertRefused(
                program("int n = (int) handle.invokeExact(1);", "static java.lang.invoke.MethodHandle handle;"),
                "Main.main(Main.java:3): method handles built at run time are not supported");
    }

    @Test
    void variableHandles() {
        assertRefused(
                program("int n = (int) handle.getAcquire(args);", "static java.lang.invoke.VarHandle handle;"),
                "Main.main(Main.java:3): VarHandles built at run time are not supported");
    }

    @Test
    void missingExceptionClass() {
        SampleClasses program =
                new SampleClasses(folder).add("Failure", "public class Failure extends RuntimeException {}");
        String source =
                "public class Main {\nstatic void main() {\ntry {\nMain.class.getName(); } catch (Failure e) {} } }";
        assertRefused(
                program.add("Main", source).remove("Failure"),
                "Main.main(Main.java): class Failure is not on the class path");
    }

    /** A subroutine is what no compiler of this century writes. */
    @Test
    void oldClassFileWithSubroutine() throws IOException {
        SampleClasses program = program("", "");
        byte[] bytes = ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS)
                .build(ClassDesc.of("Main"), type -> type.withVersion(49, 0)
                        .withMethodBody("main", MethodTypeDesc.ofDescriptor("()V"), ClassFile.ACC_STATIC, code -> {
                            Label start = code.newLabel();
                            code.with(DiscontinuedInstruction.JsrInstruction.of(start))
                                    .return_()
                                    .labelBinding(start)
                                    .astore(0)
                                    .with(DiscontinuedInstruction.RetInstruction.of(0));
                        }));
        Files.write(folder.resolve("Main.class"), bytes);
        assertEquals(
                List.of("class Main has class file version 49 with subroutines (jsr); supported are 50 (Java 6) and"
                        + " later, and earlier ones without"),
                refusal(program));
    }

    /** Something of the JDK: the program's line that uses it comes first. */
    @Test
    void dynamicLibraries() {
        assertEquals(
                List.of(
                        "Main.main(Main.java:3): java.lang.System.loadLibrary is not supported"
                                + " (there are no dynamic libraries)",
                        "    reached from Main.main"),
                refusal(program("System.loadLibrary(\"x\");", "")));
    }

    @Test
    void missingClass() {
        SampleClasses program =
                new SampleClasses(folder).add("Helper", "public class Helper { static void help() {} }");
        String source =
                "public class Main {\npublic static void main(String[] args) {\nif (args.length > 3)\nHelper.help();\n}\n}";
        assertRefused(
                program.add("Main", source).remove("Helper"),
                "Main.main(Main.java:4): class Helper is not on the class path");
    }

    @Test
    void missingMembers() {
        SampleClasses program = new SampleClasses(folder)
                .add("Helper", "public class Helper { static void help() {} static int number; }")
                .add("Main", "public class Main { static void main() {\nHelper.help(); } }")
                .add("Helper", "public class Helper { static int number; }");
        assertRefused(program, "Main.main(Main.java:2): method Helper.help()V does not exist");
        program.add("Main", "public class Main { static int main; static void main() {\nHelper.number++; } }")
                .add("Helper", "public class Helper {}");
        assertRefused(program, "Main.main(Main.java:2): field Helper.number does not exist");
    }

    @Test
    void whatIsNotReachedIsNotRefused() {
        program("", "static void never() { new Thread().start(); device(); }\nstatic native int device();")
                .compile("Main");
    }
}
