package ristretto.kernel;

import java.util.List;
import java.util.Objects;
import ristretto.abi.ObjectType;
import ristretto.abi.Tag;
import ristretto.abi.ThreadState;
import ristretto.specification.State;
import ristretto.specification.State.Capability;
import ristretto.specification.State.ModelContext;
import ristretto.specification.State.ModelEndpoint;
import ristretto.specification.State.ModelNotification;
import ristretto.specification.State.ModelReply;
import ristretto.specification.State.ModelThread;

/**
 * The same number for states that differ only in how like things are numbered. Each thing begins with a colour from what
 * it is, and in rounds takes in the colours of what it is joined with (colour refinement, Weisfeiler and Leman 1968);
 * the sums of the colours do not depend on numbers. Sets are summed, queues are in order. What is left out cannot matter
 * any more: registers, which every call sets anew, times that passed, and the time used so far.
 */
final class StateHash {
    private static final int ROUNDS = 4;

    private final State s;
    private long[] threads;
    private long[] endpoints;
    private long[] notifications;
    private long[] replies;
    private long[] contexts;
    private long[] slots;

    static long of(State state) {
        return new StateHash(state).hash();
    }

    private StateHash(State state) {
        s = state;
        threads = new long[s.threads.length];
        endpoints = new long[s.endpoints.length];
        notifications = new long[s.notifications.length];
        replies = new long[s.replies.length];
        contexts = new long[s.contexts.length];
        slots = new long[s.slots.length];
    }

