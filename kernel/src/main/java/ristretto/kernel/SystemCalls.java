package ristretto.kernel;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.Fault;
import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.abi.Tag;
import ristretto.abi.ThreadState;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.kernel.riscv64.Trap;

/**
 * Every system call in its general form; {@link FastPath} does the frequent ones where nothing special is the matter.
 */
public final class SystemCalls {
    /** The caller's pc is behind the call already, and the time charged. */
    public static void run(Kernel kernel, Thread caller) {
        RegisterFrame in = caller.registers;
        Core core = kernel.core;
        long number = in.number();
        if (caller.foreign || number < CallNumber.CALL || number > CallNumber.INVOKE) {
            in.repeatCall();
            int kind = caller.foreign ? Fault.FOREIGN_CALL : Fault.UNKNOWN_CALL;
            Faults.raise(core, caller, kind, Trap.CALL_FROM_USER, number);
            return;
        }
        int outcome =
                switch ((int) number) {
                    case CallNumber.CALL -> call(core, caller);
                    case CallNumber.REPLY_RECEIVE -> receive(core, caller, true);
                    case CallNumber.RECEIVE -> receive(core, caller, false);
                    case CallNumber.REPLY -> reply(core, caller);
                    case CallNumber.SIGNAL -> signal(core, caller);
                    case CallNumber.WAIT -> await(core, caller, true);
                    case CallNumber.POLL -> await(core, caller, false);
                    case CallNumber.YIELD -> giveWay(core, caller);
                    default -> Invocations.run(kernel, caller);
                };
        if (core.current != caller) {
            return;
        }
        if (outcome == Arguments.REPEAT) {
            in.repeatCall();
        } else if (outcome == Arguments.DONE && !caller.isWaiting()) {
            in.setStatus(ErrorCode.OK);
        }
    }

