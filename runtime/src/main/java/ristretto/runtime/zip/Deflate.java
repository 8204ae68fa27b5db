package ristretto.runtime.zip;

import ristretto.runtime.Checksums;

/**
 * Compresses to DEFLATE (RFC 1951), bare or in a zlib wrapper (RFC 1950), from pieces of input into pieces of output. Matches are
 * searched as zlib does at each level, so from level 1 on the compressed bytes are zlib's.
 */
public final class Deflate {
    public static final int NO_FLUSH = 0;
    public static final int SYNC_FLUSH = 2;
    public static final int FULL_FLUSH = 3;
    public static final int FINISH = 4;
    /** What is collected is written as a block, without reaching the border of a byte. */
    private static final int BLOCK_FLUSH = 5;

    private static final int NOT_STARTED = -2;

    private static final int FILTERED = 1;
    private static final int HUFFMAN_ONLY = 2;
    private static final int DEFAULT_LEVEL = 6;
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

    private static final int LAST_GREEDY_LEVEL = 3;

    private enum Outcome {
        NEEDS_MORE,
        BLOCK_DONE,
        FINISHED
    }

    private final boolean isBare;
    private final Matcher matcher = new Matcher();
    private final BitOutput bits = new BitOutput();
    private final BlockWriter block = new BlockWriter(bits);
    private int level;
    private int strategy;

    private boolean hasHeader;
    private boolean isFinished;
    private boolean hasTrailer;
    private int lastFlush;
    private int checksum;

    private int matchLength;
    private int knownLength;
    private boolean hasPending;

    private byte[] input;
    private int inputAt;
    private int inputEnd;
    private byte[] output;
    private int outputAt;
    private int outputEnd;

    public Deflate(int level, int strategy, boolean isBare) {
        this.isBare = isBare;
        this.level = effective(level);
        this.strategy = strategy;
        reset();
    }

    private static int effective(int level) {
        return level < 0 ? DEFAULT_LEVEL : level;
    }

    public void reset() {
        matcher.reset();
        bits.reset();
        block.begin();
        hasHeader = false;
        isFinished = false;
        hasTrailer = false;
        lastFlush = NOT_STARTED;
        checksum = 1;
        startMatching();
    }

    private void startMatching() {
        matchLength = Matcher.SHORTEST - 1;
        knownLength = Matcher.SHORTEST - 1;
        hasPending = false;
    }

    public int inputPosition() {
        return inputAt;
    }

    public int outputPosition() {
        return outputAt;
    }

    /** All is compressed, and all of it has been handed out. */
    public boolean isDone() {
        return isFinished && (isBare || hasTrailer) && bits.isEmpty();
    }

    public int adler() {
        return checksum;
    }

    public void setDictionary(byte[] dictionary, int offset, int length) {
        if (!isBare) {
            checksum = Checksums.adler32(checksum, dictionary, offset, length);
        }
        int count = length;
        if (count >= Matcher.SIZE) {
            if (isBare) {
                matcher.forget();
                matcher.restart();
            }
            count = Matcher.SIZE;
        }
        int at = offset + length - count;
        int end = at + count;
        at += matcher.fill(dictionary, at, end - at);
        while (matcher.ahead >= Matcher.SHORTEST) {
            int until = matcher.position + matcher.ahead - (Matcher.SHORTEST - 1);
            while (matcher.position < until) {
                matcher.chain(matcher.position++);
            }
            matcher.ahead = Matcher.SHORTEST - 1;
            at += matcher.fill(dictionary, at, end - at);
        }
        matcher.position += matcher.ahead;
        matcher.blockStart = matcher.position;
        matcher.unchained = matcher.ahead;
        matcher.ahead = 0;
        startMatching();
    }

    /** Compresses as far as input and room go, at another level from here on. False: what came before did not fit; try again. */
    public boolean run(
            byte[] from,
            int fromOffset,
            int fromLength,
            byte[] to,
            int toOffset,
            int toLength,
            int level,
            int strategy) {
        boolean otherWay = strategy != this.strategy || wayOf(effective(level)) != wayOf(this.level);
        begin(from, fromOffset, fromLength, to, toOffset, toLength);
        if (otherWay && lastFlush != NOT_STARTED) {
            compress(BLOCK_FLUSH);
            if (inputAt < inputEnd || matcher.position - matcher.blockStart + matcher.ahead > 0) {
                return false;
            }
        }
        if (this.level == 0 && effective(level) != 0) {
            matcher.forget();
        }
        this.level = effective(level);
        this.strategy = strategy;
        return true;
    }

