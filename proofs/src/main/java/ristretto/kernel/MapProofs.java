package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.kernel.riscv64.Sv39;
import ristretto.proofs.Addresses;
import ristretto.proofs.Any;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;
import ristretto.proofs.Words;

/**
 * FRAME_MAP, FRAME_UNMAP and PAGE_TABLE_MAP as whole invocations, with any address and any rights, in any page tables. What is proved of the words that
 * the processor looks in for one page holds of each page.
 */
final class MapProofs {
    private static final String FRAMES = AnyWalk.UNIVERSE + ", frames of up to 4 pages";
    private static final int OBJECT_SLOT = 0;
    private static final int SPACE_SLOT = 1;
    private static final int MOST_PAGES = 4;

    private final int page = Any.below(MOST_PAGES);
    private final AnyWalk walk = new AnyWalk(Any.word(), page);
    private final Thread caller = new Thread();
    private final Slot slot = new Slot();

    private MapProofs(KernelObject object) {
        CapTable table = new CapTable();
        table.size = AnyTree.SLOTS;
        caller.table = table;
        caller.registers = new RegisterFrame();
        walk.space.type = ObjectType.ADDRESS_SPACE;
        Slot spaceSlot = new Slot();
        Addresses.objects[0] = table;
        Addresses.parts[OBJECT_SLOT] = slot;
        Addresses.parts[SPACE_SLOT] = spaceSlot;
        fill(slot, object);
        fill(spaceSlot, walk.space);
        caller.registers.x5 = OBJECT_SLOT;
        caller.registers.x10 = SPACE_SLOT;
        caller.registers.x11 = walk.address;
    }

    private static void fill(Slot slot, KernelObject object) {
        if (Any.flag()) {
            slot.object = object;
            slot.key = Slot.key(object.type, Any.below(Rights.ALL + 1));
        }
    }

    /**
     * Each page of the frame, and no other, is shown where nothing was shown, with no more rights than the capability's, and never writable and
     * executable. A refused call changes no entry.
     */
    @Proof(
            universe = FRAMES,
            planted = {
                "MemoryOperations.mapFrame: negate 17",
                "AddressSpace.map: drop storeLong() 2",
                "MemoryOperations.mapped: drop Slot.badge",
                "MemoryOperations.mapped: drop remember()"
            })
    static void mapFrame() {
        Frame frame = anyFrame();
        MapProofs world = new MapProofs(frame);
        AnyWalk walk = world.walk;
        long badge = Any.word();
        world.slot.badge = badge;
        long rights = Any.word();
        world.caller.registers.x12 = rights;
        boolean wasWritten = frame.forbids(Rights.EXECUTE);
        boolean wasExecuted = frame.forbids(Rights.WRITE);
        int outcome = MemoryOperations.mapFrame(walk.kernel, world.caller);
        if (outcome == Arguments.REFUSED) {
            assert walk.isUnchanged() && world.slot.badge == badge;
            assert frame.forbids(Rights.EXECUTE) == wasWritten && frame.forbids(Rights.WRITE) == wasExecuted;
        } else {
            assert outcome == Arguments.DONE && walk.isWhole();
            assert Words.value(0) == walk.top && Words.value(1) == walk.middle;
            if (world.isOf(frame)) {
                assert walk.leaf == 0 && Words.value(2) == Sv39.userLeaf(world.physical(frame), (int) rights);
            } else {
                assert Words.value(2) == walk.leaf;
            }
            assert rights != 0 && (rights & ~world.slot.rights()) == 0;
            assert frame.forbids(Rights.EXECUTE) == (wasWritten || (rights & Rights.WRITE) != 0);
            assert frame.forbids(Rights.WRITE) == (wasExecuted || (rights & Rights.EXECUTE) != 0);
            assert !(frame.forbids(Rights.EXECUTE) && frame.forbids(Rights.WRITE));
            assert world.slot.badge == Mapping.of(walk.space, walk.address);
            Probe.reached();
        }
    }

