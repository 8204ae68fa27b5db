package ristretto.specification;

import static ristretto.abi.ErrorCode.BUSY;
import static ristretto.abi.ErrorCode.CANCELLED;
import static ristretto.abi.ErrorCode.INVALID_ARGUMENT;
import static ristretto.abi.ErrorCode.NOT_MAPPED;
import static ristretto.abi.ErrorCode.OK;
import static ristretto.abi.ErrorCode.OUT_OF_RANGE;
import static ristretto.abi.ErrorCode.TIMED_OUT;
import static ristretto.abi.ErrorCode.UNKNOWN_OPERATION;
import static ristretto.abi.ObjectType.ENDPOINT;
import static ristretto.abi.ObjectType.INTERRUPT_CONTROL;
import static ristretto.abi.ObjectType.INTERRUPT_LINE;
import static ristretto.abi.ObjectType.NOTIFICATION;
import static ristretto.abi.ObjectType.REPLY;
import static ristretto.abi.Rights.ALL;
import static ristretto.abi.Rights.CONTROL;
import static ristretto.abi.Rights.RECEIVE;
import static ristretto.abi.Rights.SEND;
import static ristretto.abi.ThreadState.OUT_OF_BUDGET;
import static ristretto.abi.ThreadState.RECEIVING;
import static ristretto.abi.ThreadState.WAITING;
import static ristretto.specification.Refusal.A0;
import static ristretto.specification.Refusal.A1;
import static ristretto.specification.Refusal.A2;
import static ristretto.specification.Refusal.DEADLINE;
import static ristretto.specification.Refusal.REPLY_SLOT;
import static ristretto.specification.Refusal.T0;
import static ristretto.specification.Refusal.TAG;
import static ristretto.specification.Refusal.refuse;

import java.util.Comparator;
import java.util.Optional;
import ristretto.abi.CallNumber;
import ristretto.abi.Fault;
import ristretto.abi.Operation;
import ristretto.abi.Tag;
import ristretto.specification.State.Endpoint;
import ristretto.specification.State.Line;
import ristretto.specification.State.Notification;
import ristretto.specification.State.Reply;
import ristretto.specification.State.Slot;
import ristretto.specification.State.Table;
import ristretto.specification.State.Thread;

/**
 * What the kernel is to do, in the plainest way there is: a function from a state and what happens to the next state. It
 * knows nothing of the kernel's classes. Written after the documentation of the calls in {@code ristretto.abi}. Each
 * call is what it refuses, in this order, and then what it does.
 *
 * <p>Left out: permanent and device frames, what frames contain, registers by number, SCHEDULING_INSPECT, the log, calls
 * that an interrupt divides, capabilities with more children than can be moved, and stacks of lent contexts deeper than there are threads.
 */
public class Specification extends Threads {
    /** Cause of the trap of an ecall (RISC-V privileged specification, scause). */
    private static final long CALL_FROM_USER = 8;

    private static final long LAST_TIME = (1L << 60) - 1;

    /** The state after the action. */
    public State step(State before, Action action, boolean keepsAPeriod, int orderOfTies) {
        s = before.copy();
        keepsPeriod = keepsAPeriod;
        ties = orderOfTies;
        switch (action.kind()) {
            case TIME -> pass(action.number());
            case INTERRUPT -> line(action.number()).raised = true;
            case FAULT -> {
                enter(action);
                raise(me, (int) action.number(), action.tag(), action.words()[0]);
            }
            case CALL -> call(before, action);
        }
        settle();
        for (Optional<Line> next = pending(); next.isPresent(); next = pending()) {
            interrupt(next.get());
            settle();
        }
        return s;
    }

    /** The registers with which the running thread enters the kernel. */
    private void enter(Action action) {
        me = s.running;
        Action.Registers in = action.registers(me.number, s.now);
        me.pc = Action.PC;
        if (me.page != null) {
            me.page.word = in.pageWord();
        }
        me.registers[Thread.STATUS] = action.capability();
        me.registers[Thread.TAG] = action.tag();
        me.registers[Thread.BADGE] = action.reply();
        for (int i = 0; i < in.words().length; i++) {
            me.registers[Thread.WORD + i] = in.words()[i];
        }
    }

    private void call(State before, Action action) {
        enter(action);
        if (me.foreign || action.number() < CallNumber.CALL || action.number() > CallNumber.INVOKE) {
            raise(me, me.foreign ? Fault.FOREIGN_CALL : Fault.UNKNOWN_CALL, CALL_FROM_USER, action.number());
            return;
        }
        me.pc += 4;
        try {
            call(action, action.registers(me.number, s.now));
        } catch (Refusal refusal) {
            s = before.copy();
            enter(action);
            me.pc += 4;
            answer(refusal);
        }
    }

