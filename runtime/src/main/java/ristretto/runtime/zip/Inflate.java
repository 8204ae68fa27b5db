package ristretto.runtime.zip;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import ristretto.runtime.Checksums;

/**
 * Decompresses a stream of DEFLATE (RFC 1951), bare or in a zlib wrapper (RFC 1950), from pieces of input into pieces of output. Nothing of
 * what comes in is trusted: every length, distance and code is checked before it is used, and what is wrong with it is said in zlib's words.
 */
public final class Inflate {
    static final int WINDOW = 1 << 15;
    private static final int WINDOW_BITS = 15;
    private static final int METHOD_DEFLATE = 8;
    private static final int MOST_LENGTH_SYMBOLS = 286;
    private static final int MOST_DISTANCE_SYMBOLS = 30;
    private static final int END_OF_BLOCK = 256;
    private static final byte[] LENGTH_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private enum State {
        HEADER,
        DICTIONARY_ID,
        DICTIONARY_WANTED,
        BLOCK,
        STORED_LENGTH,
        STORED,
        CODE_COUNTS,
        CODE_LENGTH_LENGTHS,
        CODE_LENGTHS,
        SYMBOL,
        DISTANCE,
        COPY,
        CHECK,
        DONE
    }

    private final boolean isBare;
    private final byte[] window = new byte[WINDOW];
    /** Bytes of the window that are filled, and where the next one goes. */
    private int windowFilled;

    private int windowNext;

    private State state;
    private boolean isLastBlock;
    private long bits;
    private int bitCount;
    private int checksum;
    private int dictionaryId;

    /** What is still to be copied: of a stored block, or of a match at this distance. */
    private int left;

    private int distance;

    private final byte[] lengths = new byte[MOST_LENGTH_SYMBOLS + 2 + MOST_DISTANCE_SYMBOLS + 2];
    private int literalCodes;
    private int distanceCodes;
    private int lengthCodes;
    private int have;
    private final PrefixCode literalCode = new PrefixCode(MOST_LENGTH_SYMBOLS + 2);
    private final PrefixCode distanceCode = new PrefixCode(MOST_DISTANCE_SYMBOLS + 2);
    private final PrefixCode lengthCode = new PrefixCode(LENGTH_ORDER.length);

    private byte[] input;
    private int inputAt;
    private int inputEnd;
    private byte[] output;
    private int outputAt;
    private int outputStart;
    private int outputEnd;
    /** Where in the output the checksum has got to. */
    private int checked;

    /** @param isBare there is no zlib header and no checksum */
    public Inflate(boolean isBare) {
        this.isBare = isBare;
        reset();
    }

    public void reset() {
        state = isBare ? State.BLOCK : State.HEADER;
        isLastBlock = false;
        bits = 0;
        bitCount = 0;
        checksum = 1;
        windowFilled = 0;
        windowNext = 0;
        left = 0;
    }

    /** Decompresses as far as input and room go. */
    public void run(byte[] from, int fromOffset, int fromLength, byte[] to, int toOffset, int toLength)
            throws DataFormatException {
        input = from;
        inputAt = fromOffset;
        inputEnd = fromOffset + fromLength;
        output = to;
        outputAt = toOffset;
        outputStart = toOffset;
        outputEnd = toOffset + toLength;
        checked = toOffset;
        try {
            boolean goesOn = true;
            while (goesOn) {
                goesOn = step();
            }
            giveBack();
        } finally {
            remember();
            input = null;
            output = null;
        }
    }

    /** Position in the input, and in the output, after the last run. */
    public int inputPosition() {
        return inputAt;
    }

    public int outputPosition() {
        return outputAt;
    }

    public boolean isDone() {
        return state == State.DONE;
    }

    public boolean needsDictionary() {
        return state == State.DICTIONARY_WANTED;
    }

    /** Adler-32 of all output so far, or of the dictionary that is wanted; 0 where the stream has none. */
    public int adler() {
        return needsDictionary() ? dictionaryId : isBare ? 0 : checksum;
    }

    /** What matches may refer to before anything was decompressed. False: it is not the one that the stream was made with. */
    public boolean setDictionary(byte[] dictionary, int offset, int length) {
        if (!isBare) {
            int id = Checksums.adler32(1, dictionary, offset, length);
            if (state != State.DICTIONARY_WANTED || id != dictionaryId) {
                return false;
            }
            checksum = 1;
            state = State.BLOCK;
        }
        append(dictionary, offset, length);
        return true;
    }

    /** Whole bytes that were taken and not used belong to the caller again, as after the end of a stream they must. */
    private void giveBack() {
        if (state == State.DONE || state == State.DICTIONARY_WANTED) {
            inputAt -= bitCount >> 3;
            bits = 0;
            bitCount = 0;
        }
    }

    /** The end of this run's output becomes the window of the next. */
    private void remember() {
        int length = outputAt - outputStart;
        if (length > 0) {
            append(output, outputStart, length);
            if (!isBare) {
                sum();
            }
        }
        outputStart = outputAt;
    }

    private void sum() {
        checksum = Checksums.adler32(checksum, output, checked, outputAt - checked);
        checked = outputAt;
    }

