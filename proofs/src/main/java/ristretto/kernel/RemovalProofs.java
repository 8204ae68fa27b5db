package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.Tag;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.proofs.Any;
import ristretto.proofs.Interrupts;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;

/**
 * Capabilities that go, and one that travels, from any state of {@link AnyTree}. Deletion and revocation are proved by one round, after which an interrupt
 * may stop them and which leaves less to do: so they keep the invariant however often they are stopped, and end.
 */
final class RemovalProofs {
    /** One round of deletion: while the slot is full, it loses a child or its capability. */
    @Proof(
            universe = AnyTree.UNIVERSE,
            planted = {"Capabilities.delete: drop handOverFirstChild()", "Capabilities.delete: drop clear()"})
    static void deleteRound() {
        AnyTree world = new AnyTree();
        Interrupts.pending = true;
        Slot slot = world.oneSlot();
        CProver.assume(slot.object != null);
        int children = children(slot);
        boolean done = Capabilities.delete(new Kernel(1, 0, 1), slot);
        assert !done;
        assert children == 0 ? slot.object == null : slot.object != null && children(slot) == children - 1;
        world.check();
        Probe.reached();
    }

    static int children(Slot slot) {
        int children = 0;
        Slot child = slot.firstChild;
        for (int i = 0; i < AnyTree.SLOTS && child != null; i++) {
            children++;
            child = child.nextSibling;
        }
        return children;
    }

    /** One round of revocation: what hangs below the slot loses one of its capabilities, or one of them moves up; all others stay. */
    @Proof(
            universe = AnyTree.UNIVERSE,
            planted = {"Capabilities.revoke: drop handOverFirstChild()", "Capabilities.revoke: drop clear()"})
    static void revokeRound() {
        AnyTree world = new AnyTree();
        Interrupts.pending = true;
        Slot slot = world.oneSlot();
        Slot other = world.oneSlot();
        CProver.assume(slot.firstChild != null);
        KernelObject object = other.object;
        int depth = depthBelow(slot, other);
        int depths = depths(world, slot);
        boolean done = Capabilities.revoke(new Kernel(1, 0, 1), slot);
        assert !done;
        assert depths(world, slot) < depths;
        assert other.object == object || other.object == null && depth > 0;
        world.check();
        Probe.reached();
    }

    /** How far a slot is below another one; 0: it is not. */
    private static int depthBelow(Slot top, Slot slot) {
        Slot above = slot;
        for (int depth = 0; depth < AnyTree.SLOTS && above != null; depth++) {
            if (above == top) {
                return depth;
            }
            above = above.parent;
        }
        return 0;
    }

    private static int depths(AnyTree world, Slot top) {
        int depths = 0;
        for (int i = 0; i < AnyTree.SLOTS; i++) {
            depths += depthBelow(top, world.slots[i]);
        }
        return depths;
    }

    /** A message that may carry a capability, to a thread with the same table or none, and any slot that it waits to have filled. */
    @Proof(
            universe = AnyTree.UNIVERSE + ", 2 threads, any message",
            unwind = 10,
            planted = {"Messages.hand: drop fill()", "Messages.copy: drop Thread.receiveSlot"})
    static void hand() {
        AnyTree world = new AnyTree();
        Thread to = new Thread();
        to.registers = new RegisterFrame();
        to.table = Any.flag() ? world.table : null;
        to.messagePage = anyPage();
        world.caller.messagePage = anyPage();
        int place = CProver.nondetInt();
        to.receiveSlot = place;
        long tag = Any.word();
        CProver.assume(Messages.isTag(tag));
        world.caller.registers.x6 = tag;
        int named = world.named(world.table) + world.named(world.notification);
        boolean wasEmpty = place > 0 && place < AnyTree.SLOTS && world.slots[place].object == null;
        Messages.copy(null, world.caller, to);
        long delivered = to.registers.tag();
        assert to.receiveSlot == 0;
        int more = world.named(world.table) + world.named(world.notification) - named;
        assert more == (Tag.capability(delivered) == 0 ? 0 : 1);
        if (more == 1) {
            Slot source = world.slots[Tag.capability(tag)];
            Slot filled = world.slots[place];
            assert wasEmpty && filled.parent == source && filled.object == source.object;
            assert (filled.rights() & ~(source.rights() & Tag.rights(tag))) == 0;
            Probe.reached();
        }
        world.check();
    }

    /** The address of a message page, or 0: there is none. */
    private static long anyPage() {
        long page = Any.word();
        CProver.assume(page >= 0 && page < 1L << 56);
        return page;
    }
}
