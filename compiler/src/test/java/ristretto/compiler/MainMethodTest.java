package ristretto.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.compiler.model.ClassPath;
import ristretto.compiler.model.ClassWorld;
import ristretto.compiler.model.JavaMethod;
import ristretto.compiler.model.Substitutions;

/** Which main method is called (Java language specification 12.1.4), and what is said where there is none. */
class MainMethodTest {
    @TempDir
    Path folder;

    private JavaMethod call(String source) {
        new SampleClasses(folder).add("Main", source);
        ClassWorld world = new ClassWorld(new ClassPath(List.of(folder), List.of()), Substitutions.none());
        new MainMethod(world).define(MainMethod.Programs.of(List.of("Main")));
        return world.get(MainMethod.CLASS).methods.get(MainMethod.METHOD);
    }

    private void assertCalls(String expected, String source) {
        assertEquals(expected, invocations(call(source)));
    }

    private static String invocations(JavaMethod method) {
        return method.elements().stream()
                .map(Object::toString)
                .filter(element -> element.startsWith("Invoke"))
                .collect(Collectors.joining(" "));
    }

    private void assertRefused(String message, String source) {
        assertEquals(
                message,
                assertThrows(CompilationFailure.class, () -> call(source)).getMessage());
    }

    @Test
    void arguments() {
        assertCalls(
                "Invoke[OP=INVOKESTATIC, m=Main.main([Ljava/lang/String;)V]",
                "class Main { public static void main(String[] args) {} static void main() {} }");
    }

    @Test
    void noArguments() {
        assertCalls("Invoke[OP=INVOKESTATIC, m=Main.main()V]", "class Main { static void main() {} }");
    }

    @Test
    void ofAnObject() {
        assertCalls(
                "Invoke[OP=INVOKESPECIAL, m=Main.<init>()V] Invoke[OP=INVOKEVIRTUAL, m=Main.main([Ljava/lang/String;)V]",
                "class Main { void main(String[] args) {} }");
    }

    @Test
    void inherited() {
        assertCalls(
                "Invoke[OP=INVOKESTATIC, m=Main.main([Ljava/lang/String;)V]",
                "class Main extends Above {} class Above { public static void main(String... args) {} }");
    }

    @Test
    void severalProgramsEachCalledOutOfLine() {
        new SampleClasses(folder)
                .add("One", "class One { public static void main(String[] args) {} }")
                .add("Two", "class Two { void main() {} }");
        ClassWorld world = new ClassWorld(new ClassPath(List.of(folder), List.of()), Substitutions.none());
        new MainMethod(world).define(MainMethod.Programs.of(List.of("One", "Two")));
        JavaMethod one = world.get(MainMethod.CLASS).methods.get("call:One([Ljava/lang/String;)V");
        JavaMethod two = world.get(MainMethod.CLASS).methods.get("call:Two([Ljava/lang/String;)V");
        assertEquals("Invoke[OP=INVOKESTATIC, m=One.main([Ljava/lang/String;)V]", invocations(one));
        assertEquals(
                "Invoke[OP=INVOKESPECIAL, m=Two.<init>()V] Invoke[OP=INVOKEVIRTUAL, m=Two.main()V]", invocations(two));
        assertTrue(one.annotations.noInline() && two.annotations.noInline());
    }

    @Test
    void processesOfOneImageKnowTheirProgramByTheirName() {
        new SampleClasses(folder)
                .add("One", "class One { public static void main(String[] args) {} }")
                .add("Two", "class Two { void main() {} }");
        ClassWorld world = new ClassWorld(new ClassPath(List.of(folder), List.of()), Substitutions.none());
        SequencedMap<String, String> mains = new LinkedHashMap<>();
        mains.put("first", "One");
        mains.put("second", "Two");
        mains.put("third", "One");
        new MainMethod(world).define(MainMethod.Programs.ofProcesses(mains, Set.of()));
        String is = "Invoke[OP=INVOKESTATIC, m=ristretto/runtime/ProgramChoice.isProcess(Ljava/lang/String;)Z] ";
        String call = "Invoke[OP=INVOKESTATIC, m=ristretto/runtime/Main$$Call.call:%s([Ljava/lang/String;)V]";
        assertEquals(
                is + call.formatted("One") + " " + is + call.formatted("Two") + " " + is + call.formatted("One"),
                invocations(world.get(MainMethod.CLASS).methods.get(MainMethod.METHOD)));
    }

    @Test
    void none() {
        String message = "class Main has no main method: expected 'void main(String[] args)' or 'void main()'";
        assertRefused(message, "class Main { static int main(String[] args) { return 0; } }");
        assertRefused(message, "class Main { private static void main(String[] args) {} }");
        assertRefused(message, "class Main { static void main(int n) {} }");
    }

    @Test
    void noObjectForIt() {
        assertRefused(
                "class Main has an instance main method, but no constructor without parameters",
                "class Main { Main(int n) {} void main() {} }");
    }

    @Test
    void noSuchClass() {
        ClassWorld world = new ClassWorld(new ClassPath(List.of(folder), List.of()), Substitutions.none());
        CompilationFailure failure = assertThrows(CompilationFailure.class, () -> new MainMethod(world)
                .define(MainMethod.Programs.of(List.of("some.Main"))));
        assertEquals("class some.Main is not on the class path", failure.getMessage());
    }
}