    /** Whether the tag or the deadline of a call is refused. */
    private static boolean isRefused(Core core, Thread caller, boolean hasMessage, boolean hasDeadline) {
        RegisterFrame in = caller.registers;
        long tag = in.tag();
        if (hasMessage && !Messages.isTag(tag)) {
            Arguments.refuse(caller, ErrorCode.INVALID_ARGUMENT, Arguments.TAG, Tag.MAXIMUM_WORDS, tag);
            return true;
        }
        if (hasMessage && Tag.words(tag) > Tag.REGISTER_WORDS && caller.messagePage == 0) {
            Arguments.refuse(caller, ErrorCode.NOT_MAPPED, Arguments.TAG, Tag.REGISTER_WORDS, Tag.words(tag));
            return true;
        }
        if (hasMessage
                && Tag.capability(tag) != 0
                && Arguments.filled(caller, caller.table, Arguments.TAG, Tag.capability(tag)) == null) {
            return true;
        }
        if (hasDeadline && in.deadline() < 0) {
            Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.DEADLINE, TimerWheel.LAST, in.deadline());
            return true;
        }
        return false;
    }

    private static boolean isPast(Core core, long deadline) {
        return deadline != 0 && deadline <= core.now;
    }

    private static int timedOut(Core core, Thread caller) {
        return Arguments.refuse(caller, ErrorCode.TIMED_OUT, Arguments.DEADLINE, core.now, caller.registers.deadline());
    }

    private static int call(Core core, Thread caller) {
        RegisterFrame in = caller.registers;
        Slot slot = Arguments.object(caller, Arguments.CAPABILITY, in.capability(), ObjectType.ENDPOINT, Rights.SEND);
        if (slot == null || isRefused(core, caller, true, true)) {
            return Arguments.REFUSED;
        }
        if (isPast(core, in.deadline())) {
            return timedOut(core, caller);
        }
        if (Lending.isDeep(caller.context)) {
            return Arguments.refuse(caller, ErrorCode.BUSY, Arguments.CAPABILITY, Lending.DEEPEST, Lending.DEEPEST + 1);
        }
        // ---- point of no return
        caller.receiveSlot = (int) in.receiveSlot();
        ((Endpoint) slot.object).send(core, caller, slot.badge, in.deadline());
        return Arguments.DONE;
    }

    private static int receive(Core core, Thread server, boolean withReply) {
        RegisterFrame in = server.registers;
        Slot slot =
                Arguments.object(server, Arguments.CAPABILITY, in.capability(), ObjectType.ENDPOINT, Rights.RECEIVE);
        if (slot == null || isRefused(core, server, withReply, true)) {
            return Arguments.REFUSED;
        }
        Slot replySlot =
                Arguments.object(server, Arguments.REPLY_SLOT, in.replySlot(), ObjectType.REPLY, Rights.CONTROL);
        if (replySlot == null) {
            return Arguments.REFUSED;
        }
        Endpoint endpoint = (Endpoint) slot.object;
        Reply reply = (Reply) replySlot.object;
        if (reply.receiver != null || !withReply && reply.caller != null) {
            return Arguments.refuse(server, ErrorCode.BUSY, Arguments.REPLY_SLOT, 0, 1);
        }
        // ---- point of no return
        int receiveSlot = (int) in.receiveSlot();
        if (reply.caller != null) {
            reply.answer(core, server);
        }
        server.receiveSlot = receiveSlot;
        if (server.bound != null && server.bound.bits != 0) {
            server.bound.deliver(server);
        } else if (endpoint.first != null) {
            endpoint.take(core, server, reply);
            if (server.state == ThreadState.OUT_OF_BUDGET) {
                core.makeReadyFirst(server);
            }
        } else if (isPast(core, in.deadline())) {
            return timedOut(core, server);
        } else {
            endpoint.waitForMessage(core, server, reply, in.deadline());
        }
        return Arguments.DONE;
    }

    private static int reply(Core core, Thread server) {
        RegisterFrame in = server.registers;
        Slot slot = Arguments.object(server, Arguments.REPLY_SLOT, in.replySlot(), ObjectType.REPLY, Rights.CONTROL);
        if (slot == null || isRefused(core, server, true, false)) {
            return Arguments.REFUSED;
        }
        Reply reply = (Reply) slot.object;
        if (reply.caller == null) {
            return Arguments.refuse(server, ErrorCode.CANCELLED, Arguments.REPLY_SLOT, 1, 0);
        }
        // ---- point of no return
        reply.answer(core, server);
        return Arguments.DONE;
    }

    private static int signal(Core core, Thread caller) {
        Slot slot = Arguments.object(
                caller, Arguments.CAPABILITY, caller.registers.capability(), ObjectType.NOTIFICATION, Rights.SEND);
        if (slot == null) {
            return Arguments.REFUSED;
        }
        // ---- point of no return
        ((Notification) slot.object).signal(core, slot.badge);
        return Arguments.DONE;
    }

    private static int await(Core core, Thread caller, boolean mayWait) {
        RegisterFrame in = caller.registers;
        Slot slot = Arguments.object(
                caller, Arguments.CAPABILITY, in.capability(), ObjectType.NOTIFICATION, Rights.RECEIVE);
        if (slot == null || isRefused(core, caller, false, mayWait)) {
            return Arguments.REFUSED;
        }
        Notification notification = (Notification) slot.object;
        if (notification.bits != 0 || !mayWait) {
            in.setWord(0, notification.takeBits());
            return Arguments.DONE;
        }
        if (isPast(core, in.deadline())) {
            return timedOut(core, caller);
        }
        // ---- point of no return
        notification.enqueue(caller);
        core.block(caller, ThreadState.WAITING, in.deadline());
        return Arguments.DONE;
    }

    private static int giveWay(Core core, Thread caller) {
        caller.registers.setStatus(ErrorCode.OK);
        core.makeReady(caller);
        return Arguments.DONE;
    }

    private SystemCalls() {}
}
