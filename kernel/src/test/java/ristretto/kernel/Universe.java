package ristretto.kernel;

import static ristretto.specification.Action.call;
import static ristretto.specification.Action.invoke;

import java.util.ArrayList;
import java.util.List;
import ristretto.abi.CallNumber;
import ristretto.abi.Fault;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.Tag;
import ristretto.specification.Action;
import ristretto.specification.State;

/**
 * What can be done in a {@link SmallWorld}. Like things are treated alike: what is there for one thread, endpoint, slot,
 * Reply or context is there for each, which is what makes states that differ in numbers only equal.
 */
enum Universe {
    /** Callers, servers, signals, faults, priorities. */
    MESSAGES,
    /** Copy, mint, move, delete, revoke, and capabilities that travel, with all objects in use. */
    CAPABILITIES,
    /** Budgets, loans to passive servers, deadlines. */
    TIME,
    /** All of these. */
    ALL;

    static final int THREADS = 3;
    static final int ENDPOINTS = 2;
    static final int REPLIES = 2;
    static final int CONTEXTS = 2;

    // ---- where capabilities are
    static final int TABLE = 1;
    static final int CONTROL = 2;
    static final int THREAD = 3;
    static final int CONTEXT = THREAD + THREADS;
    static final int REPLY = CONTEXT + CONTEXTS;
    /** First of the slots that are played with: the endpoints', the notification's, and free ones. */
    static final int PLAY = REPLY + REPLIES;

    static final int PLAYED = 6;
    static final int SLOTS = PLAY + PLAYED;

    static final long START = 1000;
    static final long BUDGET = 2;
    static final long PERIOD = 5;
    static final long SIGNAL_BADGE = 4;
    private static final int LOW = 10;
    private static final int HIGH = 20;
    private static final long SOON = 3;

    /** How a world begins: the priorities of the threads, and what is done before anything is tried. */
    record Beginning(String name, int[] priorities, List<Action> actions) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The third thread has no context of its own; in the second of these it is a passive server. */
    static final List<Beginning> BEGINNINGS = List.of(
            new Beginning("two equals", new int[] {LOW, LOW, LOW}, List.of(resume(1))),
            new Beginning(
                    "a passive server",
                    new int[] {LOW, LOW, HIGH},
                    List.of(
                            setContext(1, 0),
                            setContext(2, CONTEXT + 1),
                            resume(2),
                            call("receive", CallNumber.RECEIVE, PLAY, 0, REPLY, 0),
                            setContext(2, 0),
                            setContext(1, CONTEXT + 1),
                            resume(1))));

    /** Everything that might be done in a state: what names an empty slot does so for the first of them only. */
    List<Action> actions(State state) {
        List<Action> all = new ArrayList<>();
        boolean messages = this == MESSAGES || this == ALL;
        boolean capabilities = this == CAPABILITIES || this == ALL;
        boolean time = this == TIME || this == ALL;
        int free = free(state);
        all.add(Action.time(1));
        all.add(Action.time(time ? PERIOD : BUDGET));
        if (state.running == State.NONE) {
            return all;
        }
        List<Integer> named = named(state);
        for (int slot : named) {
            calls(all, slot, time, capabilities, free);
            signals(all, slot, time);
        }
        replies(all, capabilities, free, named);
        all.add(call("yield", CallNumber.YIELD, 0, 0, 0, 0));
        for (int i = 0; i < THREADS; i++) {
            threads(all, i, messages, time, named);
        }
        if (messages) {
            all.add(Action.fault(Fault.LOAD_PAGE, 13, 0x123));
            all.add(call("unknown call", 17, 0, 0, 0, 0));
        }
        if (time) {
            for (int i = 0; i < CONTEXTS; i++) {
                contexts(all, i);
            }
        }
        if (capabilities) {
            table(all, named, free);
        }
        return all;
    }

    private static Action resume(int thread) {
        return invoke("resume " + (THREAD + thread), THREAD + thread, Operation.THREAD_RESUME);
    }

