package ristretto.bench.hostile;

import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.magic.CallRegisters;
import ristretto.sdk.Startup;

/** What the hostile process believes to hold: the type of the capability in each slot of its table. */
final class Deck {
    static final int SLOTS = 96;
    private static final int GIVEN = 20;

    final long table = Startup.grant("test", "table");
    final long space = Startup.grant("test", "space");
    final long thread = Startup.grant("test", "thread");
    private final long context = Startup.grant("test", "context");
    private final long done = Startup.grant("test", "done");
    private final int[] types = new int[SLOTS];
    private final Hostile hostile;
    private final Dice dice;

    Deck(Hostile hostile, Dice dice) {
        this.hostile = hostile;
        this.dice = dice;
    }

    /** Looks into those slots in which it was given something. */
    void look() {
        for (int slot = 1; slot <= GIVEN; slot++) {
            look(slot);
        }
    }

    /** Looks into one slot. */
    void look(int slot) {
        if (slot < 0 || slot >= SLOTS) {
            return;
        }
        CallRegisters r = hostile.registers();
        r.a0 = slot;
        int status = hostile.invoke(table, Operation.TABLE_INSPECT);
        types[slot] = status == ErrorCode.OK ? (int) r.a0 : ObjectType.NONE;
    }

    int type(int slot) {
        return slot >= 0 && slot < SLOTS ? types[slot] : ObjectType.NONE;
    }

    /** A slot of this type if there is one that is found by chance; what the process lives by seldom. */
    long of(int type) {
        if (dice.oneIn(40)) {
            return any();
        }
        int slot = dice.below(SLOTS);
        for (int i = 0; i < SLOTS; i++) {
            slot = slot + 1 < SLOTS ? slot + 1 : 1;
            if (types[slot] == type && (!isVital(slot) || dice.oneIn(4))) {
                return slot;
            }
        }
        return any();
    }

    /** As {@link #of}, but what it lives by hardly ever: for what ends a thread, or a table. */
    long toHarm(int type) {
        long slot = of(type);
        return isVital(slot) && !dice.oneIn(300) ? free() : slot;
    }

    long any() {
        return dice.oneIn(8) ? dice.strange() : dice.below(SLOTS + 2);
    }

    /** A slot that holds something, hardly ever what the process lives by. */
    long filled() {
        for (int i = 0; i < 16; i++) {
            int slot = dice.below(SLOTS);
            if (types[slot] != ObjectType.NONE && (!isVital(slot) || dice.oneIn(300))) {
                return slot;
            }
        }
        return free();
    }

    /** A slot that is probably empty. */
    int free() {
        for (int i = 0; i < 16; i++) {
            int slot = 1 + dice.below(SLOTS - 1);
            if (types[slot] == ObjectType.NONE) {
                return slot;
            }
        }
        return 1 + dice.below(SLOTS - 1);
    }

    boolean isVital(long slot) {
        return slot == table || slot == space || slot == thread || slot == context || slot == done;
    }
}
