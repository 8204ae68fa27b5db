package ristretto.compiler.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

    /** {@code for (int i = 0; i < count; i++) sum += a[i];}, with a check of its own. */
    private static final String COUNTED = """
            declare i32 @fail(i32)
            define i32 @sum(ptr %a, i32 %count) "frame-pointer"="non-leaf" {
            entry:
              %n = load i32, ptr %a, !range !0
              br label %loop
            loop:
              %i = phi i32 [ 0, %entry ], [ %j, %inside ]
              %s = phi i32 [ 0, %entry ], [ %t, %inside ]
              %more = icmp slt i32 %i, %count
              br i1 %more, label %body, label %exit
            body:
              %bad = icmp uge i32 %i, %n
              br i1 %bad, label %rare, label %inside, !prof !1
            inside:
              %w = zext nneg i32 %i to i64
              %p = getelementptr inbounds nuw i32, ptr %a, i64 %w
              %v = load i32, ptr %p
              %t = add i32 %s, %v
              %j = add i32 %i, 1
              br label %loop
            rare:
              %r = call i32 @fail(i32 %i) cold
              ret i32 %r
            exit:
              ret i32 %s
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

    private static long branchesInLoop(String code) {
        String loop = shortestLoop(code);
        assertTrue(loop.contains("lw\t"), code);
        return Pattern.compile("\\tb\\w+\\t")
                .matcher(loop.substring(0, loop.lastIndexOf("\tb")))
                .results()
                .count();
    }

    @Test
    void aCountedLoopHasACopyWithoutItsCheck() {
        String code = assembly(COUNTED);
        assertEquals(0, branchesInLoop(code), code);
        assertTrue(code.contains("fail"), "the check is still there: " + code);
    }

    /** The same loop behind so many branches that no later pass can take away. */
    private static String countedBehind(int branches) {
        StringBuilder before = new StringBuilder("br label %b0\n");
        for (int i = 0; i < branches; i++) {
            before.append("""
                    b%1$d:
                      %%v%1$d = load volatile i32, ptr %%a
                      %%c%1$d = icmp eq i32 %%v%1$d, %1$d
                      br i1 %%c%1$d, label %%x%1$d, label %%b%2$d
                    x%1$d:
                      store volatile i32 %1$d, ptr %%a
                      br label %%b%2$d
                    """.formatted(i, i + 1));
        }
        before.append("b%d:\n".formatted(branches));
        return COUNTED.replace("entry:\n", "entry:\n" + before).replace("%entry ]", "%%b%d ]".formatted(branches));
    }

    @Test
    void inAFunctionThatTakesTooLongLoopsKeepTheirChecks() {
        String large = assembly(countedBehind(400));
        assertEquals(0, branchesInLoop(large), large);
        String tooLarge = assembly(countedBehind(800));
        assertEquals(1, branchesInLoop(tooLarge), tooLarge);
        assertFalse(shortestLoop(tooLarge).contains("(sp)"), "it is optimised otherwise: " + tooLarge);
    }

    /** {@code for (long i = 0; i < n; i++) sum += a[i];}, at the end of which is asked, without sign. */
    private static final String TO_THE_END = """
            define i64 @sum(ptr %a, i32 %n) {
            entry:
              %e = zext i32 %n to i64
              br label %loop
            loop:
              %i = phi i64 [ 0, %entry ], [ %j, %loop ]
              %s = phi i64 [ 0, %entry ], [ %t, %loop ]
              %p = getelementptr inbounds i64, ptr %a, i64 %i
              %v = load i64, ptr %p
              %t = add i64 %s, %v
              %j = add nuw nsw i64 %i, 1
              %c = icmp ult i64 %j, %e
              br i1 %c, label %loop, label %exit
            exit:
              ret i64 %t
            }
            """;

    @Test
    void aLoopThroughAnArrayEndsAtAPointerAndCountsNothing() {
        String loop = shortestLoop(assembly(TO_THE_END));
        assertEquals(4, loop.strip().split("\n").length, loop);
        assertTrue(loop.contains("bne\t"), loop);
    }

    @Test
    void argumentsArriveExtendedWithTheirSign() {
        String code = assembly(
                "define i32 @less(i32 %a, i32 %b) {\n%c = icmp slt i32 %a, %b\n%d = zext i1 %c to i32\nret i32 %d\n}");
        assertFalse(code.contains("sext.w"), code);
        String call = assembly(
                "declare i32 @f(i32)\ndefine i64 @g(i64 %a) {\n%n = trunc i64 %a to i32\n%r = call i32 @f(i32 %n)\n"
                        + "%w = sext i32 %r to i64\nret i64 %w\n}");
        assertEquals(1, call.split("sext.w", -1).length - 1, call);
        assertTrue(call.indexOf("sext.w") < call.indexOf("call\tf"), call);
    }
}
