package ristretto.proofs;

import org.cprover.CProver;

/**
 * Words of raw memory of which a proof remembers what they hold, at any addresses that it chooses: what is proved of such a word holds of each. All
 * others read as anything.
 */
public final class Words {
    private static final int MOST = 4;

    private static final long[] addresses = new long[MOST];
    private static final long[] values = new long[MOST];
    private static int watched;

    /** From here on the word at this address is remembered. */
    public static void watch(long address, long value) {
        addresses[watched] = address;
        values[watched] = value;
        watched++;
    }

    /** What the word that was the first to be watched, or a later one, holds, counted from 0. */
    public static long value(int number) {
        return values[number];
    }

    public static long load(long address) {
        for (int i = 0; i < watched; i++) {
            if (address == addresses[i]) {
                return values[i];
            }
        }
        return CProver.nondetLong();
    }

    public static void store(long address, long value) {
        for (int i = 0; i < watched; i++) {
            if (address == addresses[i]) {
                values[i] = value;
            }
        }
    }

    public static void zero(long from, long to) {
        for (int i = 0; i < watched; i++) {
            if (addresses[i] >= from && addresses[i] < to) {
                values[i] = 0;
            }
        }
    }

    private Words() {}
}
