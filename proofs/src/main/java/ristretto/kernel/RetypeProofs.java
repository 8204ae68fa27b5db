package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.ObjectType;
import ristretto.abi.ThreadState;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.kernel.riscv64.Sv39;
import ristretto.proofs.Addresses;
import ristretto.proofs.Any;
import ristretto.proofs.Interrupts;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;

/**
 * UNTYPED_RETYPE as a whole invocation, into one or two slots anywhere, of any size; the two capabilities, which {@link ArgumentsProofs}
 * looks at, are good ones. An interrupt always waits, so that each call makes one page zero, or makes one object, and is to be repeated for the
 * rest: what holds after each of these steps holds however many there are.
 */
final class RetypeProofs {
    private static final String UNIVERSE = "4 slots, any tree, 1 untyped, addresses from -2^62 to 2^62";
    private static final int TABLE_SLOT = 0;
    private static final int UNTYPED_SLOT = 1;
    private static final int MOST_SLOTS = 4;

    @Proof(universe = UNIVERSE, unwind = 5, planted = "Retype.run: drop KernelObject.home")
    static void endpoint() {
        retype(ObjectType.ENDPOINT);
    }

    @Proof(universe = UNIVERSE, unwind = 5, planted = "Untyped.takePages: drop Untyped.low")
    static void frame() {
        retype(ObjectType.FRAME);
    }

    @Proof(universe = UNIVERSE, unwind = 5, planted = "Untyped.create: drop Untyped.depth")
    static void untyped() {
        retype(ObjectType.UNTYPED);
    }

    @Proof(universe = UNIVERSE, unwind = 5, planted = "Untyped.takeDescriptor: drop Untyped.high")
    static void notification() {
        retype(ObjectType.NOTIFICATION);
    }

    @Proof(universe = UNIVERSE, unwind = 5, planted = "Slot.fill: drop KernelObject.capabilities")
    static void reply() {
        retype(ObjectType.REPLY);
    }

    @Proof(universe = UNIVERSE, unwind = 5, planted = "SchedulingContext.create: drop SchedulingContext.type")
    static void context() {
        retype(ObjectType.SCHEDULING_CONTEXT);
    }

    @Proof(universe = UNIVERSE, unwind = 5, planted = "PageTable.create: drop PageTable.page")
    static void pageTable() {
        retype(ObjectType.PAGE_TABLE);
    }

    /** Its registers and own slots lie behind it, and the slots are empty. */
    @Proof(universe = UNIVERSE, unwind = 5, planted = "Slot.at: drop Slot.place")
    static void thread() {
        retype(ObjectType.THREAD);
    }

    /** All its slots lie behind it. */
    @Proof(
            universe = UNIVERSE + ", tables of up to 4 slots",
            unwind = 6,
            planted = {"CapTable.create: drop CapTable.size", "Retype.run: negate 16"})
    static void table() {
        retype(ObjectType.CAP_TABLE);
    }

    private static void retype(int type) {
        Untyped untyped = UntypedProofs.any();
        untyped.depth = Any.below(Untyped.MAXIMUM_DEPTH + 1);
        Kernel kernel = new Kernel(1, 0, 1);
        AnyTree world = new AnyTree(untyped);
        long low = untyped.low;
        long high = untyped.high;
        long living = untyped.living;
        long size = Any.word();
        long first = Any.word();
        int count = Any.flag() ? 1 : 2;
        CProver.assume(living < Long.MAX_VALUE);
        CProver.assume(type != ObjectType.CAP_TABLE || size <= MOST_SLOTS || size > CapTable.MAXIMUM_SLOTS);
        int index = Any.below(AnyTree.SLOTS);
        Slot slot = world.slots[index];
        KernelObject object = slot.object;
        int key = slot.key;
        Slot parent = slot.parent;
        Addresses.free(low, high);
        Interrupts.pending = true;
        int outcome =
                count == 1 ? call(kernel, world, type, size, first, 1) : call(kernel, world, type, size, first, 2);
        long made = untyped.living - living;
        assert made == 0 || made == 1 && outcome != Arguments.REFUSED;
        assert outcome != Arguments.DONE || made == 1 && count == 1;
        if (made == 0) {
            assert untyped.low == low && untyped.high == high;
            assert slot.object == object && slot.key == key && slot.parent == parent;
        } else {
            assert low <= untyped.low && untyped.high < high;
            KernelObject fresh = world.slots[(int) first].object;
            assert fresh.type == type && fresh.home == untyped && fresh.capabilities == 1;
            assert index == first ? object == null && slot.parent == world.slots[UNTYPED_SLOT] : slot.object == object;
            assert pagesAreOwn(fresh, size, low, untyped);
            assert isWhole(fresh, size);
            Probe.reached();
        }
        RegisterFrame in = world.caller.registers;
        assert outcome != Arguments.REPEAT || in.x13 == first + made && in.x14 == count - made;
        assert UntypedProofs.isWhole(untyped);
        world.check();
    }

    /** What only objects of some types must be. */
    private static boolean isWhole(KernelObject object, long size) {
        if (object instanceof Thread thread) {
            return thread.state == ThreadState.SUSPENDED
                    && thread.registers != null
                    && isOwn(thread.spaceSlot, Slot.OF_THREAD_SPACE)
                    && isOwn(thread.tableSlot, Slot.OF_THREAD_TABLE)
                    && isOwn(thread.faultSlot, Slot.OF_THREAD_FAULTS);
        }
        return !(object instanceof CapTable table) || table.size == size && table.cleared == 0;
    }

    private static boolean isOwn(Slot slot, int place) {
        return slot.place == place && slot.object == null;
    }

    /** What the object covers was free, and is not any more. */
    private static boolean pagesAreOwn(KernelObject object, long size, long low, Untyped source) {
        if (object instanceof Frame frame) {
            return frame.address >= low && frame.bytes == size && frame.address + size <= source.low;
        }
        if (object instanceof PageTable table) {
            return table.page >= low && table.page + Sv39.PAGE <= source.low;
        }
        if (object instanceof Untyped part) {
            return part.start >= low
                    && part.end - part.start == size
                    && part.end <= source.low
                    && part.depth == source.depth + 1;
        }
        return source.low == low;
    }

    private static int call(Kernel kernel, AnyTree world, int type, long size, long first, long count) {
        RegisterFrame in = world.caller.registers;
        in.x5 = UNTYPED_SLOT;
        in.x10 = type;
        in.x11 = size;
        in.x12 = TABLE_SLOT;
        in.x13 = first;
        in.x14 = count;
        return Retype.run(kernel, world.caller);
    }
}
