package ristretto.compiler.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.compiler.CompilationFailure;
import ristretto.compiler.SampleClasses;

/** A substitute takes the place of a method of the JDK, or the build fails: a new JDK must not silently lose it. */
class SubstitutionsTest {
    private static final String IN_THIS_JDK = " in this JDK (" + Runtime.version() + ")";

    @TempDir
    Path folder;

    private ClassWorld world(String members) {
        return new SampleClasses(folder)
                .add(
                        "ristretto.runtime.jdk.Sample",
                        "package ristretto.runtime.jdk; import ristretto.runtime.*; "
                                + "@Substitute(\"java.lang.Thread\") final class Sample {" + members + "}")
                .asSystem();
    }

    private void assertRefused(String message, String members) {
        CompilationFailure failure =
                assertThrows(CompilationFailure.class, () -> world(members).get("java/lang/Thread"));
        assertEquals(message + IN_THIS_JDK, failure.getMessage());
    }

    @Test
    void nativeMethodGetsBody() {
        JavaMethod method = world("static Thread currentThread() { return null; }")
                .get("java/lang/Thread")
                .methods
                .get("currentThread()Ljava/lang/Thread;");
        assertFalse(method.isNative());
        assertEquals("ristretto/runtime/jdk/Sample", method.bodyOwner.name);
        assertEquals("java/lang/Thread", method.owner.name);
    }

    @Test
    void objectIsTheFirstParameter() {
        JavaMethod method = world("static void interrupt(Thread self) {}")
                .get("java/lang/Thread")
                .methods
                .get("interrupt()V");
        assertEquals("ristretto/runtime/jdk/Sample", method.bodyOwner.name);
        assertFalse(method.isStatic());
    }

    @Test
    void matchesNothing() {
        assertRefused(
                "ristretto.runtime.jdk.Sample.currentThread(I)Ljava/lang/Thread;: java.lang.Thread has no such method to substitute",
                "static Thread currentThread(int n) { return null; }");
        assertRefused(
                "ristretto.runtime.jdk.Sample.interruptAll(Ljava/lang/Integer;)V: java.lang.Thread has no such method to substitute",
                "static void interruptAll(Integer n) {}");
    }

    @Test
    void noSuchField() {
        assertRefused(
                "ristretto.runtime.jdk.Sample.value: java.lang.Thread has no static field 'noSuchField'",
                "@InitialValue(\"noSuchField\") static int value() { return 1; }");
    }

    @Test
    void twoForOneClass() {
        SampleClasses classes = new SampleClasses(folder).add("ristretto.runtime.jdk.Two", """
                        package ristretto.runtime.jdk;
                        final class Two {
                            @ristretto.runtime.Substitute("java.lang.Thread") static final class A {}
                            @ristretto.runtime.Substitute("java.lang.Thread") static final class B {}
                        }""");
        assertEquals(
                "java.lang.Thread has two substitutes: ristretto/runtime/jdk/Two$A and ristretto/runtime/jdk/Two$B",
                assertThrows(CompilationFailure.class, classes::asSystem).getMessage());
    }
}
