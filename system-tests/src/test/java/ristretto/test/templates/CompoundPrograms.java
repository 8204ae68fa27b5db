package ristretto.test.templates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compound assignments, one program for each operator: to a variable, a field, a static one and an element of each type, from each type. */
final class CompoundPrograms {
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("Add", "+="),
            Map.entry("Subtract", "-="),
            Map.entry("Multiply", "*="),
            Map.entry("Divide", "/="),
            Map.entry("Remainder", "%="),
            Map.entry("ShiftLeft", "<<="),
            Map.entry("ShiftRight", ">>="),
            Map.entry("ShiftRightUnsigned", ">>>="),
            Map.entry("And", "&="),
            Map.entry("Or", "|="),
            Map.entry("ExclusiveOr", "^="));
    private static final List<String> WHOLE = List.of("byte", "short", "char", "int", "long");
    private static final List<String> ALL = List.of("byte", "short", "char", "int", "long", "float", "double");

    static Map<String, String> all() {
        Map<String, String> programs = new LinkedHashMap<>();
        OPERATORS.keySet().stream().sorted().forEach(name -> {
            boolean arithmetic = "+=-=*=/=%=".contains(OPERATORS.get(name));
            programs.put("compounds." + name, program(name, OPERATORS.get(name), arithmetic ? ALL : WHOLE));
        });
        return programs;
    }

    private static String program(String name, String operator, List<String> types) {
        StringBuilder text = new StringBuilder("package compounds;\n\npublic class " + name + " {\n");
        StringBuilder calls = new StringBuilder();
        text.append("    static int calls;\n    static int index() { return calls++ & 1; }\n");
        for (String left : types) {
            text.append("    static %1$s static_%1$s; %1$s field_%1$s;\n".formatted(left));
            for (String right : types) {
                text.append("""
                            static String %1$s_%2$s(%1$s a, %2$s b) {
                                try {
                                    %1$s local = a;
                                    String result = "" + %4$s(local %3$s b) + ' ' + %4$slocal;
                                    static_%1$s = a;
                                    static_%1$s %3$s b;
                                    %5$s object = new %5$s();
                                    object.field_%1$s = a;
                                    result += " " + (object.field_%1$s %3$s b) %6$s;
                                    %1$s[] array = {a, a};
                                    array[index()] %3$s b;
                                    array[index()] %3$s array[0];
                                    return result + ' ' + %4$sstatic_%1$s + ' ' + %4$sobject.field_%1$s + ' ' + %4$sarray[0] + ' ' + %4$sarray[1];
                                } catch (ArithmeticException e) {
                                    return e.getMessage();
                                }
                            }
                        """.formatted(
                                left,
                                right,
                                operator,
                                left.equals("char") ? "(int) " : "",
                                name,
                                left.equals("char") ? "+ 0" : ""));
                calls.append(
                        "        for (int i = 0; i < %1$sS.length; i++) {\n            for (int j = 0; j < %2$sS.length; j++) {\n"
                                .formatted(left.toUpperCase(), right.toUpperCase()));
                calls.append(
                        "                System.out.println(\"%1$s %2$s \" + %1$s_%2$s(%3$sS[i], %4$sS[j]));\n            }\n        }\n"
                                .formatted(left, right, left.toUpperCase(), right.toUpperCase()));
            }
        }
        text.append("""
                    static final byte[] BYTES = {-128, -1, 0, 3, 127};
                    static final short[] SHORTS = {-32768, -1, 0, 300};
                    static final char[] CHARS = {0, 'x', '\\uffff'};
                    static final int[] INTS = {Integer.MIN_VALUE, -1, 0, 33, 70_000, Integer.MAX_VALUE};
                    static final long[] LONGS = {Long.MIN_VALUE, -1, 0, 65, 1L << 40, Long.MAX_VALUE};
                    static final float[] FLOATS = {Float.NaN, -0.0f, 0.3f, 1e10f, Float.NEGATIVE_INFINITY};
                    static final double[] DOUBLES = {Double.NaN, 0.0, -2.7, 1e300, Double.POSITIVE_INFINITY};

                    public static void main(String[] arguments) {
                """);
        return text.append(calls).append("    }\n}\n").toString();
    }

    private CompoundPrograms() {}
}
