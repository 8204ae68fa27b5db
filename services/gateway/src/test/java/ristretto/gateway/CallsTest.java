package ristretto.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import ristretto.abi.ErrorCode;
import ristretto.magic.CallRegisters;
import ristretto.sdk.CapabilityError;
import ristretto.sdk.Message;
import ristretto.sdk.protocol.GatewayProtocol;
import ristretto.sdk.service.Transport;

class CallsTest {
    private final Service first = new Service(100);
    private final Service second = new Service(200);
    private final Calls calls = new Calls(new Transport[] {first, second});

    /** Answers the sum of the words, and how many there were. */
    private static final class Service implements Transport {
        private final int label;
        private int served;
        private int failure;
        private long deadline;

        Service(int label) {
            this.label = label;
        }

        @Override
        public long deadline(long fromNowNs) {
            return 1_000 + fromNowNs;
        }

        @Override
        public int call(Message message, long deadlineTicks) {
            if (failure != 0) {
                throw CapabilityError.notAnswered(failure);
            }
            served++;
            deadline = deadlineTicks;
            int words = message.size();
            long sum = 0;
            for (int i = 0; i < words; i++) {
                sum += message.getLong();
            }
            message.start(label + message.label()).putLong(sum).putLong(words);
            return message.label();
        }

        @Override
        public CallRegisters words() {
            throw new AssertionError("a gateway hands on messages");
        }

        @Override
        public long callRegisters(long tag, long deadlineTicks) {
            throw new AssertionError("a gateway hands on messages");
        }

        @Override
        public void take(Message message) {
            throw new AssertionError("a gateway hands on messages");
        }
    }

    private long[] make(long... call) {
        return calls.make(call);
    }

    private static long[] answer(long... words) {
        return words;
    }

    @Test
    void callsGoToTheirService() {
        assertArrayEquals(answer(9, GatewayProtocol.ANSWERED, 105, 60, 3), make(9, 0, 5, 0, 10, 20, 30));
        assertEquals(0, first.deadline, "without limit");
        assertArrayEquals(answer(10, GatewayProtocol.ANSWERED, 207, 0, 0), make(10, 1, 7, 50));
        assertEquals(1_050, second.deadline);
    }

    @Test
    void whatTheKernelSaysIsHandedOn() {
        second.failure = ErrorCode.TIMED_OUT;
        assertArrayEquals(answer(1, GatewayProtocol.NOT_ANSWERED, ErrorCode.TIMED_OUT), make(1, 1, 7, 50, 3));
    }

    @Test
    void whatIsNoCallIsRefused() {
        for (long[] wrong : new long[][] {
            {1},
            {1, 0},
            {1, 0, 5},
            {1, -1, 5, 0},
            {1, 2, 5, 0},
            {1, 1L << 32, 5, 0},
            {1, 0, -1, 0},
            {1, 0, 1L << 31, 0},
            {1, 0, 5, -1},
            {1, 0, 5, Long.MAX_VALUE},
            new long[GatewayProtocol.CALL_WORDS + Message.MAXIMUM_WORDS + 1]
        }) {
            assertArrayEquals(answer(wrong[0], GatewayProtocol.REFUSED), calls.make(wrong));
        }
        assertEquals(0, first.served + second.served);
    }

    @Test
    void anythingMayCome() {
        Random random = new Random(3);
        int refused = 0;
        for (int i = 0; i < 200_000; i++) {
            long[] call = random.longs(1 + random.nextInt(128)).toArray();
            for (int k = 0; k < Math.min(call.length, 4); k++) {
                call[k] = random.nextBoolean() ? call[k] >> 60 : call[k];
            }
            long[] answer = calls.make(call);
            assertEquals(call[0], answer[0]);
            refused += answer[1] == GatewayProtocol.REFUSED ? 1 : 0;
        }
        assertTrue(refused > 100_000 && first.served > 100, refused + " refused, " + first.served + " served");
    }
}
