package ristretto.bench.kerneltests;

import ristretto.abi.CallNumber;
import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.magic.Memory;
import ristretto.magic.SystemCall;
import ristretto.sdk.Startup;

/**
 * A process that does the system calls that {@link KernelTests} tells it to: the label is what to do, the words are t0, t1,
 * t2, t3, t4, a0, a1, a2; the answer is t0, t1, t2, a0, a1, a2, a3, a4.
 */
public final class Puppet {
    /** Does the call, then answers. */
    static final int CALL = 1;
    /** Answers, then does the call, which may wait. */
    static final int CALL_LATER = 2;
    /** Answers with the results of the last call. */
    static final int RESULTS = 3;
    /** Answers, then stores to the address in word 0. */
    static final int STORE = 4;
    /** Answers, then computes without end. */
    static final int SPIN = 5;

    private static final CallRegisters CONTROL = new CallRegisters();
    private static final CallRegisters DEED = new CallRegisters();
    private static final long ENDPOINT = Startup.grant("test", "endpoint");
    private static final long REPLY = Startup.grant(Startup.OWN, "reply");

    public static void main(String[] arguments) {
        CallRegisters r = CONTROL;
        control(CallNumber.RECEIVE);
        while (true) {
            int what = Tag.label(r.t1);
            if (what != RESULTS) {
                take(r);
            }
            switch (what) {
                case CALL -> SystemCall.trap(DEED);
                case CALL_LATER, STORE, SPIN -> later(what, r.a0);
                default -> {}
            }
            if (what == CALL || what == RESULTS) {
                show(r);
                control(CallNumber.REPLY_RECEIVE);
            } else {
                control(CallNumber.RECEIVE);
            }
        }
    }

    private static void later(int what, long address) {
        CONTROL.t1 = Tag.of(0, 0);
        control(CallNumber.REPLY);
        if (what == CALL_LATER) {
            SystemCall.trap(DEED);
        } else if (what == STORE) {
            Memory.storeLong(address, 42);
            DEED.t0 = 4711;
        } else {
            spin();
        }
    }

    private static void spin() {
        long n = 0;
        while (n >= 0) {
            n++;
            Memory.barrier();
        }
    }

    private static void take(CallRegisters r) {
        if (Tag.words(r.t1) == 8) {
            CallRegisters d = DEED;
            d.t0 = r.a0;
            d.t1 = r.a1;
            d.t2 = r.a2;
            d.t3 = r.a3;
            d.t4 = r.a4;
            d.a0 = r.a5;
            d.a1 = r.a6;
            d.a2 = r.a7;
        }
    }

    private static void show(CallRegisters r) {
        CallRegisters d = DEED;
        r.a0 = d.t0;
        r.a1 = d.t1;
        r.a2 = d.t2;
        r.a3 = d.a0;
        r.a4 = d.a1;
        r.a5 = d.a2;
        r.a6 = d.a3;
        r.a7 = d.a4;
        r.t1 = Tag.of(0, 8);
    }

    private static void control(int number) {
        CallRegisters r = CONTROL;
        r.t0 = ENDPOINT;
        r.t2 = REPLY;
        r.t3 = number;
        r.t4 = 0;
        SystemCall.trap(r);
    }

    private Puppet() {}
}
