package ristretto.specification;

import static ristretto.specification.State.BADGE;
import static ristretto.specification.State.NONE;
import static ristretto.specification.State.STATUS;
import static ristretto.specification.State.TAG;
import static ristretto.specification.State.WORD;

import java.util.Arrays;
import ristretto.abi.ErrorCode;
import ristretto.abi.Fault;
import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.abi.Tag;
import ristretto.abi.ThreadState;
import ristretto.specification.State.Capability;
import ristretto.specification.State.ModelEndpoint;
import ristretto.specification.State.ModelNotification;
import ristretto.specification.State.ModelReply;
import ristretto.specification.State.ModelThread;

/** The calls that carry messages and signals, and faults, which are messages too. */
abstract class MessageCalls extends Waits {
    /** Numbers of arguments in refusals, see {@link ristretto.abi.CallNumber}; a0 is 1. */
    static final int CAPABILITY = 0;

    static final int TAG_ARGUMENT = 9;
    static final int REPLY_SLOT = 10;
    static final int DEADLINE = 11;

    private static final long LAST_TIME = (1L << 60) - 1;

    // ---- what a message is

    void checkTag(long tag) {
        boolean formed = (tag >> 30 & 3) == 0
                && Tag.words(tag) <= Tag.MAXIMUM_WORDS
                && (Tag.capability(tag) != 0 || Tag.rights(tag) == 0)
                && Tag.label(tag) >= 0;
        if (!formed) {
            throw new Refusal(ErrorCode.INVALID_ARGUMENT, TAG_ARGUMENT, Tag.MAXIMUM_WORDS, tag);
        }
        if (Tag.capability(tag) != 0) {
            filled(TAG_ARGUMENT, Tag.capability(tag));
        }
    }

    void checkDeadline(long deadline) {
        if (deadline < 0) {
            throw new Refusal(ErrorCode.OUT_OF_RANGE, DEADLINE, LAST_TIME, deadline);
        }
    }

    private boolean isPast(long deadline) {
        return deadline != 0 && deadline <= s.now;
    }

    private Refusal timedOut(long deadline) {
        return new Refusal(ErrorCode.TIMED_OUT, DEADLINE, s.now, deadline);
    }

    /** The words, and the capability if the receiver has a free slot for it: a child of the sender's. */
    void deliver(int from, int to) {
        ModelThread source = s.threads[from];
        ModelThread target = s.threads[to];
        long tag = source.registers[TAG];
        long delivered = Tag.of(Tag.label(tag), Tag.words(tag));
        copyWords(from, to, Tag.words(tag));
        if (Tag.words(tag) > Tag.REGISTER_WORDS) {
            target.pageWord = source.pageWord;
        }
        int slot = target.receiveSlot;
        int sent = Tag.capability(tag);
        if (sent != 0 && s.slots[sent] != null && slot > 0 && slot < s.tableSize && s.slots[slot] == null) {
            Capability given = s.slots[sent];
            int rights = rightsHandedOn(given, tag);
            s.slots[slot] = new Capability(given.type(), given.object(), rights, given.badge(), sent);
            delivered = Tag.withCapability(delivered, slot, rights);
        }
        target.receiveSlot = 0;
        target.registers[TAG] = delivered;
        target.registers[STATUS] = (long) ErrorCode.OK;
        target.registers[BADGE] = null;
    }

    int rightsHandedOn(Capability given, long tag) {
        return given.rights() & Tag.rights(tag);
    }

    /** Registers that are no part of the message are 0. */
    private void copyWords(int from, int to, int words) {
        for (int i = 0; i < 8; i++) {
            s.threads[to].registers[WORD + i] = i < words ? s.threads[from].registers[WORD + i] : Long.valueOf(0);
        }
    }

