package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.ThreadState;
import ristretto.proofs.Any;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;

/**
 * The fast paths, with any arguments, from any state between two entries to another. Where one says that it did nothing, the caller still
 * runs.
 */
final class FastPathProofs {
    private static final String UNIVERSE = "3 threads, 1 endpoint, 1 notification, 2 replies, 2 contexts, 2 priorities";

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            unwind = 30,
            planted = {
                "FastPath.call: drop Reply.receiver",
                "FastPath.call: drop SchedulingContext.lentThrough",
                "FastPath.goOn: drop Core.current"
            })
    static void call() {
        AnyWorld world = running();
        Thread next = FastPath.call(world.core, world.a, Any.word(), Any.word(), Any.word());
        end(world, next);
    }

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            unwind = 30,
            planted = {
                "FastPath.replyReceive: drop Reply.caller",
                "FastPath.replyReceive: drop Reply.lent",
                "FastPath.replyReceive: drop pushReceiver()"
            })
    static void replyReceive() {
        AnyWorld world = running();
        Thread next = FastPath.replyReceive(world.core, world.a, Any.word(), Any.word(), Any.word());
        if (next != null) {
            // As the trap's way out does it: a fault that is answered is over.
            next.faultKind = 0;
        }
        end(world, next);
    }

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            quick = true,
            planted = {"FastPath.signal: drop enqueue()", "FastPath.signal: drop Thread.state"})
    static void signal() {
        AnyWorld world = running();
        FastPath.signal(world.core, world.a, Any.word());
        assert world.core.current == world.a;
        world.checkOutside();
        Probe.reached();
    }

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            planted = {"FastPath.await: drop enqueue()", "FastPath.await: drop Thread.state"})
    static void await() {
        AnyWorld world = running();
        Thread next = FastPath.await(world.core, world.a, Any.word());
        end(world, next);
    }

    private static AnyWorld running() {
        AnyWorld world = new AnyWorld();
        world.assumeOutside();
        CProver.assume(world.core.current == world.a);
        return world;
    }

    private static void end(AnyWorld world, Thread next) {
        assert world.core.current == (next == null ? world.a : next);
        assert world.core.current.state == ThreadState.RUNNING;
        world.checkOutside();
        if (next != null && next != world.a) {
            Probe.reached();
        }
    }
}
