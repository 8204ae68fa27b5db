package ristretto.desk;

/** Unwinds a thread whose process has ended, or whose machine is off. It is no exception, so that fewer handlers catch it; who does meets it again at once. */
final class ProcessEnded extends Error {
    private static final long serialVersionUID = 1;

    ProcessEnded() {
        super("this process has ended", null, false, false);
    }
}
