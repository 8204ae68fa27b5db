package ristretto.specification;

import static ristretto.abi.ErrorCode.OK;
import static ristretto.abi.ThreadState.AWAITING_REPLY;
import static ristretto.abi.ThreadState.RECEIVING;
import static ristretto.abi.ThreadState.SENDING;
import static ristretto.abi.ThreadState.SUSPENDED;
import static ristretto.specification.State.Thread.BADGE;
import static ristretto.specification.State.Thread.STATUS;
import static ristretto.specification.State.Thread.TAG;
import static ristretto.specification.State.Thread.WORD;

import java.util.Arrays;
import ristretto.abi.Fault;
import ristretto.abi.Tag;
import ristretto.specification.State.Endpoint;
import ristretto.specification.State.Frame;
import ristretto.specification.State.Notification;
import ristretto.specification.State.Reply;
import ristretto.specification.State.Slot;
import ristretto.specification.State.Table;
import ristretto.specification.State.Thread;

/** How messages, faults and signals travel. */
abstract class Messages extends Waits {
    /** The words, and the capability if the receiver has a free slot for it: a child of the sender's. */
    void deliver(Thread from, Thread to, int receiveSlot) {
        long tag = from.registers[TAG];
        int words = Tag.words(tag);
        if (words > Tag.REGISTER_WORDS) {
            if (from.page == null || to.page == null) {
                words = Tag.REGISTER_WORDS;
            } else {
                to.page.word = from.page.word;
            }
        }
        copyWords(from, to, words);
        to.registers[TAG] = Tag.of(Tag.label(tag), words);
        to.registers[STATUS] = (long) OK;
        to.registers[BADGE] = null;
        Slot sent = from.table().slotOrNull(Tag.capability(tag));
        Table table = to.table();
        Slot slot = table == null ? null : table.slotOrNull(receiveSlot);
        if (sent != null && sent.object != null && slot != null && slot.object == null) {
            int rights = rightsHandedOn(sent, tag);
            slot.hold(sent.object, rights, sent.badge, sent);
            to.registers[TAG] = Tag.withCapability(to.registers[TAG], receiveSlot, rights);
        }
    }

    int rightsHandedOn(Slot given, long tag) {
        return given.rights & Tag.rights(tag);
    }

    /** Registers that are no part of the message are 0. */
    private void copyWords(Thread from, Thread to, int words) {
        for (int i = 0; i < Tag.REGISTER_WORDS; i++) {
            to.registers[WORD + i] = i < words ? from.registers[WORD + i] : Long.valueOf(0);
        }
    }

    private void deliverFault(Thread from, Thread to) {
        boolean foreign = from.fault == Fault.FOREIGN_CALL;
        Long[] described = {from.faultAddress, from.pc, from.faultCause, from.stack, 0L, 0L, null, null};
        System.arraycopy(foreign ? from.registers : described, foreign ? WORD : 0, to.registers, WORD, 8);
        to.registers[TAG] = Tag.of(Tag.FAULT_BASE + from.fault, foreign ? Tag.REGISTER_WORDS : Fault.WORDS);
        to.registers[STATUS] = (long) OK;
    }

    // ---- callers and servers

    void send(Thread sender, Endpoint endpoint, long badge, long deadline) {
        if (endpoint.receivers.isEmpty()) {
            block(sender, SENDING, endpoint, null, deadline);
            sender.badge = badge;
            endpoint.senders.add(sender);
        } else {
            Thread server = endpoint.receivers.getFirst();
            Reply reply = server.reply;
            takeOut(server);
            keep(sender, server, server.receiveSlot, reply, badge, deadline);
            wakeFirst(server);
        }
    }

    /** The sender waits in the Reply from now on; a server without a context runs on the sender's. */
    void keep(Thread sender, Thread server, int receiveSlot, Reply reply, long badge, long deadline) {
        if (sender.fault != 0) {
            deliverFault(sender, server);
        } else {
            deliver(sender, server, receiveSlot);
        }
        server.registers[BADGE] = badge;
        if (server.context == null) {
            lend(sender, server, reply);
        }
        block(sender, AWAITING_REPLY, null, reply, deadline);
        reply.caller = sender;
    }

    void answer(Thread server, Reply reply) {
        Thread caller = reply.caller;
        takeOut(caller);
        if (caller.fault != 0) {
            answerFault(caller, server);
        } else {
            deliver(server, caller, caller.receiveSlot);
            wakeFirst(caller);
        }
    }

    private void answerFault(Thread thread, Thread server) {
        boolean wasCall = thread.fault == Fault.UNKNOWN_CALL || thread.fault == Fault.FOREIGN_CALL;
        int label = Tag.label(server.registers[TAG]);
        thread.fault = 0;
        if (label == Fault.ANSWER_CALL && wasCall) {
            copyWords(server, thread, Tag.REGISTER_WORDS);
            thread.pc += 4;
            wakeFirst(thread);
        } else if (label == 0) {
            wakeFirst(thread);
        } else {
            thread.state = SUSPENDED;
        }
    }

    /** A call on the fault endpoint in the thread's name; without one it is suspended. */
    @Override
    void raise(Thread thread, int kind, long cause, long address) {
        if (thread.faultSlot.object instanceof Endpoint handler) {
            thread.fault = kind;
            thread.faultCause = cause;
            thread.faultAddress = address;
            send(thread, handler, thread.faultSlot.badge, 0);
        } else {
            thread.state = SUSPENDED;
        }
    }

    // ---- signals

    void signal(Notification notification, long badge) {
        notification.bits |= badge;
        if (notification.bits != 0 && !notification.waiters.isEmpty()) {
            Thread waiter = notification.waiters.getFirst();
            takeOut(waiter);
            waiter.registers[STATUS] = (long) OK;
            takeBits(notification, waiter);
            wake(waiter);
        } else {
            wakeBound(notification);
        }
    }

    /** The bound thread, if it waits for messages, gets the bits as one. */
    void wakeBound(Notification notification) {
        Thread bound = notification.bound;
        if (notification.bits != 0 && bound != null && bound.state == RECEIVING) {
            takeOut(bound);
            deliverSignal(notification, bound);
            wake(bound);
        }
    }

    void deliverSignal(Notification notification, Thread thread) {
        Arrays.fill(thread.registers, null);
        thread.registers[STATUS] = (long) OK;
        thread.registers[TAG] = Tag.of(Tag.SIGNALLED, 1);
        thread.registers[BADGE] = 0L;
        takeBits(notification, thread);
    }

    void takeBits(Notification notification, Thread thread) {
        thread.registers[WORD] = notification.bits;
        notification.bits = 0;
    }

    // ---- message pages

    /** null: none. Word 8 and those behind it lie there. */
    void usePage(Thread thread, Frame frame) {
        if (thread.page != null) {
            thread.page.messagesOf = null;
        }
        thread.page = frame;
        if (frame != null) {
            frame.messagesOf = thread;
            frame.hasBeenWritable = true;
        }
    }
}
