package ristretto.compiler.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Loops run through arrays with a pointer of their own; where a collection may come in between, the array's own reference stays. */
class LoopPointersTest {
    private static final String LOOP = """
            declare void @sink(i64)
            define i64 @sum(ptr %a, i64 %n) "frame-pointer"="non-leaf" {
            entry:
              br label %loop
            loop:
              %i = phi i64 [ 0, %entry ], [ %j, %loop ]
              %s = phi i64 [ 0, %entry ], [ %t, %loop ]
              %p = getelementptr inbounds i64, ptr %a, i64 %i
              %v = load i64, ptr %p
              %t = add i64 %s, %v
              CALL
              %j = add nuw nsw i64 %i, 1
              %c = icmp slt i64 %j, %n
              br i1 %c, label %loop, label %exit
            exit:
              ret i64 %t
            }
            """;

    private static String assembly(String call) {
        return LinkFixture.GENERATOR.assembly(
                LOOP.replace("CALL", call), Target.RISCV64_PROCESS, CodeGenerator.OPTIMIZE_SPEED);
    }

    @Test
    void aLoopAdvancesAPointer() {
        String code = assembly("");
        Matcher load = Pattern.compile("ld\\s+a\\d, 0\\((a\\d)\\)").matcher(code);
        assertTrue(load.find(), code);
        assertTrue(code.contains("addi\t" + load.group(1) + ", " + load.group(1) + ", 8"), code);
    }

    @Test
    void acrossACallTheBaseIsKeptBesideThePointer() {
        String code = assembly("call void @sink(i64 %v)");
        Matcher pointer = Pattern.compile("addi\\t(s\\d+), \\1, 8\\n").matcher(code);
        assertTrue(pointer.find(), "a pointer that advances: " + code);
        Matcher base = Pattern.compile("mv\\t(s\\d+), a0\\n").matcher(code);
        assertTrue(base.find(), code);
        if (base.group(1).equals(pointer.group(1))) {
            assertTrue(base.find(), "the base is kept beside the pointer: " + code);
        }
        int begin = code.lastIndexOf(".LBB0_", code.indexOf("call\tsink"));
        String label = code.substring(begin, code.indexOf(':', begin));
        String loop = code.substring(begin, code.indexOf(", " + label + "\n"));
        assertFalse(
                Pattern.compile("\\t\\w+\\t" + base.group(1) + ",")
                        .matcher(loop)
                        .find(),
                "the base is overwritten: " + code);
    }

    @Test
    void innerLoopsBelongToOuterOnes() {
        // 0 -> 1 -> 2 -> 3 -> 2, 3 -> 1, 1 -> 4; 5 is reached by nothing
        ControlFlow flow = new ControlFlow(new int[][] {{1}, {2, 4}, {3}, {2, 1}, {}, {2}});
        assertEquals(Map.of(1, set(1, 2, 3), 2, set(2, 3)), flow.loops());
    }

    @Test
    void aCycleWithTwoEntriesIsNoLoop() {
        ControlFlow flow = new ControlFlow(new int[][] {{1, 2}, {2}, {1}});
        assertEquals(Map.of(), flow.loops());
    }

    @Test
    void aBlockThatFollowsItselfIsALoop() {
        assertEquals(Map.of(1, set(1)), new ControlFlow(new int[][] {{1}, {1, 2}, {}}).loops());
    }

    private static BitSet set(int... blocks) {
        BitSet set = new BitSet();
        for (int block : blocks) {
            set.set(block);
        }
        return set;
    }
}
