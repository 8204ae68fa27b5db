package ristretto.sdk.ring;

import ristretto.magic.AlwaysInline;
import ristretto.magic.CallRegisters;
import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;
import ristretto.magic.SharedMemory;

/** Shared words in a frame that is mapped into this process, and perhaps into another one. */
public final class MappedWords implements SharedWords {
    private final long address;
    private final int size;
    /** Of the first slot, where it is a ring. */
    private final long slots;

    /** @param address of a frame of so many bytes, mapped readable and writable for as long as this process lives */
    public MappedWords(long address, int bytes) {
        this.address = address;
        this.size = bytes / 8;
        slots = address + 8L * RingLayout.SLOTS;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    @AlwaysInline
    public long load(int word) {
        return SharedMemory.loadLong(address + 8L * word);
    }

    @Override
    @AlwaysInline
    public long loadAcquire(int word) {
        return SharedMemory.loadAcquire(address + 8L * word);
    }

    @Override
    @AlwaysInline
    public void store(int word, long value) {
        SharedMemory.storeLong(address + 8L * word, value);
    }

    @Override
    @AlwaysInline
    public void storeRelease(int word, long value) {
        SharedMemory.storeRelease(address + 8L * word, value);
    }

    @Override
    @AlwaysInline
    public void fence() {
        SharedMemory.fence();
    }

    @Override
    @AlwaysInline
    public long loadOfSlot(long slot, int word) {
        return SharedMemory.loadLong(slots + slot * RingLayout.MESSAGE_BYTES + 8L * word);
    }

    @Override
    @AlwaysInline
    public void storeFew(long slot, long w0, CallRegisters r) {
        long to = slots + slot * RingLayout.MESSAGE_BYTES;
        SharedMemory.storeLong(to, w0);
        SharedMemory.storeLong(to + 8, r.a0);
        SharedMemory.storeLong(to + 16, r.a1);
    }

    @Override
    @AlwaysInline
    public void storeSlot(long slot, long w0, CallRegisters r) {
        long to = slots + slot * RingLayout.MESSAGE_BYTES;
        storeFew(slot, w0, r);
        SharedMemory.storeLong(to + 24, r.a2);
        SharedMemory.storeLong(to + 32, r.a3);
        SharedMemory.storeLong(to + 40, r.a4);
        SharedMemory.storeLong(to + 48, r.a5);
        SharedMemory.storeLong(to + 56, r.a6);
    }

    @Override
    @AlwaysInline
    public void storeSlot(long slot, long w0, long w1) {
        long to = slots + slot * RingLayout.MESSAGE_BYTES;
        SharedMemory.storeLong(to, w0);
        SharedMemory.storeLong(to + 8, w1);
    }

    @Override
    @AlwaysInline
    public void loadFew(long slot, CallRegisters r) {
        long at = slots + slot * RingLayout.MESSAGE_BYTES;
        r.a0 = SharedMemory.loadLong(at + 8);
        r.a1 = SharedMemory.loadLong(at + 16);
    }

    @Override
    @AlwaysInline
    public void loadSlot(long slot, CallRegisters r) {
        long at = slots + slot * RingLayout.MESSAGE_BYTES;
        loadFew(slot, r);
        r.a2 = SharedMemory.loadLong(at + 24);
        r.a3 = SharedMemory.loadLong(at + 32);
        r.a4 = SharedMemory.loadLong(at + 40);
        r.a5 = SharedMemory.loadLong(at + 48);
        r.a6 = SharedMemory.loadLong(at + 56);
    }

    /** Words of an array lie in a row, and no object moves; the range has been checked as a whole. */
    @Override
    @AlwaysInline
    public void storeMessages(int word, long[] source, int from, int messages) {
        long at = Memory.addressOf(source) + ObjectLayout.ARRAY_DATA + 8L * from;
        long to = address + 8L * word;
        long end = to + 64L * messages;
        while (to != end) {
            SharedMemory.storeLong(to, Memory.loadLong(at));
            SharedMemory.storeLong(to + 8, Memory.loadLong(at + 8));
            SharedMemory.storeLong(to + 16, Memory.loadLong(at + 16));
            SharedMemory.storeLong(to + 24, Memory.loadLong(at + 24));
            SharedMemory.storeLong(to + 32, Memory.loadLong(at + 32));
            SharedMemory.storeLong(to + 40, Memory.loadLong(at + 40));
            SharedMemory.storeLong(to + 48, Memory.loadLong(at + 48));
            SharedMemory.storeLong(to + 56, Memory.loadLong(at + 56));
            at += 64;
            to += 64;
        }
    }

    @Override
    @AlwaysInline
    public void loadMessages(int word, long[] target, int from, int messages) {
        long to = Memory.addressOf(target) + ObjectLayout.ARRAY_DATA + 8L * from;
        long at = address + 8L * word;
        long end = at + 64L * messages;
        while (at != end) {
            Memory.storeLong(to, SharedMemory.loadLong(at));
            Memory.storeLong(to + 8, SharedMemory.loadLong(at + 8));
            Memory.storeLong(to + 16, SharedMemory.loadLong(at + 16));
            Memory.storeLong(to + 24, SharedMemory.loadLong(at + 24));
            Memory.storeLong(to + 32, SharedMemory.loadLong(at + 32));
            Memory.storeLong(to + 40, SharedMemory.loadLong(at + 40));
            Memory.storeLong(to + 48, SharedMemory.loadLong(at + 48));
            Memory.storeLong(to + 56, SharedMemory.loadLong(at + 56));
            at += 64;
            to += 64;
        }
    }
}
