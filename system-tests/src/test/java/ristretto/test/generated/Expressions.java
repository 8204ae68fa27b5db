package ristretto.test.generated;

import java.util.List;

/**
 * Random expressions of a given kind. All of them end; many of them may throw (index, null, cast, division, number format), which is
 * what the statements around them catch.
 */
final class Expressions {
    private static final List<String> INTS = List.of(
            "0",
            "1",
            "-1",
            "2",
            "3",
            "7",
            "31",
            "32",
            "33",
            "63",
            "64",
            "100",
            "127",
            "128",
            "-128",
            "255",
            "256",
            "32767",
            "-32768",
            "65535",
            "65536",
            "Integer.MAX_VALUE",
            "Integer.MIN_VALUE",
            "0x55555555",
            "-7");
    private static final List<String> LONGS = List.of(
            "0L",
            "1L",
            "-1L",
            "5L",
            "31L",
            "64L",
            "0xFFFFFFFFL",
            "0x100000000L",
            "Long.MAX_VALUE",
            "Long.MIN_VALUE",
            "-1000000007L",
            "0x123456789ABCDEFL");
    private static final List<String> DOUBLES = List.of(
            "0.0",
            "-0.0",
            "1.0",
            "0.5",
            "-2.75",
            "1e10",
            "1e300",
            "1e-300",
            "Double.NaN",
            "Double.POSITIVE_INFINITY",
            "Double.NEGATIVE_INFINITY",
            "Double.MIN_VALUE",
            "Double.MAX_VALUE",
            "2147483647.5",
            "-2147483649.0",
            "9.223372036854776E18",
            "3.141592653589793",
            "0.1");
    private static final List<String> FLOATS = List.of(
            "0f",
            "-0f",
            "1.5f",
            "1e10f",
            "1e-40f",
            "Float.NaN",
            "Float.POSITIVE_INFINITY",
            "Float.MAX_VALUE",
            "16777217f",
            "0.1f",
            "-3.25f");
    private static final List<String> STRINGS = List.of(
            "\"\"", "\"a\"", "\"abc\"", "\"12\"", "\"-7\"", "\"é€\"", "\"x y z\"", "\"Ristretto\"", "\"\\t\\n\"");
    private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "!=");

    private final Choice choice;
    private final Scope scope;
    private final Methods methods;

    Expressions(Choice choice, Scope scope, Methods methods) {
        this.choice = choice;
        this.scope = scope;
        this.methods = methods;
    }

    String of(Kind kind, int depth) {
        List<Scope.Variable> variables = scope.readable(kind);
        if (!variables.isEmpty() && choice.percent(depth <= 0 ? 75 : 30)) {
            return choice.of(variables).name();
        }
        if (depth <= 0) {
            return simple(kind);
        }
        if (choice.percent(6)) {
            return "(" + bool(depth - 1) + " ? " + same(kind, depth - 1) + " : " + same(kind, depth - 1) + ")";
        }
        if (choice.percent(8) && methods.canCall(kind)) {
            return methods.call(kind, this, depth - 1);
        }
        return switch (kind) {
            case INT -> integer(depth);
            case LONG -> wide(depth);
            case DOUBLE -> floating(depth);
            case FLOAT -> "(float) (" + of(choice.any(Kind.FLOAT, Kind.DOUBLE, Kind.INT, Kind.LONG), depth - 1) + ")";
            case BYTE, SHORT, CHAR ->
                "(" + kind.type + ") (" + of(choice.any(Kind.INT, Kind.LONG, Kind.DOUBLE), depth - 1) + ")";
            case BOOLEAN -> bool(depth);
            case STRING -> text(depth);
            case NODE -> choice.percent(30) ? "make(" + of(Kind.INT, depth - 1) + ")" : of(Kind.NODE, 0) + ".next()";
            case OBJECT -> object(depth);
            case FUNCTION -> function(depth);
            default -> simple(kind);
        };
    }

    /** The branches of ?: must not be promoted to another type. */
    private String same(Kind kind, int depth) {
        return kind.isNumber() ? "(" + kind.type + ") (" + of(kind, depth) + ")" : of(kind, depth);
    }

    private String simple(Kind kind) {
        return switch (kind) {
            case INT -> choice.of(INTS);
            case LONG -> choice.of(LONGS);
            case DOUBLE -> choice.of(DOUBLES);
            case FLOAT -> choice.of(FLOATS);
            case BYTE, SHORT -> "(" + kind.type + ") " + choice.between(-300, 300);
            case CHAR -> choice.any("'a'", "'Z'", "'\\u00ff'", "'\\uffff'", "'0'");
            case BOOLEAN -> choice.any("true", "false");
            case STRING -> choice.of(STRINGS);
            case INTS -> "(new int[] {" + choice.of(INTS) + ", 5, " + choice.of(INTS) + ", 2})";
            case LONGS -> "(new long[" + choice.between(3, 6) + "])";
            case BYTES -> "(new byte[] {1, -2, 3, -128})";
            case DOUBLES -> "(new double[] {" + choice.of(DOUBLES) + ", 2.5, -1.0, " + choice.of(DOUBLES) + "})";
            case CHARS -> "\"chars\".toCharArray()";
            case STRINGS ->
                "(new String[] {" + choice.of(STRINGS) + ", \"q\", " + (choice.percent(20) ? "null" : "\"z\"")
                        + ", \"zz\"})";
            case TABLE ->
                "(new int[][] {{1, 2, 3, 4}, {" + choice.of(INTS) + ", 5, 6, 7}, {8, 9, -1, 0}, {"
                        + choice.any("", "3, 2, 1, 0") + "}})";
            case OBJECT ->
                "((Object) " + choice.any("null", "7", "\"o\"", "new int[1]", "Color.RED", "2.5", "'c'") + ")";
            case NODE ->
                "((Node) "
                        + choice.any(
                                "root",
                                "root",
                                "new Leaf(3)",
                                "new Leaf(-1)",
                                "new Odd()",
                                "new Branch(2, root)",
                                "new Branch(2, null)",
                                "null")
                        + ")";
            case PAIR -> "new Pair(" + choice.of(INTS) + ", " + choice.of(STRINGS) + ")";
            case COLOR -> "Color." + choice.any("RED", "GREEN", "BLUE");
            case FUNCTION ->
                "((IntUnaryOperator) (" + choice.any("x -> x + 1", "x -> ~x", "Math::abs", "Generated::twice") + "))";
            case LIST -> "new ArrayList<>(List.of(3, 1, 2))";
            case MAP -> "new TreeMap<>(Map.of(\"a\", 1))";
        };
    }

    private String integer(int depth) {
        return switch (choice.below(20)) {
            case 0, 1, 2, 3 ->
                "(" + of(Kind.INT, depth - 1) + choice.any(" + ", " - ", " * ", " & ", " | ", " ^ ")
                        + of(Kind.INT, depth - 1) + ")";
            case 4 -> "(" + of(Kind.INT, depth - 1) + choice.any(" / ", " % ") + divisor(Kind.INT, depth) + ")";
            case 5 ->
                "(" + of(Kind.INT, depth - 1) + choice.any(" << ", " >> ", " >>> ")
                        + of(choice.any(Kind.INT, Kind.LONG), depth - 1) + ")";
            case 6 -> "(int) (" + of(choice.any(Kind.LONG, Kind.DOUBLE, Kind.FLOAT), depth - 1) + ")";
            case 7, 8 -> array(Kind.INTS, depth) + "[" + index(depth) + "]";
            case 9 -> of(choice.of(Kind.ARRAYS), 0) + ".length";
            case 10 -> of(Kind.STRING, depth - 1) + ".length()";
            case 11 -> of(Kind.STRING, depth - 1) + ".hashCode()";
            case 12 -> of(Kind.NODE, depth - 1) + ".value(" + of(Kind.INT, depth - 1) + ")";
            case 13 -> of(Kind.PAIR, 0) + choice.any(".number()", ".hashCode()");
            case 14 -> of(Kind.COLOR, 0) + choice.any(".ordinal()", ".weight");
            case 15 -> of(Kind.FUNCTION, 0) + ".applyAsInt(" + of(Kind.INT, depth - 1) + ")";
            case 16 -> (choice.percent(15) ? "((int) (Integer) (" : "(switchOn(") + of(Kind.OBJECT, depth - 1) + "))";
            case 17 ->
                choice.any(
                        "Integer.bitCount(" + of(Kind.INT, depth - 1) + ")",
                        "Integer.numberOfLeadingZeros(" + of(Kind.INT, depth - 1) + ")",
                        "Long.compare(" + of(Kind.LONG, depth - 1) + ", " + of(Kind.LONG, depth - 1) + ")",
                        (choice.percent(10) ? "Math.addExact(" : "Math.max(") + of(Kind.INT, depth - 1) + ", "
                                + of(Kind.INT, depth - 1) + ")",
                        "Math.floorMod(" + of(Kind.INT, depth - 1) + ", " + divisor(Kind.INT, depth) + ")",
                        (choice.percent(10) ? "Integer.parseInt(" : "number(") + of(Kind.STRING, depth - 1) + ")",
                        "Objects.hash(" + of(Kind.INT, depth - 1) + ", " + of(Kind.STRING, depth - 1) + ")");
            case 18 -> of(Kind.TABLE, 0) + "[" + index(depth) + "][" + index(depth) + "]";
            default ->
                choice.any(
                        of(Kind.LIST, 0) + ".size()",
                        "((int) " + of(Kind.LIST, 0) + ".get(" + index(depth) + "))",
                        "((int) " + of(Kind.MAP, 0) + ".getOrDefault(" + of(Kind.STRING, depth - 1) + ", 9))",
                        "switchOn(" + of(Kind.OBJECT, depth - 1) + ")");
        };
    }

    /** Mostly not 0. */
    private String divisor(Kind kind, int depth) {
        String value = of(kind, depth - 1);
        return choice.percent(10) ? value : "(" + value + " | 1)";
    }

    private String array(Kind kind, int depth) {
        return choice.percent(70) ? of(kind, 0) : "(" + of(kind, depth - 1) + ")";
    }

    /** Mostly within small arrays. */
    private String index(int depth) {
        if (choice.percent(5)) {
            return of(Kind.INT, depth - 1);
        }
        return choice.percent(50) ? Integer.toString(choice.below(4)) : "(" + of(Kind.INT, depth - 1) + " & 3)";
    }

    private String wide(int depth) {
        return switch (choice.below(9)) {
            case 0, 1, 2 ->
                "(" + of(Kind.LONG, depth - 1) + choice.any(" + ", " - ", " * ", " & ", " | ", " ^ ")
                        + of(choice.any(Kind.LONG, Kind.INT), depth - 1) + ")";
            case 3 -> "(" + of(Kind.LONG, depth - 1) + choice.any(" / ", " % ") + divisor(Kind.LONG, depth) + ")";
            case 4 ->
                "(" + of(Kind.LONG, depth - 1) + choice.any(" << ", " >> ", " >>> ") + of(Kind.INT, depth - 1) + ")";
            case 5 -> "(long) (" + of(choice.any(Kind.INT, Kind.DOUBLE, Kind.FLOAT, Kind.CHAR), depth - 1) + ")";
            case 6 -> array(Kind.LONGS, depth) + "[" + index(depth) + "]";
            case 7 -> "Math.multiplyHigh(" + of(Kind.LONG, depth - 1) + ", " + of(Kind.LONG, depth - 1) + ")";
            default -> "Double.doubleToLongBits(" + of(Kind.DOUBLE, depth - 1) + ")";
        };
    }

    private String floating(int depth) {
        return switch (choice.below(7)) {
            case 0, 1, 2 ->
                "(" + of(Kind.DOUBLE, depth - 1) + choice.any(" + ", " - ", " * ", " / ", " % ")
                        + of(choice.any(Kind.DOUBLE, Kind.DOUBLE, Kind.INT, Kind.FLOAT), depth - 1) + ")";
            case 3 -> "(double) (" + of(choice.any(Kind.INT, Kind.LONG, Kind.FLOAT), depth - 1) + ")";
            case 4 -> array(Kind.DOUBLES, depth) + "[" + index(depth) + "]";
            case 5 ->
                "Math." + choice.any("sqrt", "abs", "floor", "ceil", "rint") + "(" + of(Kind.DOUBLE, depth - 1) + ")";
            default ->
                "Math." + choice.any("min", "max") + "(" + of(Kind.DOUBLE, depth - 1) + ", "
                        + of(Kind.DOUBLE, depth - 1) + ")";
        };
    }

    String bool(int depth) {
        if (depth <= 0) {
            return of(Kind.BOOLEAN, 0);
        }
        return switch (choice.below(9)) {
            case 0, 1, 2 -> {
                Kind kind = choice.of(Kind.NUMBERS);
                yield "(" + of(kind, depth - 1) + " " + choice.of(COMPARISONS) + " " + of(kind, depth - 1) + ")";
            }
            case 3 -> "(" + bool(depth - 1) + choice.any(" && ", " || ", " ^ ", " & ") + bool(depth - 1) + ")";
            case 4 -> "!" + bool(depth - 1);
            case 5 -> "Objects.equals(" + of(Kind.OBJECT, depth - 1) + ", " + of(Kind.OBJECT, depth - 1) + ")";
            case 6 ->
                of(Kind.STRING, depth - 1) + choice.any(".equals(", ".startsWith(", ".contains(")
                        + of(Kind.STRING, depth - 1) + ")";
            case 7 ->
                "((" + of(Kind.OBJECT, depth - 1) + ") instanceof "
                        + choice.any("Integer", "String", "Node", "int[]", "Comparable<?>", "Leaf") + ")";
            default -> "(" + of(Kind.NODE, depth - 1) + choice.any(" == ", " != ") + of(Kind.NODE, 0) + ")";
        };
    }

    private String text(int depth) {
        return switch (choice.below(10)) {
            case 0, 1, 2, 3 ->
                "cut(" + of(Kind.STRING, depth - 1) + " + "
                        + of(
                                choice.any(
                                        Kind.INT,
                                        Kind.LONG,
                                        Kind.DOUBLE,
                                        Kind.FLOAT,
                                        Kind.CHAR,
                                        Kind.BOOLEAN,
                                        Kind.STRING,
                                        Kind.PAIR,
                                        Kind.COLOR),
                                depth - 1)
                        + " + \"|\")";
            case 4 ->
                "String.valueOf(" + of(choice.any(Kind.INT, Kind.LONG, Kind.DOUBLE, Kind.FLOAT, Kind.CHAR), depth - 1)
                        + ")";
            case 5 ->
                choice.percent(10)
                        ? of(Kind.STRING, depth - 1) + ".substring(" + index(depth) + ")"
                        : "tail(" + of(Kind.STRING, depth - 1) + ", " + index(depth) + ")";
            case 6 -> choice.any("Integer.toHexString(", "Integer.toString(") + of(Kind.INT, depth - 1) + ")";
            case 7 ->
                "new StringBuilder(" + of(Kind.STRING, depth - 1) + ").reverse().append(" + of(Kind.INT, depth - 1)
                        + ").toString()";
            case 8 -> array(Kind.STRINGS, depth) + "[" + index(depth) + "]";
            default -> "describe(" + of(Kind.OBJECT, depth - 1) + ")";
        };
    }

    private String object(int depth) {
        Kind kind = choice.any(
                Kind.INT, Kind.LONG, Kind.DOUBLE, Kind.STRING, Kind.NODE, Kind.PAIR, Kind.INTS, Kind.COLOR, Kind.CHAR);
        return "((Object) (" + of(kind, depth - 1) + "))";
    }

    private String function(int depth) {
        List<Scope.Variable> all = scope.captureOnly();
        String parameter = scope.fresh("p");
        scope.add(parameter, Kind.INT, false, false);
        String body = of(Kind.INT, depth - 1);
        scope.restore(all);
        return "((IntUnaryOperator) (" + parameter + " -> " + body + "))";
    }
}
