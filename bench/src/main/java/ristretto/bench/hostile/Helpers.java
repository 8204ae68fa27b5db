package ristretto.bench.hostile;

import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.magic.CallRegisters;
import ristretto.magic.Memory;
import ristretto.magic.StackFrame;

/**
 * Other threads of the hostile process, each of which makes one system call that may wait, and then does something
 * senseless: what their registers are stands in no memory that they could go on with.
 */
final class Helpers {
    private static final int ECALL = 0x0000_0073;
    private static final int FIRST_CALL_REGISTER = 5;
    private static final int NUMBER_REGISTER = 28;
    private static final int FIRST_WORD_REGISTER = 10;
    private static final int USUAL_PRIORITY = 100;

    private final Hostile hostile;
    private final Dice dice;
    private final Deck deck;
    private final CallRegisters r;
    private final CallRegisters wanted = new CallRegisters();
    private final long ecall = ecall();

    Helpers(Hostile hostile, Dice dice, Deck deck) {
        this.hostile = hostile;
        this.dice = dice;
        this.deck = deck;
        r = hostile.registers();
    }

    /** Some {@code ecall} of this program's code: the first behind this place that is one. */
    private static long ecall() {
        long at = StackFrame.returnAddress(StackFrame.current()) & -2L;
        while ((Memory.loadShort(at) | Memory.loadShort(at + 2) << 16) != ECALL) {
            at += 2;
        }
        return at;
    }

    /** Another thread is to make the call that is in the registers. */
    void delegate() {
        long thread = deck.of(ObjectType.THREAD);
        if (deck.isVital(thread)) {
            return;
        }
        CallRegisters w = wanted;
        w.t0 = r.t0;
        w.t1 = r.t1;
        w.t2 = r.t2;
        w.t3 = r.t3;
        w.t4 = dice.oneIn(2) ? 0 : r.t4;
        w.a0 = r.a0;
        w.a1 = r.a1;
        w.a2 = r.a2;
        w.a3 = r.a3;
        w.a4 = r.a4;
        w.a5 = r.a5;
        if (dice.oneIn(2)) {
            hostile.invoke(thread, Operation.THREAD_SUSPEND);
            configure(thread);
        }
        write(thread, FIRST_CALL_REGISTER, 3, w.t0, w.t1, w.t2);
        write(thread, NUMBER_REGISTER, 2, w.t3, w.t4, 0);
        r.a5 = w.a3;
        r.a6 = w.a4;
        r.a7 = w.a5;
        write(thread, FIRST_WORD_REGISTER, 6, w.a0, w.a1, w.a2);
        write(thread, 0, 1, ecall, 0, 0);
        hostile.invoke(thread, Operation.THREAD_RESUME);
        if (dice.oneIn(6)) {
            r.a0 = 0;
            hostile.invoke(thread, Operation.THREAD_SET_CONTEXT);
        }
    }

    /** A thread with all that it needs, and what to wait at. */
    void breed() {
        int thread = make(ObjectType.THREAD, 0);
        int frame = make(ObjectType.FRAME, 4096);
        int context = make(ObjectType.SCHEDULING_CONTEXT, 0);
        make(ObjectType.REPLY, 0);
        make(dice.oneIn(2) ? ObjectType.ENDPOINT : ObjectType.NOTIFICATION, 0);
        r.a0 = context;
        r.a1 = 100_000L << dice.below(4);
        r.a2 = r.a1 << dice.below(4);
        hostile.invoke(deck.of(ObjectType.SCHEDULING_CONTROL), Operation.SCHEDULING_CONFIGURE);
        r.a2 = frame;
        r.a4 = context;
        configureWith(thread);
    }

    private int make(int type, long size) {
        int slot = deck.free();
        r.a0 = type;
        r.a1 = size;
        r.a2 = deck.table;
        r.a3 = slot;
        r.a4 = 1;
        hostile.invoke(deck.of(ObjectType.UNTYPED), Operation.UNTYPED_RETYPE);
        deck.look(slot);
        return slot;
    }

    private void configure(long thread) {
        r.a2 = deck.of(ObjectType.FRAME);
        r.a4 = deck.of(ObjectType.SCHEDULING_CONTEXT);
        configureWith(thread);
    }

    /** With the frame and the scheduling context that are in the registers. */
    private void configureWith(long thread) {
        r.a0 = deck.space;
        r.a1 = deck.table;
        r.a3 = dice.oneIn(3) ? 0 : deck.of(ObjectType.ENDPOINT);
        r.a5 = USUAL_PRIORITY - 2 + dice.below(5);
        hostile.invoke(thread, Operation.THREAD_CONFIGURE);
    }

    private void write(long thread, int first, int count, long a, long b, long c) {
        r.a0 = first;
        r.a1 = count;
        r.a2 = a;
        r.a3 = b;
        r.a4 = c;
        hostile.invoke(thread, Operation.THREAD_WRITE_REGISTERS);
    }
}
