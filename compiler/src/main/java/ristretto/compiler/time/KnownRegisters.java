package ristretto.compiler.time;

import java.util.Arrays;

/**
 * What registers hold at one place of the code, on whatever way it was reached: as much as is needed to tell where a jump through a table leads. 0:
 * not known.
 */
final class KnownRegisters {
    private static final int FIRST_KEPT = 18;
    private static final int LAST_KEPT = 27;

    /** An address. */
    private final long[] address;
    /** An address, and something added to it. */
    private final long[] within;
    /** What lies somewhere behind this address. */
    private final long[] loadedFrom;

    KnownRegisters() {
        address = new long[32];
        within = new long[32];
        loadedFrom = new long[32];
    }

    private KnownRegisters(KnownRegisters other) {
        address = other.address.clone();
        within = other.within.clone();
        loadedFrom = other.loadedFrom.clone();
    }

    KnownRegisters copy() {
        return new KnownRegisters(this);
    }

    /** Forgets what is not so in the other, too; answers whether there was such. */
    boolean restrict(KnownRegisters other) {
        return restrict(address, other.address)
                | restrict(within, other.within)
                | restrict(loadedFrom, other.loadedFrom);
    }

    private static boolean restrict(long[] known, long[] other) {
        boolean changed = false;
        for (int i = 0; i < known.length; i++) {
            if (known[i] != 0 && known[i] != other[i]) {
                known[i] = 0;
                changed = true;
            }
        }
        return changed;
    }

    /** The address that the register holds; else 0. */
    long address(int register) {
        return address[register];
    }

    /** Where the table begins from which the target of a jump through this register was loaded; else 0. */
    long table(int register) {
        return loadedFrom[register];
    }

    /** The code somewhere behind which a jump through this register leads; else 0. */
    long row(int register) {
        return within[register];
    }

    /** After the instruction. */
    void follow(Instruction i) {
        int to = i.destination();
        switch (i.kind()) {
            case CONSTANT -> set(to, i.target(), 0, 0);
            case STEP -> {
                long sum = address[i.source()] == 0 ? 0 : address[i.source()] + i.target();
                long inside = within[i.source()] == 0 ? 0 : within[i.source()] + i.target();
                set(to, sum, inside, 0);
            }
            case SUM -> sum(to, i.source(), i.second());
            case LOAD -> {
                long from = address[i.source()] != 0 ? address[i.source()] : within[i.source()];
                set(to, 0, 0, from == 0 ? 0 : from + i.target());
            }
            case CALL, INDIRECT_CALL -> forgetTemporaries();
            default -> set(to, 0, 0, 0);
        }
    }

    private void sum(int to, int source, int second) {
        if (source == 0) {
            set(to, address[second], within[second], loadedFrom[second]);
            return;
        }
        long one = address[source] != 0 ? address[source] : within[source];
        long other = address[second] != 0 ? address[second] : within[second];
        set(to, 0, one == 0 ? other : other == 0 ? one : 0, 0);
    }

    private void set(int register, long value, long inside, long from) {
        if (register != 0) {
            address[register] = value;
            within[register] = inside;
            loadedFrom[register] = from;
        }
    }

    /** What a function that is called need not keep. */
    private void forgetTemporaries() {
        for (long[] known : new long[][] {address, within, loadedFrom}) {
            Arrays.fill(known, 0, 8, 0);
            Arrays.fill(known, 10, FIRST_KEPT, 0);
            Arrays.fill(known, LAST_KEPT + 1, known.length, 0);
        }
    }
}
