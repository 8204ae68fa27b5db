package ristretto.runtime;

import ristretto.magic.Rare;
import ristretto.runtime.jdk.StackTraces;

/**
 * The text of a stack trace, letter by letter as the JDK prints it: causes with the frames in common left out,
 * suppressed exceptions indented, circles named.
 */
@Rare
public final class TraceText {
    private static final String CAUSE = "Caused by: ";
    private static final String SUPPRESSED = "Suppressed: ";
    private static final StackTraceElement[] NO_TRACE = {};
    /** Of errors for whose trace there is no memory. */
    private static final byte[] NO_MEMORY = Utf8.encode("java.lang.OutOfMemoryError, and no memory to tell where\n");
    /** An error of which nothing can be told, for want of memory or because its own methods fail. */
    static final byte[] UNKNOWN = Utf8.encode("an error that cannot be told\n");

    private final Text text = new Text();
    private Throwable[] seen = new Throwable[4];
    private int seenCount;

    public static String of(Throwable throwable) {
        return of("", throwable);
    }

    /** The first line begins with the heading. */
    static String of(String heading, Throwable throwable) {
        TraceText trace = new TraceText();
        trace.add(throwable, NO_TRACE, heading, "");
        return trace.text.toString();
    }

    /** The same as UTF-8, for the end of a process: it never fails. */
    public static byte[] encoded(String heading, Throwable throwable) {
        try {
            return Utf8.encode(of(heading, throwable));
        } catch (Throwable another) {
            return throwable instanceof OutOfMemoryError ? NO_MEMORY : UNKNOWN;
        }
    }

    private void add(Throwable throwable, StackTraceElement[] enclosing, String caption, String prefix) {
        if (wasSeen(throwable)) {
            line(prefix, caption, "[CIRCULAR REFERENCE: ", throwable.toString(), "]");
            return;
        }
        line(prefix, caption, throwable.toString(), "", "");
        StackTraceElement[] trace = StackTraces.of(throwable);
        int common = framesInCommon(trace, enclosing);
        for (int i = 0; i < trace.length - common; i++) {
            text.put(prefix).put("\tat ");
            element(trace[i]);
        }
        if (common != 0) {
            text.put(prefix).put("\t... ").put(common).put(" more\n");
        }
        for (Throwable suppressed : throwable.getSuppressed()) {
            add(suppressed, trace, SUPPRESSED, new Text().put(prefix).put("\t").toString());
        }
        Throwable cause = throwable.getCause();
        if (cause != null) {
            add(cause, trace, CAUSE, prefix);
        }
    }

    private void line(String a, String b, String c, String d, String e) {
        text.put(a).put(b).put(c).put(d).put(e).put("\n");
    }

    /** As {@code StackTraceElement.toString}. */
    private void element(StackTraceElement element) {
        String loader = element.getClassLoaderName();
        String module = element.getModuleName();
        String version = element.getModuleVersion();
        boolean hasLoader = loader != null && !loader.isEmpty();
        boolean hasModule = module != null && !module.isEmpty();
        if (hasLoader) {
            text.put(loader).put("/");
        }
        if (hasModule) {
            text.put(module);
        }
        if (hasModule && version != null && !version.isEmpty()) {
            text.put("@").put(version);
        }
        text.put(hasLoader || hasModule ? "/" : "").put(element.getClassName()).put(".");
        text.put(element.getMethodName()).put("(");
        String file = element.getFileName();
        if (element.isNativeMethod()) {
            text.put("Native Method");
        } else if (file == null) {
            text.put("Unknown Source");
        } else {
            text.put(file);
            if (element.getLineNumber() >= 0) {
                text.put(":").put(element.getLineNumber());
            }
        }
        text.put(")\n");
    }

    private boolean wasSeen(Throwable throwable) {
        for (int i = 0; i < seenCount; i++) {
            if (seen[i] == throwable) {
                return true;
            }
        }
        if (seenCount == seen.length) {
            Throwable[] longer = new Throwable[2 * seenCount];
            for (int i = 0; i < seenCount; i++) {
                longer[i] = seen[i];
            }
            seen = longer;
        }
        seen[seenCount++] = throwable;
        return false;
    }

    private static int framesInCommon(StackTraceElement[] trace, StackTraceElement[] enclosing) {
        int common = 0;
        while (common < trace.length
                && common < enclosing.length
                && same(trace[trace.length - 1 - common], enclosing[enclosing.length - 1 - common])) {
            common++;
        }
        return common;
    }

    /** As {@code equals}, which compares texts as it would any objects, and so makes every class's {@code equals} a part of the program. */
    private static boolean same(StackTraceElement a, StackTraceElement b) {
        return a.getLineNumber() == b.getLineNumber()
                && a.getClassName().equals(b.getClassName())
                && a.getMethodName().equals(b.getMethodName())
                && sameText(a.getFileName(), b.getFileName())
                && sameText(a.getModuleName(), b.getModuleName())
                && sameText(a.getModuleVersion(), b.getModuleVersion())
                && sameText(a.getClassLoaderName(), b.getClassLoaderName());
    }

    private static boolean sameText(String a, String b) {
        return a == null ? b == null : b != null && a.equals(b);
    }

    private TraceText() {}
}
