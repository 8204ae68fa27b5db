package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.CallNumber;
import ristretto.proofs.Any;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;

/** System calls of messages and signals, from any state of the {@link Universe} and with any arguments. */
final class MessageProofs {
    private static final String UNIVERSE = "3 threads, 1 endpoint, 1 notification, 2 replies, 2 contexts, 2 priorities";

    @Proof(universe = UNIVERSE, standIns = {"TimerWheel", "Bits"})
    static void settle() {
        Universe world = new Universe();
        world.assumeInside();
        world.core.settle();
        world.checkOutside();
        Probe.reached();
    }

    @Proof(universe = UNIVERSE, standIns = {"TimerWheel", "Bits"})
    static void signal() {
        Universe world = new Universe();
        world.assumeInside();
        world.notification.signal(world.core, Any.word());
        world.checkInside();
        Probe.reached();
    }

    @Proof(universe = UNIVERSE, standIns = {"TimerWheel", "Bits"})
    static void callSignal() {
        call(CallNumber.SIGNAL);
    }

    @Proof(universe = UNIVERSE, standIns = {"TimerWheel", "Bits"})
    static void callCall() {
        call(CallNumber.CALL);
    }

    private static void call(int number) {
        Universe world = new Universe();
        world.assumeOutside();
        CProver.assume(world.core.current == world.a);
        world.a.registers.x28 = number;
        SystemCalls.run(world.kernel, world.a);
        world.checkInside();
        Probe.reached();
    }
}
