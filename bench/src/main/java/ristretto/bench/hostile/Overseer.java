package ristretto.bench.hostile;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.Fault;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.abi.Tag;
import ristretto.abi.UserLayout;
import ristretto.bench.Workshop;
import ristretto.magic.CallRegisters;
import ristretto.magic.Memory;
import ristretto.magic.SystemCall;
import ristretto.sdk.kernel.Frame;
import ristretto.sdk.kernel.PageTable;
import ristretto.sdk.kernel.Untyped;
import ristretto.sdk.loader.Archive;
import ristretto.sdk.loader.Grants;
import ristretto.sdk.loader.ProcessBuilder;
import ristretto.sdk.loader.ProcessPlan;
import ristretto.sdk.loader.SlotRange;

/**
 * The first process of a machine on which a {@link Hostile} one does what it likes, round after round, each with a seed of its own, until
 * so many calls were made as the archive's entry {@code orders} says (two 64-bit words: first seed, calls). After each round a {@link Victim}
 * must have what it had. What the kernel has to say about it, its debug build says by itself.
 */
public final class Overseer {
    private static final int PRIORITY = 255;
    private static final int HOSTILE_PRIORITY = 100;
    private static final int VICTIM_PRIORITY = 120;
    private static final int CALLS_OF_A_ROUND = 1000;
    private static final int ROUNDS_OF_A_LINE = 8;
    private static final long MEMORY_BYTES = 384 << 10;
    private static final int CONTEXTS = 3;
    private static final int STATES = 9;
    private static final int MORE_SLOTS = 16 + CONTEXTS;

    /** So long without a call, and the round is over. */
    private static final long PATIENCE_TICKS = 50_000;

    private static final long BUDGET_NS = 200_000;

    private final Workshop workshop = new Workshop();
    private final CallRegisters r = new CallRegisters();
    private final int faults = workshop.make(ObjectType.ENDPOINT, 0);
    private final int reply = workshop.make(ObjectType.REPLY, 0);
    private final int done = workshop.make(ObjectType.NOTIFICATION, 0);
    private final int victim = workshop.make(ObjectType.ENDPOINT, 0);
    private final int asker = workshop.freeSlot();
    private final ProcessPlan plan = workshop.plan("hostile", 1, HOSTILE_PRIORITY);
    private final Untyped ground =
            new Untyped(workshop.make(ObjectType.UNTYPED, plan.bytes(Deck.SLOTS) + MEMORY_BYTES + (256 << 10)));
    private final SlotRange slots = workshop.slots(plan.slots() + MORE_SLOTS);
    private final long[] made = new long[Hostile.KIND_COUNT];
    private final long[] granted = new long[Hostile.KIND_COUNT];

    /** Rounds that ended before their time, by the state in which the process's thread was. */
    private final int[] stopped = new int[STATES];

    public static void main(String[] arguments) {
        new Overseer().run();
    }

    private void run() {
        r.a0 = PRIORITY;
        call(CallNumber.INVOKE, RootSlot.THREAD, Operation.THREAD_SET_PRIORITY, 0);
        r.a0 = done;
        call(CallNumber.INVOKE, RootSlot.THREAD, Operation.THREAD_BIND_NOTIFICATION, 0);
        Grants grants = new Grants();
        grants.capability("test", "endpoint", victim, Rights.RECEIVE, 0);
        workshop.start("victim", grants, 1, faults, VICTIM_PRIORITY);
        workshop.own.mint(asker, workshop.own, victim, Rights.SEND, Victim.OVERSEER);
        Archive archive = Archive.ofThisProcess();
        long orders = archive.address() + archive.offset(archive.entry("orders"));
        long seed = Memory.loadLong(orders);
        long wanted = Memory.loadLong(orders + 8);
        long calls = 0;
        int rounds = 0;
        while (calls < wanted) {
            calls += round(seed + rounds, (int) Math.min(CALLS_OF_A_ROUND, wanted - calls));
            rounds++;
            if (rounds % ROUNDS_OF_A_LINE == 0) {
                workshop.log.writeLine("seeds " + seed + " to " + (seed + rounds - 1) + ": " + calls + " calls");
            }
        }
        for (int kind = 0; kind < made.length; kind++) {
            if (made[kind] > 0) {
                workshop.log.writeLine("kind " + kind + ": " + made[kind] + " made, " + granted[kind] + " granted");
            }
        }
        for (int state = 0; state < STATES; state++) {
            workshop.log.writeLine("stopped in state " + state + ": " + stopped[state] + " rounds");
        }
        workshop.log.writeLine("end " + calls + " calls, " + rounds + " rounds");
        workshop.off(0);
    }

