package ristretto.runtime.zip;

import java.util.Arrays;

/** Collects the literals and matches of a block, and writes it in the shortest of the three ways that there are (RFC 1951, 3.2.3). */
final class BlockWriter {
    static final int LARGEST_STORED = 0xffff;
    private static final int MOST_SYMBOLS = (1 << 14) - 1;
    private static final int END_OF_BLOCK = 256;
    private static final int LITERAL_CODES = 286;
    private static final int DISTANCE_CODES = 30;
    private static final int LENGTH_CODES = 19;
    private static final int REPEAT = 16;
    private static final int ZEROS = 17;
    private static final int MANY_ZEROS = 18;
    private static final int[] LENGTH_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int[] LENGTH_EXTRA = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 7};

    private static final int[] FIXED_LENGTHS = new int[LITERAL_CODES + 2];
    private static final int[] FIXED_CODES = new int[LITERAL_CODES + 2];
    private static final int[] FIXED_DISTANCE_LENGTHS = new int[DISTANCE_CODES];
    private static final int[] FIXED_DISTANCE_CODES = new int[DISTANCE_CODES];
    private static final int[] LITERAL_EXTRA = new int[LITERAL_CODES];
    private static final int[] DISTANCE_EXTRA = new int[DISTANCE_CODES];

    static {
        Arrays.fill(FIXED_LENGTHS, 0, 144, 8);
        Arrays.fill(FIXED_LENGTHS, 144, 256, 9);
        Arrays.fill(FIXED_LENGTHS, 256, 280, 7);
        Arrays.fill(FIXED_LENGTHS, 280, 288, 8);
        int[] counts = new int[16];
        counts[7] = 24;
        counts[8] = 152;
        counts[9] = 112;
        PrefixTree.number(FIXED_LENGTHS, FIXED_CODES, LITERAL_CODES + 1, counts);
        for (int i = 0; i < DISTANCE_CODES; i++) {
            FIXED_DISTANCE_LENGTHS[i] = 5;
            FIXED_DISTANCE_CODES[i] = Integer.reverse(i) >>> 27;
            DISTANCE_EXTRA[i] = Lengths.distanceExtra(i);
        }
        for (int i = Lengths.FIRST_SYMBOL; i < LITERAL_CODES; i++) {
            LITERAL_EXTRA[i] = Lengths.lengthExtra(i);
        }
    }

    private final BitOutput output;
    private final PrefixTree literals = new PrefixTree(LITERAL_CODES, 15, LITERAL_EXTRA, FIXED_LENGTHS);
    private final PrefixTree distances = new PrefixTree(DISTANCE_CODES, 15, DISTANCE_EXTRA, FIXED_DISTANCE_LENGTHS);
    private final PrefixTree lengthTree = new PrefixTree(LENGTH_CODES, 7, LENGTH_EXTRA, null);

    /** Of each literal 0 and the byte, of each match its distance and length. */
    private final char[] symbolDistances = new char[MOST_SYMBOLS];

    private final char[] symbolLengths = new char[MOST_SYMBOLS];
    private int symbols;

    BlockWriter(BitOutput output) {
        this.output = output;
        begin();
    }

    void begin() {
        literals.clear();
        distances.clear();
        lengthTree.clear();
        literals.counts[END_OF_BLOCK] = 1;
        symbols = 0;
    }

    boolean isEmpty() {
        return symbols == 0;
    }

    /** True: the block is full. */
    boolean literal(int value) {
        symbolDistances[symbols] = 0;
        symbolLengths[symbols++] = (char) value;
        literals.counts[value]++;
        return symbols == MOST_SYMBOLS;
    }

    boolean match(int distance, int length) {
        symbolDistances[symbols] = (char) distance;
        symbolLengths[symbols++] = (char) length;
        literals.counts[Lengths.lengthSymbol(length)]++;
        distances.counts[Lengths.distanceSymbol(distance)]++;
        return symbols == MOST_SYMBOLS;
    }

    /**
     * Writes the block.
     *
     * @param start where its bytes lie in the window, negative if they are no longer there
     */
    void write(byte[] window, int start, int length, boolean isLast) {
        literals.build();
        distances.build();
        int lengthCodes = planLengths();
        int dynamicBits = literals.bits + distances.bits + lengthTree.bits + 3 * lengthCodes + 14;
        int fixedBytes = literals.fixedBits + distances.fixedBits + 10 >> 3;
        int bytes = Math.min(dynamicBits + 10 >> 3, fixedBytes);
        if (length + 4 <= bytes && start >= 0) {
            writeStored(window, start, length, isLast);
        } else if (fixedBytes == bytes) {
            output.putBits(2 | (isLast ? 1 : 0), 3);
            writeSymbols(FIXED_CODES, FIXED_LENGTHS, FIXED_DISTANCE_CODES, FIXED_DISTANCE_LENGTHS);
        } else {
            output.putBits(4 | (isLast ? 1 : 0), 3);
            writeLengths(lengthCodes);
            writeSymbols(literals.codes, literals.lengths, distances.codes, distances.lengths);
        }
        begin();
        if (isLast) {
            output.align();
        }
    }

    void writeStored(byte[] window, int start, int length, boolean isLast) {
        output.putBits(isLast ? 1 : 0, 3);
        output.align();
        output.putBits(length, 16);
        output.putBits(~length & 0xffff, 16);
        output.putBytes(window, start, length);
    }

    private void writeSymbols(int[] codes, int[] lengths, int[] distanceCodes, int[] distanceLengths) {
        for (int i = 0; i < symbols; i++) {
            int distance = symbolDistances[i];
            int value = symbolLengths[i];
            if (distance == 0) {
                output.putBits(codes[value], lengths[value]);
                continue;
            }
            int symbol = Lengths.lengthSymbol(value);
            output.putBits(codes[symbol], lengths[symbol]);
            output.putBits(value - Lengths.lengthBase(symbol), LITERAL_EXTRA[symbol]);
            int distanceSymbol = Lengths.distanceSymbol(distance);
            output.putBits(distanceCodes[distanceSymbol], distanceLengths[distanceSymbol]);
            output.putBits(distance - Lengths.distanceBase(distanceSymbol), DISTANCE_EXTRA[distanceSymbol]);
        }
        output.putBits(codes[END_OF_BLOCK], lengths[END_OF_BLOCK]);
    }

    /** Makes the code for the lengths of the two codes; answers how many of its own lengths are to be written. */
    private int planLengths() {
        lengthTree.clear();
        eachLength(literals, false);
        eachLength(distances, false);
        lengthTree.build();
        int count = LENGTH_CODES;
        while (count > 4 && lengthTree.lengths[LENGTH_ORDER[count - 1]] == 0) {
            count--;
        }
        return count;
    }

    private void writeLengths(int lengthCodes) {
        output.putBits(literals.last + 1 - 257, 5);
        output.putBits(distances.last + 1 - 1, 5);
        output.putBits(lengthCodes - 4, 4);
        for (int i = 0; i < lengthCodes; i++) {
            output.putBits(lengthTree.lengths[LENGTH_ORDER[i]], 3);
        }
        eachLength(literals, true);
        eachLength(distances, true);
    }

    /** Goes through the runs of equal lengths of a code and counts, or writes, what stands for them. */
    private void eachLength(PrefixTree tree, boolean writes) {
        int before = -1;
        int run = 0;
        for (int i = 0; i <= tree.last; i++) {
            int length = tree.lengths[i];
            boolean continues = i < tree.last && tree.lengths[i + 1] == length;
            run++;
            int most = length == 0 ? 138 : length == before ? 6 : 7;
            if (continues && run < most) {
                continue;
            }
            int fewest = length == 0 || length == before ? 3 : 4;
            if (run < fewest) {
                for (int k = 0; k < run; k++) {
                    symbol(length, 0, 0, writes);
                }
            } else if (length != 0) {
                if (length != before) {
                    symbol(length, 0, 0, writes);
                    run--;
                }
                symbol(REPEAT, run - 3, 2, writes);
            } else if (run <= 10) {
                symbol(ZEROS, run - 3, 3, writes);
            } else {
                symbol(MANY_ZEROS, run - 11, 7, writes);
            }
            run = 0;
            before = length;
        }
    }

    private void symbol(int symbol, int extra, int extraBits, boolean writes) {
        if (writes) {
            output.putBits(lengthTree.codes[symbol], lengthTree.lengths[symbol]);
            output.putBits(extra, extraBits);
        } else {
            lengthTree.counts[symbol]++;
        }
    }
}
