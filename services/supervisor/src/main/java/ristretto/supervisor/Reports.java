package ristretto.supervisor;

/** The last things that the supervisor said, with their times; what is older is forgotten. Pure logic: time comes from outside. */
final class Reports {
    /** Few, because the supervisor of a small system has a small heap. */
    static final int MOST = 16;

    private final String[] texts = new String[MOST];
    private final long[] times = new long[MOST];
    private long count;

    void add(String text, long nowNs) {
        int place = (int) (count % MOST);
        texts[place] = text;
        times[place] = nowNs;
        count++;
    }

    /** Number of the first report from this one on, counted from 0, that is kept; -1: there is none. */
    long from(long number) {
        long kept = Math.max(Math.max(0, number), count - MOST);
        return kept < count ? kept : -1;
    }

    /** @param number that {@link #from} answered */
    String text(long number) {
        return texts[(int) (number % MOST)];
    }

    long timeNs(long number) {
        return times[(int) (number % MOST)];
    }
}
