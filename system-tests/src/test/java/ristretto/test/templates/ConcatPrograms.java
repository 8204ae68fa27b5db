package ristretto.test.templates;

import java.util.LinkedHashMap;
import java.util.Map;

/** Concatenation of strings, one program for each type of operand: each place among constants and other operands, {@code +=}, and order of effects. */
final class ConcatPrograms {
    private record Operand(String name, String type, String values) {}

    private static final Operand[] OPERANDS = {
        new Operand("OfBoolean", "boolean", "true, false"),
        new Operand("OfByte", "byte", "-128, 0, 127"),
        new Operand("OfShort", "short", "-32768, 5, 32767"),
        new Operand("OfChar", "char", "'a', '\\0', '\\u00e9', '\\u20ac', '\\ud83d', '\\uffff'"),
        new Operand("OfInt", "int", "Integer.MIN_VALUE, -10, 0, 9, 10, 99, 100, 1_000_000_000, Integer.MAX_VALUE"),
        new Operand("OfLong", "long", "Long.MIN_VALUE, -1, 0, 999_999_999_999L, 10_000_000_000L, Long.MAX_VALUE"),
        new Operand("OfFloat", "float", "Float.NaN, -0f, 1e-5f, 1e7f, 3.3f, Float.MIN_VALUE, Float.POSITIVE_INFINITY"),
        new Operand(
                "OfDouble",
                "double",
                "Double.NaN, -0.0, 1e-3, 1e7, 0.1 + 0.2, Double.MAX_VALUE, Double.NEGATIVE_INFINITY"),
        new Operand(
                "OfString", "String", "null, \"\", \"latin\\u00e9\", \"wide\\u20ac\", \"\\ud83d\\ude00\", \"\\1\\2\""),
        new Operand(
                "OfObject",
                "Object",
                "null, 5, 'c', \"text\", new StringBuilder(\"built\"), java.util.List.of(1, \"\\u20ac\")"),
        new Operand("OfNullString", "Object", "new Object() { public String toString() { return null; } }"),
        new Operand("OfInteger", "Integer", "null, -1, 127, 128"),
        new Operand("OfCharacter", "Character", "null, 'x', '\\u0100'"),
        new Operand("OfEnum", "Thread.State", "null, Thread.State.NEW"),
    };

    private static final String FRAME = """
            package concats;

            public class %1$s {
                static final String CONSTANT = "constant" + 1 + 'c' + 2L + 1.5f + true + (char) 8364;
                static StringBuilder order = new StringBuilder();

                static %2$s seen(%2$s x, int n) { order.append(n); return x; }

                static void show(String s) {
                    StringBuilder codes = new StringBuilder();
                    for (int i = 0; i < s.length(); i++) { codes.append(s.charAt(i) > 126 || s.charAt(i) < 32 ? "#" + (int) s.charAt(i) : s.charAt(i)); }
                    System.out.println(s.length() + " " + s.hashCode() + " " + codes);
                }

                static void all(%2$s x, %2$s y) {
                    show("" + x);
                    show(x + "");
                    show("before " + x);
                    show(x + " after");
                    show("[" + x + "," + y + "]");
                    show(CONSTANT + x + CONSTANT + y + CONSTANT);
                    show("\\1" + x + "\\2" + y);
                    show("\\u20ac" + x + "\\u00e9" + y);
                    show(1 + 2 + "s" + 1 + 2 + x + 'c' + 1.5 + null + 7L + y);
                    String sum = "s";
                    sum += x;
                    sum += sum + y;
                    show(sum);
                    Object object = "o";
                    object += "p" + x;
                    show((String) object);
                    String[] array = {null, "e"};
                    int i = 0;
                    array[i++] += x;
                    array[i--] += array[i] + y;
                    show(array[0] + array[1] + i);
                    order.setLength(0);
                    show("" + seen(x, 1) + seen(y, 2) + (seen(x, 3) == seen(y, 4)) + order);
                    show("" + order + seen(x, 5) + order);
                    show("" + x + y + x + y + x + y + x + y + x + y + x + y + x + y + x + y + x + y + x + y + x + y + x + y + x + y);
                    String s = "" + x;
                    show(s.equals("" + x) + " " + s.concat("!"));
                }

                public static void main(String[] arguments) {
                    %2$s[] values = {%3$s};
                    for (int i = 0; i < values.length; i++) { all(values[i], values[(i + 1) %% values.length]); }
                }
            }
            """;

    static Map<String, String> all() {
        Map<String, String> programs = new LinkedHashMap<>();
        for (Operand operand : OPERANDS) {
            programs.put(
                    "concats." + operand.name(), FRAME.formatted(operand.name(), operand.type(), operand.values()));
        }
        return programs;
    }

    private ConcatPrograms() {}
}
