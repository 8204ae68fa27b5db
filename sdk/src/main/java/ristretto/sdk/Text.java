package ristretto.sdk;

/** Numbers, columns and what others have said, for people, without the JDK's formatter, which alone is larger than a small process. */
public final class Text {
    private static final int MOST_CHARACTERS = 700;

    private static final long SECOND_NS = 1_000_000_000L;

    /** The text with spaces behind it. */
    public static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** The text with spaces before it. */
    public static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    /** With a comma between thousands. */
    public static String grouped(long number) {
        String digits = Long.toString(number);
        int first = number < 0 ? 1 : 0;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > first && (digits.length() - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    /** Seconds with three decimals. */
    public static String seconds(long ns) {
        long milliseconds = ns / (SECOND_NS / 1000);
        String fraction = Long.toString(1000 + milliseconds % 1000);
        return milliseconds / 1000 + "." + fraction.substring(1) + " s";
    }

    /**
     * The number that decimal digits write.
     *
     * @throws IllegalArgumentException where it is none from 0 to 999,999,999
     */
    public static int number(String digits) {
        int number = 0;
        boolean good = !digits.isEmpty() && digits.length() <= 9;
        for (int i = 0; good && i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            good = digit >= 0 && digit <= 9;
            number = 10 * number + digit;
        }
        if (!good) {
            throw new IllegalArgumentException("expected 0 to 999999999, got " + digits);
        }
        return number;
    }

    public static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    /** One line of what somebody else has said: line ends become " < ", as between the lines of a trace; what is not printable, and might move a cursor, becomes "?". At most 700 characters of it. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length() && plain.length() < MOST_CHARACTERS; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                plain.append(i == text.length() - 1 ? "" : " <");
            } else if (c == '\t') {
                plain.append(' ');
            } else {
                plain.append(c < ' ' || c > '~' ? '?' : c);
            }
        }
        return plain.toString();
    }

    private Text() {}
}
