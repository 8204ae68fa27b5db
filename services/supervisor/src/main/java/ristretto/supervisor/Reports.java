package ristretto.supervisor;

import ristretto.sdk.system.KeptReportLayout;

/** The last things that the supervisor said, with their times; what is older is forgotten. Pure logic: time comes from outside. */
final class Reports {
    /** Few, because the supervisor of a small system has a small heap. */
    static final int MOST = KeptReportLayout.REPORTS;

    private final String[] texts = new String[MOST];
    private final long[] times = new long[MOST];
    private long count;

    /** Answers the report's number. */
    long add(String text, long nowNs) {
        restore(count, nowNs, text);
        return count - 1;
    }

    /** A report that an earlier supervisor has made. Where some are missing between others, the older ones are not kept. */
    void restore(long number, long timeNs, String text) {
        int place = (int) (number % MOST);
        texts[place] = text;
        times[place] = timeNs;
        count = Math.max(count, number + 1);
    }

    /** Number of the first report from this one on, counted from 0, that is kept; -1: there is none. */
    long from(long number) {
        long kept = Math.max(Math.max(0, number), count - MOST);
        return kept < count ? kept : -1;
    }

    /** @param number that {@link #from} answered */
    String text(long number) {
        String text = texts[(int) (number % MOST)];
        return text == null ? "" : text;
    }

    long timeNs(long number) {
        return times[(int) (number % MOST)];
    }
}