    private void append(byte[] bytes, int offset, int length) {
        int count = Math.min(length, WINDOW);
        int from = offset + length - count;
        int first = Math.min(count, WINDOW - windowNext);
        System.arraycopy(bytes, from, window, windowNext, first);
        System.arraycopy(bytes, from + first, window, 0, count - first);
        windowNext = windowNext + count & WINDOW - 1;
        windowFilled = Math.min(WINDOW, windowFilled + count);
    }

    /** False: the input or the room for output is used up, or all is done. */
    private boolean step() throws DataFormatException {
        return switch (state) {
            case HEADER -> header();
            case DICTIONARY_ID -> dictionaryId();
            case BLOCK -> block();
            case STORED_LENGTH -> storedLength();
            case STORED -> stored();
            case CODE_COUNTS -> codeCounts();
            case CODE_LENGTH_LENGTHS -> codeLengthLengths();
            case CODE_LENGTHS -> codeLengths();
            case SYMBOL -> symbols();
            case DISTANCE -> distance();
            case COPY -> copy();
            case CHECK -> check();
            case DICTIONARY_WANTED, DONE -> false;
        };
    }

    private boolean need(int count) {
        while (bitCount < count) {
            if (inputAt == inputEnd) {
                return false;
            }
            bits |= (input[inputAt++] & 0xffL) << bitCount;
            bitCount += 8;
        }
        return true;
    }

    private int take(int count) {
        int value = (int) (bits & (1L << count) - 1);
        bits >>>= count;
        bitCount -= count;
        return value;
    }

    private boolean header() throws DataFormatException {
        if (!need(16)) {
            return false;
        }
        int method = (int) bits & 0xff;
        int flags = (int) bits >> 8 & 0xff;
        if (((method << 8) + flags) % 31 != 0) {
            throw new DataFormatException("incorrect header check");
        }
        if ((method & 15) != METHOD_DEFLATE) {
            throw new DataFormatException("unknown compression method");
        }
        if ((method >> 4) + 8 > WINDOW_BITS) {
            throw new DataFormatException("invalid window size");
        }
        take(16);
        checksum = 1;
        state = (flags & 0x20) != 0 ? State.DICTIONARY_ID : State.BLOCK;
        return true;
    }

    private boolean dictionaryId() {
        if (!need(32)) {
            return false;
        }
        dictionaryId = Integer.reverseBytes(take(32));
        state = State.DICTIONARY_WANTED;
        return true;
    }

    private boolean block() throws DataFormatException {
        if (isLastBlock) {
            take(bitCount & 7);
            state = isBare ? State.DONE : State.CHECK;
            return true;
        }
        if (!need(3)) {
            return false;
        }
        isLastBlock = take(1) != 0;
        switch (take(2)) {
            case 0 -> {
                take(bitCount & 7);
                state = State.STORED_LENGTH;
            }
            case 1 -> {
                buildFixed();
                state = State.SYMBOL;
            }
            case 2 -> state = State.CODE_COUNTS;
            default -> throw new DataFormatException("invalid block type");
        }
        return true;
    }

    private void buildFixed() {
        byte[] fixed = new byte[MOST_LENGTH_SYMBOLS + 2];
        Arrays.fill(fixed, 0, 144, (byte) 8);
        Arrays.fill(fixed, 144, 256, (byte) 9);
        Arrays.fill(fixed, 256, 280, (byte) 7);
        Arrays.fill(fixed, 280, 288, (byte) 8);
        literalCode.build(fixed, 0, fixed.length, false);
        Arrays.fill(fixed, 0, MOST_DISTANCE_SYMBOLS + 2, (byte) 5);
        distanceCode.build(fixed, 0, MOST_DISTANCE_SYMBOLS + 2, false);
    }

    private boolean storedLength() throws DataFormatException {
        if (!need(32)) {
            return false;
        }
        int length = (int) bits & 0xffff;
        if (length != ((int) (bits >>> 16) & 0xffff ^ 0xffff)) {
            throw new DataFormatException("invalid stored block lengths");
        }
        take(32);
        left = length;
        state = State.STORED;
        return true;
    }

    private boolean stored() {
        while (left > 0 && bitCount > 0 && outputAt < outputEnd) {
            output[outputAt++] = (byte) take(8);
            left--;
        }
        if (bitCount == 0) {
            int count = Math.min(left, Math.min(inputEnd - inputAt, outputEnd - outputAt));
            System.arraycopy(input, inputAt, output, outputAt, count);
            inputAt += count;
            outputAt += count;
            left -= count;
        }
        if (left > 0) {
            return false;
        }
        state = State.BLOCK;
        return true;
    }

    private boolean codeCounts() throws DataFormatException {
        if (!need(14)) {
            return false;
        }
        literalCodes = take(5) + 257;
        distanceCodes = take(5) + 1;
        lengthCodes = take(4) + 4;
        if (literalCodes > MOST_LENGTH_SYMBOLS || distanceCodes > MOST_DISTANCE_SYMBOLS) {
            throw new DataFormatException("too many length or distance symbols");
        }
        have = 0;
        Arrays.fill(lengths, 0, LENGTH_ORDER.length, (byte) 0);
        state = State.CODE_LENGTH_LENGTHS;
        return true;
    }

