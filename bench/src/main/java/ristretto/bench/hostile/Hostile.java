package ristretto.bench.hostile;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.magic.CallRegisters;
import ristretto.magic.Memory;
import ristretto.magic.SystemCall;
import ristretto.magic.riscv64.Machine;
import ristretto.sdk.Startup;

/**
 * A process that makes random system calls, some with any arguments, most with nearly right ones, until it is stopped or
 * has stopped itself. How many it has made stands in a page that {@link Overseer} shares; what it found wrong stands
 * behind that.
 */
public final class Hostile {
    /** Where the shared page is mapped, and what it holds. */
    static final long PAGE = 0x3000_0000L;

    static final int CALLS = 0;
    static final int FOUND = 8;

    /** From here on for each kind of call, by {@link #kind}, how many were made and how many of these were not refused, 32 bits each. */
    static final int KINDS = 64;

    static final int KIND_COUNT = 112;
    private static final int FIRST_OPERATION = 16;

    /** Frames must be empty when they are new. */
    static final long NOT_ZERO = 1;

    private static final int LATEST = 4000;

    private final CallRegisters r = new CallRegisters();
    private final Dice dice = new Dice(Startup.grant("test", "seed"));
    private final Deck deck = new Deck(this, dice);
    private final Deeds deeds = new Deeds(this, dice, deck);
    private long calls;

    public static void main(String[] arguments) {
        Hostile hostile = new Hostile();
        long most = Startup.grant("test", "calls");
        hostile.deck.look();
        while (hostile.calls < most) {
            hostile.deeds.next();
        }
        hostile.signal(Startup.grant("test", "done"));
    }

    CallRegisters registers() {
        return r;
    }

    void signal(long notification) {
        r.t0 = notification;
        r.t3 = CallNumber.SIGNAL;
        r.t4 = 0;
        SystemCall.trap(r);
    }

    /** Makes the call that is in the registers; answers the status. */
    int call() {
        calls++;
        Memory.storeLong(PAGE + CALLS, calls);
        long kind = PAGE + KINDS + 8L * kind(r.t3, r.t1);
        Memory.storeInt(kind, Memory.loadInt(kind) + 1);
        SystemCall.trap(r);
        if (r.t0 == ErrorCode.OK) {
            Memory.storeInt(kind + 4, Memory.loadInt(kind + 4) + 1);
        }
        return (int) r.t0;
    }

    /** The number of a call, or the first operation's number and that of an operation. */
    private static int kind(long number, long operation) {
        if (number < 0 || number > CallNumber.INVOKE) {
            return CallNumber.INVOKE;
        }
        if (number < CallNumber.INVOKE) {
            return (int) number;
        }
        long last = KIND_COUNT - FIRST_OPERATION;
        return operation > 0 && operation < last ? FIRST_OPERATION + (int) operation : CallNumber.INVOKE;
    }

    /** A call that may wait gets a deadline nearly always. */
    void deadline(int number) {
        boolean waits = number <= CallNumber.RECEIVE || number == CallNumber.WAIT;
        if (dice.oneIn(50)) {
            r.t4 = dice.strange();
        } else if (waits && !dice.oneIn(100)) {
            r.t4 = Machine.readTime() + dice.below(LATEST);
        } else {
            r.t4 = 0;
        }
    }

    int invoke(long capability, int operation) {
        r.t0 = capability;
        r.t1 = operation;
        r.t3 = CallNumber.INVOKE;
        r.t2 = 0;
        r.t4 = 0;
        return call();
    }

    void found(long what) {
        Memory.storeLong(PAGE + FOUND, what);
    }
}
