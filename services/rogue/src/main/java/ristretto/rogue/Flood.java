package ristretto.rogue;

import ristretto.abi.CallNumber;
import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.magic.SystemCall;
import ristretto.sdk.Startup;

/** Garbage to every endpoint that it has, as fast as it can, until somebody stops it. */
final class Flood {
    private static final int MOST = 64;

    /** Labels begin above those that servers understand: what they understand is no garbage. */
    private static final int FIRST_LABEL = 0x1000;

    static void pour() {
        int[] endpoints = new int[MOST];
        int count = 0;
        for (int i = 0; i < Startup.grants() && count < MOST; i++) {
            String name = Startup.grantName(i);
            if (name.startsWith(Startup.USES) || name.equals("own:supervisor")) {
                endpoints[count++] = (int) Startup.grantValue(i);
            }
        }
        CallRegisters r = new CallRegisters();
        for (int turn = 0; ; turn++) {
            r.t0 = endpoints[turn % count];
            r.t1 = Tag.of(FIRST_LABEL + (turn & 0xfff), turn % (Tag.MAXIMUM_WORDS + 1));
            r.t2 = 0;
            r.t3 = CallNumber.CALL;
            r.t4 = 0;
            r.a0 = turn;
            r.a1 = ~(long) turn;
            SystemCall.trap(r);
        }
    }

    private Flood() {}
}