    private boolean codeLengthLengths() throws DataFormatException {
        while (have < lengthCodes) {
            if (!need(3)) {
                return false;
            }
            lengths[LENGTH_ORDER[have++]] = (byte) take(3);
        }
        if (!lengthCode.build(lengths, 0, LENGTH_ORDER.length, false)) {
            throw new DataFormatException("invalid code lengths set");
        }
        have = 0;
        state = State.CODE_LENGTHS;
        return true;
    }

    private boolean codeLengths() throws DataFormatException {
        int count = literalCodes + distanceCodes;
        while (have < count) {
            int entry = decode(lengthCode);
            if (entry < 0) {
                return false;
            }
            int symbol = entry >> 4;
            if (symbol < 16) {
                take(entry & 15);
                lengths[have++] = (byte) symbol;
            } else if (!repeat(symbol, entry & 15, count)) {
                return false;
            }
        }
        buildDynamic();
        state = State.SYMBOL;
        return true;
    }

    private boolean repeat(int symbol, int codeBits, int count) throws DataFormatException {
        int extra = symbol == 16 ? 2 : symbol == 17 ? 3 : 7;
        if (!need(codeBits + extra)) {
            return false;
        }
        take(codeBits);
        if (symbol == 16 && have == 0) {
            throw new DataFormatException("invalid bit length repeat");
        }
        int times = take(extra) + (symbol == 18 ? 11 : 3);
        if (have + times > count) {
            throw new DataFormatException("invalid bit length repeat");
        }
        byte length = symbol == 16 ? lengths[have - 1] : 0;
        Arrays.fill(lengths, have, have + times, length);
        have += times;
        return true;
    }

    private void buildDynamic() throws DataFormatException {
        if (lengths[END_OF_BLOCK] == 0) {
            throw new DataFormatException("invalid code -- missing end-of-block");
        }
        if (!literalCode.build(lengths, 0, literalCodes, true)) {
            throw new DataFormatException("invalid literal/lengths set");
        }
        if (!distanceCode.build(lengths, literalCodes, distanceCodes, true)) {
            throw new DataFormatException("invalid distances set");
        }
    }

    /** The next symbol's entry with its bits still to be taken; negative: not enough input, or no such code. */
    private int decode(PrefixCode code) {
        while (true) {
            int entry = code.decode(bits, bitCount);
            if (entry != PrefixCode.TOO_FEW_BITS || !need(bitCount + 1)) {
                return entry;
            }
        }
    }

    private boolean symbols() throws DataFormatException {
        while (true) {
            int entry = decode(literalCode);
            if (entry == PrefixCode.TOO_FEW_BITS) {
                return false;
            }
            int symbol = entry >> 4;
            if (entry < 0 || symbol >= MOST_LENGTH_SYMBOLS) {
                throw new DataFormatException("invalid literal/length code");
            }
            if (symbol < END_OF_BLOCK) {
                if (outputAt == outputEnd) {
                    return false;
                }
                take(entry & 15);
                output[outputAt++] = (byte) symbol;
            } else if (symbol == END_OF_BLOCK) {
                take(entry & 15);
                state = State.BLOCK;
                return true;
            } else {
                return length(symbol, entry & 15);
            }
        }
    }

    private boolean length(int symbol, int codeBits) {
        int extra = Lengths.lengthExtra(symbol);
        if (!need(codeBits + extra)) {
            return false;
        }
        take(codeBits);
        left = Lengths.lengthBase(symbol) + take(extra);
        state = State.DISTANCE;
        return true;
    }

    private boolean distance() throws DataFormatException {
        int entry = decode(distanceCode);
        if (entry == PrefixCode.TOO_FEW_BITS) {
            return false;
        }
        int symbol = entry >> 4;
        if (entry < 0 || symbol >= MOST_DISTANCE_SYMBOLS) {
            throw new DataFormatException("invalid distance code");
        }
        int extra = Lengths.distanceExtra(symbol);
        if (!need((entry & 15) + extra)) {
            return false;
        }
        take(entry & 15);
        distance = Lengths.distanceBase(symbol) + take(extra);
        if (distance > windowFilled + outputAt - outputStart) {
            throw new DataFormatException("invalid distance too far back");
        }
        state = State.COPY;
        return true;
    }

    private boolean copy() {
        while (left > 0 && outputAt < outputEnd) {
            int from = outputAt - distance;
            output[outputAt++] =
                    from >= outputStart ? output[from] : window[windowNext - (outputStart - from) & WINDOW - 1];
            left--;
        }
        if (left > 0) {
            return false;
        }
        state = State.SYMBOL;
        return true;
    }

    private boolean check() throws DataFormatException {
        if (!need(32)) {
            return false;
        }
        sum();
        if (Integer.reverseBytes((int) bits) != checksum) {
            throw new DataFormatException("incorrect data check");
        }
        take(32);
        state = State.DONE;
        return true;
    }
}
