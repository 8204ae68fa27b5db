package ristretto.supervisor;

import ristretto.sdk.protocol.ProcessStatus;

/**
 * What one supervisor writes down of a process for the next one, beside what the kernel's objects tell. A supervisor may have gone wrong before it ended, so that what is read may be anything: each part lies within the bits that it
 * has, and nothing more is promised.
 *
 * @param version of those that the process has, 0 to 255, as {@code target} and {@code before}
 * @param target of the swap that is under way; -1: there is none
 * @param before the version that a swap goes back to
 * @param isReplaced whether the new version is in its place
 * @param state {@link #ALIVE}, {@link #BUILDING}, or one of {@link ProcessStatus}, 0 to 255
 * @param failures of lives with the saved state, 0 to 255
 * @param rebirthNs when the next life begins; {@link Long#MAX_VALUE}: none is put off
 * @param rule see {@link RestartRule#saved}
 * @param paidUntilNs see {@link RestartRule#paidUntilNs}
 */
record ChildRecord(
        int births,
        long swaps,
        int version,
        int target,
        int before,
        boolean isReplaced,
        int state,
        int failures,
        long rebirthNs,
        long bornNs,
        long rule,
        long paidUntilNs) {
    static final int ALIVE = 0;
    /** It was about to get a life. */
    static final int BUILDING = 1;

    private static final int BYTE = 0xff;
    private static final int TARGET_SHIFT = 8;
    private static final int BEFORE_SHIFT = 16;
    private static final int REPLACED = 1 << 24;
    private static final int STATE_SHIFT = 32;
    private static final int FAILURES_SHIFT = 40;
    private static final int SWAPS_SHIFT = 32;

    void write(Journal journal, int process) {
        long swapping =
                target < 0 ? 0 : 1 + target << TARGET_SHIFT | before << BEFORE_SHIFT | (isReplaced ? REPLACED : 0);
        journal.writeRecord(
                process,
                births | swaps << SWAPS_SHIFT,
                version | swapping | (long) state << STATE_SHIFT | (long) failures << FAILURES_SHIFT,
                rebirthNs,
                bornNs,
                rule,
                paidUntilNs);
    }

    static ChildRecord read(Journal journal, int process) {
        long[] words = journal.record(process);
        long second = words[1];
        return new ChildRecord(
                (int) words[0] & Integer.MAX_VALUE,
                words[0] >>> SWAPS_SHIFT,
                (int) second & BYTE,
                ((int) (second >>> TARGET_SHIFT) & BYTE) - 1,
                (int) (second >>> BEFORE_SHIFT) & BYTE,
                (second & REPLACED) != 0,
                (int) (second >>> STATE_SHIFT) & BYTE,
                (int) (second >>> FAILURES_SHIFT) & BYTE,
                words[2],
                words[3],
                words[4],
                words[5]);
    }
}
