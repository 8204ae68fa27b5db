package ristretto.sdk.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ristretto.sdk.ring.LocalWords;
import ristretto.sdk.ring.SharedWords;

/** What was saved is found by the next life: all of it, or all of what was saved before, wherever the life ended that saved. */
class StateStoreTest {
    private static final int CAPACITY = 100;

    private final LocalWords words = words(CAPACITY);

    private static LocalWords words(int capacity) {
        return new LocalWords((int) StateLayout.frameBytes(capacity) / 8);
    }

    private StateStore life() {
        return new StateStore(words, CAPACITY);
    }

    private static byte[] state(int seed, int length) {
        byte[] state = new byte[length];
        new Random(seed).nextBytes(state);
        return state;
    }

    @Test
    void theNextLifeFindsWhatWasSavedLast() {
        assertNull(life().restored());
        for (int length = 0; length <= CAPACITY; length++) {
            life().save(state(length, length));
            assertArrayEquals(state(length, length), life().restored());
        }
        life().save(state(1, 3));
        assertArrayEquals(state(1, 3), life().restored());
    }

    @Test
    void whatIsTooLongIsRefusedAndChangesNothing() {
        life().save(state(1, CAPACITY));
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> life().save(new byte[CAPACITY + 1]));
        assertEquals("saved state: expected at most 100 bytes, got 101", refusal.getMessage());
        assertArrayEquals(state(1, CAPACITY), life().restored());
        assertThrows(IllegalArgumentException.class, () -> new StateStore(new LocalWords(16), CAPACITY));
    }

    /** The life ends at each store there is, in the middle of saving. */
    @Test
    void isWholeWhereverTheLifeEnds() {
        for (int saved = 1; saved <= 4; saved++) {
            for (int stores = 0; ; stores++) {
                LocalWords memory = words(CAPACITY);
                for (int i = 1; i <= saved; i++) {
                    new StateStore(memory, CAPACITY).save(state(i, 10 * i));
                }
                boolean ended = false;
                try {
                    new StateStore(new Mortal(memory, stores), CAPACITY).save(state(99, 77));
                } catch (IllegalStateException death) {
                    ended = true;
                }
                byte[] found = new StateStore(memory, CAPACITY).restored();
                assertArrayEquals(ended ? state(saved, 10 * saved) : state(99, 77), found, saved + " after " + stores);
                if (!ended) {
                    break;
                }
            }
        }
    }

    /** A flipped bit anywhere is found, and never gives anything but a state that was saved. */
    @Test
    void damageIsFound() {
        for (int word = 0; word < words.size(); word++) {
            for (int bit = 0; bit < 64; bit += 7) {
                LocalWords memory = words(CAPACITY);
                new StateStore(memory, CAPACITY).save(state(1, 50));
                new StateStore(memory, CAPACITY).save(state(2, 60));
                memory.store(word, memory.load(word) ^ 1L << bit);
                byte[] found = new StateStore(memory, CAPACITY).restored();
                boolean isOne =
                        found == null || Arrays.equals(found, state(1, 50)) || Arrays.equals(found, state(2, 60));
                assertTrue(isOne, "word " + word + " bit " + bit);
            }
        }
    }

    @Test
    void garbageIsNoState() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            LocalWords memory = words(CAPACITY);
            for (int word = 0; word < 40; word++) {
                memory.store(word, random.nextInt(4) == 0 ? random.nextInt(200) : random.nextLong());
            }
            assertNull(new StateStore(memory, CAPACITY).restored());
        }
    }

    /** Words of a life that ends after so many stores. */
    private record Mortal(LocalWords words, int[] left) implements SharedWords {
        Mortal(LocalWords words, int stores) {
            this(words, new int[] {stores});
        }

        private void spend() {
            if (left[0]-- == 0) {
                throw new IllegalStateException("dead");
            }
        }

        @Override
        public int size() {
            return words.size();
        }

        @Override
        public long load(int word) {
            return words.load(word);
        }

        @Override
        public long loadAcquire(int word) {
            return words.loadAcquire(word);
        }

        @Override
        public void store(int word, long value) {
            spend();
            words.store(word, value);
        }

        @Override
        public void storeRelease(int word, long value) {
            spend();
            words.storeRelease(word, value);
        }

        @Override
        public void fence() {
            words.fence();
        }

        @Override
        public void storeMessages(int word, long[] source, int from, int messages) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void loadMessages(int word, long[] target, int from, int messages) {
            throw new UnsupportedOperationException();
        }
    }
}
