package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.ThreadState;
import ristretto.proofs.Any;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;

/** Scheduling contexts: their time, whom they belong to, and to whom they are lent. */
final class ContextProofs {
    private static final String UNIVERSE = "3 threads, 1 endpoint, 1 notification, 2 replies, 2 contexts, 2 priorities";
    private static final String TIMES = "1 context, times below 2^56";
    private static final long LATEST = 1L << 56;

    /** A new period brings the whole budget and no more; there is time to run exactly where some is left. */
    @Proof(
            universe = TIMES,
            quick = true,
            planted = {
                "SchedulingContext.isEligible: drop SchedulingContext.refillAt",
                "SchedulingContext.refill: drop SchedulingContext.remaining"
            })
    static void eligible() {
        SchedulingContext context = anyTime();
        long now = anyTimeBefore(LATEST);
        long remaining = context.remaining;
        long refillAt = context.refillAt;
        boolean over = now >= refillAt && context.budget != 0;
        assert context.isEligible(now) == (context.remaining > 0);
        assert context.remaining == (over ? context.budget : remaining);
        assert context.refillAt == (over ? now + context.period : refillAt);
        assert context.remaining <= context.budget;
        Probe.reached();
    }

    @Proof(universe = TIMES, planted = "SchedulingContext.configure: drop refill()")
    static void configure() {
        SchedulingContext context = anyTime();
        long period = anyTimeBefore(LATEST);
        long budget = anyTimeBefore(period + 1);
        context.configure(budget, period, anyTimeBefore(LATEST));
        assert context.remaining == budget && context.budget == budget && context.period == period;
        Probe.reached();
    }

    /** What was used is counted across periods: no tick is lost, none counted twice. */
    @Proof(universe = TIMES, planted = "SchedulingContext.refill: drop SchedulingContext.granted")
    static void consumed() {
        SchedulingContext context = anyTime();
        long before = context.consumed();
        context.isEligible(anyTimeBefore(LATEST));
        assert context.consumed() == before;
        Probe.reached();
    }

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            quick = true,
            planted = {"Threads.unbindContext: drop SchedulingContext.thread", "Threads.unbindContext: drop unready()"})
    static void unbind() {
        AnyWorld world = new AnyWorld();
        world.assumeInside();
        Threads.unbindContext(world.core, world.one);
        assert world.one.thread == null;
        world.checkInside();
        Probe.reached();
    }

    /** As THREAD_CONFIGURE does it, with a context that no other thread has, for a thread that has lent none. */
    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            planted = {"Threads.bindContext: drop forget()", "Threads.bindContext: drop SchedulingContext.thread"})
    static void bind() {
        AnyWorld world = new AnyWorld();
        world.assumeInside();
        CProver.assume(world.a.state == ThreadState.SUSPENDED);
        CProver.assume(world.one.thread == null || world.one.thread == world.a);
        boolean had = world.a.context == world.one;
        Threads.bindContext(world.core, world.a, world.one);
        assert had || world.one.lentThrough == null;
        assert world.a.context == world.one;
        world.checkInside();
        Probe.reached();
    }

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            planted = {"Lending.pop: drop Reply.lent", "Lending.pop: drop SchedulingContext.lentThrough"})
    static void forget() {
        AnyWorld world = new AnyWorld();
        world.assumeInside();
        Lending.forget(world.one);
        assert world.one.lentThrough == null;
        world.checkInside();
        Probe.reached();
    }

    private static SchedulingContext anyTime() {
        SchedulingContext context = new SchedulingContext();
        context.budget = anyTimeBefore(LATEST);
        context.period = anyTimeBefore(LATEST);
        context.refillAt = anyTimeBefore(LATEST);
        context.remaining = Any.word();
        CProver.assume(context.budget <= context.period);
        CProver.assume(context.remaining <= context.budget && context.remaining > -LATEST);
        context.granted = anyTimeBefore(LATEST);
        return context;
    }

    private static long anyTimeBefore(long end) {
        long time = Any.word();
        CProver.assume(time >= 0 && time < end);
        return time;
    }
}
