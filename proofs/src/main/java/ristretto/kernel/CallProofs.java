package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.CallNumber;
import ristretto.abi.ThreadState;
import ristretto.proofs.Any;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;

/**
 * Each system call in its general form, whole, with any arguments, from any state between two entries to one in the midst of an entry, from which {@link
 * MessageProofs#settle} leads out. Capabilities that travel are {@link RemovalProofs#hand}'s matter.
 */
final class CallProofs {
    private static final String UNIVERSE = "3 threads, 1 endpoint, 1 notification, 2 replies, 2 contexts, 2 priorities";

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            unwind = 20,
            planted = "Endpoint.send: drop enqueue()")
    static void call() {
        run(CallNumber.CALL);
    }

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            unwind = 20,
            planted = "SystemCalls.receive: drop answer()")
    static void replyReceive() {
        run(CallNumber.REPLY_RECEIVE);
    }

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            unwind = 20,
            planted = "Endpoint.take: drop remove()")
    static void receive() {
        run(CallNumber.RECEIVE);
    }

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            unwind = 20,
            planted = "Reply.answer: drop takeOut()")
    static void reply() {
        run(CallNumber.REPLY);
    }

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            unwind = 20,
            planted = "SystemCalls.await: drop enqueue()")
    static void await() {
        run(CallNumber.WAIT);
    }

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            unwind = 20,
            planted = "Core.hand: drop Core.handed")
    static void giveWay() {
        run(CallNumber.YIELD);
    }

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            unwind = 20,
            planted = "SystemCalls.await: negate 4")
    static void poll() {
        AnyWorld world = running();
        world.a.registers.x28 = CallNumber.POLL;
        SystemCalls.run(world.kernel, world.a);
        assert world.a.state == ThreadState.RUNNING;
        world.checkInside();
        Probe.reached();
    }

    /** Slot by slot: seen at once, a signal to whatever a slot holds takes the model checker more memory than there is. */
    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            unwind = 20,
            planted = {"Core.hand: drop Core.handed", "Notification.wakeBound: drop takeOut()"})
    static void signal() {
        AnyWorld world = running();
        switch (Any.below(AnyWorld.SLOTS + 1)) {
            case 0 -> run(world, 0);
            case 1 -> run(world, 1);
            case 2 -> run(world, 2);
            case 3 -> run(world, 3);
            default -> {
                // What names no slot is refused as what names an empty one.
                world.withoutObjects();
                run(world);
            }
        }
        world.checkInside();
        Probe.reached();
    }

    private static void run(AnyWorld world, int capability) {
        world.a.registers.x5 = capability;
        run(world);
    }

    private static void run(AnyWorld world) {
        world.a.registers.x28 = CallNumber.SIGNAL;
        SystemCalls.run(world.kernel, world.a);
    }

    private static void run(int number) {
        AnyWorld world = running();
        world.a.registers.x28 = number;
        SystemCalls.run(world.kernel, world.a);
        world.checkInside();
        Probe.reached();
    }

    private static AnyWorld running() {
        AnyWorld world = new AnyWorld();
        world.assumeOutside();
        world.withoutCapabilities();
        CProver.assume(world.core.current == world.a && world.a.state == ThreadState.RUNNING);
        return world;
    }
}
