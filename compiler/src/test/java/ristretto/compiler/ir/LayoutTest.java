package ristretto.compiler.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.compiler.Mode;
import ristretto.compiler.SampleClasses;
import ristretto.compiler.model.ClassWorld;
import ristretto.compiler.model.JavaClass;
import ristretto.magic.ObjectLayout;

/** Where fields lie, as {@link ObjectLayout} promises to assembly, collector and raw memory. */
class LayoutTest {
    @TempDir
    Path folder;

    private ClassWorld world;

    @BeforeEach
    void compile() {
        world = new SampleClasses(folder).add("Sample", """
                public class Sample {
                    static class Mixed { byte a; long b; char c; Object d; int e; boolean f; static long none; }
                    static class Below extends Mixed { byte g; Object h; int i; }
                    static class Empty {}
                    static class Wide {
                        long a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9;
                        long c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, d0, d1, d2, d3, d4, d5, d6, d7, d8, d9;
                        long e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, f0, f1, f2, f3, f4, f5, f6, f7, f8, f9;
                        long g0, g1; Object last;
                    }
                }""").asProgram();
    }

    private String offsets(Layout layout, JavaClass type) {
        StringBuilder text = new StringBuilder();
        layout.stored(type)
                .forEach(field -> text.append(field.name).append(field.offset).append(' '));
        return text + "= " + layout.bytes(type);
    }

    @Test
    void largeFieldsFirstSuperclassBeforeAll() {
        Layout layout = new Layout(Mode.KERNEL);
        assertEquals("b8 d16 e24 c28 a30 f31 = 32", offsets(layout, world.get("Sample$Mixed")));
        assertEquals("b8 d16 e24 c28 a30 f31 h32 i40 g44 = 48", offsets(layout, world.get("Sample$Below")));
        assertEquals("= 8", offsets(layout, world.get("Sample$Empty")));
    }

    @Test
    void aProcessHasTheFieldsThatAreRead() {
        JavaClass mixed = world.get("Sample$Mixed");
        mixed.fields.get("a").read = true;
        mixed.fields.get("d").read = true;
        world.get("Sample$Below").fields.get("i").read = true;
        Layout layout = new Layout(Mode.PROCESS);
        assertEquals("d8 a16 i20 = 24", offsets(layout, world.get("Sample$Below")));
        assertEquals(1 << 1, layout.referenceMap(world.get("Sample$Below")));
    }

    @Test
    void referenceMaps() {
        Layout layout = new Layout(Mode.KERNEL);
        assertEquals(1 << 2, layout.referenceMap(world.get("Sample$Mixed")));
        assertEquals(1 << 2 | 1 << 4, layout.referenceMap(world.get("Sample$Below")));
        assertEquals(0, layout.referenceMap(world.get("Sample$Empty")));
        assertEquals(Long.MIN_VALUE, layout.referenceMap(world.get("Sample$Wide")));
        assertEquals(ObjectLayout.REFERENCES_ARRAY, layout.referenceMap(world.get("[[I")));
        assertEquals(ObjectLayout.PRIMITIVES_ARRAY, layout.referenceMap(world.get("[I")));
    }
}