    private static long mix(long hash, long value) {
        long z = (hash ^ value) * 0x9e37_79b9_7f4a_7c15L + 0x632b_e59b_d9b4_e019L;
        z = (z ^ z >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        z = (z ^ z >>> 27) * 0x94d0_49bb_1331_11ebL;
        return z ^ z >>> 31;
    }

    private static long mix(long hash, boolean value) {
        return mix(hash, value ? 1 : 2);
    }

    private long hash() {
        for (int i = 0; i < threads.length; i++) {
            threads[i] = thread(s.threads[i]);
        }
        for (int i = 0; i < contexts.length; i++) {
            ModelContext c = s.contexts[i];
            long h = mix(mix(mix(mix(5, c.alive()), c.budget()), c.period()), c.remaining());
            contexts[i] = mix(h, Math.max(c.refillAt() - s.now, 0));
        }
        for (int i = 0; i < endpoints.length; i++) {
            endpoints[i] = mix(2, s.endpoints[i].alive());
        }
        for (int i = 0; i < notifications.length; i++) {
            notifications[i] = mix(mix(3, s.notifications[i].alive()), s.notifications[i].bits());
        }
        for (int i = 0; i < replies.length; i++) {
            replies[i] = mix(4, s.replies[i].alive());
        }
        for (int i = 0; i < slots.length; i++) {
            Capability c = s.slots[i];
            int kind = i < Universe.THREAD ? i : i < Universe.PLAY ? 100 : i < Universe.SLOTS ? 101 : 102;
            slots[i] = c == null ? mix(6, kind) : mix(mix(mix(mix(7, kind), c.type()), c.rights()), c.badge());
        }
        for (int round = 0; round < ROUNDS; round++) {
            refine();
        }
        long sum = mix(sum(threads), sum(endpoints));
        sum = mix(mix(sum, sum(notifications)), sum(replies));
        sum = mix(mix(sum, sum(contexts)), sum(slots));
        return ordered(mix(sum, color(threads, s.running)), s.ready, threads);
    }

    private long thread(ModelThread t) {
        long h = mix(mix(mix(1, t.alive), t.state), t.priority);
        h = mix(mix(mix(h, t.fault), t.foreign), t.faultsOnBudget);
        h = mix(h, t.deadline == 0 ? -1 : t.deadline - s.now);
        if (t.state == ThreadState.SENDING) {
            h = mix(h, t.badge);
            // The slot that the tag names is a colour, below.
            h = t.fault == 0 ? mix(h, t.registers[State.TAG] & ~0xffff00L) : h;
        }
        return h;
    }

    private void refine() {
        long[] newThreads = new long[threads.length];
        for (int i = 0; i < threads.length; i++) {
            newThreads[i] = thread(i);
        }
        long[] newContexts = new long[contexts.length];
        for (int i = 0; i < contexts.length; i++) {
            ModelContext c = s.contexts[i];
            newContexts[i] = ordered(mix(contexts[i], color(threads, c.thread())), c.lentThrough(), replies);
        }
        long[] newEndpoints = new long[endpoints.length];
        for (int i = 0; i < endpoints.length; i++) {
            ModelEndpoint e = s.endpoints[i];
            newEndpoints[i] = ordered(ordered(endpoints[i], e.senders(), threads), e.receivers(), threads);
        }
        long[] newNotifications = new long[notifications.length];
        for (int i = 0; i < notifications.length; i++) {
            ModelNotification n = s.notifications[i];
            newNotifications[i] = ordered(mix(notifications[i], color(threads, n.bound())), n.waiters(), threads);
        }
        long[] newReplies = new long[replies.length];
        for (int i = 0; i < replies.length; i++) {
            ModelReply r = s.replies[i];
            newReplies[i] = mix(mix(replies[i], color(threads, r.caller())), color(threads, r.receiver()));
        }
        long[] newSlots = new long[slots.length];
        for (int i = 0; i < slots.length; i++) {
            Capability c = s.slots[i];
            if (c == null) {
                newSlots[i] = slots[i];
                continue;
            }
            long[] objects = pick(c.type(), threads, endpoints, notifications, replies, contexts);
            newSlots[i] = mix(slots[i], objects == null ? 0 : color(objects, c.object()));
            newSlots[i] = mix(newSlots[i], color(slots, c.parent()));
        }
        for (int i = 0; i < slots.length; i++) {
            Capability c = s.slots[i];
            if (c != null) {
                long[] objects = pick(c.type(), newThreads, newEndpoints, newNotifications, newReplies, newContexts);
                if (objects != null) {
                    objects[c.object()] += mix(19, slots[i]);
                }
                if (c.parent() != State.NONE) {
                    newSlots[c.parent()] += mix(17, slots[i]);
                }
            }
        }
        threads = newThreads;
        endpoints = newEndpoints;
        notifications = newNotifications;
        replies = newReplies;
        contexts = newContexts;
        slots = newSlots;
    }

    /** The colours of the objects of one type; null: the universe has one such object at most. */
    private static long[] pick(
            int type, long[] threads, long[] endpoints, long[] notifications, long[] replies, long[] contexts) {
        return switch (type) {
            case ObjectType.THREAD -> threads;
            case ObjectType.ENDPOINT -> endpoints;
            case ObjectType.NOTIFICATION -> notifications;
            case ObjectType.REPLY -> replies;
            case ObjectType.SCHEDULING_CONTEXT -> contexts;
            default -> null;
        };
    }

    private long thread(int i) {
        ModelThread t = s.threads[i];
        long h = mix(threads[i], color(contexts, t.context));
        h = mix(h, color(notifications, t.bound));
        h = mix(h, color(t.state == ThreadState.WAITING ? notifications : endpoints, t.place));
        h = mix(h, color(replies, t.reply));
        h = mix(h, color(slots, t.alive ? s.tableSize + i : State.NONE));
        boolean waits = t.state >= ThreadState.SENDING && t.state <= ThreadState.RECEIVING;
        if (waits && t.receiveSlot > 0) {
            h = mix(h, color(slots, t.receiveSlot));
        }
        if (t.state == ThreadState.SENDING && t.fault == 0) {
            int sent = Tag.capability(Objects.requireNonNull(t.registers[State.TAG]));
            h = mix(h, sent == 0 ? 0 : color(slots, sent));
        }
        return h;
    }

    private static long color(long[] colors, int index) {
        return index == State.NONE ? 23 : colors[index];
    }

    private static long ordered(long hash, List<Integer> order, long[] colors) {
        long h = mix(hash, order.size());
        for (int i : order) {
            h = mix(h, colors[i]);
        }
        return h;
    }

    private static long sum(long[] colors) {
        long sum = 0;
        for (long color : colors) {
            sum += mix(29, color);
        }
        return sum;
    }
}
