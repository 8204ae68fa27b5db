package ristretto.sdk.system;

/**
 * Where the supervisor's last reports lie in the memory that the kernel keeps over a warm restart. A report has its place by its number. Words: number and 1, time in ns since the machine was switched
 * on or restarted, bytes of the text, the run of the machine in which it was made, checksum of all of these and the text; then the text, filled up with zeros. Whatever the checksum does not agree with,
 * as after the machine was switched on, is no report.
 */
public final class KeptReportLayout {
    public static final int REPORTS = 16;
    public static final int REPORT_BYTES = 1024;
    /** Words before the text. */
    public static final int WORDS = 5;

    public static final int TEXT = 8 * WORDS;
    public static final int MOST_TEXT_BYTES = REPORT_BYTES - TEXT;

    /** Of all reports, for a system whose supervisor makes some: where the first life of it is the only one, there is no memory for that. */
    public static long bytes(SystemTable table) {
        boolean isRestarted =
                table.processes().get(SystemTable.SUPERVISOR).lifeCycle().restart() != Restart.NEVER;
        return isRestarted ? (long) REPORTS * REPORT_BYTES : 0;
    }

    public static long report(long number) {
        return number % REPORTS * REPORT_BYTES;
    }

    private KeptReportLayout() {}
}
