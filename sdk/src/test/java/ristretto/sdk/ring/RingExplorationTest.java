package ristretto.sdk.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ristretto.sdk.ring.Explorer.Means;
import ristretto.sdk.ring.Explorer.Program;
import ristretto.sdk.ring.Explorer.State;

/**
 * All interleavings of small programs over the shipped ends of a ring, by {@link Explorer}: messages arrive once and in order, whoever sleeps is
 * woken, and who is killed at any access is followed by a life that goes on, of which the other end is told. Each rule has a planted bug that breaks it.
 */
class RingExplorationTest {
    private static final int PRODUCER = 0;
    private static final int CONSUMER = 1;
    /** An unused word of a ring's head, in which the consumer says how many ends of the producer it knows. */
    private static final int TOLD = 48;

    private static final int[] ENDS = {RingLayout.PRODUCER_ENDS, RingLayout.CONSUMER_ENDS};

    /** Makes a program see its memory in a broken way. */
    private interface Fault {
        SharedWords over(SharedWords words);
    }

    private static final Fault NONE = words -> words;
    private static final Fault NO_FENCE = words -> new Faulty(words) {
        @Override
        public void fence() {}
    };

    /** Announces and sleeps at once: what the second look reads is what was read before. */
    private static final Fault NO_SECOND_LOOK = words -> new Faulty(words) {
        private final long[] before = new long[words.size()];
        private boolean blind;

        @Override
        public void store(int word, long value) {
            blind = (word == RingLayout.CONSUMER_WAITS || word == RingLayout.PRODUCER_WAITS) && value == 1;
            super.store(word, value);
        }

        @Override
        public long load(int word) {
            return blind ? before[word] : remember(word, super.load(word));
        }

        @Override
        public long loadAcquire(int word) {
            return blind ? before[word] : remember(word, super.loadAcquire(word));
        }

        private long remember(int word, long value) {
            before[word] = value;
            return value;
        }
    };

    /** Publishes before the message is there. */
    private static final Fault PUBLISHES_FIRST = words -> new Faulty(words) {
        private int heldWord = -1;
        private long held;

        @Override
        public void storeMessages(int word, long[] source, int from, int messages) {
            heldWord = word;
            held = source[from];
        }

        @Override
        public void storeRelease(int word, long value) {
            super.storeRelease(word, value);
            if (heldWord >= 0) {
                super.store(heldWord, held);
            }
        }
    };

    /** Frees the slot before the message is copied. */
    private static final Fault FREES_FIRST = words -> new Faulty(words) {
        @Override
        public void loadMessages(int word, long[] target, int from, int messages) {
            super.storeRelease(RingLayout.HEAD, super.load(RingLayout.HEAD) + 1);
            super.loadMessages(word, target, from, messages);
        }
    };

    @Test
    void everyMessageArrivesOnceAndInOrderAndNobodySleepsForever() {
        assertTrue(explore(1, 1, NONE, NONE, 1, 1) > 1000);
        assertTrue(explore(2, 1, NONE, NONE, 1, 1) > 1000);
        assertTrue(explore(2, 2, NONE, NONE, 1, 1) > 1000);
    }

    @Test
    void aProducerKilledAnywhereIsFollowedByOneThatGoesOn() {
        assertTrue(explore(1, 1, NONE, NONE, 2, 1) > 1000);
    }

    @Test
    void aConsumerKilledAnywhereIsFollowedByOneThatGoesOn() {
        assertTrue(explore(1, 1, NONE, NONE, 1, 2) > 1000);
        assertTrue(explore(2, 1, NONE, NONE, 1, 2) > 1000);
    }

    @Test
    void bothMayBeKilled() {
        assertTrue(explore(1, 1, NONE, NONE, 2, 2) > 1000);
    }

    @Test
    void sleepingWithoutTheSecondLookIsFound() {
        assertFound("nobody can go on", 1, NONE, NO_SECOND_LOOK);
        assertFound("nobody can go on", 1, NO_SECOND_LOOK, NONE);
    }

    @Test
    void aMissingFenceIsFound() {
        assertFound("nobody can go on", 1, NONE, NO_FENCE);
        assertFound("nobody can go on", 1, NO_FENCE, NONE);
    }

    @Test
    void publishingBeforeTheMessageIsThereIsFound() {
        assertFound("expected message", 1, PUBLISHES_FIRST, NONE);
    }

