package ristretto.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.compiler.link.Target;

/** What of a program is compiled, and what of it leaves no trace in the image; the same input gives the same text. */
class ClosedWorldTest {
    private static final String SOURCE = """
            public class Main {
                interface Shape { int area(); }
                static class Square implements Shape { public int area() { return 1; } }
                static class Circle implements Shape { public int area() { return 2; } int alone() { return 3; } }
                static class Never implements Shape { public int area() { return 4; } }
                static class Point { int read; long unread; Object unreadReference; }
                enum Colour { RED, GREEN }
                static class Lazy { static int value = Main.twice(); }
                static class Untouched { static int value = Main.twice(); }
                static int twice() { return 2; }
                static int unused() { return 5; }
                static void asserts(Object o) { assert twice() == 2 : onlyOfAssert(); }
                static String onlyOfAssert() { return ""; }
                static class Late { int some() { return 6; } }
                static class NeverThrown extends RuntimeException {}
                static int tests(Object o) {
                    if (o instanceof Never never) return onlyOfNever();
                    if (!(o instanceof Late)) {
                        return makesLate();
                    }
                    return onlyOfLate();
                }
                static int onlyOfNever() { return 1; }
                static int onlyOfLate() { return 2; }
                static int makesLate() {
                    try { return new Late().some(); } catch (NeverThrown e) { return onlyOfHandler(); }
                }
                static int onlyOfHandler() { return 3; }
                public static void main(String[] args) {
                    Shape shape = args.length > 0 ? new Square() : new Circle();
                    Never never = null;
                    Point point = new Point();
                    point.read = shape.area();
                    point.unread = 7;
                    point.unreadReference = never;
                    asserts(point);
                    tests(point);
                    Runnable lambda = () -> System.out.println(Colour.RED);
                    lambda.run();
                    System.exit(point.read + Lazy.value + (args instanceof Object[] ? 1 : 0));
                }
            }""";

    @TempDir
    static Path folder;

    private static SampleClasses program;
    private static String text;

    @BeforeAll
    static void compile() {
        program = new SampleClasses(folder).add("Main", SOURCE);
        text = program.compile("Main");
    }

    private static boolean defines(String function) {
        return text.lines().anyMatch(line -> line.startsWith("define ") && line.contains("@\"" + function + "\"("));
    }

    @Test
    void callsArriveAtClassesThatHaveInstances() {
        assertTrue(defines("Main$Square.area()I"));
        assertTrue(defines("Main$Circle.area()I"));
        assertFalse(defines("Main$Never.area()I"));
    }

    @Test
    void whatNobodyCallsIsNotThere() {
        assertFalse(defines("Main$Circle.alone()I"));
        assertFalse(defines("Main.unused()I"));
        assertFalse(text.contains("class:Main$Never\" ="));
    }

    @Test
    void assertionsAreOff() {
        assertTrue(defines("Main.asserts(Ljava/lang/Object;)V"));
        assertFalse(defines("Main.onlyOfAssert()Ljava/lang/String;"));
    }

    @Test
    void whatOnlyInstancesOfAClassWithoutAnyWouldReachIsNotThere() {
        assertTrue(defines("Main.tests(Ljava/lang/Object;)I"));
        assertTrue(defines("Main.makesLate()I"));
        assertTrue(defines("Main.onlyOfLate()I"));
        assertFalse(defines("Main.onlyOfNever()I"));
        assertFalse(defines("Main.onlyOfHandler()I"));
    }

    @Test
    void whatOnlyAFeatureWouldReachThatIsLeftOutIsNotThere(@TempDir Path another) {
        new SampleClasses(another).add("Uses", """
                import ristretto.sdk.system.Features;
                public class Uses {
                    static int lends() { return 1; }
                    static int lendsNothing() { return 2; }
                    static int shares() { return 3; }
                    public static void main(String[] args) {
                        int code = Features.loans() ? lends() : 0;
                        if (!Features.loans()) { code += lendsNothing(); }
                        if (Features.channels()) { code += shares(); }
                        System.exit(code);
                    }
                }""");
        SequencedMap<String, String> mains = new LinkedHashMap<>(Map.of("one", "Uses"));
        Compiler compiler = new Compiler(SampleClasses.system());
        String whole = compiler.compileProcesses(List.of(another), mains, Set.of(), Target.RISCV64_PROCESS)
                .ir();
        String without = compiler.compileProcesses(List.of(another), mains, Set.of("loans"), Target.RISCV64_PROCESS)
                .ir();
        for (String method : List.of("lends", "lendsNothing", "shares")) {
            assertTrue(whole.contains("@\"Uses." + method + "()I\"("), method);
            assertEquals(!method.equals("lends"), without.contains("@\"Uses." + method + "()I\"("), method);
        }
        Set<String> unknown = Set.of("loan");
        assertThrows(
                IllegalArgumentException.class,
                () -> compiler.compileProcesses(List.of(another), mains, unknown, Target.RISCV64_PROCESS));
    }

    @Test
    void fieldsThatNobodyReadsTakeNoSpace() {
        String descriptor = text.lines()
                .filter(line -> line.startsWith("@\"class:Main$Point\""))
                .findFirst()
                .orElseThrow();
        int headerAndOneField = 16;
        assertTrue(descriptor.matches(".* \\{ i32 \\d+, i32 " + headerAndOneField + ", .*"), descriptor);
    }

    @Test
    void initialisersOfTheProgramRunInTheProgram() {
        assertTrue(defines("initialise:Main$Lazy"));
        assertTrue(defines("initialise:Main$Colour"));
        assertFalse(defines("initialise:Main$Untouched"));
    }

    @Test
    void initialisersOfTheJdkRanBefore() {
        assertFalse(text.contains("@\"initialise:java/lang/String\""));
        assertFalse(defines("java/lang/String.<clinit>()V"));
    }

    @Test
    void theSameInputGivesTheSameText() {
        assertEquals(text, program.compile("Main"));
    }
}
