package ristretto.sdk;

import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.magic.Memory;

/**
 * A message: a label that says what it is about, and up to 120 words, written in order and read in the same order.
 * Strings and byte arrays take a word for their length and then as many words as they need.
 *
 * <p>Reading is distrustful: what is not there, or does not fit, throws {@link MessageFormatException}, which a {@link
 * Server} turns into the refusal of the request. A message is made once and used again and again.
 */
public final class Message {
    public static final int MAXIMUM_WORDS = Tag.MAXIMUM_WORDS;

    private final long[] words = new long[MAXIMUM_WORDS];
    private int label;
    private int size;
    private int position;

    /** A service or buffer that travels with it; null: none. */
    private Object carried;
    /** That in the tag, see {@link Tag#withCapability}. */
    private long capability;

    /** Empties it. */
    public Message start(int newLabel) {
        carry(null, 0);
        label = newLabel;
        size = 0;
        position = 0;
        return this;
    }

    /**
     * Lets a service or a buffer travel with the message.
     *
     * @param tag where the kernel is to hand it on: what that adds to the tag
     */
    void carry(Object object, long tag) {
        carried = object;
        capability = tag;
    }

    /** Takes what came with it; null: nothing did. */
    Object take() {
        Object taken = carried;
        carry(null, 0);
        return taken;
    }

    public int label() {
        return label;
    }

    /** Number of words. */
    public int size() {
        return size;
    }

    /** To be read from its beginning on. */
    void rewind() {
        position = 0;
    }

    /** Number of words that were not read yet. */
    public int left() {
        return size - position;
    }

    public Message putLong(long value) {
        if (size == words.length) {
            throw new MessageFormatException("message: expected at most 120 words");
        }
        words[size++] = value;
        return this;
    }

    public Message putString(String text) {
        return putBytes(Utf8.encode(text));
    }

    public Message putBytes(byte[] bytes) {
        return putBytes(bytes, 0, bytes.length);
    }

    public Message putBytes(byte[] bytes, int offset, int length) {
        putLong(length);
        return putRaw(bytes, offset, length);
    }

    /** The bytes without their length, the last word filled up with zeros. */
    public Message putRaw(byte[] bytes, int offset, int length) {
        for (int at = 0; at < length; at += 8) {
            long word = 0;
            for (int i = Math.min(8, length - at) - 1; i >= 0; i--) {
                word = word << 8 | bytes[offset + at + i] & 0xff;
            }
            putLong(word);
        }
        return this;
    }

    public long getLong() {
        if (position == size) {
            throw new MessageFormatException("message: ends after " + size + " words");
        }
        return words[position++];
    }

    /** A number that must lie between these two. */
    public int getInt(int least, int most) {
        long value = getLong();
        if (value < least || value > most) {
            throw new MessageFormatException("message: expected " + least + " to " + most + ", got " + value);
        }
        return (int) value;
    }

    public String getString() {
        byte[] bytes = getBytes();
        return Utf8.decode(bytes, 0, bytes.length);
    }

    public byte[] getBytes() {
        byte[] bytes = new byte[getInt(0, (words.length - 1) * 8)];
        getRaw(bytes, 0, bytes.length);
        return bytes;
    }

    /** The counterpart of {@link #putRaw}. */
    public void getRaw(byte[] bytes, int offset, int length) {
        if (length > (size - position) * 8) {
            throw new MessageFormatException(
                    "message: expected " + length + " bytes, got " + (size - position) + " words");
        }
        for (int i = 0; i < length; i++) {
            bytes[offset + i] = (byte) (words[position + (i >> 3)] >> 8 * (i & 7));
        }
        position += length + 7 >> 3;
    }

    /** Puts it where the kernel takes it from: eight words in registers, the others in this thread's message page. */
    void load(CallRegisters r, long page) {
        r.t1 = Tag.of(label, size) | capability;
        long[] w = words;
        r.a0 = w[0];
        r.a1 = w[1];
        r.a2 = w[2];
        r.a3 = w[3];
        r.a4 = w[4];
        r.a5 = w[5];
        r.a6 = w[6];
        r.a7 = w[7];
        for (int i = Tag.REGISTER_WORDS; i < size; i++) {
            Memory.storeLong(page + 8L * i, w[i]);
        }
    }

    /** Takes what the kernel delivered. The kernel vouches for the length. */
    void store(CallRegisters r, long page) {
        label = Tag.label(r.t1);
        size = Math.min(Tag.words(r.t1), Tag.MAXIMUM_WORDS);
        position = 0;
        long[] w = words;
        w[0] = r.a0;
        w[1] = r.a1;
        w[2] = r.a2;
        w[3] = r.a3;
        w[4] = r.a4;
        w[5] = r.a5;
        w[6] = r.a6;
        w[7] = r.a7;
        for (int i = Tag.REGISTER_WORDS; i < size; i++) {
            w[i] = Memory.loadLong(page + 8L * i);
        }
    }
}