    private void answer(Refusal refusal) {
        me.registers[Thread.STATUS] = (long) refusal.code;
        me.registers[Thread.TAG] = (long) refusal.argument;
        results(refusal.expected, refusal.got);
    }

    private void call(Action action, Action.Registers in) {
        long capability = action.capability();
        long reply = action.reply() & 0xffff_ffffL;
        int receiveSlot = (int) (action.reply() >>> 32);
        switch ((int) action.number()) {
            case CallNumber.CALL -> call(capability, action.tag(), receiveSlot, in.deadline());
            case CallNumber.REPLY_RECEIVE -> receive(capability, action.tag(), reply, receiveSlot, in.deadline(), true);
            case CallNumber.RECEIVE -> receive(capability, action.tag(), reply, receiveSlot, in.deadline(), false);
            case CallNumber.REPLY -> reply(reply, action.tag());
            case CallNumber.SIGNAL -> signal(capability);
            case CallNumber.WAIT -> await(capability, in.deadline());
            case CallNumber.POLL -> poll(capability);
            case CallNumber.YIELD -> {
                succeed();
                wake(me);
            }
            default -> {
                invoke(capability, action.tag(), in.words());
                succeed();
            }
        }
    }

    private void succeed() {
        me.registers[Thread.STATUS] = (long) OK;
    }

    // ---- messages

    private void checkTag(long tag) {
        boolean formed = (tag >> 30 & 3) == 0
                && Tag.words(tag) <= Tag.MAXIMUM_WORDS
                && (Tag.capability(tag) != 0 || Tag.rights(tag) == 0)
                && Tag.label(tag) >= 0;
        refuse(!formed, INVALID_ARGUMENT, TAG, Tag.MAXIMUM_WORDS, tag);
        boolean nowhere = Tag.words(tag) > Tag.REGISTER_WORDS && me.page == null;
        refuse(nowhere, NOT_MAPPED, TAG, Tag.REGISTER_WORDS, Tag.words(tag));
        if (Tag.capability(tag) != 0) {
            filled(TAG, me.table(), Tag.capability(tag));
        }
    }

    private static void checkDeadline(long deadline) {
        refuse(deadline < 0, OUT_OF_RANGE, DEADLINE, LAST_TIME, deadline);
    }

    private void checkPast(long deadline) {
        refuse(deadline != 0 && deadline <= s.now, TIMED_OUT, DEADLINE, s.now, deadline);
    }

    private void call(long capability, long tag, int receiveSlot, long deadline) {
        Slot slot = named(T0, capability, ENDPOINT, SEND);
        checkTag(tag);
        checkDeadline(deadline);
        checkPast(deadline);

        me.receiveSlot = receiveSlot;
        send(me, (Endpoint) slot.object, slot.badge, deadline);
    }

    private void receive(long capability, long tag, long replySlot, int receiveSlot, long deadline, boolean answers) {
        Endpoint endpoint = (Endpoint) named(T0, capability, ENDPOINT, RECEIVE).object;
        if (answers) {
            checkTag(tag);
        }
        checkDeadline(deadline);
        Reply reply = (Reply) named(REPLY_SLOT, replySlot, REPLY, CONTROL).object;
        refuse(reply.receiver != null || !answers && reply.caller != null, BUSY, REPLY_SLOT, 0, 1);

        succeed();
        if (reply.caller != null) {
            answer(me, reply);
        }
        if (me.bound != null && me.bound.bits != 0) {
            deliverSignal(me.bound, me);
        } else if (!endpoint.senders.isEmpty()) {
            Thread sender = endpoint.senders.removeFirst();
            keep(sender, me, receiveSlot, reply, sender.badge, sender.deadline);
            if (me.state == OUT_OF_BUDGET) {
                wakeFirst(me);
            }
        } else {
            try {
                checkPast(deadline);
                me.receiveSlot = receiveSlot;
                block(me, RECEIVING, endpoint, reply, deadline);
                reply.receiver = me;
                endpoint.receivers.addFirst(me);
            } catch (Refusal late) {
                answer(late);
            }
        }
    }

    private void reply(long replySlot, long tag) {
        Reply reply = (Reply) named(REPLY_SLOT, replySlot, REPLY, CONTROL).object;
        checkTag(tag);
        refuse(reply.caller == null, CANCELLED, REPLY_SLOT, 1, 0);

        succeed();
        answer(me, reply);
    }

    // ---- signals