    private static int wayOf(int level) {
        return level == 0 ? 0 : level <= LAST_GREEDY_LEVEL ? 1 : 2;
    }

    /** Compresses as far as input and room go. */
    public void run(byte[] from, int fromOffset, int fromLength, byte[] to, int toOffset, int toLength, int flush) {
        begin(from, fromOffset, fromLength, to, toOffset, toLength);
        compress(flush);
    }

    private void begin(byte[] from, int fromOffset, int fromLength, byte[] to, int toOffset, int toLength) {
        input = from;
        inputAt = fromOffset;
        inputEnd = fromOffset + fromLength;
        output = to;
        outputAt = toOffset;
        outputEnd = toOffset + toLength;
    }

    private void compress(int flush) {
        int flushBefore = lastFlush;
        boolean hadOutput = !bits.isEmpty();
        lastFlush = flush;
        if (!isBare && !hasHeader) {
            writeHeader();
        }
        drain();
        if (isFull()) {
            lastFlush = -1;
            return;
        }
        if (!hadOutput && inputAt == inputEnd && rank(flush) <= rank(flushBefore) && flush != FINISH) {
            return;
        }
        if (inputAt < inputEnd || matcher.ahead > 0 || flush != NO_FLUSH && !isFinished) {
            Outcome outcome = compressBlocks(flush);
            isFinished |= outcome == Outcome.FINISHED;
            if (outcome == Outcome.BLOCK_DONE && flush != BLOCK_FLUSH) {
                block.writeStored(matcher.window, 0, 0, false);
                if (flush == FULL_FLUSH) {
                    matcher.forget();
                    if (matcher.ahead == 0) {
                        matcher.restart();
                    }
                }
            }
            drain();
            if (isFull()) {
                lastFlush = -1;
            }
        }
        if (isFinished && !isBare && !hasTrailer && bits.isEmpty()) {
            bits.putBigEndian(checksum, 4);
            hasTrailer = true;
            drain();
        }
    }

    /** A flush that follows one which did as much, without input in between, does nothing. */
    private static int rank(int flush) {
        return flush * 2 - (flush > FINISH ? 9 : 0);
    }

    private void writeHeader() {
        hasHeader = true;
        int effort =
                strategy >= HUFFMAN_ONLY || level < 2 ? 0 : level < DEFAULT_LEVEL ? 1 : level == DEFAULT_LEVEL ? 2 : 3;
        int header = 0x7800 | effort << 6 | (matcher.position != 0 ? 0x20 : 0);
        header += 31 - header % 31;
        bits.putBigEndian(header, 2);
        if (matcher.position != 0) {
            bits.putBigEndian(checksum, 4);
        }
        checksum = 1;
    }

    private void drain() {
        outputAt += bits.take(output, outputAt, outputEnd - outputAt);
    }

    private boolean isFull() {
        return outputAt == outputEnd && !bits.isEmpty();
    }

    private void fill() {
        int count = matcher.fill(input, inputAt, inputEnd - inputAt);
        if (!isBare) {
            checksum = Checksums.adler32(checksum, input, inputAt, count);
        }
        inputAt += count;
    }

    /** Writes what is collected as a block. True: the room for output is used up. */
    private boolean writeBlock(boolean isLast) {
        int start = matcher.blockStart;
        block.write(matcher.window, start, matcher.position - start, isLast);
        matcher.blockStart = matcher.position;
        drain();
        return isFull();
    }

    private Outcome compressBlocks(int flush) {
        if (level == 0) {
            return store(flush);
        }
        if (strategy == HUFFMAN_ONLY) {
            return withoutMatches(flush);
        }
        return level <= LAST_GREEDY_LEVEL ? greedily(flush) : lazily(flush);
    }

    private Outcome end(int flush, int unchained) {
        matcher.unchained = unchained;
        if (flush == FINISH) {
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
            if (isEnd && flush == NO_FLUSH && collected < Matcher.LARGEST_DISTANCE) {
                return Outcome.NEEDS_MORE;
            }
            int length = Math.min(collected, BlockWriter.LARGEST_STORED);
            boolean isLast = isEnd && flush == FINISH && length == collected;
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
                return flush == NO_FLUSH ? Outcome.NEEDS_MORE : Outcome.BLOCK_DONE;
            }
        }
    }

    private Outcome withoutMatches(int flush) {
        while (true) {
            if (matcher.ahead == 0) {
                fill();
                if (matcher.ahead == 0) {
                    return flush == NO_FLUSH ? Outcome.NEEDS_MORE : end(flush, 0);
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
        return matcher.ahead < Matcher.ENOUGH_AHEAD && flush == NO_FLUSH;
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
