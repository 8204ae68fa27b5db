package ristretto.proofs;

import org.cprover.CProver;

/**
 * The copying of a table's words to another table, one after the other. What a word holds is any, and that it is copied to its place is asserted as
 * it happens, so that none has to be remembered.
 */
public final class TableCopy {
    /** Whether what is read and written of raw memory is this copying; else memory is as {@link Words} says. */
    public static boolean isExpected;

    public static long from;
    public static long to;

    /** Offset of the word that is copied next. */
    public static long next;

    private static boolean isLoaded;
    private static long word;

    public static long load(long address) {
        assert address == from + next && !isLoaded;
        isLoaded = true;
        word = CProver.nondetLong();
        return word;
    }

    public static void store(long address, long value) {
        assert address == to + next && isLoaded && value == word;
        isLoaded = false;
        next += 8;
    }

    private TableCopy() {}
}
