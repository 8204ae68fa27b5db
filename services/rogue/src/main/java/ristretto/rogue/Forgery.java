package ristretto.rogue;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.magic.CallRegisters;
import ristretto.magic.SystemCall;
import ristretto.sdk.Exit;
import ristretto.sdk.Startup;

/**
 * Calls on capabilities that it was never given: every operation there is on every slot that is not its own, and on
 * numbers that are no slots at all.
 */
final class Forgery {
    private static final int SLOTS = 96;
    private static final int OPERATIONS = 90;
    private static final int RANDOM_CALLS = 2000;

    private final CallRegisters registers = new CallRegisters();
    private long random = 0x9e37_79b9_7f4a_7c15L;
    private int tried;
    private int refused;

    /** Never returns: ends the process, with what it found as the reason. */
    static void commit() {
        Forgery forgery = new Forgery();
        forgery.tryAllSlots();
        forgery.tryRandomNumbers();
        boolean all = forgery.refused == forgery.tried;
        Exit.now(all ? 0 : 1, forgery.refused + " of " + forgery.tried + " forged calls were refused");
    }

    private void tryAllSlots() {
        for (int slot = 0; slot < SLOTS; slot++) {
            if (isOwn(slot)) {
                continue;
            }
            for (int call = CallNumber.CALL; call <= CallNumber.POLL; call++) {
                attempt(slot, call, 0);
            }
            for (int operation = 0; operation < OPERATIONS; operation++) {
                attempt(slot, CallNumber.INVOKE, operation);
            }
        }
    }

    private void tryRandomNumbers() {
        for (int i = 0; i < RANDOM_CALLS; i++) {
            long slot = next();
            if (slot >= 0 && slot < SLOTS) {
                continue;
            }
            attempt(slot, CallNumber.INVOKE, next() & 0x7f);
            attempt(slot, CallNumber.CALL, next() & 0xff);
        }
    }

    private void attempt(long slot, int call, long tag) {
        CallRegisters r = registers;
        r.t0 = slot;
        r.t1 = tag;
        r.t2 = slot;
        r.t3 = call;
        r.t4 = 1;
        r.a0 = next();
        r.a1 = next();
        r.a2 = next();
        r.a3 = next();
        r.a4 = 1;
        SystemCall.trap(r);
        tried++;
        if (r.t0 != ErrorCode.OK && r.t0 != ErrorCode.TIMED_OUT) {
            refused++;
        }
    }

    private static boolean isOwn(int slot) {
        for (int i = 0; i < Startup.grants(); i++) {
            if (Startup.grantValue(i) == slot) {
                return true;
            }
        }
        return false;
    }

    /** Pseudo-random numbers, xorshift64 (Marsaglia 2003). */
    private long next() {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        return random;
    }
}
