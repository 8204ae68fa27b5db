package ristretto.runtime;

/** The thread that runs {@code main}: made at build time, and there for whoever asks for the current one. */
public final class MainThread {
    public static final String NAME = "main";
    public static final Thread THREAD = new Thread(null, null, NAME);

    private MainThread() {}
}
