package ristretto.sdk.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The two ends of a ring in one thread: order, back-pressure, death of either side, and a peer that writes whatever it likes. */
class RingTest {
    private static final int M = RingLayout.MESSAGE_WORDS;
    private static final int CAPACITY = 4;

    private final LocalWords words = new LocalWords(RingLayout.SLOTS + CAPACITY * M);
    private final Wakes producerWakes = new Wakes();
    private final Wakes consumerWakes = new Wakes();
    private RingProducer producer = new RingProducer(words, producerWakes);
    private RingConsumer consumer = new RingConsumer(words, consumerWakes);
    private final long[] buffer = new long[2 * CAPACITY * M];

    /** Counts how often the other end was woken; nobody may wait. */
    private static final class Wakes implements RingSignal {
        int count;

        @Override
        public void wakePeer() {
            count++;
        }

        @Override
        public boolean await(long deadlineTicks) {
            assertTrue(deadlineTicks != 0, "would wait for ever");
            return false;
        }
    }

    @Test
    void allWordsOfAllMessagesArriveInOrderManyTimesRound() {
        Random random = new Random(1);
        long sent = 0;
        long taken = 0;
        while (taken < 1000) {
            int offered = random.nextInt(2 * CAPACITY);
            fill(sent, offered);
            sent += producer.offer(buffer, 0, offered);
            assertTrue(sent - taken <= CAPACITY);
            int count = consumer.poll(buffer, M, random.nextInt(CAPACITY) + 1);
            for (int i = 0; i < count * M; i++) {
                assertEquals(taken * M + i, buffer[M + i]);
            }
            taken += count;
        }
    }

    @Test
    void aFullRingTakesNoMoreAndAnEmptyOneGivesNone() {
        assertEquals(0, consumer.poll(buffer, 0, 1));
        assertEquals(CAPACITY, producer.offer(buffer, 0, 2 * CAPACITY));
        assertEquals(0, producer.offer(buffer, 0, 1));
        assertEquals(0, producer.put(buffer, 0, 1, 1), "the deadline passes");
        assertEquals(CAPACITY, consumer.poll(buffer, 0, 2 * CAPACITY));
        assertEquals(0, consumer.take(buffer, 0, 1, 1), "the deadline passes");
    }

    @Test
    void nobodyIsWokenWhoDoesNotWait() {
        int before = producerWakes.count;
        producer.offer(buffer, 0, 1);
        assertEquals(before, producerWakes.count);
        consumer.poll(buffer, 0, 1);
        assertTrue(consumer.announceWait());
        producer.offer(buffer, 0, 1);
        assertEquals(before + 1, producerWakes.count);
        producer.offer(buffer, 0, 1);
        assertEquals(before + 1, producerWakes.count, "once is enough");
        assertFalse(consumer.announceWait(), "there is something");
    }

    @Test
    void whoSendsNothingWithoutMessagesWakesNobody() {
        assertTrue(consumer.announceWait());
        int before = producerWakes.count;
        assertEquals(0, producer.offer(buffer, 0, 0));
        assertEquals(before, producerWakes.count);
    }

    @Test
    void theProducersDeathIsToldOnceAndBehindItsLastMessage() {
        fill(7, 1);
        producer.offer(buffer, 0, 1);
        fill(8, 1);
        words.store(RingLayout.PRODUCER_ENDS, 1);
        producer = new RingProducer(words, producerWakes);
        assertEquals(1, consumer.poll(buffer, 0, 8));
        assertEquals(7 * M, buffer[0]);
        PeerLostException lost = assertThrows(PeerLostException.class, () -> consumer.poll(buffer, 0, 8));
        assertEquals("ring: the producer ended", lost.getMessage());
        assertEquals(0, consumer.poll(buffer, 0, 8));
        fill(9, 1);
        producer.offer(buffer, 0, 1);
        assertEquals(1, consumer.poll(buffer, 0, 8));
        assertEquals(9 * M, buffer[0]);
    }

    @Test
    void theConsumersDeathIsToldToWhoWaitsForRoom() {
        producer.offer(buffer, 0, CAPACITY - 1);
        words.store(RingLayout.CONSUMER_ENDS, 1);
        PeerLostException lost = assertThrows(PeerLostException.class, () -> producer.put(buffer, 0, 3, 0));
        assertEquals(1, lost.sent());
        consumer = new RingConsumer(words, consumerWakes);
        assertEquals(CAPACITY, consumer.poll(buffer, 0, 8), "what nobody took is still there");
    }