    private void deliverFault(int from, int to) {
        ModelThread f = s.threads[from];
        ModelThread target = s.threads[to];
        boolean foreign = f.fault == Fault.FOREIGN_CALL;
        Arrays.fill(target.registers, WORD, WORD + 8, null);
        if (foreign) {
            copyWords(from, to, 8);
        } else {
            Long[] words = {f.faultAddress, f.pc, f.faultCause, f.stack, 0L, 0L};
            System.arraycopy(words, 0, target.registers, WORD, words.length);
        }
        target.registers[TAG] = Tag.of(Tag.FAULT_BASE + f.fault, foreign ? 8 : Fault.WORDS);
        target.registers[STATUS] = (long) ErrorCode.OK;
        target.receiveSlot = 0;
    }

    // ---- callers and servers

    void send(int sender, int endpoint, long badge, long deadline) {
        ModelThread t = s.threads[sender];
        ModelEndpoint e = s.endpoints[endpoint];
        t.deadline = deadline;
        if (e.receivers().isEmpty()) {
            t.state = ThreadState.SENDING;
            t.place = endpoint;
            t.badge = badge;
            e.senders().add(sender);
            return;
        }
        int server = e.receivers().getFirst();
        int reply = s.threads[server].reply;
        takeOut(server);
        keep(sender, server, reply, badge);
        wakeFirst(server);
    }

    /** The sender waits in the Reply from now on; a server without a context runs on the sender's. */
    private void keep(int sender, int server, int reply, long badge) {
        ModelThread t = s.threads[sender];
        t.state = ThreadState.AWAITING_REPLY;
        t.place = NONE;
        t.reply = reply;
        s.replies[reply] = new ModelReply(true, sender, NONE);
        if (s.threads[server].context == NONE) {
            lend(sender, server, reply);
        }
        if (t.fault != 0) {
            deliverFault(sender, server);
        } else {
            deliver(sender, server);
        }
        s.threads[server].registers[BADGE] = badge;
    }

    void answer(int server, int reply) {
        int caller = s.replies[reply].caller();
        ModelThread t = s.threads[caller];
        takeOut(caller);
        if (t.fault != 0) {
            answerFault(caller, server);
        } else {
            deliver(server, caller);
            wakeFirst(caller);
        }
    }

    private void answerFault(int thread, int server) {
        ModelThread t = s.threads[thread];
        boolean wasCall = t.fault == Fault.UNKNOWN_CALL || t.fault == Fault.FOREIGN_CALL;
        int label = Tag.label(s.threads[server].registers[TAG]);
        t.fault = 0;
        if (label == Fault.ANSWER_CALL && wasCall) {
            copyWords(server, thread, 8);
            t.pc += 4;
            wakeFirst(thread);
        } else if (label == 0) {
            wakeFirst(thread);
        } else {
            t.state = ThreadState.SUSPENDED;
        }
    }

    /** A call on the fault endpoint in the thread's name; without one it is suspended. */
    @Override
    void raise(int thread, int kind, long cause, long address) {
        ModelThread t = s.threads[thread];
        Capability handler = s.slots[s.tableSize + thread];
        if (handler == null) {
            t.state = ThreadState.SUSPENDED;
            return;
        }
        t.fault = kind;
        t.faultCause = cause;
        t.faultAddress = address;
        send(thread, handler.object(), handler.badge(), 0);
    }

    // ---- the calls

    void call(int me, long capability, long tag, long receiveSlot, long deadline) {
        Capability endpoint = object(CAPABILITY, capability, ObjectType.ENDPOINT, Rights.SEND);
        checkTag(tag);
        checkDeadline(deadline);
        if (isPast(deadline)) {
            throw timedOut(deadline);
        }
        s.threads[me].receiveSlot = (int) receiveSlot;
        send(me, endpoint.object(), endpoint.badge(), deadline);
    }

