package ristretto.specification;

import static ristretto.specification.State.NONE;
import static ristretto.specification.State.STATUS;
import static ristretto.specification.State.WORD;

import java.util.Arrays;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.ThreadState;
import ristretto.specification.State.Capability;
import ristretto.specification.State.ModelNotification;
import ristretto.specification.State.ModelThread;

/** Operations on the table, on threads and on scheduling contexts. */
abstract class Invocations extends MessageCalls {
    private static final int A0 = 1;
    private static final int A1 = 2;
    private static final int A2 = 3;
    private static final int A3 = 4;
    private static final int HIGHEST_PRIORITY = 255;

    /** One tick of the model is what the kernel calls the shortest budget. */
    public static final long TICK_NS = 10_000;

    private static final long LONGEST_NS = 1_000_000_000_000L;

    void invoke(int me, long capability, long operation, long[] a) {
        switch ((int) operation) {
            case Operation.TABLE_COPY,
                    Operation.TABLE_MINT,
                    Operation.TABLE_MOVE,
                    Operation.TABLE_DELETE,
                    Operation.TABLE_REVOKE,
                    Operation.TABLE_INSPECT -> {
                object(CAPABILITY, capability, ObjectType.CAP_TABLE, Rights.CONTROL);
                onTable(me, (int) operation, a);
            }
            case Operation.THREAD_START,
                    Operation.THREAD_SUSPEND,
                    Operation.THREAD_RESUME,
                    Operation.THREAD_SET_PRIORITY,
                    Operation.THREAD_BIND_NOTIFICATION,
                    Operation.THREAD_INSPECT,
                    Operation.THREAD_REDIRECT,
                    Operation.THREAD_SET_CONTEXT,
                    Operation.THREAD_SET_FLAGS -> {
                Capability thread = object(CAPABILITY, capability, ObjectType.THREAD, Rights.CONTROL);
                onThread(me, thread.object(), (int) operation, a);
            }
            case Operation.SCHEDULING_CONFIGURE -> {
                object(CAPABILITY, capability, ObjectType.SCHEDULING_CONTROL, Rights.CONTROL);
                configure(a);
            }
            default -> throw new Refusal(ErrorCode.UNKNOWN_OPERATION, TAG_ARGUMENT, Operation.LOG_WRITE, operation);
        }
    }

    // ---- the table

    private void onTable(int me, int operation, long[] a) {
        switch (operation) {
            case Operation.TABLE_COPY, Operation.TABLE_MINT -> {
                checkFree(a[0]);
                Capability source = source(a);
                if (a[3] < 0 || a[3] > Rights.ALL) {
                    throw new Refusal(ErrorCode.OUT_OF_RANGE, A3, Rights.ALL, a[3]);
                }
                long badge = source.badge();
                if (operation == Operation.TABLE_MINT) {
                    if (source.type() != ObjectType.ENDPOINT && source.type() != ObjectType.NOTIFICATION) {
                        throw new Refusal(ErrorCode.WRONG_TYPE, A2, ObjectType.ENDPOINT, source.type());
                    }
                    if (badge != 0) {
                        throw new Refusal(ErrorCode.INVALID_ARGUMENT, A2, 0, badge);
                    }
                    badge = a[4];
                }
                s.slots[(int) a[0]] =
                        new Capability(source.type(), source.object(), source.rights() & (int) a[3], badge, (int) a[2]);
            }
            case Operation.TABLE_MOVE -> {
                checkFree(a[0]);
                s.slots[(int) a[0]] = source(a);
                s.slots[(int) a[2]] = null;
                replaceParent((int) a[2], (int) a[0]);
            }
            case Operation.TABLE_DELETE -> {
                if (a[0] < 0 || a[0] >= s.tableSize) {
                    throw new Refusal(ErrorCode.NO_CAPABILITY, A0, s.tableSize, a[0]);
                }
                delete((int) a[0]);
            }
            case Operation.TABLE_REVOKE -> {
                filled(A0, a[0]);
                for (int i = 0; i < s.slots.length; i++) {
                    if (s.slots[i] != null && derives(i, (int) a[0])) {
                        revokeOne(i, (int) a[0]);
                        i = -1;
                    }
                }
            }
            default -> {
                Capability c = filled(A0, a[0]);
                long size = c.type() == ObjectType.CAP_TABLE ? s.tableSize : 0;
                results(me, c.type(), c.rights(), c.badge(), size, 0, 0);
            }
        }
    }

