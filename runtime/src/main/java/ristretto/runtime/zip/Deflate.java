package ristretto.runtime.zip;

import ristretto.runtime.Checksums;

/**
 * Compresses to DEFLATE (RFC 1951), bare or in a zlib wrapper (RFC 1950), from pieces of input into pieces of output. Matches are
 * searched as zlib does at each level ({@link Parser}), so from level 1 on the compressed bytes are zlib's.
 */
public final class Deflate {
    public static final int NO_FLUSH = 0;
    public static final int SYNC_FLUSH = 2;
    public static final int FULL_FLUSH = 3;
    public static final int FINISH = 4;
    /** What is collected is written as a block, without reaching the border of a byte. */
    private static final int BLOCK_FLUSH = 5;

    private static final int NOT_STARTED = -2;

    private static final int DEFAULT_LEVEL = 6;

    private final boolean isBare;
    private final Parser parser = new Parser();
    private final Matcher matcher = parser.matcher;
    private final BitOutput bits = parser.bits;

    private boolean hasHeader;
    private boolean isFinished;
    private boolean hasTrailer;
    private int lastFlush;
    private int checksum;

    public Deflate(int level, int strategy, boolean isBare) {
        this.isBare = isBare;
        parser.level = effective(level);
        parser.strategy = strategy;
        reset();
    }

    private static int effective(int level) {
        return level < 0 ? DEFAULT_LEVEL : level;
    }

    public void reset() {
        parser.reset();
        hasHeader = false;
        isFinished = false;
        hasTrailer = false;
        lastFlush = NOT_STARTED;
        checksum = 1;
    }

    public int inputPosition() {
        return parser.inputPosition();
    }

    public int outputPosition() {
        return parser.outputPosition();
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
        parser.startMatching();
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
        boolean otherWay = strategy != parser.strategy || wayOf(effective(level)) != wayOf(parser.level);
        parser.begin(from, fromOffset, fromLength, to, toOffset, toLength);
        if (otherWay && lastFlush != NOT_STARTED) {
            compress(from, BLOCK_FLUSH);
            if (parser.hasInput() || matcher.position - matcher.blockStart + matcher.ahead > 0) {
                return false;
            }
        }
        if (parser.level == 0 && effective(level) != 0) {
            matcher.forget();
        }
        parser.level = effective(level);
        parser.strategy = strategy;
        return true;
    }

    private static int wayOf(int level) {
        return level == 0 ? 0 : level <= Parser.LAST_GREEDY_LEVEL ? 1 : 2;
    }

    /** Compresses as far as input and room go. */
    public void run(byte[] from, int fromOffset, int fromLength, byte[] to, int toOffset, int toLength, int flush) {
        parser.begin(from, fromOffset, fromLength, to, toOffset, toLength);
        compress(from, flush);
    }

    private void compress(byte[] input, int flush) {
        int flushBefore = lastFlush;
        boolean hadOutput = !bits.isEmpty();
        lastFlush = flush;
        if (!isBare && !hasHeader) {
            writeHeader();
        }
        parser.drain();
        if (parser.isFull()) {
            lastFlush = -1;
            return;
        }
        if (!hadOutput && !parser.hasInput() && rank(flush) <= rank(flushBefore) && flush != FINISH) {
            return;
        }
        if (parser.hasInput() || matcher.ahead > 0 || flush != NO_FLUSH && !isFinished) {
            int from = parser.inputPosition();
            Parser.Outcome outcome = parser.run(flush);
            if (!isBare) {
                checksum = Checksums.adler32(checksum, input, from, parser.inputPosition() - from);
            }
            isFinished |= outcome == Parser.Outcome.FINISHED;
            if (outcome == Parser.Outcome.BLOCK_DONE && flush != BLOCK_FLUSH) {
                parser.block.writeStored(matcher.window, 0, 0, false);
                if (flush == FULL_FLUSH) {
                    matcher.forget();
                    if (matcher.ahead == 0) {
                        matcher.restart();
                    }
                }
            }
            parser.drain();
            if (parser.isFull()) {
                lastFlush = -1;
            }
        }
        if (isFinished && !isBare && !hasTrailer && bits.isEmpty()) {
            bits.putBigEndian(checksum, 4);
            hasTrailer = true;
            parser.drain();
        }
    }

    /** A flush that follows one which did as much, without input in between, does nothing. */
    private static int rank(int flush) {
        return flush * 2 - (flush > FINISH ? 9 : 0);
    }

    private void writeHeader() {
        hasHeader = true;
        int level = parser.level;
        int effort = parser.strategy >= Parser.HUFFMAN_ONLY || level < 2
                ? 0
                : level < DEFAULT_LEVEL ? 1 : level == DEFAULT_LEVEL ? 2 : 3;
        int header = 0x7800 | effort << 6 | (matcher.position != 0 ? 0x20 : 0);
        header += 31 - header % 31;
        bits.putBigEndian(header, 2);
        if (matcher.position != 0) {
            bits.putBigEndian(checksum, 4);
        }
        checksum = 1;
    }
}
