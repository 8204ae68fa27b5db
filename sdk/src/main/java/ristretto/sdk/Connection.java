package ristretto.sdk;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.magic.NoInline;
import ristretto.magic.Waits;
import ristretto.sdk.service.Transport;

/**
 * The client's side of a service: calls, and waits for the answers. It outlives the server: a call that comes while no
 * server is there waits for the next one; a call that is being served when the server dies fails with {@link
 * CapabilityError#isServerGone}.
 */
public final class Connection extends Capability implements Transport {

    /** "": not known. */
    private final String service;

    private boolean hasLooked;
    /** Null: not looked for yet, or there is none. */
    private OutgoingCalls channel;

    public Connection(int slot) {
        this(slot, "");
    }

    private Connection(int slot, String service) {
        super(slot);
        this.service = service;
    }

    /** The connection to a service that the system description lets this process use. */
    public static Connection to(String service) {
        return new Connection((int) Startup.grant(Startup.USES, service), service);
    }

    /** Sends the message, waits for the answer without limit, and puts it into the same message. Answers its label. */
    public int call(Message message) {
        return call(message, 0);
    }

    /**
     * As {@link #call(Message)}, but throws {@link CapabilityError#isTimeout} at this time.
     *
     * @param deadlineTicks see {@link Clock#deadline}; 0: none
     */
    @Override
    @Waits("the answer of another process")
    public int call(Message message, long deadlineTicks) {
        CallRegisters r = REGISTERS;
        long page = Startup.messagePage();
        message.load(r, page);
        trap("call", CallNumber.CALL, deadlineTicks);
        message.store(r, page);
        return message.label();
    }

    @Override
    @Waits("the answer of another process")
    public int callForService(Message message, long deadlineTicks) {
        ReceivedServices received = ReceivedServices.ofThisProcess();
        if (received == null) {
            throw new IllegalStateException(
                    "this process may hold no services of others by its description (receives)");
        }
        CallRegisters r = REGISTERS;
        long landing = received.landingOfResult();
        long page = Startup.messagePage();
        message.load(r, page);
        r.t2 = landing;
        int status = attempt(CallNumber.CALL, deadlineTicks);
        r.t2 = 0;
        if (status != ErrorCode.OK) {
            throw refused("call");
        }
        message.store(r, page);
        message.carry(received.result(Tag.capability(REGISTERS.t1)), 0);
        return message.label();
    }

    @Override
    @Waits("the answer of another process")
    public int callLate(Message message, long patienceNs) {
        if (!hasLooked) {
            look();
        }
        if (channel == null) {
            return call(message, patienceNs == 0 ? 0 : Clock.deadline(patienceNs));
        }
        return channel.call(message, until(patienceNs));
    }

    @Override
    @Waits("the answer of another process")
    public int callLending(Message message, long patienceNs) {
        if (!hasLooked) {
            look();
        }
        if (channel != null) {
            return channel.rights().call(this, message, until(patienceNs));
        }
        try {
            return call(message, patienceNs == 0 ? 0 : Clock.deadline(patienceNs));
        } finally {
            message.takeBack(OwnBuffer.OF_MESSAGES);
        }
    }

    @Override
    @Waits("room for a request of another process")
    public int send(Message message, long patienceNs, boolean again) {
        if (!hasLooked) {
            look();
        }
        return channel == null ? callLate(message, patienceNs) : channel.send(message, until(patienceNs), again);
    }

    @Override
    @Waits("the answer of another process")
    public long callLateRegisters(long tag, long patienceNs) {
        if (channel == null && !hasLooked) {
            Message words = Message.ofRegisters(REGISTERS);
            look();
            words.load(REGISTERS, Startup.messagePage());
        }
        if (channel == null) {
            return callRegisters(tag, patienceNs == 0 ? 0 : Clock.deadline(patienceNs));
        }
        return patienceNs == 0
                ? channel.callRegisters(REGISTERS, tag)
                : channel.callRegisters(REGISTERS, tag, until(patienceNs));
    }

    /** In nanoseconds; {@link Long#MAX_VALUE}: never. */
    private static long until(long patienceNs) {
        long until = patienceNs == 0 ? Long.MAX_VALUE : Clock.nowNs() + patienceNs;
        return until < 0 ? Long.MAX_VALUE : until;
    }

    @NoInline
    private void look() {
        hasLooked = true;
        channel = service.isEmpty() ? null : OutgoingCalls.to(service);
    }

    @Override
    public CallRegisters words() {
        return REGISTERS;
    }

    @Override
    @Waits("the answer of another process")
    public long callRegisters(long tag, long deadlineTicks) {
        CallRegisters r = REGISTERS;
        r.t1 = tag;
        trap("call", CallNumber.CALL, deadlineTicks);
        return r.t1;
    }

    @Override
    public void take(Message message) {
        message.store(REGISTERS, Startup.messagePage());
    }
}
