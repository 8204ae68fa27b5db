package ristretto.compiler.lowering.samples;

import java.util.List;

/** Pattern switches over all kinds of labels, with guards that fail and resume. */
public final class Switches {
    static final StringBuilder LOG = new StringBuilder();

    enum Color implements Shape {
        RED,
        GREEN {
            @Override
            String more() {
                return "more green";
            }
        },
        BLUE;

        static {
            LOG.append("[Color]");
        }

        String more() {
            return name();
        }
    }

    enum Untouched {
        ONE,
        TWO;

        static {
            LOG.append("[Untouched]");
        }
    }

    sealed interface Shape {}

    record Circle(double radius) implements Shape {}

    record Pair(Object first, Object second) implements Shape {}

    static boolean guard(String name, boolean result) {
        LOG.append(name);
        return result;
    }

    static String object(Object value) {
        return switch (value) {
            case null -> "null";
            case String text when text.length() > 3 -> "long " + text;
            case String text when guard("g", text.isEmpty()) -> "empty";
            case Integer number when number > 100 -> "large";
            case Untouched.TWO -> "two";
            case Color.GREEN -> "green";
            case Color color when color == Color.RED -> "red";
            case Color color -> "color " + color.ordinal();
            case int[] array -> "array " + array.length;
            case String[][] arrays -> "arrays";
            case List<?> list -> "list " + list.size();
            case CharSequence sequence -> "sequence " + sequence;
            case Pair(String first, Integer second) when second > 1 -> first + second;
            case Pair(Pair(var a, var b), var c) -> "nested " + a + b + c;
            case Pair(var first, var second) when second == null -> "half " + first;
            case Pair pair -> "pair";
            case Number number -> "number " + number;
            default -> "other";
        };
    }

    static String text(String value) {
        return switch (value) {
            case "one" -> "1";
            case "two" -> "2";
            case String text when text.startsWith("t") -> "t...";
            case "three" -> "unreachable by guard";
            case String text -> "text";
        };
    }

    static String number(Integer value) {
        return switch (value) {
            case 1 -> "one";
            case Integer number when number < 0 -> "negative";
            case 1000000 -> "million";
            case Integer number -> "number";
        };
    }

    static String character(Character value) {
        return switch (value) {
            case 'a' -> "a";
            case Character letter when letter > 'x' -> "late";
            case '\uffff' -> "last";
            case Character letter -> "letter";
        };
    }

    static String color(Color value) {
        return switch (value) {
            case RED -> "red";
            case Color color when guard("c", color.ordinal() == 1) -> "guarded";
            case GREEN -> "green";
            case null -> "no color";
            case Color color -> color.more();
        };
    }

    static String shape(Shape value) {
        return switch (value) {
            case Color.RED -> "RED";
            case Color.GREEN -> "GREEN";
            case Color.BLUE -> "BLUE";
            case Circle(double radius) when radius < 1 -> "small";
            case Circle circle -> "circle";
            case Pair pair -> "pair";
        };
    }

    static <T extends Comparable<T>> String generic(T value) {
        switch (value) {
            case String text:
                return "S" + text;
            case Integer number
            when number == 3:
                return "three";
            default:
                return "D";
        }
    }

    static String only(Object value) {
        return switch (value) {
            case Integer number when number == 1 -> "one";
            default -> "default";
        };
    }

    public static String run() {
        StringBuilder out = new StringBuilder();
        for (Object value : new Object[] {
            null,
            "",
            "abc",
            "abcd",
            5,
            500,
            2L,
            new int[3],
            new String[0][0],
            List.of(1),
            new StringBuilder("b"),
            'c',
            1.5,
            new Pair("p", 2),
            new Pair("p", 1),
            new Pair(new Pair(1, 2), 3),
            new Pair(1, null),
            new Pair(1, 2),
            new Circle(1)
        }) {
            out.append(object(value)).append(';');
        }
        out.append(LOG);
        LOG.setLength(0);
        out.append(object(Color.RED) + object(Color.GREEN) + object(Color.BLUE) + object(Untouched.ONE))
                .append(LOG);
        LOG.setLength(0);
        for (String value : new String[] {"one", "two", "three", "four", ""}) {
            out.append(text(value)).append(';');
        }
        for (int value : new int[] {1, -5, 1000000, 2}) {
            out.append(number(value)).append(only(value)).append(generic(value)).append(';');
        }
        for (char value : new char[] {'a', 'b', 'z', '\uffff'}) {
            out.append(character(value)).append(';');
        }
        for (Color value : new Color[] {Color.RED, Color.GREEN, Color.BLUE, null}) {
            out.append(color(value)).append(value == null ? "" : shape(value)).append(';');
        }
        out.append(shape(new Circle(0.5)) + shape(new Circle(2)) + shape(new Pair(1, 2)) + generic("g") + generic(3));
        out.append(LOG);
        try {
            text(null);
        } catch (NullPointerException expected) {
            out.append("null text");
        }
        return out.toString();
    }
}
