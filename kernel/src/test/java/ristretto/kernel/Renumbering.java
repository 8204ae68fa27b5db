package ristretto.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
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

/** Other numbers for like things: entry n of a list is the new number of what had n. */
record Renumbering(
        List<Integer> threads,
        List<Integer> endpoints,
        List<Integer> replies,
        List<Integer> contexts,
        List<Integer> slots) {

    static Renumbering random(Random random) {
        return new Renumbering(
                shuffled(Universe.THREADS, random),
                shuffled(Universe.ENDPOINTS, random),
                shuffled(Universe.REPLIES, random),
                shuffled(Universe.CONTEXTS, random),
                shuffled(Universe.PLAYED, random));
    }

    private static List<Integer> shuffled(int count, Random random) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(i);
        }
        Collections.shuffle(numbers, random);
        return numbers;
    }

    /** One that makes the second state of the first, but for registers and times used; null: there is none. */
    static Renumbering between(State one, State other) {
        for (List<Integer> threads : permutations(Universe.THREADS)) {
            for (List<Integer> endpoints : permutations(Universe.ENDPOINTS)) {
                for (List<Integer> replies : permutations(Universe.REPLIES)) {
                    for (List<Integer> contexts : permutations(Universe.CONTEXTS)) {
                        for (List<Integer> slots : permutations(Universe.PLAYED)) {
                            Renumbering each = new Renumbering(threads, endpoints, replies, contexts, slots);
                            if (each.makes(one, other)) {
                                return each;
                            }
                        }
                    }
                }
            }
        }
        return null;
    }

    private static List<List<Integer>> permutations(int count) {
        List<List<Integer>> all = new ArrayList<>();
        if (count == 0) {
            all.add(List.of());
            return all;
        }
        for (List<Integer> shorter : permutations(count - 1)) {
            for (int at = 0; at < count; at++) {
                List<Integer> longer = new ArrayList<>(shorter);
                longer.add(at, count - 1);
                all.add(longer);
            }
        }
        return all;
    }

    private boolean makes(State one, State other) {
        // The slots tell most pairs apart, and cheaply.
        for (int i = 0; i < one.slots.length; i++) {
            Capability moved = one.slots[i] == null ? null : of(one.slots[i]);
            if (!Objects.equals(moved, other.slots[slot(i)])) {
                return false;
            }
        }
        return describe(of(one)).equals(describe(other));
    }

    /** All that a state's future depends on. */
    private static String describe(State s) {
        StringBuilder text = new StringBuilder();
        text.append(s.running).append(s.ready);
        for (ModelThread t : s.threads) {
            text.append(List.of(t.alive, t.state, t.priority, t.context, t.bound, t.place, t.reply, t.fault))
                    .append(List.of(t.foreign, t.faultsOnBudget, t.deadline == 0 ? -1 : t.deadline - s.now));
            if (t.state == ThreadState.SENDING) {
                text.append(t.badge).append(t.fault == 0 ? t.registers[State.TAG] : "");
            }
            if (t.state >= ThreadState.SENDING && t.state <= ThreadState.RECEIVING) {
                text.append(t.receiveSlot);
            }
        }
        for (ModelContext c : s.contexts) {
            text.append(List.of(c.alive(), c.budget(), c.period(), c.remaining(), c.thread(), c.lentThrough()))
                    .append(Math.max(c.refillAt() - s.now, 0));
        }
        return text + List.of(s.endpoints).toString() + List.of(s.notifications) + List.of(s.replies);
    }

    State of(State s) {
        State to = s.copy();
        to.running = in(threads, s.running);
        to.ready.replaceAll(threads::get);
        for (int i = 0; i < s.threads.length; i++) {
            to.threads[threads.get(i)] = of(s.copy().threads[i]);
        }
        for (int i = 0; i < s.endpoints.length; i++) {
            ModelEndpoint e = s.endpoints[i];
            to.endpoints[endpoints.get(i)] =
                    new ModelEndpoint(e.alive(), all(threads, e.senders()), all(threads, e.receivers()));
        }
        for (int i = 0; i < s.notifications.length; i++) {
            ModelNotification n = s.notifications[i];
            to.notifications[i] =
                    new ModelNotification(n.alive(), n.bits(), in(threads, n.bound()), all(threads, n.waiters()));
        }
        for (int i = 0; i < s.replies.length; i++) {
            ModelReply r = s.replies[i];
            to.replies[replies.get(i)] = new ModelReply(r.alive(), in(threads, r.caller()), in(threads, r.receiver()));
        }
        for (int i = 0; i < s.contexts.length; i++) {
            ModelContext c = s.contexts[i];
            to.contexts[contexts.get(i)] = new ModelContext(
                    c.alive(),
                    c.budget(),
                    c.period(),
                    c.remaining(),
                    c.refillAt(),
                    c.used(),
                    in(threads, c.thread()),
                    all(replies, c.lentThrough()));
        }
        for (int i = 0; i < s.slots.length; i++) {
            to.slots[slot(i)] = s.slots[i] == null ? null : of(s.slots[i]);
        }
        return to;
    }

    private ModelThread of(ModelThread t) {
        t.context = in(contexts, t.context);
        t.place = t.state == ThreadState.WAITING ? t.place : in(endpoints, t.place);
        t.reply = in(replies, t.reply);
        t.receiveSlot = t.receiveSlot >= 0 && t.receiveSlot < Universe.SLOTS ? slot(t.receiveSlot) : t.receiveSlot;
        Long tag = t.registers[State.TAG];
        if (t.state == ThreadState.SENDING && t.fault == 0 && Tag.capability(tag) != 0) {
            long moved = (long) slot(Tag.capability(tag)) << 8;
            t.registers[State.TAG] = tag & ~0xffff00L | moved;
        }
        return t;
    }

    private Capability of(Capability c) {
        List<Integer> numbers =
                switch (c.type()) {
                    case ObjectType.THREAD -> threads;
                    case ObjectType.ENDPOINT -> endpoints;
                    case ObjectType.REPLY -> replies;
                    case ObjectType.SCHEDULING_CONTEXT -> contexts;
                    default -> List.of(c.object());
                };
        int object = numbers.size() == 1 ? c.object() : numbers.get(c.object());
        int parent = c.parent() == State.NONE ? State.NONE : slot(c.parent());
        return new Capability(c.type(), object, c.rights(), c.badge(), parent);
    }

    private int slot(int i) {
        if (i >= Universe.SLOTS) {
            return Universe.SLOTS + threads.get(i - Universe.SLOTS);
        }
        if (i >= Universe.PLAY) {
            return Universe.PLAY + slots.get(i - Universe.PLAY);
        }
        if (i >= Universe.REPLY) {
            return Universe.REPLY + replies.get(i - Universe.REPLY);
        }
        if (i >= Universe.CONTEXT) {
            return Universe.CONTEXT + contexts.get(i - Universe.CONTEXT);
        }
        return i >= Universe.THREAD ? Universe.THREAD + threads.get(i - Universe.THREAD) : i;
    }

    private static int in(List<Integer> numbers, int old) {
        return old == State.NONE ? State.NONE : numbers.get(old);
    }

    private static List<Integer> all(List<Integer> numbers, List<Integer> old) {
        List<Integer> all = new ArrayList<>();
        old.forEach(each -> all.add(numbers.get(each)));
        return all;
    }
}
