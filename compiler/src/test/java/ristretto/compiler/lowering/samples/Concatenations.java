package ristretto.compiler.lowering.samples;

import java.util.List;

/** Every kind of operand, every kind of constant, and what null becomes. */
public final class Concatenations {
    private static final class NullText {
        @Override
        public String toString() {
            return null;
        }
    }

    private static final class Loud {
        private final StringBuilder log;

        Loud(StringBuilder log) {
            this.log = log;
        }

        @Override
        public String toString() {
            log.append("t");
            return "loud" + log.length();
        }
    }

    public static String run() {
        StringBuilder out = new StringBuilder();
        boolean truth = true;
        byte small = -128;
        short shorter = -32768;
        char letter = 'ß';
        int number = Integer.MIN_VALUE;
        long large = Long.MIN_VALUE;
        float single = 1.1f;
        double twice = -0.0;
        String text = "text";
        out.append("" + truth + small + shorter + letter + number + large + single + twice + text + '\n');
        out.append(truth + "," + small + ";" + shorter + "/" + letter + number + ":" + large + " " + single + "  "
                + twice + "\n");
        out.append(Float.NaN + "|" + Float.MIN_VALUE + Double.POSITIVE_INFINITY + single * 3 + twice / 3 + "\n");
        String none = null;
        Object nothing = null;
        int[] noArray = null;
        out.append(none + "" + nothing + noArray + null + "\n");
        out.append("a" + new NullText() + "b\n");
        out.append(
                "object " + List.of(1, 2) + new StringBuilder("builder") + Character.valueOf('c') + Integer.valueOf(7));
        CharSequence sequence = new StringBuilder("sequence");
        out.append(sequence + "\n");
        char[] characters = {'x'};
        out.append(("" + characters).startsWith("[C@")).append('\n');
        out.append("tags \1 and \2 inside " + number + "\1\2" + text + "\n");
        StringBuilder log = new StringBuilder();
        Loud loud = new Loud(log);
        out.append(loud + "-" + loud + "-" + log.append("x") + "-" + loud + "\n");
        String grown = "s";
        grown += number;
        grown += 'c';
        grown += 1.5;
        grown += none;
        out.append(grown).append('\n');
        out.append(text + "" == text).append(("" + text).equals(text)).append('\n');
        for (int at = 0; at < 3; at++) {
            out.append("turn " + at + (at == 1 ? '!' : '?'));
        }
        out.append(many(1, 2L, 3f, 4d, 'e', (byte) 6, (short) 7, true));
        return out.toString();
    }

    private static String many(int a, long b, float c, double d, char e, byte f, short g, boolean h) {
        return a + "," + b + c + d + e + f + g + h + a + b + c + d + e + f + g + h + a + b + c + d + e + f + g + h + a
                + b + c + d + e + f + g + h + a + b + c + d + e + f + g + h + "\u20ac" + a + b + c + d + e + f + g + h
                + a;
    }
}