    @Test
    void freeingASlotBeforeItIsReadIsFound() {
        assertFound("expected message", 1, NONE, FREES_FIRST);
    }

    private static void assertFound(String what, int capacity, Fault producer, Fault consumer) {
        AssertionError found = assertThrows(AssertionError.class, () -> explore(capacity, 1, producer, consumer, 1, 1));
        assertTrue(found.getMessage().startsWith(what), found.getMessage());
    }

    private static int explore(
            int capacity, int batch, Fault ofProducer, Fault ofConsumer, int producerLives, int consumerLives) {
        int messages = 5 - producerLives - consumerLives;
        List<Program> producers = new ArrayList<>();
        for (int life = 0; life < producerLives; life++) {
            int first = 1 + 10 * life;
            producers.add(means -> produce(means, ofProducer.over(means), first, messages, batch));
        }
        List<Program> consumers = new ArrayList<>();
        for (int life = 0; life < consumerLives; life++) {
            boolean isFirst = life == 0;
            boolean mayMiss = producerLives > 1 || !isFirst;
            consumers.add(means -> consume(means, ofConsumer.over(means), batch, mayMiss));
        }
        int words = RingLayout.SLOTS + capacity * RingLayout.MESSAGE_WORDS;
        assertEquals(capacity, RingLayout.capacity(words));
        return new Explorer(
                        words,
                        ENDS,
                        RingExplorationTest::mayRest,
                        producers.toArray(new Program[0]),
                        consumers.toArray(new Program[0]))
                .run();
    }

    /** The producer has sent all, the consumer has taken all, and knows of every end since it attached. */
    private static boolean mayRest(State state) {
        List<Long> memory = state.memory();
        long known = memory.get(TOLD / 8);
        return state.isDone(PRODUCER)
                && !state.isDone(CONSUMER)
                && memory.get(RingLayout.TAIL / 8).equals(memory.get(RingLayout.HEAD / 8))
                && known == memory.get(RingLayout.PRODUCER_ENDS / 8);
    }

    /** Sends messages in batches; goes on, with what was not sent, when the consumer dies. */
    private static void produce(Means means, SharedWords words, int first, int messages, int batch) {
        RingProducer producer = new RingProducer(words, means);
        long[] content = new long[messages * RingLayout.MESSAGE_WORDS];
        for (int i = 0; i < messages; i++) {
            content[i * RingLayout.MESSAGE_WORDS] = first + i;
        }
        int sent = 0;
        while (sent < messages) {
            means.checkpoint(sent, producer.index(), producer.seen(), producer.endsSeen());
            int count = Math.min(batch, messages - sent);
            try {
                int now = producer.put(content, sent * RingLayout.MESSAGE_WORDS, count, 0);
                expect(now == count, "expected put to send all");
                sent += now;
            } catch (PeerLostException e) {
                sent += e.sent();
            }
        }
    }

    /** Takes for ever. Says in memory until which end of the producer it knows. */
    private static void consume(Means means, SharedWords words, int batch, boolean mayMiss) {
        RingConsumer consumer = new RingConsumer(words, means);
        means.store(TOLD, consumer.endsSeen());
        long[] messages = new long[batch * RingLayout.MESSAGE_WORDS];
        long last = 0;
        while (true) {
            means.checkpoint(last, consumer.index(), consumer.seen(), consumer.endsSeen());
            try {
                int count = consumer.take(messages, 0, batch, 0);
                for (int i = 0; i < count; i++) {
                    long got = messages[i * RingLayout.MESSAGE_WORDS];
                    boolean next = got == last + 1 || mayMiss && got > last && (last == 0 || got == 11);
                    expect(next, "expected message " + (last + 1) + ", got " + got);
                    last = got;
                }
            } catch (PeerLostException e) {
                means.store(TOLD, consumer.endsSeen());
            }
        }
    }

    private static void expect(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }

    /** Passes everything on. */
    private abstract static class Faulty implements SharedWords {
        private final SharedWords words;

        Faulty(SharedWords words) {
            this.words = words;
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
            words.store(word, value);
        }

        @Override
        public void storeRelease(int word, long value) {
            words.storeRelease(word, value);
        }

        @Override
        public void fence() {
            words.fence();
        }

        @Override
        public void storeMessages(int word, long[] source, int from, int messages) {
            words.storeMessages(word, source, from, messages);
        }

        @Override
        public void loadMessages(int word, long[] target, int from, int messages) {
            words.loadMessages(word, target, from, messages);
        }
    }
}
