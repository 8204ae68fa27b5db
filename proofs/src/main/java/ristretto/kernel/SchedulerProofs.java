package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.ThreadState;
import ristretto.proofs.Any;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;

/**
 * The run queue. State: each thread may be ready, at any priority, anywhere in that priority's queue.
 *
 * <p>Only queues of a priority that some thread has can hold one, so only these need to be any queue before the step; after it, a queue of
 * any priority at all is looked at.
 */
final class SchedulerProofs {
    private static final int THREADS = 3;
    private static final int PRIORITIES = 64;
    private static final String UNIVERSE = "3 threads, 64 priorities";

    private final Thread a = new Thread();
    private final Thread b = new Thread();
    private final Thread c = new Thread();
    private final Scheduler scheduler = new Scheduler(PRIORITIES);

    @Proof(
            universe = UNIVERSE,
            quick = true,
            planted = {
                "Scheduler.enqueue: drop Thread.next 2",
                "Scheduler.enqueue: drop Thread.previous",
                "Scheduler.enqueue: drop mark()",
                "Scheduler.mark: negate"
            })
    static void enqueue() {
        SchedulerProofs world = anyState();
        CProver.assume(world.a.state != ThreadState.READY);
        world.a.state = ThreadState.READY;
        world.scheduler.enqueue(world.a);
        world.check();
        assert world.scheduler.last[world.a.priority] == world.a;
        Probe.reached();
    }

    @Proof(
            universe = UNIVERSE,
            planted = {
                "Scheduler.enqueueFirst: drop Thread.previous 2",
                "Scheduler.enqueueFirst: drop Thread.next",
            })
    static void enqueueFirst() {
        SchedulerProofs world = anyState();
        CProver.assume(world.a.state != ThreadState.READY);
        world.a.state = ThreadState.READY;
        world.scheduler.enqueueFirst(world.a);
        world.check();
        assert world.scheduler.first[world.a.priority] == world.a;
        Probe.reached();
    }

    @Proof(
            universe = UNIVERSE,
            planted = {
                "Scheduler.remove: drop Thread.previous",
                "Scheduler.remove: drop Thread.next",
                "Scheduler.remove: drop clear()",
                "Scheduler.clear: negate"
            })
    static void remove() {
        SchedulerProofs world = anyState();
        CProver.assume(world.a.state == ThreadState.READY);
        world.scheduler.remove(world.a);
        world.a.state = ThreadState.RUNNING;
        world.check();
        Probe.reached();
    }

    @Proof(
            universe = UNIVERSE,
            planted = {
                "Scheduler.take: drop Thread.previous",
                "Scheduler.take: drop clear()",
                "Scheduler.clear: drop Scheduler.top 2"
            })
    static void take() {
        SchedulerProofs world = anyState();
        boolean nobody = world.isOut(world.a) && world.isOut(world.b) && world.isOut(world.c);
        Thread thread = world.scheduler.take();
        assert (thread == null) == nobody;
        if (thread != null) {
            assert thread.state == ThreadState.READY;
            assert world.isOut(world.a) || world.a.priority <= thread.priority;
            assert world.isOut(world.b) || world.b.priority <= thread.priority;
            assert world.isOut(world.c) || world.c.priority <= thread.priority;
            thread.state = ThreadState.RUNNING;
        }
        world.check();
        Probe.reached();
    }

    private static SchedulerProofs anyState() {
        SchedulerProofs world = new SchedulerProofs();
        world.anyThread(world.a);
        world.anyThread(world.b);
        world.anyThread(world.c);
        world.anyQueueOf(world.a);
        world.anyQueueOf(world.b);
        world.anyQueueOf(world.c);
        CProver.assume(isQueue(world.scheduler, world.a.priority)
                && isQueue(world.scheduler, world.b.priority)
                && isQueue(world.scheduler, world.c.priority));
        CProver.assume(world.isFound(world.a) && world.isFound(world.b) && world.isFound(world.c));
        return world;
    }

    private Thread anyOfUs() {
        return switch (CProver.nondetInt()) {
            case 0 -> a;
            case 1 -> b;
            case 2 -> c;
            default -> null;
        };
    }

    private void anyThread(Thread thread) {
        thread.next = anyOfUs();
        thread.previous = anyOfUs();
        thread.priority = Any.below(PRIORITIES);
        thread.state = Any.flag() ? ThreadState.READY : ThreadState.RUNNING;
    }

    private void anyQueueOf(Thread thread) {
        if (thread.state == ThreadState.READY) {
            scheduler.first[thread.priority] = anyOfUs();
            scheduler.last[thread.priority] = anyOfUs();
            scheduler.occupied[thread.priority >> 6] |= 1L << (thread.priority & 63);
            if (thread.priority > scheduler.top) {
                scheduler.top = thread.priority;
            }
        }
    }

    private void check() {
        assert isQueue(scheduler, Any.below(PRIORITIES));
        assert isFound(a);
        assert isFound(b);
        assert isFound(c);
        int top = scheduler.top;
        assert top == Scheduler.NOBODY || top >= 0 && top < PRIORITIES && scheduler.first[top] != null;
    }

    private boolean isOut(Thread thread) {
        return thread.state != ThreadState.READY;
    }

    /** Whether the queue of a priority is well linked, of ready threads of that priority, and the bitmap tells. */
    static boolean isQueue(Scheduler scheduler, int priority) {
        Thread before = null;
        Thread thread = scheduler.first[priority];
        for (int i = 0; i < THREADS && thread != null; i++) {
            if (thread.state != ThreadState.READY || thread.priority != priority || thread.previous != before) {
                return false;
            }
            before = thread;
            thread = thread.next;
        }
        boolean occupied = (scheduler.occupied[priority >> 6] >>> (priority & 63) & 1) != 0;
        return thread == null && scheduler.last[priority] == before && occupied == (before != null);
    }

    /** Whether a thread, if it is ready, is in its queue. */
    private boolean isFound(Thread thread) {
        if (thread.state != ThreadState.READY) {
            return true;
        }
        Thread other = scheduler.first[thread.priority];
        for (int i = 0; i < THREADS && other != null; i++) {
            if (other == thread) {
                return thread.priority <= scheduler.top;
            }
            other = other.next;
        }
        return false;
    }
}
