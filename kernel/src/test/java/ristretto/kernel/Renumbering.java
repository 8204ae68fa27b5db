package ristretto.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import ristretto.abi.Tag;
import ristretto.abi.ThreadState;
import ristretto.specification.State;

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
                            if (each.fits(one, other) && Encoding.haveOneFuture(each.of(one), other)) {
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

    /** The slots tell most pairs apart, and cheaply. */
    private boolean fits(State one, State other) {
        for (int i = 0; i < Universe.MORE; i++) {
            State.Slot from = one.root().slot(i);
            State.Slot to = other.root().slot(slot(i));
            if (from.type() != to.type() || from.rights != to.rights || from.badge != to.badge) {
                return false;
            }
        }
        return true;
    }

    State of(State s) {
        State to = s.copy();
        List<State.Slot> slots = to.root().slots();
        List<State.Slot> old = List.copyOf(slots);
        for (int i = 0; i < old.size(); i++) {
            slots.set(slot(i), old.get(i));
        }
        renumber(to, State.Thread.class, threads);
        renumber(to, State.Endpoint.class, endpoints);
        renumber(to, State.Reply.class, replies);
        renumber(to, State.Context.class, contexts);
        for (int i = 0; i < slots.size(); i++) {
            slots.get(i).rank = Universe.ALL.rank(i);
        }
        to.each(State.Thread.class).forEach(this::renumberSlots);
        return to;
    }

    private static void renumber(State to, Class<?> type, List<Integer> numbers) {
        List<State.KernelObject> like =
                to.objects.stream().filter(type::isInstance).toList();
        List<Integer> places = like.stream().map(object -> object.number).toList();
        for (int i = 0; i < places.size(); i++) {
            to.put(places.get(numbers.get(i)), like.get(i));
        }
        to.put(to.root().number, to.root());
    }

    private void renumberSlots(State.Thread t) {
        boolean known = t.receiveSlot >= 0 && t.receiveSlot < Universe.MORE;
        t.receiveSlot = known ? slot(t.receiveSlot) : t.receiveSlot;
        Long tag = t.registers[State.Thread.TAG];
        if (t.state == ThreadState.SENDING && t.fault == 0 && Tag.capability(tag) != 0) {
            long moved = (long) slot(Tag.capability(tag)) << 8;
            t.registers[State.Thread.TAG] = tag & ~0xffff00L | moved;
        }
    }

    private int slot(int i) {
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
}