    private void signal(long capability) {
        Slot slot = named(T0, capability, NOTIFICATION, SEND);

        succeed();
        signal((Notification) slot.object, slot.badge);
    }

    private void await(long capability, long deadline) {
        Notification notification = (Notification) named(T0, capability, NOTIFICATION, RECEIVE).object;
        checkDeadline(deadline);
        if (notification.bits == 0) {
            checkPast(deadline);

            block(me, WAITING, notification, null, deadline);
            notification.waiters.add(me);
        } else {
            succeed();
            takeBits(notification, me);
        }
    }

    private void poll(long capability) {
        Notification notification = (Notification) named(T0, capability, NOTIFICATION, RECEIVE).object;

        succeed();
        takeBits(notification, me);
    }

    // ---- interrupts

    private Line line(long number) {
        return s.each(Line.class).filter(line -> line.line == number).findAny().orElseThrow();
    }

    /** The next interrupt, whoever runs; 1 before 2. */
    private Optional<Line> pending() {
        return s.each(Line.class)
                .filter(line -> line.raised && line.enabled && !line.claimed)
                .min(Comparator.comparingInt(line -> line.line));
    }

    void interrupt(Line line) {
        line.raised = false;
        line.claimed = true;
        signal((Notification) line.slot.object, line.slot.badge);
    }

    @Override
    void quiet(Line line) {
        line.claimed = false;
        line.enabled = false;
    }

    private void getLine(long capability, long[] a) {
        Slot control = named(T0, capability, INTERRUPT_CONTROL, CONTROL);
        long last = s.each(Line.class).count();
        refuse(a[0] < 1 || a[0] > last, OUT_OF_RANGE, A0, last, a[0]);
        Line line = line(a[0]);
        refuse(count(line) != 0, BUSY, A0, 0, count(line));
        Table table = table(A1, a[1]);
        Slot slot = empty(A2, table, a[2]);

        slot.hold(line, ALL, 0, control);
    }

    private void bindLine(long capability, long[] a) {
        Line line = (Line) named(T0, capability, INTERRUPT_LINE, CONTROL).object;
        Slot target = a[0] == 0 ? null : named(A0, a[0], NOTIFICATION, SEND);

        replace(line.slot, target);
        line.enabled = target != null;
    }

    void acknowledge(long capability) {
        Line line = (Line) named(T0, capability, INTERRUPT_LINE, CONTROL).object;

        line.claimed = false;
    }

    // ---- invocations

    private void invoke(long capability, long operation, long[] a) {
        boolean whole = operation == (int) operation;
        switch (whole ? (int) operation : 0) {
            case Operation.UNTYPED_RETYPE -> retype(capability, a);
            case Operation.UNTYPED_INSPECT -> inspectUntyped(capability);
            case Operation.TABLE_COPY, Operation.TABLE_MINT -> copy(capability, operation, a);
            case Operation.TABLE_MOVE -> move(capability, a);
            case Operation.TABLE_DELETE -> delete(capability, a);
            case Operation.TABLE_REVOKE -> revoke(capability, a);
            case Operation.TABLE_INSPECT -> inspect(capability, a);
            case Operation.PAGE_TABLE_MAP -> mapTable(capability, a);
            case Operation.FRAME_MAP -> mapFrame(capability, a);
            case Operation.FRAME_UNMAP -> unmapFrame(capability);
            case Operation.THREAD_CONFIGURE -> configure(capability, a);
            case Operation.THREAD_START -> start(capability, a);
            case Operation.THREAD_REDIRECT -> redirect(capability, a);
            case Operation.THREAD_SUSPEND -> suspend(thread(capability), CANCELLED);
            case Operation.THREAD_RESUME -> resume(capability);
            case Operation.THREAD_SET_PRIORITY -> setPriority(capability, a);
            case Operation.THREAD_BIND_NOTIFICATION -> bindNotification(capability, a);
            case Operation.THREAD_INSPECT -> inspect(capability);
            case Operation.THREAD_SET_CONTEXT -> setContext(capability, a);
            case Operation.THREAD_SET_FLAGS -> setFlags(capability, a);
            case Operation.SCHEDULING_CONFIGURE -> configureContext(capability, a);
            case Operation.INTERRUPT_GET_LINE -> getLine(capability, a);
            case Operation.INTERRUPT_BIND -> bindLine(capability, a);
            case Operation.INTERRUPT_ACKNOWLEDGE -> acknowledge(capability);
            default -> refuse(true, UNKNOWN_OPERATION, TAG, Operation.LOG_WRITE, operation);
        }
    }
}
