package ristretto.sdk.state;

import ristretto.sdk.ring.SharedWords;

/** A component's saved state in a frame, see {@link StateLayout}. What a life left there is not trusted: it may have died of writing where it should not. */
final class StateStore {

    private final SharedWords words;
    private final int capacity;

    /** @param capacity most bytes of a state, for which the words have room */
    StateStore(SharedWords words, int capacity) {
        this.words = words;
        this.capacity = capacity;
        if (words.size() < place(1) + StateLayout.BYTES + wordsOf(capacity)) {
            throw new IllegalArgumentException("saved state: no room for " + capacity + " bytes");
        }
    }

    int capacity() {
        return capacity;
    }

    /** Saves a state in place of the last one. */
    void save(byte[] state) {
        if (state.length > capacity) {
            throw new IllegalArgumentException(
                    "saved state: expected at most " + capacity + " bytes, got " + state.length);
        }
        long number = words.load(StateLayout.NUMBER) + 1;
        int place = place(number);
        words.store(place + StateLayout.LENGTH, state.length);
        long checksum = WordChecksum.mixed(number, state.length);
        for (int i = 0; i < wordsOf(state.length); i++) {
            long word = word(state, i);
            words.store(place + StateLayout.BYTES + i, word);
            checksum = WordChecksum.mixed(checksum, word);
        }
        words.store(place + StateLayout.CHECKSUM, checksum);
        words.storeRelease(StateLayout.NUMBER, number);
    }

    /** The state that was saved last; the one before if that has been damaged; null: there is none that is whole. */
    byte[] restored() {
        long number = words.loadAcquire(StateLayout.NUMBER);
        byte[] last = number == 0 ? null : read(number);
        return last == null && number != 0 && number != 1 ? read(number - 1) : last;
    }

    private byte[] read(long number) {
        int place = place(number);
        long length = words.load(place + StateLayout.LENGTH);
        if (length < 0 || length > capacity) {
            return null;
        }
        byte[] state = new byte[(int) length];
        long checksum = WordChecksum.mixed(number, length);
        for (int i = 0; i < wordsOf(state.length); i++) {
            long word = words.load(place + StateLayout.BYTES + i);
            for (int b = 8 * i; b < Math.min(8 * i + 8, state.length); b++) {
                state[b] = (byte) (word >>> 8 * (b - 8 * i));
            }
            checksum = WordChecksum.mixed(checksum, word);
        }
        return checksum == words.load(place + StateLayout.CHECKSUM) ? state : null;
    }

    private int place(long number) {
        return StateLayout.PLACES + (int) (number & 1) * (StateLayout.BYTES + wordsOf(capacity));
    }

    private static int wordsOf(int bytes) {
        return bytes + 7 >> 3;
    }

    private static long word(byte[] bytes, int index) {
        long word = 0;
        for (int b = Math.min(8 * index + 8, bytes.length) - 1; b >= 8 * index; b--) {
            word = word << 8 | bytes[b] & 0xff;
        }
        return word;
    }
}
