package ristretto.runtime.zip;

/**
 * Parses input into literals and matches, and has blocks of them written, in one of the ways that zlib has: everything stored, no matches,
 * greedily, or lazily. Goes on with other pieces of input and output where it stopped.
 */
final class Parser {
    static final int FILTERED = 1;
    static final int HUFFMAN_ONLY = 2;
    /** A match of three bytes further away than this costs more than it saves. */
    private static final int TOO_FAR = 4096;

    /** By level: a known match so long makes the search short; no longer one is improved upon; one is good enough; places tried. */
    private static final int[][] EFFORTS = {
        {0, 0, 0, 0},
        {4, 4, 8, 4},
        {4, 5, 16, 8},
        {4, 6, 32, 32},
        {4, 4, 16, 16},
        {8, 16, 32, 32},
        {8, 16, 128, 128},
        {8, 32, 128, 256},
        {32, 128, 258, 1024},
        {32, 258, 258, 4096}
    };

    static final int LAST_GREEDY_LEVEL = 3;

    enum Outcome {
        NEEDS_MORE,
        BLOCK_DONE,
        FINISHED
    }

    final Matcher matcher = new Matcher();
    final BitOutput bits = new BitOutput();
    final BlockWriter block = new BlockWriter(bits);
    int level;
    int strategy;

    private int matchLength;
    private int knownLength;
    private boolean hasPending;

    private byte[] input;
    private int inputAt;
    private int inputEnd;
    private byte[] output;
    private int outputAt;
    private int outputEnd;

    void reset() {
        matcher.reset();
        bits.reset();
        block.begin();
        startMatching();
    }

    void startMatching() {
        matchLength = Matcher.SHORTEST - 1;
        knownLength = Matcher.SHORTEST - 1;
        hasPending = false;
    }

    void begin(byte[] from, int fromOffset, int fromLength, byte[] to, int toOffset, int toLength) {
        input = from;
        inputAt = fromOffset;
        inputEnd = fromOffset + fromLength;
        output = to;
        outputAt = toOffset;
        outputEnd = toOffset + toLength;
    }

    int inputPosition() {
        return inputAt;
    }

    int outputPosition() {
        return outputAt;
    }

    boolean hasInput() {
        return inputAt < inputEnd;
    }

    /** Hands out what is written, as far as there is room. */
    void drain() {
        outputAt += bits.take(output, outputAt, outputEnd - outputAt);
    }

    /** There is no room for what is written. */
    boolean isFull() {
        return outputAt == outputEnd && !bits.isEmpty();
    }

    private void fill() {
        inputAt += matcher.fill(input, inputAt, inputEnd - inputAt);
    }

    /**
     * As far as input and room go.
     *
     * @param flush one of the constants of {@link Deflate}
     */
    Outcome run(int flush) {
        if (level == 0) {
            return store(flush);
        }
        if (strategy == HUFFMAN_ONLY) {
            return withoutMatches(flush);
        }
        return level <= LAST_GREEDY_LEVEL ? greedily(flush) : lazily(flush);
    }

    /** Writes what is collected as a block. True: the room for output is used up. */
    private boolean writeBlock(boolean isLast) {
        int start = matcher.blockStart;
        block.write(matcher.window, start, matcher.position - start, isLast);
        matcher.blockStart = matcher.position;
        drain();
        return isFull();
    }

    private Outcome end(int flush, int unchained) {
        matcher.unchained = unchained;
        if (flush == Deflate.FINISH) {
            writeBlock(true);
            return Outcome.FINISHED;
        }
        if (!block.isEmpty() && writeBlock(false)) {
            return Outcome.NEEDS_MORE;
        }
        return Outcome.BLOCK_DONE;
    }

    /** Level 0: everything as it is. What a block holds is collected first, so that little pieces of input make no little blocks. */
    private Outcome store(int flush) {
        while (true) {
            fill();
            matcher.position += matcher.ahead;
            matcher.ahead = 0;
            boolean isEnd = inputAt == inputEnd;
            int collected = matcher.position - matcher.blockStart;
            if (isEnd && flush == Deflate.NO_FLUSH && collected < Matcher.LARGEST_DISTANCE) {
                return Outcome.NEEDS_MORE;
            }
            int length = Math.min(collected, BlockWriter.LARGEST_STORED);
            boolean isLast = isEnd && flush == Deflate.FINISH && length == collected;
            if (length > 0 || isLast) {
                block.writeStored(matcher.window, matcher.blockStart, length, isLast);
                matcher.blockStart += length;
                drain();
            }
            if (isLast) {
                return Outcome.FINISHED;
            }
            if (isFull()) {
                return Outcome.NEEDS_MORE;
            }
            if (isEnd && length == collected) {
                return flush == Deflate.NO_FLUSH ? Outcome.NEEDS_MORE : Outcome.BLOCK_DONE;
            }
        }
    }

