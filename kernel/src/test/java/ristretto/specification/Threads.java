package ristretto.specification;

import static ristretto.abi.ErrorCode.BUSY;
import static ristretto.abi.ErrorCode.CANCELLED;
import static ristretto.abi.ErrorCode.INVALID_ARGUMENT;
import static ristretto.abi.ErrorCode.OUT_OF_RANGE;
import static ristretto.abi.ObjectType.ADDRESS_SPACE;
import static ristretto.abi.ObjectType.CAP_TABLE;
import static ristretto.abi.ObjectType.ENDPOINT;
import static ristretto.abi.ObjectType.FRAME;
import static ristretto.abi.ObjectType.NONE;
import static ristretto.abi.ObjectType.NOTIFICATION;
import static ristretto.abi.ObjectType.SCHEDULING_CONTEXT;
import static ristretto.abi.ObjectType.SCHEDULING_CONTROL;
import static ristretto.abi.ObjectType.THREAD;
import static ristretto.abi.Rights.CONTROL;
import static ristretto.abi.Rights.READ;
import static ristretto.abi.Rights.RECEIVE;
import static ristretto.abi.Rights.SEND;
import static ristretto.abi.Rights.WRITE;
import static ristretto.abi.ThreadState.FAULTED;
import static ristretto.abi.ThreadState.OUT_OF_BUDGET;
import static ristretto.abi.ThreadState.RUNNING;
import static ristretto.abi.ThreadState.SUSPENDED;
import static ristretto.specification.Refusal.A0;
import static ristretto.specification.Refusal.A1;
import static ristretto.specification.Refusal.A2;
import static ristretto.specification.Refusal.A3;
import static ristretto.specification.Refusal.A4;
import static ristretto.specification.Refusal.A5;
import static ristretto.specification.Refusal.T0;
import static ristretto.specification.Refusal.refuse;

import java.util.Arrays;
import ristretto.abi.Operation;
import ristretto.abi.UserLayout;
import ristretto.specification.State.Context;
import ristretto.specification.State.Frame;
import ristretto.specification.State.Notification;
import ristretto.specification.State.Slot;
import ristretto.specification.State.Thread;

/** Operations on threads and scheduling contexts. */
abstract class Threads extends Memory {
    private static final int HIGHEST_PRIORITY = 255;

    /** One tick of the model is what the kernel calls the shortest budget. */
    public static final long TICK_NS = 10_000;

    private static final long LONGEST_NS = 1_000_000_000_000L;

    Thread thread(long capability) {
        return (Thread) named(T0, capability, THREAD, CONTROL).object;
    }

    private Thread configured(long capability) {
        Thread thread = thread(capability);
        boolean lacks = thread.spaceSlot.object == null || thread.tableSlot.object == null;
        refuse(lacks, INVALID_ARGUMENT, T0, ADDRESS_SPACE, NONE);
        return thread;
    }

    private static void checkPriority(int argument, long priority) {
        refuse(priority < 0 || priority > HIGHEST_PRIORITY, OUT_OF_RANGE, argument, HIGHEST_PRIORITY, priority);
    }

    /** A context that no other thread has. */
    private Context context(int argument, long index, Thread thread) {
        Context context = (Context) named(argument, index, SCHEDULING_CONTEXT, CONTROL).object;
        refuse(context.thread != null && context.thread != thread, BUSY, argument, 0, 1);
        return context;
    }

    private void goOn(Thread thread) {
        if (thread == me) {
            thread.state = RUNNING;
        } else {
            wake(thread);
        }
    }

    void configure(long capability, long[] a) {
        Thread thread = thread(capability);
        refuse(thread.state != SUSPENDED, BUSY, T0, SUSPENDED, thread.state);
        Slot space = named(A0, a[0], ADDRESS_SPACE, CONTROL);
        Slot table = named(A1, a[1], CAP_TABLE, CONTROL);
        Frame page = (Frame) named(A2, a[2], FRAME, READ | WRITE).object;
        boolean unfit = page.bytes != UserLayout.PAGE || page.hasBeenExecutable;
        refuse(unfit, INVALID_ARGUMENT, A2, UserLayout.PAGE, page.bytes);
        refuse(page.messagesOf != null && page.messagesOf != thread, BUSY, A2, 0, 1);
        Slot faults = a[3] == 0 ? null : named(A3, a[3], ENDPOINT, SEND);
        Context context = context(A4, a[4], thread);
        checkPriority(A5, a[5]);

        replace(thread.spaceSlot, space);
        replace(thread.tableSlot, table);
        replace(thread.faultSlot, faults);
        usePage(thread, page);
        use(thread, context);
        thread.priority = (int) a[5];
    }

