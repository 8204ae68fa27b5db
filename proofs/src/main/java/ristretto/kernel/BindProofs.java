package ristretto.kernel;

import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.proofs.Addresses;
import ristretto.proofs.Any;
import ristretto.proofs.Interrupts;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;

/**
 * INTERRUPT_BIND as a whole invocation: the line may have that notification already, another one, or none. The capabilities are looked for in slots of
 * their own, which may lack rights; how words, types and rights are looked at in general is proved in {@link ArgumentsProofs}.
 */
final class BindProofs {
    private static final String UNIVERSE = "1 interrupt line, 2 notifications, 4 slots, any tree";
    private static final int NUMBER = 1;
    private static final int LINE_SLOT = 1;
    private static final int NOTIFICATION_SLOT = 2;

    /** What the line had is completed and gone, what it has is a child of what was named; a refused call changes nothing. */
    @Proof(
            universe = UNIVERSE,
            planted = {
                "ControlOperations.bind: drop drop()",
                "ControlOperations.bind: drop fill()",
                "ControlOperations.bind: negate 4"
            })
    static void bind() {
        Kernel kernel = new Kernel(1, NUMBER + 1, 1);
        InterruptLine line = kernel.lines[NUMBER];
        AnyFamily family = new AnyFamily(line.slot, notification(), notification(), AnyFamily.anyRights());
        Thread caller = new Thread();
        RegisterFrame in = new RegisterFrame();
        CapTable table = new CapTable();
        table.size = AnyTree.SLOTS;
        caller.table = table;
        caller.registers = in;
        Addresses.objects[0] = table;
        Addresses.parts[0] = new Slot();
        Addresses.parts[LINE_SLOT] = lineSlot(line);
        Addresses.parts[NOTIFICATION_SLOT] = family.source;
        Addresses.parts[3] = new Slot();
        KernelObject before = line.slot.object;
        line.claimed = before != null && Any.flag();
        boolean wasClaimed = line.claimed;
        boolean unbinds = Any.flag();
        int outcome = unbinds ? call(kernel, caller, 0) : call(kernel, caller, NOTIFICATION_SLOT);
        Slot source = family.source;
        if (outcome == Arguments.REFUSED) {
            assert line.slot.object == before && line.claimed == wasClaimed;
            assert Interrupts.completed == 0;
            assert kernel.reaper.isIdle();
        } else {
            assert outcome == Arguments.DONE;
            assert unbinds ? line.slot.object == null : family.isCopied() && (source.rights() & Rights.SEND) != 0;
            assert !line.claimed && Interrupts.completed == (wasClaimed ? NUMBER : 0);
            assert kernel.reaper.dying == (before != null && before.capabilities == 0 ? before : null);
            Probe.reached();
        }
        family.check();
    }

    private static int call(Kernel kernel, Thread caller, int notificationSlot) {
        caller.registers.x5 = LINE_SLOT;
        caller.registers.x10 = notificationSlot;
        return ControlOperations.bind(kernel, caller);
    }

    private static Notification notification() {
        Notification notification = new Notification();
        notification.type = ObjectType.NOTIFICATION;
        return notification;
    }

    private static Slot lineSlot(InterruptLine line) {
        Slot slot = new Slot();
        slot.object = line;
        slot.key = Slot.key(ObjectType.INTERRUPT_LINE, AnyFamily.anyRights());
        return slot;
    }

    private BindProofs() {}
}