    /** Each page that this capability showed is gone, and nothing else is. A refused call changes no entry. */
    @Proof(
            universe = FRAMES,
            planted = {
                "AddressSpace.unmap: negate 5",
                "AddressSpace.unmap: drop storeLong()",
                "MemoryOperations.unmapFrame: drop Slot.badge"
            })
    static void unmapFrame() {
        Frame frame = anyFrame();
        MapProofs world = new MapProofs(frame);
        AnyWalk walk = world.walk;
        CProver.assume((walk.address & Sv39.PAGE - 1) == 0 && walk.address >= 0 && walk.address < 1L << 38);
        CProver.assume((walk.address & Sv39.LARGE_PAGE - 1) + frame.bytes <= Sv39.LARGE_PAGE);
        boolean here = Any.flag();
        // If not here then nowhere: any address is looked at.
        long badge = here ? Mapping.of(walk.space, walk.address) : Any.word();
        CProver.assume(here || Mapping.space(walk.kernel.spaces, badge) == null);
        world.slot.badge = badge;
        int outcome = MemoryOperations.unmapFrame(walk.kernel, world.caller);
        assert Words.value(0) == walk.top;
        if (outcome == Arguments.REFUSED) {
            assert walk.isUnchanged() && world.slot.badge == badge;
        } else {
            assert outcome == Arguments.DONE && world.slot.badge == 0;
            boolean shown = world.isOf(frame) && walk.leaf != 0 && Sv39.target(walk.leaf) == world.physical(frame);
            if (here && walk.isWhole()) {
                assert Words.value(1) == walk.middle;
                assert Words.value(2) == (shown ? 0 : walk.leaf);
                Probe.reached();
            }
        }
    }

    /** The table is empty, and hangs where no other did. A refused call changes no entry. */
    @Proof(
            universe = AnyWalk.UNIVERSE + ", 1 page table",
            planted = {
                "PageTable.map: drop zero()",
                "PageTable.map: drop storeLong()",
                "MemoryOperations.mapTable: negate 7"
            })
    static void mapTable() {
        PageTable table = new PageTable();
        table.type = ObjectType.PAGE_TABLE;
        MapProofs world = new MapProofs(table);
        AnyWalk walk = world.walk;
        table.page = AnyWalk.anyPage();
        table.mapping = Any.word();
        table.level = Any.below(2);
        long mapping = table.mapping;
        int entry = Any.below(Sv39.ENTRIES);
        long zeroed = table.page + 8L * entry;
        CProver.assume(table.page != walk.space.root && table.page != AnyWalk.tableOf(walk.top));
        CProver.assume(!walk.isWhole() || table.page != AnyWalk.tableOf(walk.middle));
        Words.watch(zeroed, Any.word());
        Addresses.free(table.page, table.page + Sv39.PAGE);
        int outcome = MemoryOperations.mapTable(walk.kernel, world.caller);
        if (outcome == Arguments.REFUSED) {
            assert walk.isUnchanged() && table.mapping == mapping;
        } else {
            boolean middle = Sv39.isTable(walk.top);
            assert outcome == Arguments.DONE;
            assert middle
                    ? walk.middle == 0 && Words.value(1) == Sv39.tableEntry(table.page) && Words.value(0) == walk.top
                    : walk.top == 0 && Words.value(0) == Sv39.tableEntry(table.page);
            assert table.level == (middle ? 0 : 1) && Words.value(3) == 0;
            assert table.entryAbove(walk.kernel.spaces) != 0;
            Probe.reached();
        }
    }

    private static Frame anyFrame() {
        Frame frame = new Frame();
        frame.type = ObjectType.FRAME;
        frame.address = AnyWalk.anyPage();
        frame.bytes = (Any.below(MOST_PAGES) + 1) * Sv39.PAGE;
        frame.device = Any.flag();
        // At most one of the two, ever.
        frame.remember(Any.flag() ? Rights.WRITE : Any.flag() ? Rights.EXECUTE : 0);
        return frame;
    }

    /** Whether the page that is looked at is one of the frame's. */
    private boolean isOf(Frame frame) {
        return page * Sv39.PAGE < frame.bytes;
    }

    private long physical(Frame frame) {
        return Sv39.physical(frame.address) + page * Sv39.PAGE;
    }
}
