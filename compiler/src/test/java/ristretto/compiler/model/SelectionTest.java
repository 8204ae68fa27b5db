package ristretto.compiler.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.compiler.SampleClasses;

/** Which method a call arrives at, and which field a name means (JVM specification 5.4). */
class SelectionTest {
    @TempDir
    Path folder;

    private ClassWorld world;

    @BeforeEach
    void compile() {
        world = new SampleClasses(folder)
                .add("p.A", "package p; public class A { void f() {} void g() {} protected void h() {} }")
                .add(
                        "q.Middle",
                        "package q; public class Middle extends p.A { public void f() {} void g() {} protected void h() {} }")
                .add("p.B", "package p; public class B extends q.Middle { public void f() {} }")
                .add("q.Last", "package q; public class Last extends p.B { public void f() {} void g() {} }")
                .add("p.Faces", """
                        package p;
                        public class Faces {
                            interface Left { default void side() {} int x = 7; }
                            interface Lower extends Left { default void side() {} }
                            interface Again extends Lower { void side(); }
                            static class Secretive { private void side() {} private int x = 99; }
                            static class Open extends Secretive implements Left {}
                            static class Diamond implements Left, Lower {}
                            abstract static class Abstract implements Again {}
                        }""")
                .asProgram();
    }

    private void assertSelects(String expected, String type, String owner, String selector) {
        JavaMethod named = world.get(owner).methods.get(selector);
        assertEquals(expected, world.select(world.get(type), named).owner.name);
    }

    @Test
    void packagePrivateMethodsAreOverriddenInTheirPackage() {
        assertSelects("p/A", "q/Middle", "p/A", "f()V");
        assertSelects("p/B", "p/B", "p/A", "f()V");
        assertSelects("p/A", "q/Last", "p/A", "g()V");
        assertSelects("q/Last", "q/Last", "q/Middle", "g()V");
    }

    @Test
    void thenByWhoeverOverridesTheOverridingOne() {
        assertSelects("q/Last", "q/Last", "p/A", "f()V");
    }

    @Test
    void protectedMethodsAreOverriddenEverywhere() {
        assertSelects("q/Middle", "q/Last", "p/A", "h()V");
    }

    @Test
    void privateMethodsOverrideNothing() {
        assertSelects("p/Faces$Left", "p/Faces$Open", "p/Faces$Left", "side()V");
        assertSelects("p/Faces$Secretive", "p/Faces$Open", "p/Faces$Secretive", "side()V");
    }

    @Test
    void theMostSpecificInterfaceCounts() {
        assertSelects("p/Faces$Lower", "p/Faces$Diamond", "p/Faces$Left", "side()V");
    }

    @Test
    void fieldsOfInterfacesComeBeforeThoseOfTheSuperclass() {
        assertEquals("p/Faces$Left", world.resolveField(world.get("p/Faces$Open"), "x").owner.name);
    }
}
