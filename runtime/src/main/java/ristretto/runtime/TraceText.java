package ristretto.runtime;

import ristretto.magic.Rare;

/**
 * The text of a stack trace, letter by letter as the JDK prints it: causes with the frames in common left out,
 * suppressed exceptions indented, circles named.
 */
@Rare
public final class TraceText {
    private static final String CAUSE = "Caused by: ";
    private static final String SUPPRESSED = "Suppressed: ";
    private static final StackTraceElement[] NO_TRACE = {};

    private final StringBuilder text = new StringBuilder(256);
    private Throwable[] seen = new Throwable[4];
    private int seenCount;

    public static String of(Throwable throwable) {
        TraceText trace = new TraceText();
        trace.add(throwable, NO_TRACE, "", "");
        return trace.text.toString();
    }

    private void add(Throwable throwable, StackTraceElement[] enclosing, String caption, String prefix) {
        text.append(prefix).append(caption);
        if (wasSeen(throwable)) {
            text.append("[CIRCULAR REFERENCE: ").append(throwable.toString()).append("]\n");
            return;
        }
        text.append(throwable.toString()).append('\n');
        StackTraceElement[] trace = throwable.getStackTrace();
        int common = framesInCommon(trace, enclosing);
        for (int i = 0; i < trace.length - common; i++) {
            text.append(prefix).append("\tat ").append(trace[i].toString()).append('\n');
        }
        if (common != 0) {
            text.append(prefix).append("\t... ").append(common).append(" more\n");
        }
        for (Throwable suppressed : throwable.getSuppressed()) {
            add(suppressed, trace, SUPPRESSED, prefix + "\t");
        }
        Throwable cause = throwable.getCause();
        if (cause != null) {
            add(cause, trace, CAUSE, prefix);
        }
    }

    private boolean wasSeen(Throwable throwable) {
        for (int i = 0; i < seenCount; i++) {
            if (seen[i] == throwable) {
                return true;
            }
        }
        if (seenCount == seen.length) {
            Throwable[] longer = new Throwable[2 * seenCount];
            System.arraycopy(seen, 0, longer, 0, seenCount);
            seen = longer;
        }
        seen[seenCount++] = throwable;
        return false;
    }

    private static int framesInCommon(StackTraceElement[] trace, StackTraceElement[] enclosing) {
        int common = 0;
        while (common < trace.length
                && common < enclosing.length
                && trace[trace.length - 1 - common].equals(enclosing[enclosing.length - 1 - common])) {
            common++;
        }
        return common;
    }

    private TraceText() {}
}
