package ristretto.compiler.link;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What loops over arrays cost in code that is to be fast. */
class LoopChecksTest {
    /** {@code while (a[i] >= 0) i--;}, where the check is all that ends it at the beginning of the array. */
    private static final String DOWN = """
            define i32 @down(ptr %a, i32 %from) "frame-pointer"="non-leaf" {
            entry:
              %n = load i32, ptr %a, !range !0
              br label %loop
            loop:
              %i = phi i32 [ %from, %entry ], [ %j, %next ]
              %bad = icmp uge i32 %i, %n
              br i1 %bad, label %exit, label %inside, !prof !1
            inside:
              %w = zext nneg i32 %i to i64
              %p = getelementptr inbounds nuw i32, ptr %a, i64 %w
              %v = load i32, ptr %p
              %c = icmp slt i32 %v, 0
              br i1 %c, label %exit, label %next
            next:
              %j = add i32 %i, -1
              br label %loop
            exit:
              ret i32 %i
            }
            !0 = !{i32 0, i32 -2147483648}
            !1 = !{!"branch_weights", i32 1, i32 4000}
            """;

    private static String assembly(String ir) {
        return LinkFixture.GENERATOR.assembly(ir, Target.RISCV64_PROCESS, CodeGenerator.OPTIMIZE_SPEED);
    }

    /** The instructions between a label and a branch back to it, shortest first. */
    private static String shortestLoop(String code) {
        String shortest = null;
        Matcher labels = Pattern.compile("(?m)^(\\.LBB\\d+_\\d+):").matcher(code);
        while (labels.find()) {
            int end = code.indexOf(", " + labels.group(1) + "\n", labels.end());
            if (end >= 0 && (shortest == null || end - labels.end() < shortest.length())) {
                shortest = code.substring(labels.end(), end);
            }
        }
        assertTrue(shortest != null, code);
        return shortest;
    }

    @Test
    void anIndexThatCountsDownIsNotExtendedInTheLoop() {
        String code = assembly(DOWN);
        String loop = shortestLoop(code);
        assertTrue(loop.contains("lw\t"), code);
        assertFalse(loop.contains("sext.w") || loop.contains("slli"), code);
    }
}