    /** Answers how many calls the hostile process made. */
    private long round(long seed, int most) {
        slots.reset();
        Frame page = new Frame(make(ObjectType.FRAME, UserLayout.PAGE, 1));
        ProcessBuilder builder = new ProcessBuilder(workshop.own, ground, slots, plan, Deck.SLOTS);
        while (!page.map(builder.space(), Hostile.PAGE, Frame.READ_WRITE)) {
            new PageTable(make(ObjectType.PAGE_TABLE, 0, 1)).map(builder.space(), Hostile.PAGE);
        }
        Grants grants = grants(builder, seed, most);
        workshop.start(builder, grants, faults);
        builder.table().delete(grants.slotOf("own", "log"));
        watch(builder, page, most);
        long calls = page.read(Hostile.CALLS);
        long found = page.read(Hostile.FOUND);
        if (calls < most) {
            stopped[builder.thread().inspect().state()]++;
        }
        count(page);
        workshop.own.revoke(ground.slot());
        r.t4 = 0;
        int status = call(CallNumber.CALL, asker, Tag.of(Victim.CHECK, 0), 0);
        if (status != ErrorCode.OK || r.a0 != 0 || found != 0) {
            workshop.log.writeLine(
                    "FAILED seed " + seed + ": found " + found + ", victim says " + status + ": " + r.a0);
            workshop.off(1);
        }
        return Math.max(1, Math.min(calls, most));
    }

    private void count(Frame page) {
        for (int kind = 0; kind < made.length; kind++) {
            long both = page.read(Hostile.KINDS + 8L * kind);
            made[kind] += both & 0xffff_ffffL;
            granted[kind] += both >>> 32;
        }
    }

    private Grants grants(ProcessBuilder builder, long seed, int most) {
        Dice dice = new Dice(~seed);
        Grants grants = new Grants();
        grants.value("test", "seed", seed);
        grants.value("test", "calls", most);
        grants.capability("test", "table", builder.table().slot(), Rights.ALL, 0);
        grants.capability("test", "space", builder.space().slot(), Rights.ALL, 0);
        grants.capability("test", "thread", builder.thread().slot(), Rights.ALL, 0);
        grants.capability("test", "context", builder.schedulingContextSlot(), Rights.ALL, 0);
        grants.capability("test", "done", done, Rights.SEND, 1);
        grants.capability("test", "memory", make(ObjectType.UNTYPED, MEMORY_BYTES, 1), Rights.ALL, 0);
        grants.capability("test", "victim", victim, Rights.SEND, dice.next() | 1L << 40);
        grants.capability("test", "archive", RootSlot.ARCHIVE, Rights.ALL, 0);
        int contexts = make(ObjectType.SCHEDULING_CONTEXT, 0, CONTEXTS);
        for (int i = 0; i < CONTEXTS; i++) {
            workshop.scheduling.configure(contexts + i, BUDGET_NS << i, BUDGET_NS << 2 * i);
            grants.capability("test", "context-" + i, contexts + i, Rights.ALL, 0);
        }
        if (dice.oneIn(2)) {
            grants.capability("test", "scheduling", RootSlot.SCHEDULING_CONTROL, Rights.ALL, 0);
        }
        if (dice.oneIn(2)) {
            grants.capability("test", "interrupts", RootSlot.INTERRUPT_CONTROL, Rights.ALL, 0);
        }
        return grants;
    }

    /** Until it says that it is done, or makes no more calls. Calls that are none are answered, other faults are its end. */
    private void watch(ProcessBuilder builder, Frame page, int most) {
        long before = -1;
        int number = CallNumber.RECEIVE;
        long answer = 0;
        while (true) {
            r.t4 = workshop.scheduling.inspect().nowTicks() + PATIENCE_TICKS;
            int status = call(number, faults, answer, reply);
            int label = Tag.label(r.t1);
            number = CallNumber.RECEIVE;
            answer = 0;
            if (status == ErrorCode.OK && label != Tag.SIGNALLED) {
                number = CallNumber.REPLY_RECEIVE;
                int fault = label - Tag.FAULT_BASE;
                answer = Tag.of(fault >= Fault.UNKNOWN_CALL ? Fault.ANSWER_CALL : Fault.ANSWER_CALL + 1, 0);
                if (fault == Fault.FOREIGN_CALL || fault == Fault.BUDGET) {
                    r.a0 = 0;
                    call(CallNumber.INVOKE, builder.thread().slot(), Operation.THREAD_SET_FLAGS, 0);
                    answer = fault == Fault.BUDGET ? 0 : answer;
                }
                continue;
            }
            long calls = page.read(Hostile.CALLS);
            if (status == ErrorCode.OK && calls >= most || calls == before) {
                return;
            }
            before = calls;
        }
    }

    private int make(int type, long size, int count) {
        int slot = slots.take(count);
        ground.retype(type, size, workshop.own, slot, count);
        return slot;
    }

    private int call(int number, long capability, long tag, long reply) {
        r.t0 = capability;
        r.t1 = tag;
        r.t2 = reply;
        r.t3 = number;
        SystemCall.trap(r);
        return (int) r.t0;
    }
}