    private static Action setContext(int thread, int context) {
        return invoke("context " + (THREAD + thread), THREAD + thread, Operation.THREAD_SET_CONTEXT, context);
    }

    private static int free(State state) {
        for (int slot = PLAY; slot < SLOTS; slot++) {
            if (state.slots[slot] == null) {
                return slot;
            }
        }
        return PLAY;
    }

    /** Filled slots, and the first empty one. */
    private static List<Integer> named(State state) {
        List<Integer> named = new ArrayList<>();
        boolean empty = false;
        for (int slot = PLAY; slot < SLOTS; slot++) {
            if (state.slots[slot] != null || !empty) {
                named.add(slot);
                empty |= state.slots[slot] == null;
            }
        }
        return named;
    }

    private static long receiving(int reply, int slot) {
        return REPLY + reply | (long) slot << 32;
    }

    private static void calls(List<Action> all, int slot, boolean deadlines, boolean capabilities, int free) {
        all.add(call("call " + slot, CallNumber.CALL, slot, Tag.of(1, 2), 0, 0));
        for (int reply = 0; reply < REPLIES; reply++) {
            String with = slot + ", reply " + (REPLY + reply);
            all.add(call("receive " + with, CallNumber.RECEIVE, slot, 0, receiving(reply, 0), 0));
            all.add(call(
                    "reply and receive " + with, CallNumber.REPLY_RECEIVE, slot, Tag.of(0, 9), receiving(reply, 0), 0));
            if (deadlines) {
                all.add(call("receive until " + with, CallNumber.RECEIVE, slot, 0, receiving(reply, 0), SOON));
                all.add(call(
                        "reply and receive, late " + with,
                        CallNumber.REPLY_RECEIVE,
                        slot,
                        Tag.of(0, 0),
                        receiving(reply, 0),
                        Action.PAST));
            }
            if (capabilities) {
                all.add(call(
                        "receive with slot " + free + " " + with,
                        CallNumber.RECEIVE,
                        slot,
                        0,
                        receiving(reply, free),
                        0));
            }
        }
        if (deadlines) {
            all.add(call("call until " + slot, CallNumber.CALL, slot, Tag.of(2, 9), 0, SOON));
            all.add(call("call late " + slot, CallNumber.CALL, slot, Tag.of(2, 9), 0, Action.PAST));
        }
        if (capabilities) {
            for (int rights : new int[] {Rights.ALL, Rights.SEND}) {
                all.add(call(
                        "call " + slot + " with capability " + slot + " rights " + rights,
                        CallNumber.CALL,
                        slot,
                        Tag.withCapability(Tag.of(1, 1), slot, rights),
                        (long) free << 32,
                        0));
            }
        }
    }

    private static void signals(List<Action> all, int slot, boolean deadlines) {
        all.add(call("signal " + slot, CallNumber.SIGNAL, slot, 0, 0, 0));
        all.add(call("wait " + slot, CallNumber.WAIT, slot, 0, 0, 0));
        all.add(call("poll " + slot, CallNumber.POLL, slot, 0, 0, 0));
        if (deadlines) {
            all.add(call("wait until " + slot, CallNumber.WAIT, slot, 0, 0, SOON));
        }
    }

    private static void replies(List<Action> all, boolean capabilities, int free, List<Integer> named) {
        for (int i = 0; i < REPLIES; i++) {
            int slot = REPLY + i;
            all.add(call("reply " + slot, CallNumber.REPLY, 0, Tag.of(0, 3), slot, 0));
            all.add(call("reply 1 " + slot, CallNumber.REPLY, 0, Tag.of(1, 8), slot, 0));
            if (capabilities) {
                for (int sent : named) {
                    long tag = Tag.withCapability(Tag.of(0, 0), sent, Rights.ALL);
                    all.add(call("reply " + slot + " with capability " + sent, CallNumber.REPLY, 0, tag, slot, 0));
                }
            }
        }
    }

