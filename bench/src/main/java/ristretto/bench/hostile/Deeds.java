package ristretto.bench.hostile;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.magic.riscv64.Machine;

/** Chooses what the hostile process does next. */
final class Deeds {
    private final Hostile hostile;
    private final Dice dice;
    private final Deck deck;
    private final CallRegisters r;
    private final Helpers helpers;
    private final Invocations invocations;

    Deeds(Hostile hostile, Dice dice, Deck deck) {
        this.hostile = hostile;
        this.dice = dice;
        this.deck = deck;
        r = hostile.registers();
        helpers = new Helpers(hostile, dice, deck);
        invocations = new Invocations(dice, deck, r);
    }

    void next() {
        int kind = dice.below(100);
        if (kind < 3) {
            anything();
        } else if (kind < 33) {
            message();
        } else {
            invocations.prepare();
        }
        if (kind >= 3 && dice.oneIn(12)) {
            oneWrong();
        }
        if (dice.oneIn(8)) {
            helpers.delegate();
        } else {
            commit();
        }
        if (dice.oneIn(40)) {
            helpers.breed();
        }
        if (dice.oneIn(6)) {
            deck.look(1 + dice.below(Deck.SLOTS - 1));
        }
    }

    /** Makes the call, and looks at what it probably made. */
    private void commit() {
        boolean invokes = r.t3 == CallNumber.INVOKE;
        long operation = r.t1;
        long type = r.a0;
        long size = r.a1;
        long slot = target(invokes, operation);
        if (hostile.call() != ErrorCode.OK || slot < 0) {
            return;
        }
        deck.look((int) slot);
        boolean isFrame = invokes && operation == Operation.UNTYPED_RETYPE && type == ObjectType.FRAME;
        if (isFrame && deck.type((int) slot) == ObjectType.FRAME) {
            readNewFrame(slot, size);
        }
    }

    /** The first slot that the call changes, where it does what it is to do; -1: none. */
    private long target(boolean invokes, long operation) {
        if (!invokes) {
            long wanted = r.t2 >>> 32;
            return wanted == 0 || wanted >= Deck.SLOTS ? -1 : wanted;
        }
        long slot =
                switch ((int) operation) {
                    case Operation.UNTYPED_RETYPE -> r.a3;
                    case Operation.TABLE_COPY, Operation.TABLE_MINT, Operation.TABLE_MOVE, Operation.TABLE_DELETE ->
                        r.a0;
                    case Operation.FRAME_DERIVE -> r.a4;
                    case Operation.INTERRUPT_GET_LINE -> r.a2;
                    default -> -1;
                };
        return slot >= 0 && slot < Deck.SLOTS ? slot : -1;
    }

    /** New memory holds nothing of what was there before. */
    private void readNewFrame(long slot, long size) {
        r.a0 = size <= 64 ? 0 : dice.below((int) (size >> 6)) * 64L;
        if (hostile.invoke(slot, Operation.FRAME_READ) == ErrorCode.OK
                && (r.a0 | r.a1 | r.a2 | r.a3 | r.a4 | r.a5 | r.a6 | r.a7) != 0) {
            hostile.found(Hostile.NOT_ZERO);
        }
    }

    private void anything() {
        r.t0 = dice.oneIn(2) ? deck.filled() : dice.strange();
        r.t1 = dice.oneIn(2) ? dice.below(90) : dice.strange();
        r.t2 = dice.strange();
        r.t3 = dice.oneIn(8) ? dice.strange() : dice.below(10);
        r.t4 = dice.oneIn(2) ? Machine.readTime() + dice.below(4000) : dice.strange();
        words(true);
    }

    private void words(boolean strange) {
        r.a0 = strange ? dice.strange() : dice.next();
        r.a1 = strange ? dice.strange() : dice.next();
        r.a2 = dice.strange();
        r.a3 = dice.strange();
        r.a4 = dice.strange();
        r.a5 = dice.strange();
        r.a6 = dice.next();
        r.a7 = dice.next();
    }

    private void message() {
        int number = dice.below(CallNumber.INVOKE);
        boolean atEndpoint = number <= CallNumber.REPLY;
        r.t0 = deck.of(atEndpoint ? ObjectType.ENDPOINT : ObjectType.NOTIFICATION);
        r.t1 = tag();
        r.t2 = deck.of(ObjectType.REPLY) & 0xffff_ffffL | (dice.oneIn(3) ? (long) deck.free() << 32 : 0);
        r.t3 = number;
        hostile.deadline(number);
        words(false);
    }

    private long tag() {
        if (dice.oneIn(20)) {
            return dice.strange();
        }
        long tag = Tag.of(dice.below(3), dice.oneIn(6) ? dice.below(130) : dice.below(9));
        if (dice.oneIn(4)) {
            tag = Tag.withCapability(tag, (int) deck.filled() & 0xffff, dice.below(Rights.ALL + 1));
        }
        return tag;
    }

    private void oneWrong() {
        long wrong = dice.oneIn(2) ? deck.any() : dice.strange();
        switch (dice.below(10)) {
            case 0 -> r.t0 = wrong;
            case 1 -> r.t1 = wrong;
            case 2 -> r.t2 = wrong;
            case 3 -> r.a0 = wrong;
            case 4 -> r.a1 = wrong;
            case 5 -> r.a2 = wrong;
            case 6 -> r.a3 = wrong;
            case 7 -> r.a4 = wrong;
            case 8 -> r.a5 = wrong;
            default -> r.t4 = wrong;
        }
    }
}
