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
 * the midst of an entry. THREAD_CONFIGURE is {@link ConfigureProofs}' matter.
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

    /**
     * The thread may have another notification before. Slot by slot, as {@link CallProofs#signal}, and of the thread's rights only the one
     * that is asked for: how words and rights are looked at in general is proved in {@link ArgumentsProofs}.
     */
    @Proof(
            universe = UNIVERSE + ", 1 more notification",
            standIns = {"TimerWheel", "Bits"},
            unwind = 20,
            planted = {
                "ThreadOperations.bindNotification: drop unbind()",
                "ThreadOperations.bindNotification: negate 4",
                "Notification.unbind: drop Notification.bound"
            })
    static void bindNotification() {
        AnyWorld world = new AnyWorld();
        world.assumeOutside();
        CProver.assume(world.core.current == world.a && world.a.state == ThreadState.RUNNING);
        Thread target = world.anyThread();
        CProver.assume(target != null);
        Notification other = new Notification();
        other.bits = Any.word();
        if (target.bound == null && Any.flag()) {
            target.bound = other;
            other.bound = target;
        }
        Notification before = target.bound;
        int capability = Any.below(AnyWorld.SLOTS + 1);
        int argument = Any.below(AnyWorld.SLOTS + 1);
        long word = Any.word();
        int outcome;
        if (capability == THREAD_SLOT) {
            put(target, Rights.CONTROL);
            switch (argument) {
                case 0 -> outcome = bind(world, THREAD_SLOT, 0);
                case 1 -> outcome = bind(world, THREAD_SLOT, 1);
                case 2 -> outcome = bind(world, THREAD_SLOT, 2);
                case 3 -> outcome = bind(world, THREAD_SLOT, 3);
                default -> {
                    // What names no slot is refused as what names an empty one.
                    AnyWorld.empty(0);
                    AnyWorld.empty(1);
                    AnyWorld.empty(3);
                    CProver.assume(word != 0);
                    outcome = bind(world, THREAD_SLOT, word);
                }
            }
        } else {
            put(target, Rights.ALL & ~Rights.CONTROL);
            switch (capability) {
                case 0 -> outcome = bind(world, 0, word);
                case 1 -> outcome = bind(world, 1, word);
                case 3 -> outcome = bind(world, 3, word);
                default -> outcome = bind(world, THREAD_SLOT, word);
            }
        }
        if (outcome == Arguments.DONE) {
            assert capability == THREAD_SLOT && target.bound == (argument == 0 ? null : world.notification);
        } else {
            assert target.bound == before;
        }
        assert other.bound == null || other.bound.bound == other;
        world.checkInside();
        Probe.reached();
    }

    private static void put(Thread target, int rights) {
        Slot slot = (Slot) Addresses.parts[THREAD_SLOT];
        slot.object = target;
        slot.key = Slot.key(ObjectType.THREAD, rights);
    }

    private static int bind(AnyWorld world, long capability, long argument) {
        world.a.registers.x5 = capability;
        world.a.registers.x10 = argument;
        return ThreadOperations.run(world.kernel, world.a, Operation.THREAD_BIND_NOTIFICATION);
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
