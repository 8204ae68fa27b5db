package ristretto.runtime.zip;

import java.util.Arrays;
import java.util.zip.DataFormatException;

/**
 * The two codes of a compressed block: the fixed ones (RFC 1951, 3.2.6), or those that the block begins with (3.2.7), which are read from
 * input that may end anywhere.
 */
final class BlockCodes {
    static final int END_OF_BLOCK = 256;
    static final int MOST_LENGTH_SYMBOLS = 286;
    static final int MOST_DISTANCE_SYMBOLS = 30;
    private static final byte[] LENGTH_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private enum Part {
        COUNTS,
        LENGTHS_OF_LENGTHS,
        LENGTHS
    }

    final PrefixCode literal = new PrefixCode(MOST_LENGTH_SYMBOLS + 2);
    final PrefixCode distance = new PrefixCode(MOST_DISTANCE_SYMBOLS + 2);
    private final PrefixCode length = new PrefixCode(LENGTH_ORDER.length);
    private final byte[] lengths = new byte[MOST_LENGTH_SYMBOLS + 2 + MOST_DISTANCE_SYMBOLS + 2];
    private Part part = Part.COUNTS;
    private int literals;
    private int distances;
    private int lengthsOfLengths;
    /** How many lengths of this part are known. */
    private int have;

    void buildFixed() {
        byte[] fixed = new byte[MOST_LENGTH_SYMBOLS + 2];
        Arrays.fill(fixed, 0, 144, (byte) 8);
        Arrays.fill(fixed, 144, 256, (byte) 9);
        Arrays.fill(fixed, 256, 280, (byte) 7);
        Arrays.fill(fixed, 280, 288, (byte) 8);
        literal.build(fixed, 0, fixed.length, false);
        Arrays.fill(fixed, 0, MOST_DISTANCE_SYMBOLS + 2, (byte) 5);
        distance.build(fixed, 0, MOST_DISTANCE_SYMBOLS + 2, false);
    }

    /** The codes of the next block are read from their beginning. */
    void begin() {
        part = Part.COUNTS;
    }

    /** Reads on; false: the input is used up before they are complete. */
    boolean read(BitInput input) throws DataFormatException {
        return (part != Part.COUNTS || counts(input))
                && (part != Part.LENGTHS_OF_LENGTHS || lengthsOfLengths(input))
                && lengths(input);
    }

    private boolean counts(BitInput input) throws DataFormatException {
        if (!input.need(14)) {
            return false;
        }
        literals = input.take(5) + 257;
        distances = input.take(5) + 1;
        lengthsOfLengths = input.take(4) + 4;
        if (literals > MOST_LENGTH_SYMBOLS || distances > MOST_DISTANCE_SYMBOLS) {
            throw new DataFormatException("too many length or distance symbols");
        }
        have = 0;
        Arrays.fill(lengths, 0, LENGTH_ORDER.length, (byte) 0);
        part = Part.LENGTHS_OF_LENGTHS;
        return true;
    }

    private boolean lengthsOfLengths(BitInput input) throws DataFormatException {
        while (have < lengthsOfLengths) {
            if (!input.need(3)) {
                return false;
            }
            lengths[LENGTH_ORDER[have++]] = (byte) input.take(3);
        }
        if (!length.build(lengths, 0, LENGTH_ORDER.length, false)) {
            throw new DataFormatException("invalid code lengths set");
        }
        have = 0;
        part = Part.LENGTHS;
        return true;
    }

    private boolean lengths(BitInput input) throws DataFormatException {
        int count = literals + distances;
        while (have < count) {
            int entry = input.decode(length);
            if (entry < 0) {
                return false;
            }
            int symbol = entry >> 4;
            if (symbol < 16) {
                input.take(entry & 15);
                lengths[have++] = (byte) symbol;
            } else if (!repeat(input, symbol, entry & 15, count)) {
                return false;
            }
        }
        buildDynamic();
        return true;
    }

    private boolean repeat(BitInput input, int symbol, int codeBits, int count) throws DataFormatException {
        int extra = symbol == 16 ? 2 : symbol == 17 ? 3 : 7;
        if (!input.need(codeBits + extra)) {
            return false;
        }
        input.take(codeBits);
        if (symbol == 16 && have == 0) {
            throw new DataFormatException("invalid bit length repeat");
        }
        int times = input.take(extra) + (symbol == 18 ? 11 : 3);
        if (have + times > count) {
            throw new DataFormatException("invalid bit length repeat");
        }
        byte repeated = symbol == 16 ? lengths[have - 1] : 0;
        Arrays.fill(lengths, have, have + times, repeated);
        have += times;
        return true;
    }

    private void buildDynamic() throws DataFormatException {
        if (lengths[END_OF_BLOCK] == 0) {
            throw new DataFormatException("invalid code -- missing end-of-block");
        }
        if (!literal.build(lengths, 0, literals, true)) {
            throw new DataFormatException("invalid literal/lengths set");
        }
        if (!distance.build(lengths, literals, distances, true)) {
            throw new DataFormatException("invalid distances set");
        }
    }
}
