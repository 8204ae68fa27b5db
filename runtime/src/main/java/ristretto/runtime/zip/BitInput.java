package ristretto.runtime.zip;

/** Bits taken from pieces of input, lowest first (RFC 1951, 3.1.1). What was read of a piece and not taken stays for the next one. */
final class BitInput {
    private byte[] bytes;
    private int at;
    private int end;
    private long bits;
    private int count;

    void reset() {
        bits = 0;
        count = 0;
    }

    void begin(byte[] from, int offset, int length) {
        bytes = from;
        at = offset;
        end = offset + length;
    }

    /** Lets go of the piece, but for {@link #position}. */
    void finish() {
        bytes = null;
    }

    /** Where in the piece the next byte would be read. */
    int position() {
        return at;
    }

    /** Reads until so many bits are there, at most 32; false: the piece is used up. */
    boolean need(int wanted) {
        while (count < wanted) {
            if (at == end) {
                return false;
            }
            bits |= (bytes[at++] & 0xffL) << count;
            count += 8;
        }
        return true;
    }

    /** All that is there, without taking it. */
    long peek() {
        return bits;
    }

    int take(int taken) {
        int value = (int) (bits & (1L << taken) - 1);
        bits >>>= taken;
        count -= taken;
        return value;
    }

    /** Skips what is left of a byte. */
    void align() {
        take(count & 7);
    }

    /** The next symbol's entry in the code, with its bits still to be taken; negative: see {@link PrefixCode#decode}. */
    int decode(PrefixCode code) {
        while (true) {
            int entry = code.decode(bits, count);
            if (entry != PrefixCode.TOO_FEW_BITS || !need(count + 1)) {
                return entry;
            }
        }
    }

    /** Hands on as many whole bytes as there are, after {@link #align}; answers how many. */
    int copy(byte[] to, int offset, int most) {
        int copied = 0;
        while (copied < most && count > 0) {
            to[offset + copied++] = (byte) take(8);
        }
        int rest = Math.min(most - copied, end - at);
        System.arraycopy(bytes, at, to, offset + copied, rest);
        at += rest;
        return copied + rest;
    }

    /** Whole bytes that were read and not taken belong to the caller again, as after the end of a stream they must. */
    void giveBack() {
        at -= count >> 3;
        reset();
    }
}
