package ristretto.compiler.ir;

import java.util.Map;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaMethod;
import ristretto.magic.ObjectLayout;

/**
 * {@code System.arraycopy} where both arrays are known to be of one primitive type: checks that both are there and long enough, and a move of
 * memory. If a check fails it is for the method itself to say of what.
 */
final class PrimitiveCopy {
    static final String FUNCTION = "@\"copy primitives\"";

    private static final String METHOD = "java/lang/System.arraycopy(Ljava/lang/Object;ILjava/lang/Object;II)V";
    private static final int TARGET = 2;
    private static final int SOURCE = 4;

    private PrimitiveCopy() {}

    /** Bytes of an element, if this is such a call, whose arguments are on the stack; else 0. */
    static int elementBytes(JavaMethod called, Stack stack) {
        if (!called.symbol().equals(METHOD)) {
            return 0;
        }
        String type = stack.peek(TARGET).type();
        boolean known = type != null && type.length() == 2 && type.startsWith("[");
        return known && type.equals(stack.peek(SOURCE).type()) ? Descriptors.bytes(type.substring(1)) : 0;
    }

    /** The function, which may well be inlined; empty where nothing is ever copied. */
    static String glue(ModuleContext module) {
        int bracket = METHOD.indexOf('.');
        JavaMethod method =
                module.world().get(METHOD.substring(0, bracket)).methods.get(METHOD.substring(bracket + 1));
        if (!method.reachable) {
            return "";
        }
        String text = """
                define internal ptr @"copy primitives"(ptr %s, i32 %a, ptr %t, i32 %b, i32 %n, i64 %z) nounwind #0 {
                  %v0 = icmp eq ptr %s, null
                  %v1 = icmp eq ptr %t, null
                  %v2 = or i1 %v0, %v1
                  br i1 %v2, label %slow, label %look, !prof RARE
                look:
                  %v3 = getelementptr inbounds i8, ptr %s, i64 LENGTH
                  %v4 = load i32, ptr %v3 ALIAS
                  %v5 = getelementptr inbounds i8, ptr %t, i64 LENGTH
                  %v6 = load i32, ptr %v5 ALIAS
                  %v7 = or i32 %a, %b
                  %v8 = or i32 %v7, %n
                  %v9 = icmp slt i32 %v8, 0
                  %v10 = sub i32 %v4, %n
                  %v11 = icmp slt i32 %v10, %a
                  %v12 = sub i32 %v6, %n
                  %v13 = icmp slt i32 %v12, %b
                  %v14 = or i1 %v9, %v11
                  %v15 = or i1 %v14, %v13
                  br i1 %v15, label %slow, label %fast, !prof RARE
                fast:
                  %v16 = zext nneg i32 %b to i64
                  %v17 = mul i64 %v16, %z
                  %v18 = ptrtoint ptr %t to i64
                  %v19 = add i64 %v18, DATA
                  %v20 = add i64 %v19, %v17
                  %v21 = zext nneg i32 %a to i64
                  %v22 = mul i64 %v21, %z
                  %v23 = ptrtoint ptr %s to i64
                  %v24 = add i64 %v23, DATA
                  %v25 = add i64 %v24, %v22
                  %v26 = zext nneg i32 %n to i64
                  %v27 = mul i64 %v26, %z
                  call void @"memmove"(i64 %v20, i64 %v25, i64 %v27)
                  ret ptr null
                slow:
                  %v28 = call ptr METHOD(ptr %s, i32 %a, ptr %t, i32 %b, i32 %n) cold
                  ret ptr %v28
                }
                """;
        for (Map.Entry<String, String> word : Map.of(
                        "LENGTH", String.valueOf(ObjectLayout.ARRAY_LENGTH),
                        "DATA", String.valueOf(ObjectLayout.ARRAY_DATA),
                        " ALIAS", module.metadata().aliasLength(),
                        ", !prof RARE", Metadata.UNLIKELY,
                        "METHOD", Types.symbol(method))
                .entrySet()) {
            text = text.replace(word.getKey(), word.getValue());
        }
        return text;
    }
}