    @Test
    void anIndexThatCannotBeIsRefusedAndNothingIsTaken() {
        producer.offer(buffer, 0, 2);
        consumer.poll(buffer, 0, 1);
        for (long tail : new long[] {0, 1 + CAPACITY + 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32}) {
            words.store(RingLayout.TAIL, tail);
            RingCorruptedException e =
                    assertThrows(RingCorruptedException.class, () -> consumer.poll(buffer, 0, 8), "" + tail);
            assertEquals(
                    "ring: the producer broke the protocol: its index: expected 2 to 5, got " + tail, e.getMessage());
        }
        for (long head : new long[] {3, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32}) {
            words.store(RingLayout.HEAD, head);
            RingCorruptedException e =
                    assertThrows(RingCorruptedException.class, () -> producer.offer(buffer, 0, 8), "" + head);
            assertEquals(
                    "ring: the consumer broke the protocol: its index: expected 0 to 2, got " + head, e.getMessage());
        }
    }

    @Test
    void attachingToARingFullOfNonsenseBeginsAnew() {
        Random random = new Random(2);
        for (int round = 0; round < 1000; round++) {
            for (int word = 0; word < words.size(); word++) {
                words.store(word, random.nextLong());
            }
            if (random.nextBoolean()) {
                producer = new RingProducer(words, producerWakes);
                consumer = new RingConsumer(words, consumerWakes);
            } else {
                consumer = new RingConsumer(words, consumerWakes);
                producer = new RingProducer(words, producerWakes);
            }
            assertEquals(0, consumer.poll(buffer, 0, 8));
            fill(round, 2);
            assertEquals(2, producer.offer(buffer, 0, 2));
            assertEquals(2, consumer.poll(buffer, 0, 8));
            assertEquals((round + 2) * (long) M - 1, buffer[2 * M - 1]);
        }
    }

    /** Whatever the other end writes into any word: an end gives what its contract says or throws what it says, and stays inside its memory. */
    @Test
    void aPeerThatWritesAnythingAnywhereDoesNoMore() {
        Random random = new Random(3);
        long corrupted = 0;
        long worked = 0;
        for (int round = 0; round < 100_000; round++) {
            if (random.nextInt(4) == 0) {
                int word = random.nextBoolean() ? 8 * random.nextInt(8) : random.nextInt(words.size());
                long near = words.load(word) + random.nextInt(9) - 4;
                words.store(word, random.nextInt(3) == 0 ? random.nextLong() : near);
            }
            try {
                int count = random.nextInt(2 * CAPACITY);
                boolean produces = random.nextBoolean();
                int done = produces ? producer.offer(buffer, 0, count) : consumer.poll(buffer, 0, count);
                assertTrue(done >= 0 && done <= Math.min(count, CAPACITY), "got " + done);
                worked += done;
            } catch (RingCorruptedException e) {
                corrupted++;
                producer = new RingProducer(words, producerWakes);
                consumer = new RingConsumer(words, consumerWakes);
            } catch (PeerLostException e) {
                assertEquals(0, e.sent());
            }
        }
        assertTrue(corrupted > 1000 && worked > 1000, corrupted + " and " + worked);
    }

    /** Each word of a message is read once, and each index once where it is looked at: a second look could see another value. */
    @Test
    void nothingIsFetchedTwice() {
        CountingWords counting = new CountingWords(RingLayout.SLOTS + CAPACITY * M);
        RingProducer sender = new RingProducer(counting, producerWakes);
        RingConsumer receiver = new RingConsumer(counting, consumerWakes);
        sender.offer(buffer, 0, CAPACITY);
        counting.reset();
        receiver.poll(buffer, 0, CAPACITY);
        assertEquals(1, counting.loads(RingLayout.TAIL));
        assertEquals(0, counting.loads(RingLayout.HEAD), "an end never reads its own index back");
        for (int word = RingLayout.SLOTS; word < counting.size(); word++) {
            assertEquals(1, counting.loads(word), "word " + word);
        }
        counting.reset();
        sender.offer(buffer, 0, CAPACITY);
        assertEquals(1, counting.loads(RingLayout.HEAD));
        assertEquals(0, counting.loads(RingLayout.TAIL), "an end never reads its own index back");
    }

    @Test
    void messagesOutsideOfTheArrayAreRefused() {
        for (int[] bad :
                new int[][] {{-1, 1}, {0, -1}, {1, 8}, {64, 1}, {65, 0}, {Integer.MAX_VALUE, 1}, {0, Integer.MAX_VALUE}
                }) {
            assertThrows(IndexOutOfBoundsException.class, () -> producer.offer(buffer, bad[0], bad[1]));
            assertThrows(IndexOutOfBoundsException.class, () -> consumer.poll(buffer, bad[0], bad[1]));
        }
    }

    @Test
    void aFrameTooSmallForOneMessageIsRefused() {
        LocalWords small = new LocalWords(RingLayout.SLOTS + M - 1);
        assertThrows(IllegalArgumentException.class, () -> new RingProducer(small, producerWakes));
        assertEquals(128, RingLayout.capacity(RingLayout.BYTES / 8));
    }

    /** Message number n holds n * 8 to n * 8 + 7. */
    private void fill(long first, int messages) {
        for (int i = 0; i < messages * M; i++) {
            buffer[i] = first * M + i;
        }
    }
}
