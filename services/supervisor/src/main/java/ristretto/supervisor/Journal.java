package ristretto.supervisor;

import ristretto.sdk.Startup;
import ristretto.sdk.Text;
import ristretto.sdk.kernel.Frame;
import ristretto.sdk.system.JournalLayout;
import ristretto.sdk.system.SystemTable;

/**
 * What a supervisor writes down for the one that comes after it; see {@link JournalLayout}. The frame is root's, and no supervisor maps it, so that one that fails cannot write into it by mistake. Who writes there does so
 * after what it tells of has come about in the kernel, or before it begins to; whoever reads holds it against the kernel's objects.
 */
final class Journal {
    private final Frame frame;
    private final SystemTable table;
    private final long[] words = new long[JournalLayout.WORDS];

    private Journal(Frame frame, SystemTable table) {
        this.frame = frame;
        this.table = table;
    }

    /** Null: there will be no other supervisor. */
    static Journal ofThisProcess(SystemTable table) {
        int slot = (int) Startup.find(Startup.OWN, "journal");
        return slot == 0 ? null : new Journal(new Frame(slot), table);
    }

    /** How many supervisors there were before. */
    int restarts() {
        return (int) Math.clamp(frame.read(JournalLayout.RESTARTS), 0, Integer.MAX_VALUE);
    }

    /** Why the last one has ended, in root's words. */
    String reason() {
        return text(JournalLayout.REASON, frame.read(JournalLayout.REASON_BYTES), JournalLayout.MOST_REASON_BYTES);
    }

    /** The words that were written for this process last; they are valid until something else is read. All are 0: none were. */
    long[] record(int process) {
        frame.read(JournalLayout.record(process), words);
        return words;
    }

    void writeRecord(int process, long w0, long w1, long w2, long w3, long w4, long w5) {
        frame.write(JournalLayout.record(process), JournalLayout.WORDS, w0, w1, w2, w3, w4, w5);
    }

    /** For the group of which this process is the first. */
    long group(int process) {
        return frame.read(JournalLayout.group(process));
    }

    void writeGroup(int process, long word) {
        write(JournalLayout.group(process), word);
    }

    long part(int part) {
        return frame.read(JournalLayout.part(table, part));
    }

    void writePart(int part, long word) {
        write(JournalLayout.part(table, part), word);
    }

    /** Which run of the machine this is, of those since it was switched on. */
    long run() {
        return frame.read(JournalLayout.RUN);
    }

    void writeRun(long run) {
        write(JournalLayout.RUN, run);
    }

    private void write(long at, long word) {
        frame.write(at, 1, word, 0, 0, 0, 0, 0);
    }

    /** Root and the supervisor write plain characters only. */
    private String text(long at, long bytes, int most) {
        int length = (int) Math.clamp(bytes, 0, most);
        StringBuilder text = new StringBuilder(length);
        long word = 0;
        for (int i = 0; i < length; i++) {
            word = i % 8 == 0 ? frame.read(at + i) : word >>> 8;
            text.append((char) (word & 0x7f));
        }
        return Text.plain(text.toString());
    }
}
