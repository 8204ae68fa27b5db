package ristretto.runtime.zip;

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

    private enum State {
        HEADER,
        DICTIONARY_ID,
        DICTIONARY_WANTED,
        BLOCK,
        STORED_LENGTH,
        STORED,
        CODES,
        SYMBOL,
        DISTANCE,
        COPY,
        CHECK,
        DONE
    }

    private final boolean isBare;
    private final BitInput input = new BitInput();
    private final BlockCodes codes = new BlockCodes();
    private final byte[] window = new byte[WINDOW];
    /** Bytes of the window that are filled, and where the next one goes. */
    private int windowFilled;

    private int windowNext;

    private State state;
    private boolean isLastBlock;
    private int checksum;
    private int dictionaryId;

    /** What is still to be copied: of a stored block, or of a match at this distance. */
    private int left;

    private int distance;

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
        input.reset();
        checksum = 1;
        windowFilled = 0;
        windowNext = 0;
        left = 0;
    }

    /** Decompresses as far as input and room go. */
    public void run(byte[] from, int fromOffset, int fromLength, byte[] to, int toOffset, int toLength)
            throws DataFormatException {
        input.begin(from, fromOffset, fromLength);
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
            if (state == State.DONE || state == State.DICTIONARY_WANTED) {
                input.giveBack();
            }
        } finally {
            remember();
            input.finish();
            output = null;
        }
    }

    /** Position in the input, and in the output, after the last run. */
    public int inputPosition() {
        return input.position();
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
            case CODES -> codes();
            case SYMBOL -> symbols();
            case DISTANCE -> distance();
            case COPY -> copy();
            case CHECK -> check();
            case DICTIONARY_WANTED, DONE -> false;
        };
    }

    private boolean header() throws DataFormatException {
        if (!input.need(16)) {
            return false;
        }
        int method = (int) input.peek() & 0xff;
        int flags = (int) input.peek() >> 8 & 0xff;
        if (((method << 8) + flags) % 31 != 0) {
            throw new DataFormatException("incorrect header check");
        }
        if ((method & 15) != METHOD_DEFLATE) {
            throw new DataFormatException("unknown compression method");
        }
        if ((method >> 4) + 8 > WINDOW_BITS) {
            throw new DataFormatException("invalid window size");
        }
        input.take(16);
        checksum = 1;
        state = (flags & 0x20) != 0 ? State.DICTIONARY_ID : State.BLOCK;
        return true;
    }

    private boolean dictionaryId() {
        if (!input.need(32)) {
            return false;
        }
        dictionaryId = Integer.reverseBytes(input.take(32));
        state = State.DICTIONARY_WANTED;
        return true;
    }

    private boolean block() throws DataFormatException {
        if (isLastBlock) {
            input.align();
            state = isBare ? State.DONE : State.CHECK;
            return true;
        }
        if (!input.need(3)) {
            return false;
        }
        isLastBlock = input.take(1) != 0;
        switch (input.take(2)) {
            case 0 -> {
                input.align();
                state = State.STORED_LENGTH;
            }
            case 1 -> {
                codes.buildFixed();
                state = State.SYMBOL;
            }
            case 2 -> {
                codes.begin();
                state = State.CODES;
            }
            default -> throw new DataFormatException("invalid block type");
        }
        return true;
    }

    private boolean storedLength() throws DataFormatException {
        if (!input.need(32)) {
            return false;
        }
        int length = (int) input.peek() & 0xffff;
        if (length != ((int) (input.peek() >>> 16) & 0xffff ^ 0xffff)) {
            throw new DataFormatException("invalid stored block lengths");
        }
        input.take(32);
        left = length;
        state = State.STORED;
        return true;
    }

    private boolean stored() {
        int count = input.copy(output, outputAt, Math.min(left, outputEnd - outputAt));
        outputAt += count;
        left -= count;
        if (left > 0) {
            return false;
        }
        state = State.BLOCK;
        return true;
    }

    private boolean codes() throws DataFormatException {
        if (!codes.read(input)) {
            return false;
        }
        state = State.SYMBOL;
        return true;
    }

    private boolean symbols() throws DataFormatException {
        while (true) {
            int entry = input.decode(codes.literal);
            if (entry == PrefixCode.TOO_FEW_BITS) {
                return false;
            }
            int symbol = entry >> 4;
            if (entry < 0 || symbol >= BlockCodes.MOST_LENGTH_SYMBOLS) {
                throw new DataFormatException("invalid literal/length code");
            }
            if (symbol < BlockCodes.END_OF_BLOCK) {
                if (outputAt == outputEnd) {
                    return false;
                }
                input.take(entry & 15);
                output[outputAt++] = (byte) symbol;
            } else if (symbol == BlockCodes.END_OF_BLOCK) {
                input.take(entry & 15);
                state = State.BLOCK;
                return true;
            } else {
                return length(symbol, entry & 15);
            }
        }
    }

    private boolean length(int symbol, int codeBits) {
        int extra = Lengths.lengthExtra(symbol);
        if (!input.need(codeBits + extra)) {
            return false;
        }
        input.take(codeBits);
        left = Lengths.lengthBase(symbol) + input.take(extra);
        state = State.DISTANCE;
        return true;
    }

    private boolean distance() throws DataFormatException {
        int entry = input.decode(codes.distance);
        if (entry == PrefixCode.TOO_FEW_BITS) {
            return false;
        }
        int symbol = entry >> 4;
        if (entry < 0 || symbol >= BlockCodes.MOST_DISTANCE_SYMBOLS) {
            throw new DataFormatException("invalid distance code");
        }
        int extra = Lengths.distanceExtra(symbol);
        if (!input.need((entry & 15) + extra)) {
            return false;
        }
        input.take(entry & 15);
        distance = Lengths.distanceBase(symbol) + input.take(extra);
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
        if (!input.need(32)) {
            return false;
        }
        sum();
        if (Integer.reverseBytes((int) input.peek()) != checksum) {
            throw new DataFormatException("incorrect data check");
        }
        input.take(32);
        state = State.DONE;
        return true;
    }
}
