package ristretto.bench.hostile;

import ristretto.abi.CallNumber;
import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.magic.SystemCall;
import ristretto.sdk.Startup;

/**
 * A process that others call, and that keeps what it has: an array of known content, of which nothing may change whatever
 * it is sent. Who may ask for it, by the label CHECK through a capability with the badge OVERSEER, is told how many words are wrong.
 */
public final class Victim {
    static final int CHECK = 77;
    static final long OVERSEER = 0x600d;
    private static final int WORDS = 4096;
    private static final long SEED = 0x7e57;

    private static final long[] KEPT = new long[WORDS];
    private static final CallRegisters CALL = new CallRegisters();

    public static void main(String[] arguments) {
        Dice dice = new Dice(SEED);
        for (int i = 0; i < WORDS; i++) {
            KEPT[i] = dice.next();
        }
        long endpoint = Startup.grant("test", "endpoint");
        long reply = Startup.grant(Startup.OWN, "reply");
        CallRegisters r = CALL;
        r.t3 = CallNumber.RECEIVE;
        while (true) {
            r.t0 = endpoint;
            r.t2 = reply;
            r.t4 = 0;
            SystemCall.trap(r);
            boolean asked = Tag.label(r.t1) == CHECK && r.t2 == OVERSEER;
            r.a0 = asked ? wrongWords() : 0;
            r.t1 = Tag.of(0, 1);
            r.t3 = CallNumber.REPLY_RECEIVE;
        }
    }

    private static int wrongWords() {
        Dice dice = new Dice(SEED);
        int wrong = 0;
        for (int i = 0; i < WORDS; i++) {
            if (KEPT[i] != dice.next()) {
                wrong++;
            }
        }
        return wrong;
    }

    private Victim() {}
}
