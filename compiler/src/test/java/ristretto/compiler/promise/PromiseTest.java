package ristretto.compiler.promise;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.compiler.CompilationFailure;
import ristretto.compiler.SampleClasses;

/** Promises that hold, and for each way to break one the words that its author will read. */
class PromiseTest {
    private static final String HEAD = """
            import java.util.*;
            import java.util.function.*;
            import ristretto.sdk.*;
            public class Main {
                static int[] data = {3, 1, 2};
                static Object kept;
                public static void main(String[] arguments) { step(arguments.length); }
            """;

    @TempDir
    Path folder;

    private void compile(String members) {
        new SampleClasses(folder).add("Main", HEAD + members + "\n}").compile("Main");
    }

    private void holds(String members) {
        assertDoesNotThrow(() -> compile(members));
    }

    private void broken(String expected, String members) {
        String message =
                assertThrows(CompilationFailure.class, () -> compile(members)).getMessage();
        String withoutCount = message.replaceAll("\\R    and \\d+ more", "");
        assertEquals(
                expected.strip(),
                withoutCount.replace(System.lineSeparator(), "\n").strip());
    }

    @Test
    void workWithArraysFieldsAndVirtualCallsHolds() {
        holds("""
                static int sum;
                @NoAllocation(reason = "control loop") @BoundedStack(reason = "control loop")
                @BoundedTime(reason = "control loop") @LoopBound(value = 3, reason = "length of the table")
                static int step(int n) {
                    for (int i = 0; i < 3; i++) { sum += data[i] * n; }
                    return Math.max(sum, Integer.bitCount(n));
                }
                """);
    }

    @Test
    void makingTheExceptionOfAFailedCheckDoesNotCount() {
        holds("""
                @NoAllocation(reason = "control loop")
                static int step(int n) {
                    if (n < 0) { throw new IllegalArgumentException("expected at least 0, got " + (n == -1 ? "one" : n)); }
                    Objects.requireNonNull(data);
                    return data[n];
                }
                """);
    }

    @Test
    void callOfALambdaThatWasMadeBeforeHolds() {
        holds("""
                static IntUnaryOperator twice = x -> x * data[0];
                @NoAllocation(reason = "control loop")
                static int step(int n) { return twice.applyAsInt(n); }
                """);
    }

    /** The clock is an instruction; on a JVM a method stands in for it, which boxes numbers, as this program does elsewhere. */
    @Test
    void whatStandsInForAnInstructionOnAJvmDoesNotCount() {
        holds("""
                static Object box = Long.valueOf(data.length) + "boxed".length();
                @NoAllocation(reason = "control loop")
                static long step(int n) { return ristretto.magic.riscv64.Machine.readTime() + n; }
                """);
    }

    @Test
    void allocationBehindTwoCalls() {
        broken("""
                @NoAllocation of Main.step is broken: Main.second(Main.java:11) allocates (new int[])
                    reached by Main.step -> Main.first -> Main.second
                """, """
                @NoAllocation(reason = "control loop")
                static void step(int n) { first(n); }
                static void first(int n) { second(n); }
                static void second(int n) { kept = new int[n]; }
                """);
    }

    @Test
    void oneOfTwoImplementationsAllocates() {
        broken("""
                @NoAllocation of Main.step is broken: Main$B.at(Main.java:10) allocates (new java.lang.Object)
                    reached by Main.step -> Main$B.at
                """, """
                interface Part { int at(int n); }
                record A() implements Part { public int at(int n) { return n; } }
                record B() implements Part { public int at(int n) { kept = new Object(); return n; } }
                static Part part = new A();
                static { if (data.length > 5) { part = new B(); } }
                @NoAllocation(reason = "control loop")
                static int step(int n) { return part.at(n); }
                """);
    }

    @Test
    void concatenationAllocates() {
        broken("""
                @NoAllocation of Main.step is broken: Main.step(Main.java:9) allocates (invokedynamic makeConcatWithConstants)
                    reached by Main.step
                """, """
                @NoAllocation(reason = "control loop")
                static void step(int n) { kept = "n" + n; }
                """);
    }

    @Test
    void cloneAllocates() {
        String message =
                assertThrows(CompilationFailure.class, () -> compile("""
                @NoAllocation(reason = "control loop")
                static void step(int n) { kept = data.clone(); }
                """)).getMessage();
        assertEquals(true, message.contains("@NoAllocation of Main.step is broken"), message);
        assertEquals(true, message.contains("allocates (of the heap)"), message);
    }

    @Test
    void capturingLambdaAllocates() {
        broken("""
                @NoAllocation of Main.step is broken: Main.step(Main.java:9) allocates (invokedynamic applyAsInt)
                    reached by Main.step
                """, """
                @NoAllocation(reason = "control loop")
                static int step(int n) { IntUnaryOperator plus = x -> x + n; return plus.applyAsInt(n); }
                """);
    }

    @Test
    void initialiserOfAnotherClassMayAllocate() {
        broken("""
                @NoAllocation of Main.step is broken: Main.step(Main.java:10) runs the class initialiser of Main$Table
                    reached by Main.step
                """, """
                static class Table { static final int[] VALUES = new int[data.length]; }
                @NoAllocation(reason = "control loop")
                static int step(int n) { return Table.VALUES[n]; }
                """);
    }

    @Test
    void recursion() {
        broken("""
                @BoundedStack of Main.step is broken: Main.even(Main.java:10) recurses: Main.even -> Main.odd -> Main.even
                    reached by Main.step -> Main.even
                """, """
                @BoundedStack(reason = "its stack is small")
                static boolean step(int n) { return even(n); }
                static boolean even(int n) { return n == 0 || odd(n - 1); }
                static boolean odd(int n) { return n != 0 && even(n - 1); }
                """);
    }

    @Test
    void loopWithoutBound() {
        broken("""
                @BoundedTime of Main.step is broken: Main.wait(Main.java:10) loops without @LoopBound
                    reached by Main.step -> Main.wait
                """, """
                @BoundedTime(reason = "deadline")
                static void step(int n) { wait(n); }
                static void wait(int n) { while (data[0] != n) { } }
                """);
    }

    @Test
    void loopThatOnlyAThrowLeaves() {
        broken("""
                @BoundedTime of Main.step is broken: Main.step(Main.java:9) loops without @LoopBound
                    reached by Main.step
                """, """
                @BoundedTime(reason = "deadline")
                static void step(int n) { while (true) { if (data[0]++ == n) { throw new IllegalStateException(); } } }
                """);
    }

    @Test
    void monitor() {
        broken("""
                @BoundedTime of Main.step is broken: Main.step(Main.java:9) takes a monitor (synchronized method)
                    reached by Main.step
                """, """
                @BoundedTime(reason = "deadline")
                static synchronized int step(int n) { return data[n]; }
                """);
    }

    @Test
    void libraryThatAllocates() {
        String message =
                assertThrows(CompilationFailure.class, () -> compile("""
                static Map<String, Integer> map = new HashMap<>();
                @NoAllocation(reason = "control loop")
                static void step(int n) { map.put("n", null); }
                """)).getMessage();
        assertEquals(true, message.contains("java.util.HashMap.resize(HashMap.java:"), message);
        assertEquals(
                true,
                message.contains("reached by Main.step -> java.util.HashMap.put -> java.util.HashMap.putVal"),
                message);
    }

    @Test
    void reasonIsMandatory() {
        broken("Main.step: @NoAllocation expects a reason, got none", """
                @NoAllocation(reason = " ")
                static void step(int n) { }
                """);
    }
}
