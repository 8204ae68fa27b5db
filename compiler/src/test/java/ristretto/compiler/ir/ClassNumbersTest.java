package ristretto.compiler.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.compiler.Mode;
import ristretto.compiler.SampleClasses;
import ristretto.compiler.analysis.Problems;
import ristretto.compiler.analysis.Program;
import ristretto.compiler.analysis.Reachability;
import ristretto.compiler.heap.BuildTimeHeap;
import ristretto.compiler.link.Target;
import ristretto.compiler.model.ClassPath;
import ristretto.compiler.model.ClassWorld;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaMethod;
import ristretto.compiler.model.Substitutions;

/** A type test of a class is a range of class numbers: so the ranges must nest just as the classes do. */
class ClassNumbersTest {
    private static final String SOURCE = """
            public class Sample {
                static class A {} static class B extends A {} static class C extends A {} static class D extends B {}
                static class E extends D {} static class F {} static class G extends Never {} static class Never {}
                interface Shape { int f(); } static class One implements Shape { public int f() { return 1; } }
                static class Two implements Shape { public int f() { return 2; } }
                static class Other { int f() { return 3; } } static class Another extends Other { int f() { return 4; } }
                static int run(Shape shape, Other other) { return shape.f() + other.f(); }
                static void main() {
                    new E(); new C(); new F(); new G(); new B(); new A();
                    run(new One(), new Other()); run(new Two(), new Another());
                }
            }""";

    @TempDir
    static Path folder;

    private static Program program;
    private static VirtualTables tables;

    @BeforeAll
    static void analyse() {
        new SampleClasses(folder).add("Sample", SOURCE);
        ClassWorld world = new ClassWorld(new ClassPath(List.of(folder), List.of()), Substitutions.none());
        BuildTimeHeap heap = new BuildTimeHeap(world, ClassNumbersTest.class.getClassLoader());
        Reachability reachability = new Reachability(
                Mode.PROCESS, Target.RISCV64_PROCESS, world, Substitutions.none(), heap, new Problems());
        JavaMethod main = world.get("Sample").methods.get("main()V");
        reachability.addRoot(main);
        program = reachability.run();
        tables = new VirtualTables(program);
    }

    @Test
    void rangesNestAsClassesDo() {
        for (JavaClass above : program.instantiated) {
            for (JavaClass below : program.instantiated) {
                boolean inRange = below.number >= above.number && below.number <= above.lastNumber;
                assertEquals(below.isSubclassOf(above), inRange, below + " in " + above);
            }
        }
    }

    @Test
    void numbersDiffer() {
        Set<Integer> numbers = new HashSet<>();
        program.instantiated.forEach(type -> assertTrue(numbers.add(type.number), type.name));
        assertTrue(program.world.get("Sample$Never").number > 0, "a superclass without objects has a number too");
    }

    @Test
    void tablesHoldWhatCallsArriveAt() {
        int index = tables.index("f()I");
        assertEquals("Sample$One", tables.table(program.world.get("Sample$One")).get(index).owner.name);
        assertEquals("Sample$Two", tables.table(program.world.get("Sample$Two")).get(index).owner.name);
        int ofPackage = tables.index("f()I@");
        assertEquals(
                "Sample$Another",
                tables.table(program.world.get("Sample$Another")).get(ofPackage).owner.name);
        assertTrue(tables.table(program.world.get("Sample$F")).isEmpty());
    }
}
