package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.ObjectType;
import ristretto.abi.ThreadState;
import ristretto.proofs.Any;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;

/** What the reaper does to objects that others wait at, step by step, and what the loss of its own capabilities does to a thread, in any state in the midst of an entry into the kernel. */
final class EndProofs {
    private static final String UNIVERSE = "3 threads, 1 endpoint, 1 notification, 2 replies, 2 contexts, 2 priorities";

    /** Each step wakes one who waits; when there is none it says so. */
    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            planted = "Endpoint.destroyStep: drop endWait()")
    static void endpoint() {
        AnyWorld world = new AnyWorld();
        world.assumeInside();
        int waiting = waiting(world.endpoint.first) + waiting(world.endpoint.receivers);
        boolean more = world.endpoint.destroyStep(world.core);
        assert more == (waiting > 0);
        assert !more || waiting(world.endpoint.first) + waiting(world.endpoint.receivers) == waiting - 1;
        world.checkInside();
        Probe.reached();
    }

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            planted = {"Notification.destroyStep: drop endWait()", "Notification.unbind: drop Thread.bound"})
    static void notification() {
        AnyWorld world = new AnyWorld();
        world.assumeInside();
        int waiting = waiting(world.notification.first);
        boolean more = world.notification.destroyStep(world.core);
        assert world.notification.bound == null;
        assert more == (waiting > 0);
        assert !more || waiting(world.notification.first) == waiting - 1;
        world.checkInside();
        Probe.reached();
    }

    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            planted = {"Reply.destroy: drop endWait()", "Reply.destroy: drop endWait() 2"})
    static void reply() {
        AnyWorld world = new AnyWorld();
        world.assumeInside();
        world.first.destroy(world.core);
        assert world.first.caller == null && world.first.receiver == null && world.first.lent == null;
        world.checkInside();
        Probe.reached();
    }

    /** A thread whose space or table goes stops at once, wherever it is; one whose fault endpoint goes does not feel it. */
    @Proof(
            universe = UNIVERSE,
            standIns = {"TimerWheel", "Bits"},
            planted = {
                "Capabilities.drop: drop suspend()",
                "Capabilities.drop: drop suspend() 2",
                "Capabilities.drop: drop Thread.table",
                "Capabilities.drop: drop Thread.callTable"
            })
    static void ownCapability() {
        AnyWorld world = new AnyWorld();
        world.assumeInside();
        Thread thread = world.a;
        int state = thread.state;
        world.space.type = ObjectType.ADDRESS_SPACE;
        AnyWorld.place(thread);
        thread.spaceSlot.object = world.space;
        thread.tableSlot.object = world.table;
        world.space.capabilities = 2;
        world.table.capabilities = 2;
        world.endpoint.capabilities = 2;
        Slot slot = Any.flag() ? thread.spaceSlot : Any.flag() ? thread.tableSlot : thread.faultSlot;
        KernelObject object = slot.object;
        CProver.assume(object != null);
        Capabilities.clear(world.kernel, slot);
        assert slot.object == null && slot.key == 0 && object.capabilities == 1;
        assert thread.state == (slot == thread.faultSlot ? state : ThreadState.SUSPENDED);
        assert thread.space == thread.spaceSlot.object;
        assert thread.table == thread.tableSlot.object && thread.callTable == thread.table;
        world.checkInside();
        Probe.reached();
    }

    private static int waiting(Thread begin) {
        int count = 0;
        Thread thread = begin;
        for (int i = 0; i < 3 && thread != null; i++) {
            count++;
            thread = thread.next;
        }
        return count;
    }
}