    private static void threads(List<Action> all, int i, boolean messages, boolean time, List<Integer> named) {
        int slot = THREAD + i;
        all.add(resume(i));
        all.add(invoke("suspend " + slot, slot, Operation.THREAD_SUSPEND));
        if (messages) {
            all.add(invoke("priority " + slot, slot, Operation.THREAD_SET_PRIORITY, LOW));
            all.add(invoke("priority " + slot, slot, Operation.THREAD_SET_PRIORITY, HIGH));
            all.add(invoke("redirect " + slot, slot, Operation.THREAD_REDIRECT, 0x2_0000));
            all.add(invoke("start " + slot, slot, Operation.THREAD_START, 0x3_0000, 0x4_0000, 5));
            all.add(invoke("bind " + slot, slot, Operation.THREAD_BIND_NOTIFICATION, 0));
            for (int notification : named) {
                all.add(invoke("bind " + slot, slot, Operation.THREAD_BIND_NOTIFICATION, notification));
            }
            all.add(invoke("foreign " + slot, slot, Operation.THREAD_SET_FLAGS, Operation.FOREIGN));
            all.add(invoke("own " + slot, slot, Operation.THREAD_SET_FLAGS, 0));
        }
        for (int context = 0; context < CONTEXTS; context++) {
            all.add(setContext(i, CONTEXT + context));
        }
        all.add(setContext(i, 0));
        if (time) {
            all.add(invoke("budget faults " + slot, slot, Operation.THREAD_SET_FLAGS, Operation.FAULT_ON_BUDGET));
            all.add(invoke("no budget faults " + slot, slot, Operation.THREAD_SET_FLAGS, 0));
            all.add(invoke("inspect " + slot, slot, Operation.THREAD_INSPECT));
        }
    }

    private static void contexts(List<Action> all, int i) {
        int slot = CONTEXT + i;
        long tick = 10_000;
        all.add(invoke("configure", CONTROL, Operation.SCHEDULING_CONFIGURE, slot, BUDGET * tick, PERIOD * tick));
        all.add(invoke("configure", CONTROL, Operation.SCHEDULING_CONFIGURE, slot, tick, tick));
        all.add(invoke("configure wrongly", CONTROL, Operation.SCHEDULING_CONFIGURE, slot, 2 * tick, tick));
        all.add(invoke("delete " + slot, TABLE, Operation.TABLE_DELETE, slot));
    }

    private static void table(List<Action> all, List<Integer> named, int free) {
        for (int slot : named) {
            all.add(invoke("copy", TABLE, Operation.TABLE_COPY, free, TABLE, slot, Rights.ALL));
            all.add(invoke("copy", TABLE, Operation.TABLE_COPY, free, TABLE, slot, Rights.RECEIVE));
            all.add(invoke("mint", TABLE, Operation.TABLE_MINT, free, TABLE, slot, Rights.ALL, 1));
            all.add(invoke("mint", TABLE, Operation.TABLE_MINT, free, TABLE, slot, Rights.SEND, 2));
            all.add(invoke("move", TABLE, Operation.TABLE_MOVE, free, TABLE, slot));
            all.add(invoke("delete", TABLE, Operation.TABLE_DELETE, slot));
            all.add(invoke("revoke", TABLE, Operation.TABLE_REVOKE, slot));
            all.add(invoke("inspect", TABLE, Operation.TABLE_INSPECT, slot));
        }
        for (int slot = THREAD; slot < PLAY; slot++) {
            all.add(invoke("copy", TABLE, Operation.TABLE_COPY, free, TABLE, slot, Rights.ALL));
            all.add(invoke("move", TABLE, Operation.TABLE_MOVE, free, TABLE, slot));
            all.add(invoke("delete", TABLE, Operation.TABLE_DELETE, slot));
            all.add(invoke("revoke", TABLE, Operation.TABLE_REVOKE, slot));
        }
    }
}