    private Outcome withoutMatches(int flush) {
        while (true) {
            if (matcher.ahead == 0) {
                fill();
                if (matcher.ahead == 0) {
                    return flush == Deflate.NO_FLUSH ? Outcome.NEEDS_MORE : end(flush, 0);
                }
            }
            boolean isFull = block.literal(matcher.window[matcher.position] & 0xff);
            matcher.ahead--;
            matcher.position++;
            if (isFull && writeBlock(false)) {
                return Outcome.NEEDS_MORE;
            }
        }
    }

    /** Whether there is enough ahead to go on; if not, what is there has to do at a flush. */
    private boolean isStarved(int flush) {
        if (matcher.ahead >= Matcher.ENOUGH_AHEAD) {
            return false;
        }
        fill();
        return matcher.ahead < Matcher.ENOUGH_AHEAD && flush == Deflate.NO_FLUSH;
    }

    private int chainHere() {
        return matcher.ahead >= Matcher.SHORTEST ? matcher.chain(matcher.position) : 0;
    }

    private boolean isNear(int place) {
        return place != 0 && matcher.position - place <= Matcher.LARGEST_DISTANCE;
    }

    private int unchainedAtEnd() {
        return Math.min(matcher.position, Matcher.SHORTEST - 1);
    }

    /** Levels 1 to 3: each match is taken as it is found. */
    private Outcome greedily(int flush) {
        int[] effort = EFFORTS[level];
        while (true) {
            if (isStarved(flush)) {
                return Outcome.NEEDS_MORE;
            }
            if (matcher.ahead == 0) {
                return end(flush, unchainedAtEnd());
            }
            int head = chainHere();
            int length = 0;
            if (isNear(head)) {
                length = matcher.longest(head, Matcher.SHORTEST - 1, effort[3], effort[2]);
            }
            boolean isFull;
            if (length >= Matcher.SHORTEST) {
                isFull = block.match(matcher.position - matcher.matchStart, length);
                matcher.ahead -= length;
                skip(length, effort[1]);
            } else {
                isFull = block.literal(matcher.window[matcher.position] & 0xff);
                matcher.ahead--;
                matcher.position++;
            }
            if (isFull && writeBlock(false)) {
                return Outcome.NEEDS_MORE;
            }
        }
    }

    private void skip(int length, int longestChained) {
        if (length <= longestChained && matcher.ahead >= Matcher.SHORTEST) {
            for (int i = 1; i < length; i++) {
                matcher.position++;
                matcher.chain(matcher.position);
            }
            matcher.position++;
        } else {
            matcher.position += length;
            matcher.startHash(matcher.position);
        }
    }

    /** Levels 4 to 9: a match is taken when none that begins a byte later is longer. */
    private Outcome lazily(int flush) {
        int[] effort = EFFORTS[level];
        while (true) {
            if (isStarved(flush)) {
                return Outcome.NEEDS_MORE;
            }
            if (matcher.ahead == 0) {
                break;
            }
            int head = chainHere();
            knownLength = matchLength;
            int knownStart = matcher.matchStart;
            matchLength = Matcher.SHORTEST - 1;
            if (knownLength < effort[1] && isNear(head)) {
                search(head, effort);
            }
            boolean isFull = false;
            if (knownLength >= Matcher.SHORTEST && matchLength <= knownLength) {
                isFull = takeKnown(knownStart);
            } else {
                if (hasPending) {
                    isFull = block.literal(matcher.window[matcher.position - 1] & 0xff);
                }
                boolean outputIsFull = isFull && writeBlock(false);
                hasPending = true;
                matcher.position++;
                matcher.ahead--;
                if (outputIsFull) {
                    return Outcome.NEEDS_MORE;
                }
                isFull = false;
            }
            if (isFull && writeBlock(false)) {
                return Outcome.NEEDS_MORE;
            }
        }
        if (hasPending) {
            block.literal(matcher.window[matcher.position - 1] & 0xff);
            hasPending = false;
        }
        return end(flush, unchainedAtEnd());
    }

    private void search(int head, int[] effort) {
        int tries = knownLength >= effort[0] ? effort[3] >> 2 : effort[3];
        matchLength = matcher.longest(head, knownLength, tries, effort[2]);
        boolean isPoor = strategy == FILTERED
                || matchLength == Matcher.SHORTEST && matcher.position - matcher.matchStart > TOO_FAR;
        if (matchLength <= 5 && isPoor) {
            matchLength = Matcher.SHORTEST - 1;
        }
    }

    /** The match that begins a byte before the position. */
    private boolean takeKnown(int knownStart) {
        int lastChained = matcher.position + matcher.ahead - Matcher.SHORTEST;
        boolean isFull = block.match(matcher.position - 1 - knownStart, knownLength);
        matcher.ahead -= knownLength - 1;
        for (int i = knownLength - 2; i > 0; i--) {
            matcher.position++;
            if (matcher.position <= lastChained) {
                matcher.chain(matcher.position);
            }
        }
        hasPending = false;
        matchLength = Matcher.SHORTEST - 1;
        matcher.position++;
        return isFull;
    }
}
