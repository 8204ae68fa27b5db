package ristretto.runtime.platform.linux;

/** Ends the process. */
final class Exit {

    static void now(int code, byte[] text) {
        while (true) {
            Linux.call(Linux.EXIT_GROUP, code);
        }
    }

    private Exit() {}
}
