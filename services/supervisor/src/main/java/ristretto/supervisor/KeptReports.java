package ristretto.supervisor;

import ristretto.sdk.Startup;
import ristretto.sdk.Text;
import ristretto.sdk.kernel.Frame;
import ristretto.sdk.state.WordChecksum;
import ristretto.sdk.system.KeptReportLayout;

/**
 * The last reports, in memory that outlives the supervisor, and a warm restart of the machine; see {@link KeptReportLayout}. What lies there may be anything: it is held against its checksum and its
 * place.
 */
final class KeptReports {
    /** Before what was said before the machine was restarted. */
    private static final String EARLIER = "earlier run: ";

    /** So many there can never have been. */
    private static final long MOST_NUMBER = 1L << 60;

    private final Frame frame;
    private final long[] words = new long[8];
    private final long[] part = new long[8];
    private final byte[] text = new byte[KeptReportLayout.MOST_TEXT_BYTES];
    private final long run;

    private KeptReports(Frame frame, Resources resources) {
        this.frame = frame;
        if (resources.restarts == 0) {
            run = latestRun() + 1;
            resources.journal.writeRun(run);
        } else {
            run = resources.journal.run();
        }
    }

    static KeptReports ofThisProcess(Resources resources) {
        return new KeptReports(new Frame((int) Startup.grant(Startup.OWN, "reports")), resources);
    }

    /** @param number of the report */
    void write(long number, long timeNs, byte[] bytes, int length) {
        int most = Math.min(length, KeptReportLayout.MOST_TEXT_BYTES);
        long checksum = checksum(number + 1, timeNs, most, run, bytes);
        long at = KeptReportLayout.report(number);
        frame.write(at + KeptReportLayout.TEXT, bytes, most);
        frame.write(at, KeptReportLayout.WORDS, number + 1, timeNs, most, run, checksum, 0);
    }

    /** Puts all reports that are there into these. */
    void readInto(Reports reports) {
        long last = latest(0);
        for (int i = 0; i < KeptReportLayout.REPORTS; i++) {
            if (read(i) && words[0] > last - KeptReportLayout.REPORTS) {
                String said = Text.plain(ascii((int) words[2]));
                reports.restore(words[0] - 1, words[1], words[3] == run ? said : EARLIER + said);
            }
        }
    }

    private long latestRun() {
        return latest(3);
    }

    /** The greatest value of this word of a report; 0: there is none. */
    private long latest(int word) {
        long latest = 0;
        for (int i = 0; i < KeptReportLayout.REPORTS; i++) {
            latest = read(i) ? Math.max(latest, words[word]) : latest;
        }
        return latest;
    }

    /** Whether a report is in this place: then its words, and its text, are here until another one is read. */
    private boolean read(int place) {
        long at = KeptReportLayout.report(place);
        frame.read(at, words);
        long number = words[0] - 1;
        long length = words[2];
        if (number < 0
                || number > MOST_NUMBER
                || number % KeptReportLayout.REPORTS != place
                || length < 0
                || length > KeptReportLayout.MOST_TEXT_BYTES) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (i % 64 == 0) {
                frame.read(at + KeptReportLayout.TEXT + i, part);
            }
            text[i] = (byte) (part[i % 64 / 8] >>> i % 8 * 8);
        }
        return words[4] == checksum(words[0], words[1], (int) length, words[3], text);
    }

    private static long checksum(long first, long timeNs, int length, long run, byte[] text) {
        long sum = WordChecksum.mixed(WordChecksum.mixed(WordChecksum.mixed(first, timeNs), length), run);
        for (int i = 0; i < length; i++) {
            sum = WordChecksum.mixed(sum, text[i]);
        }
        return sum;
    }

    private String ascii(int length) {
        StringBuilder plain = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            plain.append((char) (text[i] & 0x7f));
        }
        return plain.toString();
    }
}
