package ristretto.specification;

import java.util.ArrayList;
import java.util.List;
import ristretto.abi.ThreadState;

/**
 * Everything about the kernel that a process could ever find out, with numbers in place of references. A step never
 * changes a state: it changes a copy of the whole.
 *
 * <p>All threads share one table. The capabilities that threads hold themselves, those for their fault endpoints, lie
 * behind it: slot {@code tableSize + n} is thread n's.
 */
public final class State {
    public static final int NONE = -1;

    /** Places in {@link ModelThread#registers}. */
    public static final int STATUS = 0;

    public static final int TAG = 1;
    public static final int BADGE = 2;
    public static final int WORD = 3;

    /** Who a thread is and what it waits for. Its state is a {@link ThreadState}, FAULTED excepted. */
    public static final class ModelThread {
        public boolean alive = true;
        public int state = ThreadState.SUSPENDED;
        public int priority;
        public int context = NONE;
        public int bound = NONE;

        /** SENDING, RECEIVING: the endpoint. WAITING: the notification. */
        public int place = NONE;

        /** RECEIVING: the Reply that it offers. AWAITING_REPLY: the one that it waits in. */
        public int reply = NONE;

        /** Of the message that it is SENDING. */
        public long badge;

        /** When its wait ends; 0: never. */
        public long deadline;

        public int receiveSlot;
        public int fault;
        public long faultAddress;
        public long faultCause;
        public boolean foreign;
        public boolean faultsOnBudget;
        public long pc;
        public long stack;

        /** Word 8 of messages, which no register holds. */
        public long pageWord;

        /** t0, t1, t2, a0 to a7; null: undefined. */
        public Long[] registers = new Long[WORD + 8];

        ModelThread copy() {
            ModelThread copy = new ModelThread();
            copy.alive = alive;
            copy.state = state;
            copy.priority = priority;
            copy.context = context;
            copy.bound = bound;
            copy.place = place;
            copy.reply = reply;
            copy.badge = badge;
            copy.deadline = deadline;
            copy.receiveSlot = receiveSlot;
            copy.fault = fault;
            copy.faultAddress = faultAddress;
            copy.faultCause = faultCause;
            copy.foreign = foreign;
            copy.faultsOnBudget = faultsOnBudget;
            copy.pc = pc;
            copy.stack = stack;
            copy.pageWord = pageWord;
            copy.registers = registers.clone();
            return copy;
        }
    }

    /** First in the list: first to be served. */
    public record ModelEndpoint(boolean alive, List<Integer> senders, List<Integer> receivers) {
        ModelEndpoint copy() {
            return new ModelEndpoint(alive, new ArrayList<>(senders), new ArrayList<>(receivers));
        }
    }

    public record ModelNotification(boolean alive, long bits, int bound, List<Integer> waiters) {
        ModelNotification copy() {
            return new ModelNotification(alive, bits, bound, new ArrayList<>(waiters));
        }
    }

    public record ModelReply(boolean alive, int caller, int receiver) {}

    /** Ticks, as they are at this moment. {@code lentThrough}: the Replies through which it is lent, the first one first. */
    public record ModelContext(
            boolean alive,
            long budget,
            long period,
            long remaining,
            long refillAt,
            long used,
            int thread,
            List<Integer> lentThrough) {
        ModelContext copy() {
            return new ModelContext(
                    alive, budget, period, remaining, refillAt, used, thread, new ArrayList<>(lentThrough));
        }
    }

    /** {@code parent}: the slot that it derives from; NONE: none. */
    public record Capability(int type, int object, int rights, long badge, int parent) {}

    public final int tableSize;
    public long now;
    public int running = NONE;

    /** The most urgent first; among equals, who comes first. */
    public final List<Integer> ready = new ArrayList<>();

    public final ModelThread[] threads;
    public final ModelEndpoint[] endpoints;
    public final ModelNotification[] notifications;
    public final ModelReply[] replies;
    public final ModelContext[] contexts;

    /** null: empty. */
    public final Capability[] slots;

    public State(int threads, int endpoints, int notifications, int replies, int contexts, int tableSize) {
        this.tableSize = tableSize;
        this.threads = new ModelThread[threads];
        this.endpoints = new ModelEndpoint[endpoints];
        this.notifications = new ModelNotification[notifications];
        this.replies = new ModelReply[replies];
        this.contexts = new ModelContext[contexts];
        slots = new Capability[tableSize + threads];
    }

    public State copy() {
        State copy = new State(
                threads.length, endpoints.length, notifications.length, replies.length, contexts.length, tableSize);
        copy.now = now;
        copy.running = running;
        copy.ready.addAll(ready);
        for (int i = 0; i < threads.length; i++) {
            copy.threads[i] = threads[i].copy();
        }
        for (int i = 0; i < endpoints.length; i++) {
            copy.endpoints[i] = endpoints[i].copy();
        }
        for (int i = 0; i < notifications.length; i++) {
            copy.notifications[i] = notifications[i].copy();
        }
        for (int i = 0; i < contexts.length; i++) {
            copy.contexts[i] = contexts[i].copy();
        }
        System.arraycopy(replies, 0, copy.replies, 0, replies.length);
        System.arraycopy(slots, 0, copy.slots, 0, slots.length);
        return copy;
    }
}
