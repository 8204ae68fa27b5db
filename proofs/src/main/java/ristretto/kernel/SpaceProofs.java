package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.Memory;
import ristretto.proofs.Addresses;
import ristretto.proofs.Any;
import ristretto.proofs.Interrupts;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;
import ristretto.proofs.TableCopy;
import ristretto.proofs.Words;

/**
 * UNTYPED_RETYPE to an address space, whole, as {@link RetypeProofs} has it for other types, but into one slot that is empty, of an untyped that has
 * another child or none. That the upper half of the root is copied is asserted word by word.
 */
final class SpaceProofs {
    private static final int TABLE_SLOT = 0;
    private static final int UNTYPED_SLOT = 1;
    private static final int EMPTY_SLOT = 2;
    private static final int CHILD_SLOT = 3;
    private static final int PAGE_SHIFT = 12;

    /** It has a free number, if there is one. The upper half of its root is the kernel's, the lower one is empty. */
    @Proof(
            universe = "4 slots, 1 untyped, addresses from -2^62 to 2^62, 1 number of spaces, free or taken",
            unwind = 257,
            planted = {
                "AddressSpace.create: drop storeLong()",
                "AddressSpace.create: drop add()",
                "Untyped.zeroStep: drop zero()",
                "Retype.run: negate 19"
            })
    static void make() {
        Kernel kernel = new Kernel(2, 0, 1);
        Untyped untyped = UntypedProofs.any(anyPage(), anyPage());
        prepare(kernel, untyped);
        if (Any.flag()) {
            kernel.spaces.restrict(1);
        }
        int available = kernel.spaces.available();
        CapTable table = new CapTable();
        table.type = ObjectType.CAP_TABLE;
        table.size = AnyTree.SLOTS;
        Addresses.objects[0] = table;
        put(TABLE_SLOT, table);
        Slot source = put(UNTYPED_SLOT, untyped);
        Slot fresh = put(EMPTY_SLOT, null);
        Slot child = put(CHILD_SLOT, new Endpoint());
        if (Any.flag()) {
            child.linkUnder(source);
        }
        Slot firstChild = source.firstChild;
        long low = untyped.low;
        long high = untyped.high;
        long living = untyped.living;
        CProver.assume(living < Long.MAX_VALUE);
        long size = Any.word();
        int outcome = call(kernel, table, size);
        if (outcome == Arguments.DONE) {
            AddressSpace space = (AddressSpace) fresh.object;
            assert available == 1 && kernel.spaces.available() == 0;
            assert space.number == 1 && kernel.spaces.get(1) == space;
            assert space.type == ObjectType.ADDRESS_SPACE && space.home == untyped && space.capabilities == 1;
            assert space.root == low && untyped.low == low + Sv39.PAGE && untyped.high < high;
            assert space.control == Sv39.satp(low, space.number);
            assert TableCopy.next == Sv39.PAGE && Words.value(0) == 0;
            assert fresh.parent == source && fresh.nextSibling == firstChild && source.firstChild == fresh;
            assert firstChild == null || firstChild.previousSibling == fresh;
            assert fresh.rights() == Rights.ALL && fresh.badge == 0 && untyped.living == living + 1;
            Probe.reached();
        } else {
            assert untyped.low == low && untyped.high == high && untyped.living == living;
            assert fresh.object == null && source.firstChild == firstChild;
            assert TableCopy.next == Sv39.PAGE / 2 && kernel.spaces.available() == available;
            boolean fits = size == 0 && available == 1 && high - low >= Sv39.PAGE + Memory.sizeOf(AddressSpace.class);
            assert fits == (outcome == Arguments.REPEAT);
        }
        assert UntypedProofs.isWhole(untyped);
    }

    /** The kernel's root table lies anywhere outside. Any word of the page that is cut next is watched: what is known to be zero is. */
    private static void prepare(Kernel kernel, Untyped untyped) {
        kernel.rootTable = anyPage();
        CProver.assume(kernel.rootTable >= untyped.end || kernel.rootTable < untyped.start);
        Words.watch(untyped.low + 8L * Any.below(Sv39.ENTRIES), untyped.zeroed > untyped.low ? 0 : Any.word());
        TableCopy.isExpected = true;
        TableCopy.from = kernel.rootTable;
        TableCopy.to = untyped.low;
        TableCopy.next = Sv39.PAGE / 2;
        Addresses.free(untyped.low, untyped.high);
        // Each page that has to be made zero is one call.
        Interrupts.pending = true;
    }

    /** Known to be the address of a page, which spares the model checker much. */
    private static long anyPage() {
        return Any.word() << PAGE_SHIFT;
    }

    private static Slot put(int index, KernelObject object) {
        Slot slot = new Slot();
        Addresses.parts[index] = slot;
        if (object != null) {
            slot.object = object;
            slot.key = Slot.key(object.type, Rights.ALL);
        }
        return slot;
    }

    private static int call(Kernel kernel, CapTable table, long size) {
        Thread caller = new Thread();
        RegisterFrame in = new RegisterFrame();
        caller.table = table;
        caller.registers = in;
        in.x5 = UNTYPED_SLOT;
        in.x10 = ObjectType.ADDRESS_SPACE;
        in.x11 = size;
        in.x12 = TABLE_SLOT;
        in.x13 = EMPTY_SLOT;
        in.x14 = 1;
        return Retype.run(kernel, caller);
    }

    private SpaceProofs() {}
}
