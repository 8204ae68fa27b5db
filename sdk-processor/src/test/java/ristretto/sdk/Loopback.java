package ristretto.sdk;

import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.sdk.service.Transport;

/** A server in the same JVM, which does with a request what {@link Server} does. */
public final class Loopback implements Transport {
    private final Handler handler;
    private final CallRegisters registers = new CallRegisters();
    private final Message answer = new Message();
    private int deaths;

    public Loopback(Handler handler) {
        this.handler = handler;
    }

    /** The server dies in the next so many calls. */
    public void dies(int times) {
        deaths = times;
    }

    @Override
    public int call(Message message, long deadlineTicks) {
        if (deaths > 0) {
            deaths--;
            throw new CapabilityError("call", 1, ristretto.abi.ErrorCode.SERVER_GONE, 0, 0, 0);
        }
        message.rewind();
        Request request = new Request(null, message);
        request.received(0);
        try {
            CallRegisters r = new CallRegisters();
            message.load(r, 0);
            long words = message.size() > Tag.REGISTER_WORDS ? Handler.UNSERVED : handler.serveRegisters(r, request);
            if (words >= 0) {
                r.t1 = words;
                message.store(r, 0);
                return 0;
            }
            if (words == Handler.UNSERVED) {
                handler.serve(request);
            }
        } catch (MessageFormatException e) {
            request.answer(Server.BAD_REQUEST);
        }
        if (request.isOpen()) {
            request.answer(Server.BAD_REQUEST);
        }
        message.rewind();
        return message.label();
    }

    @Override
    public CallRegisters words() {
        return registers;
    }

    @Override
    public long callRegisters(long tag, long deadlineTicks) {
        registers.t1 = tag;
        answer.store(registers, 0);
        call(answer, deadlineTicks);
        return answer.size() > Tag.REGISTER_WORDS ? Tag.of(answer.label(), answer.size()) : load();
    }

    private long load() {
        answer.load(registers, 0);
        return registers.t1;
    }

    @Override
    public void take(Message message) {
        answer.rewind();
        message.start(answer.label());
        while (answer.left() > 0) {
            message.putLong(answer.getLong());
        }
    }
}
