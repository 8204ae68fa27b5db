package ristretto.sdk;

import ristretto.abi.CallNumber;
import ristretto.magic.CallRegisters;
import ristretto.magic.Waits;
import ristretto.sdk.service.Transport;

/**
 * The client's side of a service: calls, and waits for the answers. It outlives the server: a call that comes while no
 * server is there waits for the next one; a call that is being served when the server dies fails with {@link
 * CapabilityError#isServerGone}.
 */
public final class Connection extends Capability implements Transport {

    public Connection(int slot) {
        super(slot);
    }

    /** The connection to a service that the system description lets this process use. */
    public static Connection to(String service) {
        return new Connection((int) Startup.grant(Startup.USES, service));
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
