package ristretto.tool;

/** One line at a time, on standard error, so that standard output stays the program's. */
public final class Progress {

    public static void say(String format, Object... arguments) {
        System.err.println("ristretto: " + format.formatted(arguments));
    }

    private Progress() {}
}
