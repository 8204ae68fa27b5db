package ristretto.sdk.ring;

import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLongArray;

/** Shared words inside one JVM: for components on the desk, and for tests. */
public final class LocalWords implements SharedWords {
    private final AtomicLongArray words;

    public LocalWords(int size) {
        words = new AtomicLongArray(size);
    }

    @Override
    public int size() {
        return words.length();
    }

    @Override
    public long load(int word) {
        return words.getOpaque(word);
    }

    @Override
    public long loadAcquire(int word) {
        return words.getAcquire(word);
    }

    @Override
    public void store(int word, long value) {
        words.setOpaque(word, value);
    }

    @Override
    public void storeRelease(int word, long value) {
        words.setRelease(word, value);
    }

    @Override
    public void fence() {
        VarHandle.fullFence();
    }

    @Override
    public void storeMessages(int word, long[] source, int from, int messages) {
        for (int i = 0; i < messages * RingLayout.MESSAGE_WORDS; i++) {
            store(word + i, source[from + i]);
        }
    }

    @Override
    public void loadMessages(int word, long[] target, int from, int messages) {
        for (int i = 0; i < messages * RingLayout.MESSAGE_WORDS; i++) {
            target[from + i] = load(word + i);
        }
    }
}
