package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.Rights;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.proofs.Any;
import ristretto.proofs.Interrupts;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;

/**
 * Interrupt lines: a line, and in any tree of derivation its own capability for a notification, from which none derives. However the line loses that, a
 * claimed interrupt is completed, so that it cannot stay dead; only a line that has one is claimed.
 */
final class LineProofs {
    private static final String UNIVERSE = "1 interrupt line, 4 slots, any tree";
    private static final int NUMBER = 1;
    private static final int THIRD_SLOT = 1;

    private final Kernel kernel = new Kernel(1, NUMBER + 1, 1);
    private final InterruptLine line = kernel.lines[NUMBER];
    private final AnyTree tree;
    private final boolean wasClaimed;

    private LineProofs() {
        tree = new AnyTree(line);
        CProver.assume(line.slot.object == null || line.slot.object == tree.notification);
        CProver.assume(line.slot.firstChild == null);
        line.claimed = line.slot.object != null && Any.flag();
        wasClaimed = line.claimed;
    }

    @Proof(
            universe = UNIVERSE,
            quick = true,
            planted = {
                "InterruptLine.acknowledge: drop complete()",
                "InterruptLine.acknowledge: drop InterruptLine.claimed"
            })
    static void acknowledge() {
        LineProofs world = new LineProofs();
        world.tree.caller.registers.x5 = THIRD_SLOT;
        int outcome = ControlOperations.acknowledge(world.tree.caller);
        assert outcome == Arguments.DONE;
        world.assertSilent();
        world.check();
        Probe.reached();
    }

    /** What deletion and revocation do to the line's capability. */
    @Proof(
            universe = UNIVERSE,
            planted = {"Capabilities.drop: drop quiet()", "InterruptLine.quiet: drop acknowledge()"})
    static void revoke() {
        LineProofs world = new LineProofs();
        Slot own = world.line.slot;
        CProver.assume(own.object != null);
        Capabilities.clear(world.kernel, own);
        assert own.object == null;
        world.assertSilent();
        world.check();
        Probe.reached();
    }

    /** The reaper's step: a line that nobody has loses its notification; when it is done with, it can be had again. */
    @Proof(
            universe = UNIVERSE,
            planted = {"Reaper.step: drop drop()", "Reaper.step: drop Reaper.dying"})
    static void reap() {
        LineProofs world = new LineProofs();
        boolean bound = world.line.slot.object != null;
        world.kernel.reaper.dying = world.line;
        world.line.doomed = true;
        Interrupts.pending = true;
        world.kernel.reaper.drain();
        assert !world.line.doomed && world.line.slot.object == null;
        assert world.kernel.reaper.dying
                == (bound && world.tree.notification.capabilities == 0 ? world.tree.notification : null);
        world.assertSilent();
        world.check();
        Probe.reached();
    }

    /** A line is given out once, as a child of the capability for interrupt control, into an empty slot. */
    @Proof(
            universe = UNIVERSE,
            planted = {"ControlOperations.getLine: negate 4", "ControlOperations.getLine: drop fill()"})
    static void getLine() {
        Kernel kernel = new Kernel(1, NUMBER + 1, 1);
        InterruptLine line = kernel.lines[NUMBER];
        AnyTree tree = new AnyTree(kernel.interruptControl);
        int elsewhere = Any.below(2);
        line.capabilities = elsewhere;
        RegisterFrame in = tree.caller.registers;
        long number = Any.word();
        long table = Any.word();
        long index = Any.word();
        in.x5 = THIRD_SLOT;
        in.x10 = number;
        in.x11 = table;
        in.x12 = index;
        int named = tree.named(tree.table) + tree.named(tree.notification);
        int outcome = ControlOperations.getLine(kernel, tree.caller);
        if (outcome == Arguments.REFUSED) {
            assert line.capabilities == elsewhere && tree.named(line) == 0;
        } else {
            assert number == NUMBER && elsewhere == 0 && line.capabilities == 1;
            Slot slot = tree.slots[(int) index];
            assert slot.object == line && slot.parent == tree.slots[THIRD_SLOT] && slot.rights() == Rights.ALL;
            Probe.reached();
        }
        assert named == tree.named(tree.table) + tree.named(tree.notification);
        tree.check();
    }

    /** Nothing is claimed, and what was is completed. */
    private void assertSilent() {
        assert !line.claimed && Interrupts.completed == (wasClaimed ? NUMBER : 0);
    }

    private void check() {
        assert line.slot.object == null || line.slot.object == tree.notification;
        assert line.slot.firstChild == null;
        assert !line.claimed || line.slot.object != null;
        assert line.slot.place == Slot.OF_LINE + NUMBER;
        tree.check();
    }
}
