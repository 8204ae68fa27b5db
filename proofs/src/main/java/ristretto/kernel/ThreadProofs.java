package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.ThreadState;
import ristretto.proofs.Addresses;
import ristretto.proofs.Any;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;

/**
 * Invocations of a thread, whole, with any arguments: the running thread calls, on itself or on another; from any state between two entries to one in
 * the midst of an entry. THREAD_CONFIGURE is left out: it needs more objects than the universe has; of
 * THREAD_BIND_NOTIFICATION the steps are proved, in {@link MessageProofs#bind} and {@link EndProofs#notification}.
 */
final class ThreadProofs {
    private static final String UNIVERSE = "3 threads, 1 endpoint, 1 notification, 2 replies, 2 contexts, 2 priorities";
    private static final int THREAD_SLOT = 2;
    private static final int CONTEXT_SLOT = 3;

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            unwind = 20,
            planted = "ThreadOperations.run: drop suspend()")
    static void start() {
        invoke(Operation.THREAD_START);
    }

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            unwind = 20,
            planted = "ThreadOperations.run: drop suspend() 2")
    static void redirect() {
        invoke(Operation.THREAD_REDIRECT);
    }

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            unwind = 20,
            planted = "Core.takeOut: drop unready()")
    static void suspend() {
        invoke(Operation.THREAD_SUSPEND);
    }

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            unwind = 20,
            planted = "Core.mayRun: drop Thread.state")
    static void resume() {
        invoke(Operation.THREAD_RESUME);
    }

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            unwind = 20,
            planted = "ThreadOperations.setPriority: drop enqueue()")
    static void setPriority() {
        invoke(Operation.THREAD_SET_PRIORITY);
    }

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            unwind = 20,
            planted = "Threads.bindContext: drop SchedulingContext.thread")
    static void setContext() {
        invoke(Operation.THREAD_SET_CONTEXT);
    }

    private static void invoke(int operation) {
        AnyWorld world = new AnyWorld();
        world.assumeOutside();
        CProver.assume(world.core.current == world.a && world.a.state == ThreadState.RUNNING);
        Thread target = world.anyThread();
        CProver.assume(target != null);
        put(THREAD_SLOT, target, ObjectType.THREAD);
        put(CONTEXT_SLOT, world.one, ObjectType.SCHEDULING_CONTEXT);
        long word = Any.word();
        // The universe has fewer priorities than the kernel.
        CProver.assume(operation != Operation.THREAD_SET_PRIORITY || word < AnyWorld.PRIORITIES || word > 255);
        world.a.registers.x10 = word;
        world.a.registers.x11 = Any.word();
        world.a.registers.x12 = Any.word();
        ThreadOperations.run(world.kernel, world.a, operation);
        world.checkInside();
        Probe.reached();
    }

    private static void put(int index, KernelObject object, int type) {
        Slot slot = (Slot) Addresses.parts[index];
        slot.object = object;
        slot.key = Slot.key(type, Any.below(Rights.ALL + 1));
    }
}