    void receive(int me, long capability, long tag, long reply, long receiveSlot, long deadline, boolean answers) {
        int endpoint = object(CAPABILITY, capability, ObjectType.ENDPOINT, Rights.RECEIVE)
                .object();
        if (answers) {
            checkTag(tag);
        }
        checkDeadline(deadline);
        int place = object(REPLY_SLOT, reply, ObjectType.REPLY, Rights.CONTROL).object();
        if (s.replies[place].receiver() != NONE || !answers && s.replies[place].caller() != NONE) {
            throw new Refusal(ErrorCode.BUSY, REPLY_SLOT, 0, 1);
        }
        if (s.replies[place].caller() != NONE) {
            answer(me, place);
        }
        ModelThread t = s.threads[me];
        t.receiveSlot = (int) receiveSlot;
        if (t.bound != NONE && s.notifications[t.bound].bits() != 0) {
            deliverSignal(t.bound, me);
        } else if (!s.endpoints[endpoint].senders().isEmpty()) {
            int sender = s.endpoints[endpoint].senders().removeFirst();
            keep(sender, me, place, s.threads[sender].badge);
            if (t.state == ThreadState.OUT_OF_BUDGET) {
                wakeFirst(me);
            }
        } else if (isPast(deadline)) {
            refuse(me, timedOut(deadline));
        } else {
            t.state = ThreadState.RECEIVING;
            t.place = endpoint;
            t.reply = place;
            t.deadline = deadline;
            s.replies[place] = new ModelReply(true, NONE, me);
            s.endpoints[endpoint].receivers().addFirst(me);
        }
    }

    void refuse(int me, Refusal refusal) {
        Long[] registers = s.threads[me].registers;
        registers[STATUS] = (long) refusal.code;
        registers[TAG] = (long) refusal.argument;
        registers[WORD] = refusal.expected;
        registers[WORD + 1] = refusal.got;
    }

    void reply(int me, long reply, long tag) {
        int place = object(REPLY_SLOT, reply, ObjectType.REPLY, Rights.CONTROL).object();
        checkTag(tag);
        if (s.replies[place].caller() == NONE) {
            throw new Refusal(ErrorCode.CANCELLED, REPLY_SLOT, 1, 0);
        }
        answer(me, place);
    }

    void signal(long capability) {
        Capability notification = object(CAPABILITY, capability, ObjectType.NOTIFICATION, Rights.SEND);
        ModelNotification n = s.notifications[notification.object()];
        long bits = n.bits() | notification.badge();
        s.notifications[notification.object()] = new ModelNotification(true, bits, n.bound(), n.waiters());
        if (bits != 0 && !n.waiters().isEmpty()) {
            int waiter = n.waiters().getFirst();
            takeOut(waiter);
            s.threads[waiter].registers[STATUS] = (long) ErrorCode.OK;
            takeBits(notification.object(), waiter);
            wake(waiter);
        } else {
            wakeBound(notification.object());
        }
    }

    /** The bound thread, if it waits for messages, gets the bits as one. */
    void wakeBound(int notification) {
        ModelNotification n = s.notifications[notification];
        if (n.bits() != 0 && n.bound() != NONE && s.threads[n.bound()].state == ThreadState.RECEIVING) {
            takeOut(n.bound());
            deliverSignal(notification, n.bound());
            wake(n.bound());
        }
    }

    private void deliverSignal(int notification, int thread) {
        ModelThread t = s.threads[thread];
        Arrays.fill(t.registers, null);
        t.registers[STATUS] = (long) ErrorCode.OK;
        t.registers[TAG] = Tag.of(Tag.SIGNALLED, 1);
        t.registers[BADGE] = 0L;
        takeBits(notification, thread);
    }

    private void takeBits(int notification, int thread) {
        ModelNotification n = s.notifications[notification];
        s.threads[thread].registers[WORD] = n.bits();
        s.notifications[notification] = new ModelNotification(true, 0, n.bound(), n.waiters());
    }

    void await(int me, long capability, long deadline, boolean mayWait) {
        int place = object(CAPABILITY, capability, ObjectType.NOTIFICATION, Rights.RECEIVE)
                .object();
        if (mayWait) {
            checkDeadline(deadline);
        }
        if (s.notifications[place].bits() != 0 || !mayWait) {
            takeBits(place, me);
            return;
        }
        if (isPast(deadline)) {
            throw timedOut(deadline);
        }
        ModelThread t = s.threads[me];
        t.state = ThreadState.WAITING;
        t.place = place;
        t.deadline = deadline;
        s.notifications[place].waiters().add(me);
    }
}
