package ristretto.sdk.ring;

import ristretto.magic.AlwaysInline;
import ristretto.magic.SharedMemory;

/** Shared words in a frame that is mapped into this process and another one. */
public final class MappedWords implements SharedWords {
    private final long address;
    private final int size;

    /** @param address of a frame of so many bytes, mapped readable and writable for as long as this process lives */
    MappedWords(long address, int bytes) {
        this.address = address;
        this.size = bytes / 8;
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
    public void storeMessage(int word, long[] source, int from) {
        long to = address + 8L * word;
        SharedMemory.storeLong(to, source[from]);
        SharedMemory.storeLong(to + 8, source[from + 1]);
        SharedMemory.storeLong(to + 16, source[from + 2]);
        SharedMemory.storeLong(to + 24, source[from + 3]);
        SharedMemory.storeLong(to + 32, source[from + 4]);
        SharedMemory.storeLong(to + 40, source[from + 5]);
        SharedMemory.storeLong(to + 48, source[from + 6]);
        SharedMemory.storeLong(to + 56, source[from + 7]);
    }

    @Override
    @AlwaysInline
    public void loadMessage(int word, long[] target, int from) {
        long at = address + 8L * word;
        target[from] = SharedMemory.loadLong(at);
        target[from + 1] = SharedMemory.loadLong(at + 8);
        target[from + 2] = SharedMemory.loadLong(at + 16);
        target[from + 3] = SharedMemory.loadLong(at + 24);
        target[from + 4] = SharedMemory.loadLong(at + 32);
        target[from + 5] = SharedMemory.loadLong(at + 40);
        target[from + 6] = SharedMemory.loadLong(at + 48);
        target[from + 7] = SharedMemory.loadLong(at + 56);
    }
}
