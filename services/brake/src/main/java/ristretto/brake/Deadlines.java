package ristretto.brake;

/** The account of a periodic task: when the next job is released, how late jobs began and ended, and which missed their deadline, the release of the next. Pure logic, in ns. */
final class Deadlines {
    private final long periodNs;
    private long releaseNs;
    private long periods;
    private long missed;
    private long latestBeginNs;
    private long latestEndNs;

    Deadlines(long firstReleaseNs, long periodNs) {
        this.releaseNs = firstReleaseNs;
        this.periodNs = periodNs;
    }

    long releaseNs() {
        return releaseNs;
    }

    /** A job ran; where it ended behind its deadline, the jobs that should have run meanwhile have missed theirs, too. */
    void ran(long beginNs, long endNs) {
        latestBeginNs = Math.max(latestBeginNs, beginNs - releaseNs);
        latestEndNs = Math.max(latestEndNs, endNs - releaseNs);
        do {
            releaseNs += periodNs;
            periods++;
            if (endNs > releaseNs) {
                missed++;
            }
        } while (endNs > releaseNs);
    }

    long periods() {
        return periods;
    }

    long missed() {
        return missed;
    }

    /** How long after its release a job began at most. */
    long latestBeginNs() {
        return latestBeginNs;
    }

    /** How long after its release a job ended at most. */
    long latestEndNs() {
        return latestEndNs;
    }
}
