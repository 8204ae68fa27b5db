package ristretto.kernel;

import ristretto.abi.ErrorCode;
import ristretto.abi.Rights;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.proofs.Any;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;

/** How invocations look at what a process gave: with any word, type and rights, in any state of {@link AnyTree}. */
final class ArgumentsProofs {
    /** What is named is of that type and allows all that; or the caller is told which argument was wrong, and how. */
    @Proof(
            universe = AnyTree.UNIVERSE,
            quick = true,
            planted = {"Arguments.object: negate 2", "Arguments.object: negate 3", "Arguments.filled: negate"})
    static void object() {
        AnyTree world = new AnyTree();
        RegisterFrame in = world.caller.registers;
        in.x5 = Any.word();
        long index = Any.word();
        int type = Any.below(16);
        int rights = Any.below(Rights.ALL + 1);
        int argument = Any.below(16);
        Slot slot = Arguments.object(world.caller, argument, index, type, rights);
        boolean named = index >= 0 && index < AnyTree.SLOTS && world.slots[(int) index].object != null;
        if (slot != null) {
            assert named && slot == world.slots[(int) index];
            assert slot.object.type == type && (slot.rights() & rights) == rights;
            assert in.tag() == 0 && in.word0() == 0;
            Probe.reached();
        } else {
            long code = in.x5;
            assert in.tag() == argument;
            assert !named
                    ? code == ErrorCode.NO_CAPABILITY && in.word0() == AnyTree.SLOTS && in.word1() == index
                    : world.slots[(int) index].object.type != type
                            ? code == ErrorCode.WRONG_TYPE && in.word0() == type
                            : code == ErrorCode.MISSING_RIGHT
                                    && in.word0() == rights
                                    && (in.word1() & rights) != rights;
        }
        world.check();
    }

    /** What is to be filled is a slot of the table, and empty. */
    @Proof(
            universe = AnyTree.UNIVERSE,
            planted = {"Arguments.empty: negate", "Arguments.empty: negate 2"})
    static void empty() {
        AnyTree world = new AnyTree();
        long index = Any.word();
        Slot slot = Arguments.empty(world.caller, world.table, Any.below(16), index);
        boolean within = index >= 0 && index < AnyTree.SLOTS;
        if (slot != null) {
            assert within && slot == world.slots[(int) index] && slot.object == null;
            Probe.reached();
        } else {
            assert !within || world.slots[(int) index].object != null;
            assert world.caller.registers.word1() == (within ? world.slots[(int) index].object.type : index);
        }
        world.check();
    }
}
