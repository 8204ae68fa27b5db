package ristretto.sdk;

/** The end of this process by its own will. */
public final class Exit {

    /** Ends the process; its supervisor reports the reason and decides whether it gets another life. */
    public static void now(int code, String reason) {
        ristretto.runtime.platform.Exit.now(code, Utf8.encode(reason));
    }

    private Exit() {}
}
