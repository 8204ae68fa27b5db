package ristretto.kernel;

import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.LoopBound;

/** Invocations of a CapTable: copy, mint, move, delete, revoke, inspect. */
final class TableOperations {
    /** A capability with more children than this cannot be moved, as moving them takes one go. */
    static final int MOST_CHILDREN_MOVED = 128;

    static int run(Kernel kernel, Thread caller, int operation) {
        RegisterFrame in = caller.registers;
        Slot own =
                Arguments.object(caller, Arguments.CAPABILITY, in.capability(), ObjectType.CAP_TABLE, Rights.CONTROL);
        if (own == null) {
            return Arguments.REFUSED;
        }
        CapTable table = (CapTable) own.object;
        return switch (operation) {
            case Operation.TABLE_COPY, Operation.TABLE_MINT -> copy(caller, table, operation);
            case Operation.TABLE_MOVE -> move(caller, table);
            case Operation.TABLE_DELETE -> {
                if (!table.holds(in.word0())) {
                    yield Arguments.refuse(caller, ErrorCode.NO_CAPABILITY, Arguments.A0, table.size, in.word0());
                }
                yield Capabilities.delete(kernel, table.slot(in.word0())) ? Arguments.DONE : Arguments.REPEAT;
            }
            case Operation.TABLE_REVOKE -> {
                Slot slot = Arguments.filled(caller, table, Arguments.A0, in.word0());
                if (slot == null) {
                    yield Arguments.REFUSED;
                }
                yield Capabilities.revoke(kernel, slot) ? Arguments.DONE : Arguments.REPEAT;
            }
            default -> inspect(kernel, caller, table);
        };
    }

    /** The filled slot of the source table that a1 and a2 name; null: refused. */
    private static Slot source(Thread caller) {
        RegisterFrame in = caller.registers;
        Slot tableSlot = Arguments.object(caller, Arguments.A1, in.word1(), ObjectType.CAP_TABLE, Rights.CONTROL);
        if (tableSlot == null) {
            return null;
        }
        return Arguments.filled(caller, (CapTable) tableSlot.object, Arguments.A2, in.word2());
    }

    private static int copy(Thread caller, CapTable table, int operation) {
        RegisterFrame in = caller.registers;
        Slot destination = Arguments.empty(caller, table, Arguments.A0, in.word0());
        if (destination == null) {
            return Arguments.REFUSED;
        }
        Slot source = source(caller);
        if (source == null) {
            return Arguments.REFUSED;
        }
        long rights = in.word3();
        if (rights < 0 || rights > Rights.ALL) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A3, Rights.ALL, rights);
        }
        int type = source.object.type;
        boolean hasBadge = type == ObjectType.ENDPOINT || type == ObjectType.NOTIFICATION;
        long badge = hasBadge ? source.badge : 0;
        if (operation == Operation.TABLE_MINT) {
            if (!hasBadge) {
                return Arguments.refuse(caller, ErrorCode.WRONG_TYPE, Arguments.A2, ObjectType.ENDPOINT, type);
            }
            if (badge != 0) {
                return Arguments.refuse(caller, ErrorCode.INVALID_ARGUMENT, Arguments.A2, 0, badge);
            }
            badge = in.word4();
        }
        // ---- point of no return
        destination.fill(source.object, source.rights() & (int) rights, badge, source);
        return Arguments.DONE;
    }

    @LoopBound(value = MOST_CHILDREN_MOVED + 1, reason = "more are refused")
    private static int move(Thread caller, CapTable table) {
        RegisterFrame in = caller.registers;
        Slot destination = Arguments.empty(caller, table, Arguments.A0, in.word0());
        if (destination == null) {
            return Arguments.REFUSED;
        }
        Slot source = source(caller);
        if (source == null) {
            return Arguments.REFUSED;
        }
        int children = 0;
        for (Slot child = source.firstChild; child != null; child = child.nextSibling) {
            children++;
            if (children > MOST_CHILDREN_MOVED) {
                return Arguments.refuse(caller, ErrorCode.BUSY, Arguments.A2, MOST_CHILDREN_MOVED, children);
            }
        }
        // ---- point of no return
        source.moveTo(destination);
        for (int i = 0; i < children; i++) {
            destination.adoptFirstChildOf(source);
        }
        return Arguments.DONE;
    }

    private static int inspect(Kernel kernel, Thread caller, CapTable table) {
        RegisterFrame in = caller.registers;
        Slot slot = Arguments.filled(caller, table, Arguments.A0, in.word0());
        if (slot == null) {
            return Arguments.REFUSED;
        }
        KernelObject object = slot.object;
        long size = 0;
        long address = 0;
        long mapped = 0;
        long badge = slot.badge;
        if (object instanceof Untyped untyped) {
            size = untyped.end - untyped.start;
        } else if (object instanceof CapTable inspected) {
            size = inspected.size;
        } else if (object instanceof Frame frame) {
            size = frame.bytes;
            address = Sv39.physical(frame.address);
            badge = 0;
            if (Mapping.isLive(kernel.spaces, slot.badge, frame)) {
                mapped = Mapping.virtualAddress(slot.badge);
            }
        }
        in.setWord(0, object.type);
        in.setWord(1, slot.rights());
        in.setWord(2, badge);
        in.setWord(3, size);
        in.setWord(4, address);
        in.setWord(5, mapped);
        return Arguments.DONE;
    }

    private TableOperations() {}
}
