package ristretto.kernel;

import static ristretto.specification.Action.call;
import static ristretto.specification.Action.invoke;

import java.util.ArrayList;
import java.util.List;
import ristretto.abi.CallNumber;
import ristretto.abi.Fault;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.Tag;
import ristretto.abi.UserLayout;
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
    ALL,
    /** Threads that are configured anew, with message pages, fault endpoints and contexts in any order. */
    CONFIGURATION,
    /** Lines, what they are bound to, and devices that interrupt at any time. */
    INTERRUPTS,
    /** Two spaces, page tables, frames of three sizes. */
    MAPPINGS,
    /** What untyped memory becomes, down to untyped memory and tables, and how it comes back. */
    OBJECTS;

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
    /** Behind these lies what only some universes have, in this order. */
    static final int MORE = PLAY + PLAYED;

    static final int INTERRUPT_CONTROL = MORE;
    static final int SPACE = MORE;
    static final int PAGE = MORE + 1;
    static final int OTHER_PAGE = MORE + 2;
    static final int UNTYPED = MORE + 2;
    static final int OTHER_SPACE = MORE + 2;
    static final int PAGE_TABLE = MORE + 3;
    static final int PAGE_TABLES = 3;
    static final int TWO_PAGES = PAGE_TABLE + PAGE_TABLES;
    static final int LARGE_PAGE = TWO_PAGES + 1;

    static final int LINES = 2;
    static final int UNTYPED_BYTES = 0x6000;
    private static final long FREE = 0x4000_0000L;
    private static final long ADDRESS = 0x20_0000L;

    static final long START = 1000;
    static final long BUDGET = 2;
    static final long PERIOD = 5;
    static final long SIGNAL_BADGE = 4;
    private static final int LOW = 10;
    private static final int HIGH = 20;
    private static final long SOON = 3;

    /** How a world begins: the priorities of the threads, and what is done before anything is tried. */
    record Beginning(Universe universe, String name, int[] priorities, List<Action> actions) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The third thread has no context of its own; in the second of these it is a passive server. */
    List<Beginning> beginnings() {
        Beginning equals = new Beginning(this, "two equals", new int[] {LOW, LOW, LOW}, List.of(resume(1)));
        Beginning passive = new Beginning(
                this,
                "a passive server",
                new int[] {LOW, LOW, HIGH},
                List.of(
                        setContext(1, 0),
                        setContext(2, CONTEXT + 1),
                        resume(2),
                        call("receive", CallNumber.RECEIVE, PLAY, 0, REPLY, 0),
                        setContext(2, 0),
                        setContext(1, CONTEXT + 1),
                        resume(1)));
        return switch (this) {
            case MESSAGES, CAPABILITIES, TIME, ALL -> List.of(equals, passive);
            case CONFIGURATION -> List.of(new Beginning(this, "one thread", new int[] {LOW, LOW, LOW}, List.of()));
            case INTERRUPTS ->
                List.of(new Beginning(
                        this,
                        "a bound line",
                        new int[] {LOW, HIGH, LOW},
                        List.of(
                                resume(1),
                                line(1, PLAY + 3),
                                bindLine(PLAY + 3, PLAY + ENDPOINTS),
                                call("wait", CallNumber.WAIT, PLAY + ENDPOINTS, 0, 0, 0))));
            case MAPPINGS ->
                List.of(new Beginning(
                        this, "one table", new int[] {LOW, LOW, LOW}, List.of(mapTable(PAGE_TABLE, SPACE, ADDRESS))));
            case OBJECTS ->
                List.of(new Beginning(
                        this,
                        "an empty place",
                        new int[] {LOW, LOW, LOW},
                        List.of(
                                invoke("delete", TABLE, Operation.TABLE_DELETE, PLAY + 1),
                                invoke("delete", TABLE, Operation.TABLE_DELETE, PLAY + 2))));
        };
    }

    /** Which slots are alike. */
    int rank(int slot) {
        return slot < THREAD ? slot : slot < PLAY ? 100 : slot < MORE ? 101 : 1000 + slot;
    }

    int slots() {
        return switch (this) {
            case MESSAGES, CAPABILITIES, TIME, ALL -> MORE;
            case INTERRUPTS -> MORE + 1;
            case CONFIGURATION, OBJECTS -> MORE + 3;
            case MAPPINGS -> LARGE_PAGE + 1;
        };
    }

    boolean hasLines() {
        return this == INTERRUPTS;
    }

    boolean hasMemory() {
        return this == MAPPINGS || this == OBJECTS;
    }

    /** Everything that might be done in a state: what names an empty slot does so for the first of them only. */
    List<Action> actions(State state) {
        List<Action> all = new ArrayList<>();
        switch (this) {
            case MESSAGES, CAPABILITIES, TIME, ALL -> common(all, state);
            case CONFIGURATION -> configuration(all, state);
            case INTERRUPTS -> interrupts(all, state);
            case MAPPINGS -> mappings(all, state);
            case OBJECTS -> objects(all, state);
        }
        return all;
    }

    private void common(List<Action> all, State state) {
        boolean messages = this == MESSAGES || this == ALL;
        boolean capabilities = this == CAPABILITIES || this == ALL;
        boolean time = this == TIME || this == ALL;
        int free = free(state);
        all.add(Action.time(1));
        all.add(Action.time(time ? PERIOD : BUDGET));
        if (state.running == null) {
            return;
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
    }

    private static Action resume(int thread) {
        return invoke("resume " + (THREAD + thread), THREAD + thread, Operation.THREAD_RESUME);
    }

    private static Action setContext(int thread, int context) {
        return invoke("context " + (THREAD + thread), THREAD + thread, Operation.THREAD_SET_CONTEXT, context);
    }

    private static State.KernelObject object(State state, int slot) {
        return state.root().slot(slot).object;
    }

    private static int free(State state) {
        for (int slot = PLAY; slot < MORE; slot++) {
            if (object(state, slot) == null) {
                return slot;
            }
        }
        return PLAY;
    }

    /** Filled slots, and the first empty one. */
    private static List<Integer> named(State state) {
        List<Integer> named = new ArrayList<>();
        boolean empty = false;
        for (int slot = PLAY; slot < MORE; slot++) {
            if (object(state, slot) != null || !empty) {
                named.add(slot);
                empty |= object(state, slot) == null;
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

    // ---- the universes with more than that

    private static Action line(int line, int slot) {
        return invoke("line", INTERRUPT_CONTROL, Operation.INTERRUPT_GET_LINE, line, TABLE, slot);
    }

    private static Action bindLine(int line, int notification) {
        return invoke("bind line " + line, line, Operation.INTERRUPT_BIND, notification);
    }

    private static Action mapTable(int table, int space, long address) {
        return invoke("map table " + table, table, Operation.PAGE_TABLE_MAP, space, address);
    }

    private static Action configure(int thread, int page, int faults, int context, int priority) {
        String name = "configure " + thread;
        return invoke(name, thread, Operation.THREAD_CONFIGURE, SPACE, TABLE, page, faults, context, priority);
    }

    private static void ends(List<Action> all, int slot) {
        all.add(invoke("delete", TABLE, Operation.TABLE_DELETE, slot));
        all.add(invoke("revoke", TABLE, Operation.TABLE_REVOKE, slot));
    }

    private static void configuration(List<Action> all, State state) {
        all.add(Action.time(BUDGET));
        if (state.running == null) {
            return;
        }
        List<Integer> named = named(state);
        for (int i = 0; i < THREADS; i++) {
            int slot = THREAD + i;
            for (int context = 0; context < CONTEXTS; context++) {
                for (int page = PAGE; page <= OTHER_PAGE; page++) {
                    all.add(configure(slot, page, 0, CONTEXT + context, LOW));
                    all.add(configure(slot, page, PLAY, CONTEXT + context, HIGH));
                }
                all.add(setContext(i, CONTEXT + context));
            }
            all.add(configure(slot, PAGE, PLAY + ENDPOINTS, CONTEXT, LOW));
            all.add(configure(slot, SPACE, 0, CONTEXT, LOW));
            all.add(configure(slot, PAGE, 0, CONTEXT, 256));
            all.add(setContext(i, 0));
            all.add(resume(i));
            all.add(invoke("suspend " + slot, slot, Operation.THREAD_SUSPEND));
            all.add(invoke("start " + slot, slot, Operation.THREAD_START, 0x3_0000, 0x4_0000, 5));
            ends(all, slot);
        }
        for (int slot : named) {
            calls(all, slot, false, false, PLAY);
            ends(all, slot);
        }
        replies(all, false, PLAY, named);
        for (int slot = SPACE; slot <= OTHER_PAGE; slot++) {
            all.add(invoke("copy", TABLE, Operation.TABLE_COPY, free(state), TABLE, slot, Rights.READ));
            ends(all, slot);
        }
        for (int context = 0; context < CONTEXTS; context++) {
            ends(all, CONTEXT + context);
        }
        ends(all, TABLE);
        all.add(Action.fault(Fault.LOAD_PAGE, 13, 0x123));
    }

    private static void interrupts(List<Action> all, State state) {
        all.add(Action.time(BUDGET));
        for (int line = 1; line <= LINES; line++) {
            all.add(Action.interrupt(line));
        }
        if (state.running == null) {
            return;
        }
        List<Integer> named = named(state);
        int free = free(state);
        for (int line = 0; line <= LINES + 1; line++) {
            all.add(line(line, free));
        }
        for (int slot : named) {
            all.add(invoke("acknowledge " + slot, slot, Operation.INTERRUPT_ACKNOWLEDGE));
            all.add(bindLine(slot, 0));
            for (int to : named) {
                all.add(bindLine(slot, to));
            }
            signals(all, slot, false);
            all.add(call("receive", CallNumber.RECEIVE, slot, 0, REPLY, 0));
            all.add(invoke("copy", TABLE, Operation.TABLE_COPY, free, TABLE, slot, Rights.ALL));
            all.add(invoke("copy", TABLE, Operation.TABLE_COPY, free, TABLE, slot, Rights.RECEIVE));
            all.add(invoke("mint", TABLE, Operation.TABLE_MINT, free, TABLE, slot, Rights.ALL, 1));
            all.add(invoke("move", TABLE, Operation.TABLE_MOVE, free, TABLE, slot));
            all.add(invoke("inspect", TABLE, Operation.TABLE_INSPECT, slot));
            ends(all, slot);
            for (int i = 0; i < THREADS; i++) {
                all.add(invoke("bind", THREAD + i, Operation.THREAD_BIND_NOTIFICATION, slot));
            }
        }
        ends(all, INTERRUPT_CONTROL);
        for (int i = 0; i < THREADS; i++) {
            all.add(resume(i));
            all.add(invoke("suspend", THREAD + i, Operation.THREAD_SUSPEND));
        }
    }

    private static void mappings(List<Action> all, State state) {
        if (state.running == null) {
            all.add(Action.time(PERIOD));
            return;
        }
        int free = free(state);
        List<Integer> frames = new ArrayList<>(named(state));
        frames.addAll(List.of(PAGE, TWO_PAGES, LARGE_PAGE));
        for (int frame : frames) {
            for (int space : new int[] {SPACE, OTHER_SPACE}) {
                for (long address : new long[] {ADDRESS, ADDRESS + 0x1000, FREE}) {
                    for (int rights : new int[] {Rights.READ, Rights.READ | Rights.WRITE, Rights.EXECUTE}) {
                        all.add(mapFrame(frame, space, address, rights));
                    }
                }
            }
            all.add(mapFrame(frame, SPACE, ADDRESS, Rights.WRITE));
            all.add(mapFrame(frame, SPACE, ADDRESS + 1, Rights.READ));
            all.add(mapFrame(frame, SPACE, 0, Rights.READ));
            all.add(mapFrame(frame, SPACE, ADDRESS - 0x1000, Rights.READ));
            all.add(mapFrame(frame, SPACE, UserLayout.LIMIT, Rights.READ));
            all.add(invoke("unmap " + frame, frame, Operation.FRAME_UNMAP));
            all.add(invoke("copy", TABLE, Operation.TABLE_COPY, free, TABLE, frame, Rights.ALL));
            all.add(invoke("copy", TABLE, Operation.TABLE_COPY, free, TABLE, frame, Rights.READ));
            all.add(invoke("move", TABLE, Operation.TABLE_MOVE, free, TABLE, frame));
            all.add(invoke("inspect", TABLE, Operation.TABLE_INSPECT, frame));
            ends(all, frame);
        }
        for (int table = PAGE_TABLE; table < PAGE_TABLE + PAGE_TABLES; table++) {
            for (int space : new int[] {SPACE, OTHER_SPACE}) {
                all.add(mapTable(table, space, ADDRESS + 0x1234));
                all.add(mapTable(table, space, FREE));
            }
            all.add(mapTable(table, SPACE, UserLayout.LIMIT));
            ends(all, table);
        }
        ends(all, SPACE);
        ends(all, OTHER_SPACE);
        all.add(configure(THREAD + 2, PAGE, 0, CONTEXT + 1, LOW));
    }

    private static Action mapFrame(int frame, int space, long address, int rights) {
        return invoke("map frame " + frame, frame, Operation.FRAME_MAP, space, address, rights);
    }

    private static void objects(List<Action> all, State state) {
        all.add(Action.time(BUDGET));
        if (state.running == null) {
            return;
        }
        int free = free(state);
        List<Integer> named = named(state);
        List<Integer> sources = new ArrayList<>(named);
        sources.add(UNTYPED);
        for (int source : sources) {
            if (source == UNTYPED || object(state, source) instanceof State.Untyped) {
                for (int type = ObjectType.UNTYPED - 1; type <= ObjectType.REPLY + 1; type++) {
                    all.add(retype(source, type, usualSize(type), free, 1));
                }
                all.add(retype(source, ObjectType.FRAME, 0x6000, free, 1));
                all.add(retype(source, ObjectType.FRAME, 0x1001, free, 1));
                all.add(retype(source, ObjectType.UNTYPED, 0, free, 1));
                all.add(retype(source, ObjectType.CAP_TABLE, 4097, free, 1));
                all.add(retype(source, ObjectType.CAP_TABLE, 2048, free, 3));
                all.add(retype(source, ObjectType.ENDPOINT, 1, free, 1));
                all.add(retype(source, ObjectType.ENDPOINT, 0, free, 2));
                all.add(retype(source, ObjectType.ADDRESS_SPACE, 0, free, 2));
                all.add(retype(source, ObjectType.REPLY, 0, free, 65));
                all.add(retype(source, ObjectType.REPLY, 0, -1, 1));
                all.add(invoke("inspect untyped", source, Operation.UNTYPED_INSPECT));
            }
            all.add(invoke("copy", TABLE, Operation.TABLE_COPY, free, TABLE, source, Rights.ALL));
            all.add(invoke("copy", TABLE, Operation.TABLE_COPY, free, TABLE, source, 0));
            all.add(invoke("inspect", TABLE, Operation.TABLE_INSPECT, source));
            ends(all, source);
        }
        for (int slot : named) {
            switch (object(state, slot)) {
                case State.Table table -> {
                    for (int source : sources) {
                        all.add(invoke("copy into " + slot, slot, Operation.TABLE_COPY, 1, TABLE, source, Rights.ALL));
                        all.add(invoke("move into " + slot, slot, Operation.TABLE_MOVE, 1, TABLE, source));
                    }
                    all.add(invoke("move out of " + slot, TABLE, Operation.TABLE_MOVE, free, slot, 1));
                    all.add(invoke("delete in " + slot, slot, Operation.TABLE_DELETE, 1));
                    all.add(invoke("revoke in " + slot, slot, Operation.TABLE_REVOKE, 1));
                }
                case State.Thread thread -> {
                    all.add(configure(slot, PAGE, 0, CONTEXT + 1, LOW));
                    all.add(invoke("start " + slot, slot, Operation.THREAD_START, 0x3_0000, 0x4_0000, 5));
                    all.add(invoke("resume " + slot, slot, Operation.THREAD_RESUME));
                }
                case State.Endpoint endpoint -> calls(all, slot, false, false, PLAY);
                case State.Notification notification -> signals(all, slot, false);
                case State.PageTable table -> all.add(mapTable(slot, SPACE, ADDRESS));
                case State.Frame frame -> all.add(mapFrame(slot, SPACE, ADDRESS, Rights.READ));
                case null, default -> {}
            }
        }
        for (int i = 0; i < THREADS; i++) {
            all.add(resume(i));
        }
    }

    private static long usualSize(int type) {
        return switch (type) {
            case ObjectType.UNTYPED -> 0x2000;
            case ObjectType.CAP_TABLE -> 2;
            case ObjectType.FRAME -> 0x1000;
            default -> 0;
        };
    }

    private static Action retype(int source, int type, long size, int slot, int count) {
        return invoke("retype " + source, source, Operation.UNTYPED_RETYPE, type, size, TABLE, slot, count);
    }
}
