package ristretto.compiler.rules;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** One hostile class for each rule, with the exact words that its author will read. */
final class KernelModeCheckTest {
    @Test
    void harmlessCodePasses() {
        String source = """
                class Sample {
                    static final int[] TABLE = new int[4];
                    static final Sample ONLY = new Sample();
                    static int written;
                    static { written = 3; }
                    int state;
                    static void start() { ONLY.step(3); }
                    @ristretto.magic.LoopBound(value = 4, reason = "length of the table")
                    void step(int n) {
                        for (int i = 0; i < TABLE.length; i++) { TABLE[i] = n / (i + 1); }
                        state += written;
                        switch (n) { case 1: state = 2; break; default: state = 3; }
                    }
                    static void neverCalled() { throw new IllegalStateException(); }
                }
                """;
        assertDoesNotThrow(() -> KernelModeCheck.check(new SampleProgram(source, Set.of())));
    }

    @Test
    void allocatesObject() {
        assertOne("Sample.start(Sample.java:2) allocates (new java.lang.Object)", """
                class Sample {
                    static void start() { new Object().hashCode(); }
                }
                """);
    }

    @Test
    void allocatesArrays() {
        assertMessage("""
                3 violations of kernel mode:
                Sample.start(Sample.java:3) allocates (new long[])
                    reached by Sample.start
                Sample.start(Sample.java:4) allocates (new java.lang.String[])
                    reached by Sample.start
                Sample.start(Sample.java:5) allocates (new int[][])
                    reached by Sample.start""", """
                class Sample {
                    static void start() {
                        int a = new long[2].length;
                        a = new String[3].length;
                        a = new int[4][5].length;
                    }
                }
                """);
    }

    @Test
    void concatenates() {
        assertOne("Sample.start(Sample.java:2) allocates (invokedynamic makeConcatWithConstants)", """
                class Sample {
                    static int start(int n) { return ("n" + n).length(); }
                }
                """);
    }

    @Test
    void throwsInCallee() {
        assertMessage("""
                1 violation of kernel mode:
                Deep.fail(Sample.java:8) throws
                    reached by Sample.start -> Sample.middle -> Deep.fail""", """
                class Sample {
                    static final RuntimeException FAILURE = null;
                    static void start() { middle(); }
                    static void middle() { Deep.fail(); }
                }
                class Deep {
                    static void fail() {
                        throw Sample.FAILURE;
                    }
                }
                """);
    }

    @Test
    void catches() {
        assertOne("Sample.start(Sample.java:5) catches java.lang.ArithmeticException", """
                class Sample {
                    static int start(int n) {
                        try {
                            return 1 / n;
                        } catch (ArithmeticException e) {
                            return 0;
                        }
                    }
                }
                """);
    }

    @Test
    void computesWithFloatingPoint() {
        assertOne("Sample.start(Sample.java:3) uses floating point", """
                class Sample {
                    static int start(int n) {
                        return (int) (n * 1.5f);
                    }
                }
                """);
    }

    @Test
    void passesFloatingPoint() {
        assertMessage("""
                3 violations of kernel mode:
                Sample.start(Sample.java:3) uses floating point
                    reached by Sample.start
                Sample.take(Sample.java:5) uses floating point (in its descriptor)
                    reached by Sample.start -> Sample.take
                Sample.take(Sample.java:5) uses floating point
                    reached by Sample.start -> Sample.take""", """
                class Sample {
                    static void start() {
                        take(0);
                    }
                    static double take(double d) { return d; }
                }
                """);
    }

    @Test
    void callsItself() {
        assertOne("Sample.start(Sample.java:4) recurses: Sample.start -> Sample.start", """
                class Sample {
                    static int start(int n) {
                        if (n == 0) return 1;
                        return n * start(n - 1);
                    }
                }
                """);
    }

    @Test
    void recursesThroughOthers() {
        assertMessage("""
                1 violation of kernel mode:
                Sample.even(Sample.java:4) recurses: Sample.even -> Other.odd -> Sample.even
                    reached by Sample.start -> Sample.even""", """
                class Sample {
                    static void start() { even(4); }
                    static boolean even(int n) {
                        return n == 0 || Other.odd(n - 1);
                    }
                }
                class Other {
                    static boolean odd(int n) { return n != 0 && (Sample.even(n - 1) || leaf(n)); }
                    static boolean leaf(int n) { return n > 100; }
                }
                """);
    }

    @Test
    void loopsWithoutBound() {
        assertOne("Sample.start(Sample.java:5) loops without @LoopBound", """
                class Sample {
                    static int start(int n) {
                        int sum = 0;
                        while (n > 0) {
                            sum += n--;
                        }
                        return sum;
                    }
                }
                """);
    }

    @Test
    void runsClassInitialiser() {
        assertMessage("""
                4 violations of kernel mode:
                Sample.start(Sample.java:3) runs the class initialiser of Late
                    reached by Sample.start
                Sample.start(Sample.java:4) runs the class initialiser of Late
                    reached by Sample.start
                Sample.start(Sample.java:5) runs the class initialiser of Late
                    reached by Sample.start
                Sample.start(Sample.java:5) writes the static field Late.count
                    reached by Sample.start""", """
                class Sample {
                    static void start() {
                        int n = Late.count;
                        Late.call();
                        Late.count = n;
                    }
                }
                class Late {
                    static int count = Integer.getInteger("x");
                    static void call() { count(); }
                    static void count() {}
                }
                """, "Late");
    }

    @Test
    void writesStaticField() {
        assertOne("Sample.start(Sample.java:4) writes the static field Sample.count", """
                class Sample {
                    static int count;
                    static void start() {
                        count++;
                    }
                }
                """);
    }

    @Test
    void synchronizesMethod() {
        assertOne("Sample.start(Sample.java:2) takes a monitor (synchronized method)", """
                class Sample {
                    static synchronized int start() { return 1; }
                }
                """);
    }

    @Test
    void synchronizesBlock() {
        assertMessage("""
                4 violations of kernel mode:
                Sample.start(Sample.java:4) takes a monitor (synchronized block)
                    reached by Sample.start
                Sample.start(Sample.java:6) takes a monitor (synchronized block)
                    reached by Sample.start
                Sample.start(Sample.java:6) throws
                    reached by Sample.start
                Sample.start(Sample.java:6) catches anything, for a finally or synchronized block
                    reached by Sample.start""", """
                class Sample {
                    int count;
                    static void start(Sample sample) {
                        synchronized (sample) {
                            sample.count = 1;
                        }
                    }
                }
                """);
    }

    private static void assertOne(String expected, String source) {
        assertMessage("1 violation of kernel mode:\n" + expected + "\n    reached by Sample.start", source);
    }

    private static void assertMessage(String expected, String source, String... initializedAtRunTime) {
        SampleProgram program = new SampleProgram(source, Set.of(initializedAtRunTime));
        KernelModeException refused = assertThrows(KernelModeException.class, () -> KernelModeCheck.check(program));
        assertEquals(expected, refused.getMessage());
    }
}
