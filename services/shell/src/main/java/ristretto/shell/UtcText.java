package ristretto.shell;

import java.time.LocalDate;

/** Dates as ISO 8601 has them, in UTC: {@code 2026-11-27T05:16:42Z}. By hand where {@code Instant} would bring formatters, which are larger than the shell. */
final class UtcText {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int DAY_SECONDS = 24 * 60 * 60;

    /** @param nanoseconds since the beginning of 1970; what is less than a second is left out */
    static String of(long nanoseconds) {
        long seconds = Math.floorDiv(nanoseconds, SECOND_NS);
        int ofDay = Math.floorMod(seconds, DAY_SECONDS);
        return LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY_SECONDS)) + "T" + twoDigits(ofDay / 3600) + ':'
                + twoDigits(ofDay / 60 % 60) + ':' + twoDigits(ofDay % 60) + 'Z';
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private UtcText() {}
}