    private void checkFree(long index) {
        if (index < 0 || index >= s.tableSize) {
            throw new Refusal(ErrorCode.OUT_OF_RANGE, A0, s.tableSize, index);
        }
        if (s.slots[(int) index] != null) {
            throw new Refusal(ErrorCode.SLOT_OCCUPIED, A0, ObjectType.NONE, s.slots[(int) index].type());
        }
    }

    private Capability source(long[] a) {
        object(A1, a[1], ObjectType.CAP_TABLE, Rights.CONTROL);
        return filled(A2, a[2]);
    }

    void replaceParent(int old, int replacement) {
        for (int i = 0; i < s.slots.length; i++) {
            Capability c = s.slots[i];
            if (c != null && c.parent() == old) {
                s.slots[i] = new Capability(c.type(), c.object(), c.rights(), c.badge(), replacement);
            }
        }
    }

    private boolean derives(int slot, int ancestor) {
        int parent = s.slots[slot].parent();
        while (parent != NONE && parent != ancestor) {
            parent = s.slots[parent].parent();
        }
        return parent == ancestor;
    }

    void revokeOne(int slot, int ancestor) {
        delete(slot);
    }

    /** Children go to the parent. An object ends with its last capability. */
    void delete(int slot) {
        Capability c = s.slots[slot];
        if (c == null) {
            return;
        }
        replaceParent(slot, c.parent());
        s.slots[slot] = null;
        boolean last = Arrays.stream(s.slots)
                .noneMatch(other -> other != null && other.type() == c.type() && other.object() == c.object());
        if (!last) {
            return;
        }
        switch (c.type()) {
            case ObjectType.ENDPOINT -> endEndpoint(c.object());
            case ObjectType.NOTIFICATION -> endNotification(c.object());
            case ObjectType.REPLY -> endReply(c.object());
            case ObjectType.SCHEDULING_CONTEXT -> endContext(c.object());
            case ObjectType.THREAD -> {
                endThread(c.object());
                delete(s.tableSize + c.object());
            }
            default -> throw new IllegalStateException("the universe does not go so far: type " + c.type());
        }
    }

    void results(int me, long... words) {
        for (int i = 0; i < words.length; i++) {
            s.threads[me].registers[WORD + i] = words[i];
        }
    }

    // ---- threads

    private void onThread(int me, int thread, int operation, long[] a) {
        ModelThread t = s.threads[thread];
        switch (operation) {
            case Operation.THREAD_START -> {
                suspend(thread);
                Arrays.fill(t.registers, 0L);
                t.registers[WORD] = a[2];
                t.pc = a[0];
                t.stack = a[1];
                goOn(me, thread);
            }
            case Operation.THREAD_REDIRECT -> {
                suspend(thread);
                t.pc = a[0];
                goOn(me, thread);
            }
            case Operation.THREAD_SUSPEND -> suspend(thread);
            case Operation.THREAD_RESUME -> {
                if (t.state == ThreadState.SUSPENDED) {
                    wake(thread);
                }
            }
            case Operation.THREAD_SET_PRIORITY -> {
                if (a[0] < 0 || a[0] > HIGHEST_PRIORITY) {
                    throw new Refusal(ErrorCode.OUT_OF_RANGE, A0, HIGHEST_PRIORITY, a[0]);
                }
                t.priority = (int) a[0];
                if (s.ready.remove((Integer) thread)) {
                    enqueue(thread, false);
                }
            }
            case Operation.THREAD_BIND_NOTIFICATION -> bind(thread, a[0]);
            case Operation.THREAD_SET_CONTEXT -> setContext(thread, a[0]);
            case Operation.THREAD_SET_FLAGS -> {
                long known = Operation.FOREIGN | Operation.FAULT_ON_BUDGET;
                if ((a[0] & ~known) != 0) {
                    throw new Refusal(ErrorCode.OUT_OF_RANGE, A0, known, a[0]);
                }
                t.foreign = (a[0] & Operation.FOREIGN) != 0;
                t.faultsOnBudget = (a[0] & Operation.FAULT_ON_BUDGET) != 0;
            }
            default -> inspect(me, thread);
        }
    }

