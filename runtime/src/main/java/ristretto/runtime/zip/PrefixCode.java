package ristretto.runtime.zip;

import java.util.Arrays;

/**
 * A prefix code of DEFLATE (RFC 1951, 3.2.2) for decoding: a table for codes of up to {@link #FAST_BITS} bits, and for longer ones the
 * canonical search by counts. An entry of the table is the symbol times 16 plus the code's length; 0: no such short code.
 */
final class PrefixCode {
    static final int LONGEST = 15;
    static final int FAST_BITS = 9;
    /** No code begins with these bits. */
    static final int INVALID = -1;
    /** More bits are needed to tell. */
    static final int TOO_FEW_BITS = -2;

    private static final int LENGTH_BITS = 4;

    private final short[] fast = new short[1 << FAST_BITS];
    private final short[] symbols;
    private final int[] counts = new int[LONGEST + 1];

    PrefixCode(int mostSymbols) {
        symbols = new short[mostSymbols];
    }

    /**
     * Whether the lengths make a code: not over-subscribed, and complete but for a code of a single bit where that is allowed. One
     * without any symbol, where that is not allowed, means 0 with every bit, as zlib takes it.
     */
    boolean build(byte[] lengths, int offset, int count, boolean mayBeIncomplete) {
        Arrays.fill(counts, 0);
        for (int i = 0; i < count; i++) {
            counts[lengths[offset + i]]++;
        }
        int longest = LONGEST;
        while (longest > 0 && counts[longest] == 0) {
            longest--;
        }
        int left = 1;
        for (int length = 1; length <= LONGEST; length++) {
            left = (left << 1) - counts[length];
            if (left < 0) {
                return false;
            }
        }
        if (left > 0 && longest > 0 && !(mayBeIncomplete && longest == 1)) {
            return false;
        }
        fill(lengths, offset, count);
        if (longest == 0 && !mayBeIncomplete) {
            Arrays.fill(fast, (short) 1);
        }
        return true;
    }

    private void fill(byte[] lengths, int offset, int count) {
        int[] place = new int[LONGEST + 2];
        int[] next = new int[LONGEST + 2];
        int code = 0;
        for (int length = 1; length <= LONGEST; length++) {
            next[length] = code;
            code = code + counts[length] << 1;
            place[length + 1] = place[length] + counts[length];
        }
        Arrays.fill(fast, (short) 0);
        for (int symbol = 0; symbol < count; symbol++) {
            int length = lengths[offset + symbol];
            if (length == 0) {
                continue;
            }
            symbols[place[length]++] = (short) symbol;
            int bits = Integer.reverse(next[length]++) >>> 32 - length;
            if (length <= FAST_BITS) {
                short entry = (short) (symbol << LENGTH_BITS | length);
                for (int i = bits; i < fast.length; i += 1 << length) {
                    fast[i] = entry;
                }
            }
        }
    }

    /** Symbol times 16 plus the length of its code at the low end of the bits, {@link #INVALID} or {@link #TOO_FEW_BITS}. */
    int decode(long bits, int available) {
        int entry = fast[(int) bits & fast.length - 1];
        if (entry != 0) {
            return (entry & 15) <= available ? entry & 0xffff : TOO_FEW_BITS;
        }
        return search(bits, available);
    }

    private int search(long bits, int available) {
        int code = 0;
        int first = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            if (length > available) {
                return TOO_FEW_BITS;
            }
            code |= (int) (bits >>> length - 1) & 1;
            int count = counts[length];
            if (code - count < first) {
                return symbols[index + code - first] << LENGTH_BITS | length;
            }
            index += count;
            first = first + count << 1;
            code <<= 1;
        }
        return INVALID;
    }
}
