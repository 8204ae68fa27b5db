package ristretto.runtime;

/** Decimal digits of a formatted number with grouping and zero padding, in the root locale. */
public final class Decimals {
    /** Values of the JDK's {@code Formatter.Flags}. */
    private static final int ZERO_PAD = 1 << 5;

    private static final int GROUP = 1 << 6;
    private static final int GROUP_SIZE = 3;

    public static StringBuilder append(StringBuilder target, CharSequence value, int offset, int flags, int width) {
        StringBuilder text = target == null ? new StringBuilder() : target;
        int begin = text.length();
        int length = value.length();
        int point = offset;
        while (point < length && value.charAt(point) != '.') {
            point++;
        }
        for (int i = offset; i < length; i++) {
            text.append(value.charAt(i));
            int before = point - 1 - i;
            if ((flags & GROUP) != 0 && before > 0 && before % GROUP_SIZE == 0) {
                text.append(',');
            }
        }
        if ((flags & ZERO_PAD) != 0) {
            int missing = width - text.length();
            if (missing > 0) {
                text.insert(begin, "0".repeat(missing));
            }
        }
        return text;
    }

    private Decimals() {}
}