    private void goOn(int me, int thread) {
        if (thread == me) {
            s.threads[me].state = ThreadState.RUNNING;
        } else {
            wake(thread);
        }
    }

    private void bind(int thread, long index) {
        int notification = NONE;
        if (index != 0) {
            notification =
                    object(A0, index, ObjectType.NOTIFICATION, Rights.RECEIVE).object();
            int bound = s.notifications[notification].bound();
            if (bound != NONE && bound != thread) {
                throw new Refusal(ErrorCode.BUSY, A0, 0, 1);
            }
        }
        if (s.threads[thread].bound != NONE) {
            unbind(s.threads[thread].bound);
        }
        if (notification != NONE) {
            ModelNotification n = s.notifications[notification];
            s.notifications[notification] = new ModelNotification(true, n.bits(), thread, n.waiters());
            s.threads[thread].bound = notification;
            wakeBound(notification);
        }
    }

    private void setContext(int thread, long index) {
        ModelThread t = s.threads[thread];
        int context = NONE;
        if (index != 0) {
            context = object(A0, index, ObjectType.SCHEDULING_CONTEXT, Rights.CONTROL)
                    .object();
            int user = s.contexts[context].thread();
            if (user != NONE && user != thread) {
                throw new Refusal(ErrorCode.BUSY, A0, 0, 1);
            }
        }
        if (hasLent(thread)) {
            throw new Refusal(ErrorCode.BUSY, CAPABILITY, 0, 1);
        }
        if (context == NONE && t.context != NONE) {
            assign(t.context, NONE);
        } else if (context != NONE) {
            boolean runs = t.state == ThreadState.RUNNING;
            if (t.context != context) {
                if (t.context != NONE) {
                    assign(t.context, NONE);
                }
                s.contexts[context].lentThrough().clear();
                assign(context, thread);
            }
            if (runs) {
                t.state = ThreadState.RUNNING;
            } else if (t.state == ThreadState.OUT_OF_BUDGET) {
                wake(thread);
            }
        }
    }

    private void inspect(int me, int thread) {
        ModelThread t = s.threads[thread];
        int context = t.context;
        for (int i = 0; i < s.contexts.length && context == NONE; i++) {
            boolean lent = t.state == ThreadState.AWAITING_REPLY
                    && s.contexts[i].lentThrough().contains(t.reply);
            context = lent ? i : NONE;
        }
        long used = context == NONE ? 0 : s.contexts[context].used() * TICK_NS;
        results(me, t.fault != 0 ? ThreadState.FAULTED : t.state, t.priority, used);
    }

    // ---- scheduling contexts

    private void configure(long[] a) {
        int context =
                object(A0, a[0], ObjectType.SCHEDULING_CONTEXT, Rights.CONTROL).object();
        if (a[2] < TICK_NS || a[2] > LONGEST_NS) {
            throw new Refusal(ErrorCode.OUT_OF_RANGE, A2, TICK_NS, a[2]);
        }
        if (a[1] < TICK_NS || a[1] > a[2]) {
            throw new Refusal(ErrorCode.OUT_OF_RANGE, A1, a[2], a[1]);
        }
        refill(context, a[1] / TICK_NS, a[2] / TICK_NS, s.now + a[2] / TICK_NS);
        int thread = s.contexts[context].thread();
        if (thread != NONE && s.threads[thread].state == ThreadState.OUT_OF_BUDGET) {
            wake(thread);
        }
    }

    void succeed(int me) {
        s.threads[me].registers[STATUS] = (long) ErrorCode.OK;
    }
}
