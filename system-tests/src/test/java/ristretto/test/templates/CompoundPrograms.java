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
        text.append("""
                    static int calls;
                    static StringBuilder line = new StringBuilder();

                    static int index() { return calls++ & 1; }
                    static void put(long value) { line.append(' ').append(value); }
                    static void put(double value) { line.append(' ').append(value); }

                    static void end(String types) {
                        System.out.println(line.insert(0, types));
                        line.setLength(0);
                    }

                """);
        for (String left : types) {
            text.append("    static %1$s static_%1$s; %1$s field_%1$s;\n".formatted(left));
            for (String right : types) {
                text.append("""
                            static void %1$s_%2$s(%1$s a, %2$s b) {
                                try {
                                    %1$s local = a;
                                    put(local %3$s b);
                                    put(local);
                                    static_%1$s = a;
                                    static_%1$s %3$s b;
                                    put(static_%1$s);
                                    %4$s object = new %4$s();
                                    object.field_%1$s = a;
                                    put(object.field_%1$s %3$s b);
                                    put(object.field_%1$s);
                                    %1$s[] array = {a, a};
                                    array[index()] %3$s b;
                                    array[index()] %3$s array[0];
                                    put(array[0]);
                                    put(array[1]);
                                } catch (ArithmeticException e) {
                                    line.append(e.getMessage());
                                }
                                end("%1$s %2$s");
                            }
                        """.formatted(left, right, operator, name));
                calls.append("        for (%1$s a : %2$sS) { for (%3$s b : %4$sS) { %1$s_%3$s(a, b); } }\n"
                        .formatted(left, left.toUpperCase(), right, right.toUpperCase()));
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
