package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.ErrorCode;
import ristretto.abi.ThreadState;
import ristretto.proofs.Any;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;

/**
 * The steps that messages and signals are made of, each from any state in the midst of an entry into the kernel to another such state; and
 * the last of them, which decides who runs, to a state between two entries. Whatever a call is composed of keeps the invariant, therefore.
 */
final class MessageProofs {
    private static final String UNIVERSE = "3 threads, 1 endpoint, 1 notification, 2 replies, 2 contexts, 2 priorities";

    @Proof(
            universe = UNIVERSE,
            unwind = 200, // for the tables of address spaces, made by a static initialiser on the way
            standIns = {"TimerWheel", "Bits"},
            planted = {"Core.settle: drop Core.handed", "Core.change: drop Core.current"})
    static void settle() {
        AnyWorld world = new AnyWorld();
        world.assumeInside();
        world.core.settle();
        world.checkOutside();
        Probe.reached();
    }

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            quick = true,
            planted = {"WaitPlace.removeFirst: drop Thread.previous", "Core.hand: drop queueHanded()"})
    static void signal() {
        AnyWorld world = new AnyWorld();
        world.assumeInside();
        world.notification.signal(world.core, Any.word());
        world.checkInside();
        Probe.reached();
    }

    /** A message, or a fault, of the running thread. Before it may be lent its context once more, the call looks at that. */
    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            planted = {"Reply.hold: drop Reply.caller", "Lending.lend: drop Thread.context"})
    static void send() {
        AnyWorld world = new AnyWorld();
        world.assumeInside();
        world.withoutCapabilities();
        CProver.assume(world.a.state == ThreadState.RUNNING);
        world.endpoint.send(world.core, world.a, Any.word(), Any.word());
        world.checkInside();
        Probe.reached();
    }

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            planted = {"Core.takeOut: drop Reply.caller", "Lending.giveBack: drop pop()"})
    static void answer() {
        AnyWorld world = new AnyWorld();
        world.assumeInside();
        world.withoutCapabilities();
        CProver.assume(world.a.state == ThreadState.RUNNING && world.first.caller != null);
        world.first.answer(world.core, world.a);
        world.checkInside();
        Probe.reached();
    }

    /** A server without a message to take waits for one. */
    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            planted = {"Endpoint.waitForMessage: drop Reply.receiver", "Endpoint.pushReceiver: drop Thread.previous 2"})
    static void waitForMessage() {
        AnyWorld world = new AnyWorld();
        world.assumeInside();
        CProver.assume(world.a.state == ThreadState.RUNNING && world.endpoint.first == null);
        CProver.assume(world.first.receiver == null && world.first.caller == null);
        world.endpoint.waitForMessage(world.core, world.a, world.first, Any.word());
        world.checkInside();
        Probe.reached();
    }

    /** Whatever any thread does, it is stopped. */
    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            planted = {"Core.takeOut: drop Reply.receiver", "Core.suspend: drop Thread.faultKind"})
    static void suspend() {
        AnyWorld world = new AnyWorld();
        world.assumeInside();
        world.core.suspend(world.a);
        assert world.a.state == ThreadState.SUSPENDED;
        world.checkInside();
        Probe.reached();
    }

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            planted = "Core.endWait: drop Thread.faultKind")
    static void endWait() {
        AnyWorld world = new AnyWorld();
        world.assumeInside();
        CProver.assume(world.a.isWaiting());
        world.core.endWait(world.a, ErrorCode.TIMED_OUT);
        assert !world.a.isWaiting();
        world.checkInside();
        Probe.reached();
    }

    /** A thread that has no notification gets one that no other has; bits that are there reach it at once if it waits for messages. */
    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            planted = {"Notification.bind: drop Thread.bound", "Notification.wakeBound: drop takeOut()"})
    static void bind() {
        AnyWorld world = new AnyWorld();
        world.assumeInside();
        CProver.assume(world.a.bound == null && world.notification.bound == null);
        world.notification.bind(world.core, world.a);
        world.checkInside();
        Probe.reached();
    }
}
