package ristretto.boot;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ristretto.sdk.CapabilityError;
import ristretto.sdk.KernelNames;
import ristretto.sdk.Message;
import ristretto.sdk.protocol.FramedLine;
import ristretto.sdk.protocol.GatewayProtocol;

/** This side of the line to the gateway of a booted system, see {@link GatewayProtocol}: calls may be made from several threads, and each waits for its own answer. */
final class Gateway {
    /** What carries the bytes. */
    interface Wire {
        void send(byte[] bytes) throws IOException;
    }

    private static final long[] LOST = {};

    private final List<String> services;
    private final FramedLine line = new FramedLine();
    private final Map<Long, long[]> answers = new HashMap<>();
    private final Object sending = new Object();
    private volatile Wire wire;
    /** How many lives of the gateway have begun. */
    private int lives;

    private long calls;
    private boolean ended;

    /** @param services that it can call, in the order in which the gateway knows them */
    Gateway(List<String> services) {
        this.services = List.copyOf(services);
    }

    /** Where calls go. */
    synchronized void connect(Wire newWire) {
        wire = newWire;
        notifyAll();
    }

    /** What comes from the gateway. */
    synchronized void received(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            long[] words = line.receive(bytes[i] & 0xff);
            if (words == null) {
                continue;
            }
            if (words.length == 1 && words[0] == GatewayProtocol.HELLO) {
                lives++;
                answers.replaceAll((call, nothing) -> LOST);
            } else if (words.length > 1) {
                answers.replace(words[0], words);
            }
        }
        notifyAll();
    }

    /** Nothing more comes. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** The place of a service. */
    int place(String service) {
        int place = services.indexOf(service);
        if (place < 0) {
            throw new IllegalArgumentException("service: expected one of those that @BootTest names, "
                    + (services.isEmpty() ? "which are none" : String.join(", ", services)) + ", got \"" + service
                    + "\"");
        }
        return place;
    }

    /**
     * Calls a service, and puts its answer into the same message.
     *
     * @param patienceNs how long the service may take, on its machine's clock; 0: without limit
     * @param patience how much longer the machine may take
     * @throws CapabilityError where there is no answer
     * @throws AssertionError where not even that is told
     */
    void call(int service, Message message, long patienceNs, Duration patience) {
        long[] words = new long[GatewayProtocol.CALL_WORDS + message.size()];
        words[1] = service;
        words[GatewayProtocol.LABEL] = message.label();
        words[3] = patienceNs;
        for (int i = GatewayProtocol.CALL_WORDS; i < words.length; i++) {
            words[i] = message.getLong();
        }
        // It has been read to its end, and is to be as it was where there is no answer.
        put(message, words, GatewayProtocol.CALL_WORDS);
        long[] answer = answer(words, patience.plusNanos(patienceNs));
        if (answer.length >= GatewayProtocol.ANSWER_WORDS && answer[1] == GatewayProtocol.ANSWERED) {
            put(message, answer, GatewayProtocol.ANSWER_WORDS);
            return;
        }
        String name = services.get(service);
        if (answer.length < GatewayProtocol.ANSWER_WORDS || answer[1] != GatewayProtocol.NOT_ANSWERED) {
            throw new AssertionError("the gateway has refused a call of " + name);
        }
        CapabilityError error = CapabilityError.notAnswered((int) answer[2]);
        if (!error.isTimeout() && !error.isServerGone()) {
            throw new AssertionError(
                    "the kernel has refused a call of " + name + ": " + KernelNames.error(error.code()));
        }
        throw error;
    }

    /** The label has the same place in calls and answers. */
    private static void put(Message message, long[] words, int from) {
        message.start((int) words[GatewayProtocol.LABEL]);
        for (int i = from; i < words.length; i++) {
            message.putLong(words[i]);
        }
    }

    private long[] answer(long[] call, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        String service = services.get((int) call[1]);
        try {
            begin(call, deadline);
            send(FramedLine.frame(call));
            return await(call, deadline);
        } catch (IOException e) {
            throw new AssertionError("the machine is off: " + service + " cannot be called", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while " + service + " was called", e);
        }
    }

    /** Waits for the gateway, and gives the call its number. */
    private synchronized void begin(long[] call, long deadline) throws InterruptedException, IOException {
        while (wire == null || lives == 0) {
            await(deadline, "the gateway does not begin");
        }
        call[0] = calls++;
        answers.put(call[0], call);
    }

    /** Not while we hold what {@link #received} needs: whoever takes the bytes may be about to bring others. */
    private void send(byte[] frame) throws IOException {
        synchronized (sending) {
            wire.send(frame);
        }
    }

    private synchronized long[] await(long[] call, long deadline) throws InterruptedException, IOException {
        try {
            while (answers.get(call[0]) == call) {
                await(deadline, "no answer");
            }
            long[] answer = answers.get(call[0]);
            if (answer == LOST) {
                throw new AssertionError("the gateway has begun anew while " + services.get((int) call[1])
                        + " was called; the console's output says why");
            }
            return answer;
        } finally {
            answers.remove(call[0]);
        }
    }

    private void await(long deadline, String otherwise) throws InterruptedException, IOException {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (ended) {
            throw new IOException("its line has ended");
        }
        if (left <= 0) {
            throw new AssertionError(otherwise + " within the patience of the test");
        }
        wait(left);
    }
}