    void replace(Slot own, Slot source) {
        delete(own);
        if (source != null) {
            own.hold(source.object, source.rights, source.badge, source);
        }
    }

    /** A thread that loses its context is given another, to which nobody else has a claim any more. */
    private void use(Thread thread, Context context) {
        if (thread.context != context) {
            if (thread.context != null) {
                assign(thread.context, null);
            }
            context.lentThrough.clear();
            assign(context, thread);
        }
    }

    void start(long capability, long[] a) {
        Thread thread = configured(capability);

        suspend(thread, CANCELLED);
        Arrays.fill(thread.registers, 0L);
        thread.registers[Thread.WORD] = a[2];
        thread.pc = a[0];
        thread.stack = a[1];
        goOn(thread);
    }

    void redirect(long capability, long[] a) {
        Thread thread = configured(capability);

        suspend(thread, CANCELLED);
        thread.pc = a[0];
        goOn(thread);
    }

    void resume(long capability) {
        Thread thread = configured(capability);

        if (thread.state == SUSPENDED) {
            wake(thread);
        }
    }

    void setPriority(long capability, long[] a) {
        Thread thread = thread(capability);
        checkPriority(A0, a[0]);

        thread.priority = (int) a[0];
        if (s.ready.remove(thread)) {
            enqueue(thread, false);
        }
    }

    void setFlags(long capability, long[] a) {
        Thread thread = thread(capability);
        long known = Operation.FOREIGN | Operation.FAULT_ON_BUDGET;
        refuse((a[0] & ~known) != 0, OUT_OF_RANGE, A0, known, a[0]);

        thread.foreign = (a[0] & Operation.FOREIGN) != 0;
        thread.faultsOnBudget = (a[0] & Operation.FAULT_ON_BUDGET) != 0;
    }

    void bindNotification(long capability, long[] a) {
        Thread thread = thread(capability);
        Notification notification = a[0] == 0 ? null : (Notification) named(A0, a[0], NOTIFICATION, RECEIVE).object;
        refuse(notification != null && notification.bound != null && notification.bound != thread, BUSY, A0, 0, 1);

        if (thread.bound != null) {
            bind(thread.bound, null);
        }
        if (notification != null) {
            bind(notification, thread);
            wakeBound(notification);
        }
    }

    void setContext(long capability, long[] a) {
        Thread thread = thread(capability);
        Context context = a[0] == 0 ? null : context(A0, a[0], thread);
        refuse(lentBy(thread) != null, BUSY, T0, 0, 1);

        boolean runs = thread.state == RUNNING;
        if (context == null) {
            if (thread.context != null) {
                assign(thread.context, null);
            }
        } else {
            use(thread, context);
            if (runs) {
                thread.state = RUNNING;
            } else if (thread.state == OUT_OF_BUDGET) {
                wake(thread);
            }
        }
    }

    void inspect(long capability) {
        Thread thread = thread(capability);

        Context context = thread.context != null ? thread.context : lentBy(thread);
        int state = thread.fault != 0 ? FAULTED : thread.state;
        results(state, thread.priority, context == null ? 0 : context.used * TICK_NS);
    }

    void configureContext(long capability, long[] a) {
        named(T0, capability, SCHEDULING_CONTROL, CONTROL);
        Context context = (Context) named(A0, a[0], SCHEDULING_CONTEXT, CONTROL).object;
        refuse(a[2] < TICK_NS || a[2] > LONGEST_NS, OUT_OF_RANGE, A2, TICK_NS, a[2]);
        refuse(a[1] < TICK_NS || a[1] > a[2], OUT_OF_RANGE, A1, a[2], a[1]);

        context.budget = a[1] / TICK_NS;
        context.period = a[2] / TICK_NS;
        refill(context);
        if (context.thread != null && context.thread.state == OUT_OF_BUDGET) {
            wake(context.thread);
        }
    }
}
