package ristretto.kernel;

import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.kernel.riscv64.RegisterFrame;

/**
 * Looks at what a process gave, and refuses it: code, number of the guilty argument, expected, got. A refusal is
 * written into the caller's registers at once; whoever gets a null or {@link #REFUSED} from here only has to return.
 */
final class Arguments {
    /** Outcomes of a call. On DONE the status is set to OK; on REPEAT the call runs again. */
    static final int DONE = 0;

    static final int REFUSED = 1;
    static final int REPEAT = 2;

    /** Numbers of arguments in a refusal. */
    static final int CAPABILITY = 0;

    static final int A0 = 1;
    static final int A1 = 2;
    static final int A2 = 3;
    static final int A3 = 4;
    static final int A4 = 5;
    static final int A5 = 6;
    static final int TAG = 9;
    static final int REPLY_SLOT = 10;
    static final int DEADLINE = 11;

    static int refuse(Thread caller, int code, int argument, long expected, long got) {
        RegisterFrame registers = caller.registers;
        registers.setStatus(code);
        registers.setTag(argument);
        registers.setWord(0, expected);
        registers.setWord(1, got);
        return REFUSED;
    }

    /** A slot that holds a capability for an object of this type with these rights; null: refused. */
    static Slot object(Thread caller, int argument, long index, int type, int rights) {
        Slot slot = filled(caller, caller.table, argument, index);
        if (slot == null) {
            return null;
        }
        if (slot.object.type != type) {
            refuse(caller, ErrorCode.WRONG_TYPE, argument, type, slot.object.type);
            return null;
        }
        if ((slot.rights() & rights) != rights) {
            refuse(caller, ErrorCode.MISSING_RIGHT, argument, rights, slot.rights());
            return null;
        }
        return slot;
    }

    /** A slot of a table that holds something; null: refused. */
    static Slot filled(Thread caller, CapTable table, int argument, long index) {
        if (!table.holds(index) || table.slot(index).object == null) {
            refuse(caller, ErrorCode.NO_CAPABILITY, argument, table.size, index);
            return null;
        }
        return table.slot(index);
    }

    /** A slot of a table that is empty; null: refused. */
    static Slot empty(Thread caller, CapTable table, int argument, long index) {
        if (!table.holds(index)) {
            refuse(caller, ErrorCode.OUT_OF_RANGE, argument, table.size, index);
            return null;
        }
        Slot slot = table.slot(index);
        if (slot.object != null) {
            refuse(caller, ErrorCode.SLOT_OCCUPIED, argument, ObjectType.NONE, slot.object.type);
            return null;
        }
        return slot;
    }

    private Arguments() {}
}
