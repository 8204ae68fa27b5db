package ristretto.runtime;

import ristretto.magic.AlwaysInline;

/** Signals that came while the process waited for the time to come: those of its interrupts come once only, until they are acknowledged. Who waits for signals takes these first. */
public final class MissedSignals {
    private static long bits;

    public static void add(long more) {
        bits |= more;
    }

    @AlwaysInline
    public static boolean exist() {
        return bits != 0;
    }

    /** Takes them; 0: there are none. */
    public static long take() {
        long taken = bits;
        bits = 0;
        return taken;
    }

    private MissedSignals() {}
}
