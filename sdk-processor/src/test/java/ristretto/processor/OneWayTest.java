package ristretto.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.processor.sample.Bulletin;
import ristretto.processor.sample.BulletinClient;
import ristretto.processor.sample.BulletinDispatcher;
import ristretto.sdk.Handler;
import ristretto.sdk.Loopback;
import ristretto.sdk.Message;
import ristretto.sdk.Server;
import ristretto.sdk.service.ServiceMismatch;
import ristretto.sdk.service.Transport;

/** Client and dispatcher of one-way methods. How they go by channels {@code OneWayOnTargetTest} shows. */
class OneWayTest {
    private static final class Implementation implements Bulletin {
        String told = "";

        @Override
        public void tell(String what) {
            if (what.isEmpty()) {
                throw new IllegalArgumentException("there is nothing to tell");
            }
            told += what;
        }

        @Override
        public void count(int more) {
            told += Math.addExact(more, 1);
        }

        @Override
        public void repeat(String what) {
            told += what + what;
        }

        @Override
        public String told() {
            return told;
        }
    }

    private final Handler dispatcher = new BulletinDispatcher(new Implementation());
    private final Loopback server = new Loopback(dispatcher);
    private final BulletinClient client = new BulletinClient(server);

    @Test
    void callsArriveInTheirOrder() {
        client.tell("a");
        client.count(1);
        client.repeat("b");
        client.tell("c");
        assertEquals("a2bbc", client.told());
    }

    @Test
    void whatTheyThrowIsTheServersAndNotTheCallers() {
        List<String> uncaught = new ArrayList<>();
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> uncaught.add(e.toString()));
        client.tell("");
        CallRegisters registers = server.words();
        registers.a0 = Integer.MAX_VALUE;
        assertEquals(0, server.callRegisters(Tag.of(label(spy -> spy.count(1)), 1), 0));
        client.count(Integer.MAX_VALUE);
        Thread.currentThread().setUncaughtExceptionHandler(null);
        String overflow = "java.lang.ArithmeticException: integer overflow";
        assertEquals(
                List.of("java.lang.IllegalArgumentException: there is nothing to tell", overflow, overflow), uncaught);
        client.tell("on");
        assertEquals("on", client.told());
    }

    @Test
    void aServersDeathIsNotTold() {
        server.dies(1);
        client.tell("lost");
        server.dies(3);
        client.repeat("a");
        assertEquals("aa", client.told());
    }

    @Test
    void anotherVersionIsNoticed() {
        BulletinClient lost = new BulletinClient(new Loopback(request -> {}));
        assertThrows(ServiceMismatch.class, () -> lost.tell("a"));
        assertThrows(ServiceMismatch.class, () -> lost.count(1));
    }

    @Test
    void nullIsRefusedByTheClient() {
        assertThrows(NullPointerException.class, () -> client.tell(null));
    }

    /** By words that are right, but too many, too few, or none. */
    @Test
    void whatIsWrongIsRefused() {
        int label = label(spy -> spy.tell("a"));
        for (long[] words : new long[][] {{}, {2}, {1, 'a', 0}, {-1, 0}, {Long.MAX_VALUE, 0}}) {
            Message message = new Message().start(label);
            for (long word : words) {
                message.putLong(word);
            }
            assertEquals(Server.BAD_REQUEST, server.call(message, 0), () -> Arrays.toString(words));
        }
        assertEquals("", client.told());
    }

    /** The dispatcher says which they are, whatever a client may say. */
    @Test
    void onlyMethodsThatAreMarkedAreAnsweredFirst() {
        assertTrue(dispatcher.isAnsweredFirst(Loopback.request(label(spy -> spy.tell("a")))));
        assertTrue(dispatcher.isAnsweredFirst(Loopback.request(label(spy -> spy.count(1)))));
        assertFalse(
                dispatcher.isAnsweredFirst(Loopback.request(label(spy -> spy.repeat("a")))),
                "it is called again if it comes to no end");
        assertFalse(dispatcher.isAnsweredFirst(Loopback.request(label(Bulletin::told))));
        assertFalse(dispatcher.isAnsweredFirst(Loopback.request(0)));
    }

    private interface Call {
        void by(Bulletin client);
    }

    /** Of the method that is called. */
    private static int label(Call call) {
        int[] label = new int[1];
        Transport spy = new Transport() {
            @Override
            public int call(Message message, long deadlineTicks) {
                label[0] = message.label();
                return 0;
            }

            @Override
            public CallRegisters words() {
                return new CallRegisters();
            }

            @Override
            public long callRegisters(long tag, long deadlineTicks) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void take(Message message) {
                throw new UnsupportedOperationException();
            }
        };
        try {
            call.by(new BulletinClient(spy));
        } catch (RuntimeException e) {
            // There is no answer.
        }
        return label[0];
    }
}
