package ristretto.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
