package ristretto.compiler.lowering.samples;

import java.util.Arrays;
import java.util.List;

/** The methods that records get from the compiler. */
public final class Records {
    static final StringBuilder LOG = new StringBuilder();

    static final class Loud {
        final String name;
        final boolean equal;

        Loud(String name, boolean equal) {
            this.name = name;
            this.equal = equal;
        }

        @Override
        public boolean equals(Object other) {
            LOG.append("e" + name);
            return equal;
        }

        @Override
        public int hashCode() {
            LOG.append("h" + name);
            return name.hashCode();
        }

        @Override
        public String toString() {
            LOG.append("t" + name);
            return name;
        }
    }

    record Empty() {}

    record All(boolean z, byte b, short s, char c, int i, long l, float f, double d, String t, Object o, int[] a) {}

    record $Dollar$(int $) {}

    record Generic<T extends Comparable<T>>(T value, List<? super T> values) {}

    record Partly(int x, int y) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Partly partly && partly.x == x;
        }
    }

    record Ordered(Loud a, int n, Loud b, double d, Loud c) {}

    record Wide(
            Loud a,
            Loud b,
            Loud c,
            Loud d,
            Loud e,
            Loud f,
            Loud g,
            Loud h,
            Loud i,
            Loud j,
            Loud k,
            Loud l,
            Loud m,
            Loud n,
            Loud o,
            Loud p,
            Loud q,
            Loud r,
            Loud s,
            Loud t,
            Loud u,
            Loud v,
            Loud w,
            Loud x,
            Loud y,
            Loud z,
            Loud aa,
            Loud bb) {}

    record Node(int value, Node next) {}

    record Single(float f) {}

    record Double(double d) {}

    public static String run() {
        StringBuilder out = new StringBuilder();
        record Local(String text) {}
        describe(out, new Empty(), new Empty(), null);
        int[] array = null;
        All one = new All(true, (byte) -1, (short) -2, 'c', 3, -4L, 5.5f, 6.5, "t", null, array);
        describe(out, one, new All(true, (byte) -1, (short) -2, 'c', 3, -4L, 5.5f, 6.5, "t", null, array), "other");
        describe(out, one, new All(false, (byte) -1, (short) -2, 'c', 3, -4L, 5.5f, 6.5, "t", null, array), one);
        describe(out, one, new All(true, (byte) -1, (short) -2, 'c', 3, -5L, 5.5f, 6.5, null, "o", array), one);
        describe(out, new $Dollar$(1), new $Dollar$(2), new Empty());
        describe(out, new Generic<>("v", List.of("w")), new Generic<>("v", Arrays.asList("w")), null);
        describe(out, new Partly(1, 2), new Partly(1, 3), new Partly(2, 2));
        describe(out, new Local("l"), new Local("l"), new Local(null));
        describe(out, new Node(1, new Node(2, null)), new Node(1, new Node(2, null)), new Node(1, null));
        describe(out, new Single(Float.NaN), new Single(Float.intBitsToFloat(0x7fc00001)), new Single(0f));
        describe(out, new Single(0f), new Single(-0f), new Single(0f));
        describe(out, new Double(java.lang.Double.NaN), new Double(0.0 / 0), new Double(0));
        describe(out, new Double(0.0), new Double(-0.0), new Double(0.0));
        for (int unequal = 0; unequal < 4; unequal++) {
            describe(out, ordered(unequal), ordered(unequal), ordered(3));
        }
        describe(out, wide(), wide(), null);
        return out.toString();
    }

    private static Ordered ordered(int unequal) {
        return new Ordered(new Loud("a", unequal != 0), 1, new Loud("b", unequal != 1), 2, new Loud("c", unequal != 2));
    }

    private static Wide wide() {
        Loud[] l = new Loud[28];
        for (int at = 0; at < l.length; at++) {
            l[at] = new Loud("w" + at, true);
        }
        return new Wide(
                l[0], l[1], l[2], l[3], l[4], l[5], l[6], l[7], l[8], l[9], l[10], l[11], l[12], l[13], l[14], l[15],
                l[16], l[17], l[18], l[19], l[20], l[21], l[22], l[23], l[24], l[25], l[26], l[27]);
    }

    private static void describe(StringBuilder out, Record one, Object two, Object three) {
        out.append(one.toString())
                .append(one.hashCode())
                .append(one.equals(two))
                .append(one.equals(three));
        out.append(one.equals(one)).append(one.equals(null)).append(LOG).append('\n');
        LOG.setLength(0);
    }
}
