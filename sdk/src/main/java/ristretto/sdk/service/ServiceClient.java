package ristretto.sdk.service;

import java.util.ArrayDeque;
import ristretto.magic.CallRegisters;
import ristretto.sdk.CapabilityError;
import ristretto.sdk.Message;
import ristretto.sdk.MessageFormatException;
import ristretto.sdk.Request;
import ristretto.sdk.Server;
import ristretto.sdk.system.Features;

/** What the clients that the annotation processor writes have in common. Calls that may wait can be made by several threads at a time. Without allocating where there is nothing to allocate. */
public abstract class ServiceClient implements AutoCloseable {
    private final Transport transport;
    private final Message message = new Message();
    /** Of calls that may wait; where all are in use, another one is made. */
    private final ArrayDeque<Message> late = new ArrayDeque<>();

    private long patienceNs;

    protected ServiceClient(Transport transport) {
        this.transport = transport;
    }

    /**
     * How long each call waits for its answer from now on; then it throws {@link CapabilityError#isTimeout}.
     *
     * @param nanoseconds 0: without limit, as at first
     */
    public final void setPatience(long nanoseconds) {
        patienceNs = nanoseconds;
    }

    /** Gives the service back, if it came as an argument or a result: nothing can be called through this client any more. Others stay as they are. */
    @Override
    public final void close() {
        transport.close();
    }

    /** How it reaches its service. */
    public final Transport transport() {
        return transport;
    }

    /** An empty message for this method's arguments. */
    protected final Message begin(int method) {
        return message.start(method);
    }

    /**
     * Calls with what is in the message, which holds the answer then.
     *
     * @param again whether the next server may be called when one dies
     * @return 0: the result follows; else the number of a declared exception, whose message follows
     */
    protected final int call(String method, boolean again) {
        return checked(message, method, answer(method, again, false));
    }

    /** As {@link #call}, of a method that returns a service. */
    protected final int callForService(String method, boolean again) {
        return checked(message, method, answer(method, again, true));
    }

    /** A client of what a method has returned is as patient as this one. */
    protected final <C extends ServiceClient> C alike(C client) {
        client.setPatience(patienceNs);
        return client;
    }

    /** An empty message for the arguments of a method that may wait, for the caller alone until {@link #done}. */
    protected final Message beginLate(int method) {
        Message free = late.poll();
        return (free == null ? new Message() : free).start(method);
    }

    /** As {@link #call}; other threads may run meanwhile. */
    protected final int callLate(Message message, String method, boolean again) {
        while (true) {
            try {
                return checked(message, method, transport.callLate(message, patienceNs));
            } catch (CapabilityError e) {
                retryOrThrow(e, method, again);
            }
        }
    }

    /** As {@link #callLate}, of a method that has a service or a buffer as its argument. */
    protected final int callLending(Message message, String method, boolean again) {
        while (true) {
            try {
                return checked(message, method, transport.callLending(message, patienceNs));
            } catch (CapabilityError e) {
                retryOrThrow(e, method, again);
            }
        }
    }

    /**
     * Hands over the call of a one-way method.
     *
     * @param again whether it is made again where the server has died
     */
    protected final void send(Message message, String method, boolean again) {
        boolean isLost;
        do {
            try {
                expectResult(method, checked(message, method, transport.send(message, patienceNs, again)));
                isLost = false;
            } catch (CapabilityError e) {
                if (!e.isServerGone()) {
                    throw e;
                }
                isLost = true;
            }
        } while (isLost && again);
    }

    /** What {@link #beginLate} gave is not needed any more. */
    protected final void done(Message message) {
        late.push(message);
    }

    private static void retryOrThrow(CapabilityError error, String method, boolean again) {
        if (!error.isServerGone()) {
            throw error;
        }
        if (!again) {
            throw new ServiceRestarted(method);
        }
    }

    /** Where the words of a method go that has at most eight, of one argument each. */
    protected final CallRegisters registers() {
        return transport.words();
    }

    /**
     * As {@link #call}, with what is in registers, where the words of the result are afterwards.
     *
     * @param tag method and number of words
     * @param resultWords of the result
     */
    protected final int callRegisters(String method, long tag, int resultWords) {
        long answer;
        try {
            answer = transport.callRegisters(tag, patienceNs == 0 ? 0 : transport.deadline(patienceNs));
        } catch (CapabilityError e) {
            throw e.isServerGone() ? new ServiceRestarted(method) : e;
        }
        return answer == resultWords ? 0 : unusual(method, resultWords);
    }

    /** As {@link #callRegisters}; other threads may run meanwhile. */
    protected final int callLateRegisters(String method, long tag, int resultWords) {
        long answer;
        try {
            answer = transport.callLateRegisters(tag, patienceNs);
        } catch (CapabilityError e) {
            throw e.isServerGone() ? new ServiceRestarted(method) : e;
        }
        return answer == resultWords ? 0 : unusual(method, resultWords);
    }

    private int unusual(String method, int resultWords) {
        transport.take(message);
        int label = checked(message, method, message.label());
        if (label == 0) {
            throw new MessageFormatException(
                    method + ": expected a result of " + resultWords + " words, got " + message.size());
        }
        return label;
    }

    private static int checked(Message message, String method, int label) {
        return label >= 0 && label <= Answers.MAXIMUM_DECLARED ? label : failed(message, method, label);
    }

    /** @throws ServiceFailure where the answer is an exception that the method does not declare */
    protected final void expectResult(String method, int answer) {
        if (answer != 0) {
            throw new ServiceFailure(method, "answered with label " + answer);
        }
    }

    /** Of an exception that the interface declares. */
    protected final String reason() {
        return Answers.reason(message);
    }

    /** The same of a call that may wait. */
    protected static String reason(Message message) {
        return Answers.reason(message);
    }

    private int answer(String method, boolean again, boolean forService) {
        while (true) {
            try {
                long deadline = patienceNs == 0 ? 0 : transport.deadline(patienceNs);
                return !forService ? transport.call(message, deadline) : transport.callForService(message, deadline);
            } catch (CapabilityError e) {
                retryOrThrow(e, method, again);
            }
        }
    }

    private static int failed(Message message, String method, int label) {
        if (label == Answers.FAILED) {
            throw new ServiceFailure(method, message.getString());
        }
        if (label == Server.BAD_REQUEST) {
            throw new ServiceMismatch(method);
        }
        if (Features.sessions() && label == Request.ENDED) {
            throw new ServiceRestarted(method);
        }
        if (label == Request.FULL) {
            throw new ServiceFailure(method, "the server holds as many services of others as its description lets it");
        }
        if (label == Request.BUSY) {
            throw new ServiceFailure(
                    method, "the server is busy with earlier calls of this process, for which it waits no more");
        }
        throw new ServiceFailure(method, "answered with label " + label);
    }
}
