package ristretto.sdk.service;

import ristretto.magic.CallRegisters;
import ristretto.sdk.CapabilityError;
import ristretto.sdk.Message;
import ristretto.sdk.MessageFormatException;
import ristretto.sdk.Request;
import ristretto.sdk.Server;

/** What the clients that the annotation processor writes have in common. Like all of a process, for one thread at a time, and without allocating where there is nothing to allocate. */
public abstract class ServiceClient implements AutoCloseable {
    private final Transport transport;
    private final Message message = new Message();
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

    /** Gives the service back, if it came as an argument: nothing can be called through this client any more. Others stay as they are. */
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
        return checked(method, answer(method, again));
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

    private int unusual(String method, int resultWords) {
        transport.take(message);
        int label = checked(method, message.label());
        if (label == 0) {
            throw new MessageFormatException(
                    method + ": expected a result of " + resultWords + " words, got " + message.size());
        }
        return label;
    }

    private int checked(String method, int label) {
        return label >= 0 && label <= Answers.MAXIMUM_DECLARED ? label : failed(method, label);
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

    private int answer(String method, boolean again) {
        while (true) {
            try {
                return transport.call(message, patienceNs == 0 ? 0 : transport.deadline(patienceNs));
            } catch (CapabilityError e) {
                if (!e.isServerGone()) {
                    throw e;
                }
                if (!again) {
                    throw new ServiceRestarted(method);
                }
            }
        }
    }

    private int failed(String method, int label) {
        if (label == Answers.FAILED) {
            throw new ServiceFailure(method, message.getString());
        }
        if (label == Server.BAD_REQUEST) {
            throw new ServiceMismatch(method);
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
