package ristretto.sdk.kernel;

import ristretto.abi.ErrorCode;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.magic.CallRegisters;
import ristretto.sdk.Capability;

/** Contiguous physical memory, or the registers of devices, which can be mapped. */
public final class Frame extends Capability {
    public static final int READ_ONLY = Rights.READ;
    public static final int READ_WRITE = Rights.READ | Rights.WRITE;
    public static final int READ_EXECUTE = Rights.READ | Rights.EXECUTE;

    private static final int WORDS_PER_WRITE = 6;

    public Frame(int slot) {
        super(slot);
    }

    /** Makes it accessible at this address. Answers false where a page table is missing on the way to it. */
    public boolean map(AddressSpace space, long virtualAddress, int rights) {
        CallRegisters r = registers();
        r.a0 = space.slot();
        r.a1 = virtualAddress;
        r.a2 = rights;
        int status = attempt(Operation.FRAME_MAP);
        if (status != ErrorCode.OK && status != ErrorCode.NO_PAGE_TABLE) {
            throw refused("frame map");
        }
        return status == ErrorCode.OK;
    }

    public void unmap() {
        invoke("frame unmap", Operation.FRAME_UNMAP);
    }

    /**
     * A part of a permanent frame, as a capability of its own, described in {@code payer}'s memory and destroyed with
     * it.
     */
    public Frame derive(long offset, long bytes, Untyped payer, CapTable table, int slot) {
        invoke("frame derive", Operation.FRAME_DERIVE, offset, bytes, payer.slot(), table.slot(), slot, 0);
        return new Frame(slot);
    }

    /** The word at this offset, a multiple of 8. */
    public long read(long offset) {
        invoke("frame read", Operation.FRAME_READ, offset);
        return registers().a0;
    }

    /** The words from this offset on, a multiple of 8; at most eight. */
    public void read(long offset, long[] words) {
        invoke("frame read", Operation.FRAME_READ, offset);
        CallRegisters r = registers();
        for (int i = 0; i < words.length; i++) {
            words[i] = switch (i) {
                case 0 -> r.a0;
                case 1 -> r.a1;
                case 2 -> r.a2;
                case 3 -> r.a3;
                case 4 -> r.a4;
                case 5 -> r.a5;
                case 6 -> r.a6;
                default -> r.a7;
            };
        }
    }

    /** Writes so many of these words at once: who ends meanwhile has written all of them, or none. */
    public void write(long offset, int count, long w0, long w1, long w2, long w3, long w4, long w5) {
        CallRegisters r = registers();
        r.a0 = offset;
        r.a1 = count;
        r.a2 = w0;
        r.a3 = w1;
        r.a4 = w2;
        r.a5 = w3;
        r.a6 = w4;
        r.a7 = w5;
        invoke("frame write", Operation.FRAME_WRITE);
    }

    /** Copies within whole words. */
    public void copyFrom(Frame source, long sourceOffset, long offset, long bytes) {
        invoke("frame copy", Operation.FRAME_COPY, offset, source.slot(), sourceOffset, bytes, 0, 0);
    }

    /** Writes bytes from this offset on, a multiple of 8; the last word is filled up with zeros. */
    public void write(long offset, byte[] bytes, int length) {
        int words = length + 7 >> 3;
        CallRegisters r = registers();
        for (int word = 0; word < words; word += WORDS_PER_WRITE) {
            r.a2 = word(bytes, length, word);
            r.a3 = word(bytes, length, word + 1);
            r.a4 = word(bytes, length, word + 2);
            r.a5 = word(bytes, length, word + 3);
            r.a6 = word(bytes, length, word + 4);
            r.a7 = word(bytes, length, word + 5);
            r.a0 = offset + 8L * word;
            r.a1 = Math.min(WORDS_PER_WRITE, words - word);
            invoke("frame write", Operation.FRAME_WRITE);
        }
    }

    private static long word(byte[] bytes, int length, int word) {
        long value = 0;
        for (int i = Math.min(8 * word + 8, length) - 1; i >= 8 * word; i--) {
            value = value << 8 | bytes[i] & 0xff;
        }
        return value;
    }
}
