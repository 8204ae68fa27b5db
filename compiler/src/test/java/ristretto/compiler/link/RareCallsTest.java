package ristretto.compiler.link;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RareCallsTest {
    /** {@code a[i]}, with a check of its own, and with something else before. */
    private static String element(String before) {
        return """
                define internal nonnull ptr @"raise:arrayIndex(II)"(i32 %%i, i32 %%n) noinline cold "frame-pointer"="non-leaf" {
                  %%r = call ptr @exception(i32 %%i, i32 %%n)
                  ret ptr %%r
                }
                declare ptr @exception(i32, i32)
                declare void @other()
                declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
                define { i32, ptr } @element(ptr %%a, i32 %%i, double %%d, i128 %%w) "frame-pointer"="non-leaf" {
                  %%n = load i32, ptr %%a, !range !0
                  %s
                  %%bad = icmp uge i32 %%i, %%n
                  br i1 %%bad, label %%rare, label %%inside, !prof !1
                inside:
                  %%x = zext nneg i32 %%i to i64
                  %%p = getelementptr inbounds nuw i32, ptr %%a, i64 %%x
                  %%v = load i32, ptr %%p
                  %%q = insertvalue { i32, ptr } zeroinitializer, i32 %%v, 0
                  ret { i32, ptr } %%q
                rare:
                  %%e = call nonnull ptr @"raise:arrayIndex(II)"(i32 %%i, i32 %%n) nomerge cold
                  %%t = insertvalue { i32, ptr } zeroinitializer, ptr %%e, 1
                  ret { i32, ptr } %%t
                }
                !0 = !{i32 0, i32 -2147483648}
                !1 = !{!"branch_weights", i32 1, i32 4000}
                """.formatted(before);
    }

    private static String function(String before, Target target, String pipeline) {
        String code = LinkFixture.GENERATOR.assembly(element(before), target, pipeline);
        return code.substring(code.indexOf("\nelement:"), code.indexOf(".size\telement"));
    }

    private static String fast(String before) {
        return function(before, Target.RISCV64_PROCESS, CodeGenerator.OPTIMIZE_SPEED);
    }

    @Test
    void aCheckKeepsNoFrame() {
        String code = fast("");
        assertFalse(
                Pattern.compile("\\bsp\\b|\\bs0\\b|call\\traise").matcher(code).find(), code);
        assertTrue(Pattern.compile("call\\s+t2, rare_call\\.0").matcher(code).find(), code);
    }

    @Test
    void whoeverMakesAnotherCallKeepsHisFrame() {
        for (String call : new String[] {
            "call void @other()",
            "call void @llvm.memset.p0.i64(ptr %a, i8 0, i64 %s, i1 false)".replace("%s", "4096"),
            "%f = frem double %d, 3.0\n  store double %f, ptr %a",
            "%k = mul i128 %w, %w\n  %l = udiv i128 %k, 7\n  store i128 %l, ptr %a",
            "call void asm sideeffect \"call somewhere\", \"~{x1}\"()",
        }) {
            String code = fast(call);
            assertFalse(code.contains("rare_call"), code);
            assertTrue(code.contains("raise:arrayIndex"), code);
        }
    }

    /** A call through the register t1 saves all that it uses: a write barrier. */
    @Test
    void aWriteBarrierIsNoCall() {
        String code = fast("call i64 " + "asm sideeffect \"call t1, write_barrier\", \"={x5},0,~{x6}\"(i64 0)");
        assertTrue(code.contains("rare_call"), code);
        assertFalse(code.contains("s0"), code);
    }

    @Test
    void smallCodeAndOtherProcessorsKeepTheCall() {
        String small = function("", Target.RISCV64_PROCESS, CodeGenerator.OPTIMIZE_SIZE);
        assertFalse(small.contains("rare_call"), small);
        String other = function("", Target.LINUX_X86_64, CodeGenerator.OPTIMIZE_SPEED);
        assertFalse(other.contains("rare_call"), other);
    }

    /** With so many values that LLVM takes s0 and ra for them where it may, both are what they were when the exception is made. */
    @Test
    void theCallersFrameIsIntact() {
        StringBuilder values = new StringBuilder();
        StringBuilder sums = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            values.append("%p")
                    .append(i)
                    .append(" = getelementptr i64, ptr %a, i64 ")
                    .append(i + 100)
                    .append("\n  ");
            values.append("%v")
                    .append(i)
                    .append(" = load volatile i64, ptr %p")
                    .append(i)
                    .append("\n  ");
        }
        for (int i = 0; i < 40; i++) {
            sums.append("store volatile i64 %v")
                    .append(i)
                    .append(", ptr %p")
                    .append(39 - i)
                    .append("\n  ");
        }
        String code = fast(values.toString() + sums);
        assertTrue(code.contains("rare_call"), code);
        assertFalse(code.contains("s0"), code);
        String beforeCall = code.substring(0, code.indexOf("rare_call"));
        assertTrue(beforeCall.contains("sd\tra, "), "taken for something else: " + code);
        assertTrue(beforeCall.lastIndexOf("ld\tra, ") > beforeCall.lastIndexOf("\tret"), code);
    }
}
