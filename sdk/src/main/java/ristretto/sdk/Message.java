package ristretto.sdk;

import ristretto.abi.Tag;
import ristretto.magic.AlwaysInline;
import ristretto.magic.CallRegisters;
import ristretto.magic.Memory;
import ristretto.magic.NoInline;
import ristretto.sdk.ring.RingLayout;

/**
 * A message: a label that says what it is about, and up to 120 words, written in order and read in the same order.
 * Strings and byte arrays take a word for their length and then as many words as they need.
 *
 * <p>Reading is distrustful: what is not there, or does not fit, throws {@link MessageFormatException}, which a {@link
 * Server} turns into the refusal of the request. A message is made once and used again and again.
 */
public final class Message {
    public static final int MAXIMUM_WORDS = Tag.MAXIMUM_WORDS;

    /** Of numbers in headers. */
    static final int MOST_NUMBER = 0xff_ffff;

    private static final int NUMBER_SHIFT = 8;

    /** Words of the largest message with its header, in whole slots of a ring. */
    private static final int ALL_WORDS = 128;

    /** The first one is a header for {@link OutgoingCalls} and {@link IncomingCalls}; the message's own are behind it. */
    private final long[] words = new long[ALL_WORDS];

    private int label;
    /** Behind the last word. */
    private int end = 1;
    /** Of the next word to be read. */
    private int position = 1;

    /** A service or buffer that travels with it; null: none. */
    private Object carried;
    /** That in the tag, see {@link Tag#withCapability}. */
    private long capability;

    /** Empties it. */
    public Message start(int newLabel) {
        carry(null, 0);
        label = newLabel;
        end = 1;
        position = 1;
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

    /**
     * Lets what travels with another message travel with this one.
     *
     * @param lease for a buffer of this process's: the lease by which it is lent
     */
    void carryAs(Message other, int lease) {
        carry(
                other.carried,
                other.carried instanceof OwnBuffer own
                        ? Tag.withCapability(0, own.lease(lease), Tag.rights(other.capability))
                        : other.capability);
    }

    /** If what travelled with it is a buffer, whoever got it by this lease can use it no more. */
    void takeBack(int lease) {
        if (carried instanceof OwnBuffer own) {
            own.takeBack(lease);
        }
    }

    public int label() {
        return label;
    }

    /** Number of words. */
    public int size() {
        return end - 1;
    }

    /**
     * Takes the last word away.
     *
     * @throws MessageFormatException where none is left
     */
    long takeLast() {
        if (position == end) {
            throw new MessageFormatException("message: expected a word more");
        }
        end--;
        return words[end];
    }

    /** To be read from its beginning on. */
    void rewind() {
        position = 1;
    }

    /** Number of words that were not read yet. */
    public int left() {
        return end - position;
    }

    public Message putLong(long value) {
        if (end > Tag.MAXIMUM_WORDS) {
            throw new MessageFormatException("message: expected at most 120 words");
        }
        words[end++] = value;
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
        if (position == end) {
            throw new MessageFormatException("message: ends after " + size() + " words");
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
        byte[] bytes = new byte[getInt(0, (Tag.MAXIMUM_WORDS - 1) * 8)];
        getRaw(bytes, 0, bytes.length);
        return bytes;
    }

    /** The counterpart of {@link #putRaw}. */
    public void getRaw(byte[] bytes, int offset, int length) {
        if (length > left() * 8) {
            throw new MessageFormatException("message: expected " + length + " bytes, got " + left() + " words");
        }
        for (int i = 0; i < length; i++) {
            bytes[offset + i] = (byte) (words[position + (i >> 3)] >> 8 * (i & 7));
        }
        position += length + 7 >> 3;
    }

    /** Puts it where the kernel takes it from: eight words in registers, the others in this thread's message page. */
    void load(CallRegisters r, long page) {
        r.t1 = Tag.of(label, size()) | capability;
        long[] w = words;
        r.a0 = w[1];
        r.a1 = w[2];
        r.a2 = w[3];
        r.a3 = w[4];
        r.a4 = w[5];
        r.a5 = w[6];
        r.a6 = w[7];
        r.a7 = w[8];
        for (int i = Tag.REGISTER_WORDS; i < end - 1; i++) {
            Memory.storeLong(page + 8L * i, w[i + 1]);
        }
    }

    /** One of all words that are in registers, to keep them. */
    @NoInline
    static Message ofRegisters(CallRegisters r) {
        Message message = new Message();
        r.t1 = Tag.of(0, Tag.REGISTER_WORDS);
        message.store(r, 0);
        return message;
    }

    /** Takes what the kernel delivered. The kernel vouches for the length. */
    void store(CallRegisters r, long page) {
        label = Tag.label(r.t1);
        end = 1 + Math.min(Tag.words(r.t1), Tag.MAXIMUM_WORDS);
        position = 1;
        long[] w = words;
        w[1] = r.a0;
        w[2] = r.a1;
        w[3] = r.a2;
        w[4] = r.a3;
        w[5] = r.a4;
        w[6] = r.a5;
        w[7] = r.a6;
        w[8] = r.a7;
        for (int i = Tag.REGISTER_WORDS; i < end - 1; i++) {
            w[i + 1] = Memory.loadLong(page + 8L * i);
        }
    }

    /** Of a ring: header, words, and what fills the last slot up. */
    long[] slots() {
        return words;
    }

    /** How many slots of a ring a message of so many words takes. */
    static int slots(int words) {
        return words + RingLayout.MESSAGE_WORDS >> 3;
    }

    /** Its header, which says what {@link Tag} does, and what {@link OutgoingCalls} adds. */
    void putHeader(int number) {
        words[0] = Tag.of(label, size()) | (long) number << NUMBER_SHIFT;
    }

    /** What the sender of a message with this header called it; the answer is called likewise. */
    static int number(long header) {
        return (int) (header >> NUMBER_SHIFT) & MOST_NUMBER;
    }

    /** The header of a message with this tag. */
    @AlwaysInline
    static long header(long tag, int number) {
        return tag | (long) number << NUMBER_SHIFT;
    }

    /** The tag of a message with this header. */
    @AlwaysInline
    static long tag(long header) {
        return header & ~((long) MOST_NUMBER << NUMBER_SHIFT);
    }

    /** A message with this header has come into {@link #slots}. Its length has been checked. */
    void arrived(long header) {
        label = Tag.label(header);
        end = 1 + Tag.words(header);
        position = 1;
    }

    /** Becomes another one's like. */
    void copy(Message other) {
        System.arraycopy(other.words, 0, words, 0, other.end);
        label = other.label;
        end = other.end;
        position = other.position;
    }
}
