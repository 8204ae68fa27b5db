package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.CallNumber;
import ristretto.abi.ThreadState;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;

/**
 * Each system call in its general form, whole, with any arguments, from any state between two entries to one in the midst of an entry, from which {@link
 * MessageProofs#settle} leads out. Capabilities that travel are {@link RemovalProofs#hand}'s matter; SIGNAL in its general form takes the model
 * checker more memory than there is, its step is {@link MessageProofs#signal}.
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

    private static void run(int number) {
        AnyWorld world = new AnyWorld();
        world.assumeOutside();
        world.withoutCapabilities();
        CProver.assume(world.core.current == world.a && world.a.state == ThreadState.RUNNING);
        world.a.registers.x28 = number;
        SystemCalls.run(world.kernel, world.a);
        world.checkInside();
        Probe.reached();
    }
}
