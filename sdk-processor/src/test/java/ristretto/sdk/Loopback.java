package ristretto.sdk;

import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.sdk.service.Transport;

/** A server in the same JVM, which does with a request what {@link Server} does. */
public final class Loopback implements Transport, WaitingCallers {
    private final Handler handler;
    private final CallRegisters registers = new CallRegisters();
    private final Message answer = new Message();
    /** Null: no call was put off. */
    private Request late;

    private int deaths;
    private boolean full;

    public Loopback(Handler handler) {
        this.handler = handler;
    }

    /** One that has come and has nothing but a label. */
    public static Request request(int label) {
        return new Request(null, new Message().start(label));
    }

    /** Clients can hold no more services that methods return. */
    public void isFull() {
        full = true;
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
        Request request = new Request(this, message);
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
        if (late != null) {
            Message lateAnswer = lateAnswer();
            take(message, lateAnswer);
            message.carry(lateAnswer.take(), 0);
        }
        message.rewind();
        return message.label();
    }

    private Message lateAnswer() {
        Request request = late;
        late = null;
        try {
            handler.serveLate(request);
        } catch (MessageFormatException e) {
            request.answer(Server.BAD_REQUEST);
        }
        if (request.isOpen()) {
            request.answer(Server.BAD_REQUEST);
        }
        return request.message();
    }

    @Override
    public int deferCurrent(int client) {
        return 0;
    }

    @Override
    public void expectRoom(Request request) {
        if (full) {
            throw new IllegalStateException("no room");
        }
    }

    @Override
    public void giveUpRoom(Object room) {}

    @Override
    public void handOut(Request request, Handler session, Object service) {
        request.message().carry(new Loopback(session), 0);
    }

    @Override
    public void putOff(Request request) {
        request.defer();
        late = new Request(this, new Message());
        late.copy(request);
        late.message().carry(request.message().take(), 0);
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
        take(message, answer);
    }

    private static void take(Message message, Message from) {
        from.rewind();
        message.start(from.label());
        while (from.left() > 0) {
            message.putLong(from.getLong());
        }
    }
}
