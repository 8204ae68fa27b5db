package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.abi.UserLayout;
import ristretto.kernel.riscv64.Firmware;
import ristretto.kernel.riscv64.Sv39;
import ristretto.proofs.Any;
import ristretto.proofs.Archive;
import ristretto.proofs.Board;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;
import ristretto.proofs.Stops;

/**
 * Boot as a whole, from the firmware to the first instruction of root, with the sizes that systems have: what the other proofs take for granted
 * holds when it is done. The boot archive is the smallest, with a segment of each kind in turn, and may be damaged; then the machine stops, and only then. Time,
 * the clock's frequency, the memory that is kept, and what memory holds before are any.
 */
final class BootProofs {
    private static final String UNIVERSE = "96 lines, 256 priorities; archive of 2 pages, root of 2 pages, ";
    private static final int PRIORITIES = 256;
    private static final int LINES = 96;
    private static final int SPACES = 192;

    /** More than what boot leaves of memory. */
    private static final long TOO_MUCH_KEPT = 16 * Sv39.PAGE;

    /** Bits of an entry of a page table. */
    private static final int READ = 2;

    private static final int WRITE = 4;
    private static final int EXECUTE = 8;
    private static final int USER = 16;
    private static final int GLOBAL = 32;

    private static final int IMAGE = (int) (UserLayout.IMAGE / Sv39.PAGE);
    private static final long SUPERVISOR = 1 << 8;

    @Proof(
            universe = UNIVERSE + "data",
            unwind = 600,
            standIns = "riscv64/Panic",
            planted = {
                "RootProcess.loadSegment: negate 14",
                "RootProcess.loadSegment: negate 21",
                "RootProcess.takePage: drop zero()",
                "RootProcess.take: drop RootProcess.free",
                "Threads.bindContext: drop SchedulingContext.thread"
            })
    static void data() {
        boot(Archive.READ | Archive.WRITE, 1, Sv39.PAGE + 1);
    }

    @Proof(
            universe = UNIVERSE + "text",
            unwind = 600,
            standIns = "riscv64/Panic",
            planted = {
                "ProgramHeaders.isExecutable: negate 3",
                "AddressSpace.create: drop storeLong()",
                "RootProcess.build: drop Thread.callTable",
                "RootProcess.start: drop configure()",
                "Untyped.reset: drop Untyped.zeroed"
            })
    static void text() {
        boot(Archive.READ | Archive.EXECUTE, 0, 2 * Sv39.PAGE);
    }

    @Proof(
            universe = UNIVERSE + "constants",
            unwind = 600,
            standIns = "riscv64/Panic",
            planted = {
                "RootProcess.checkArchive: drop RootProcess.end",
                "RootProcess.build: drop zero()",
                "Slot.fill: drop KernelObject.capabilities",
                "AddressSpaces.add: drop AddressSpaces.free"
            })
    static void constants() {
        boot(Archive.READ, 2 * Sv39.PAGE, 0);
    }

    private static void boot(int flags, long stackBytes, long heapBytes) {
        Archive.any(flags, stackBytes, heapBytes);
        Stops.allowed = Archive.keptBytes() > TOO_MUCH_KEPT || Archive.isDamaged();
        Board.start();
        long frame = Firmware.start();
        assert !Archive.isDamaged();
        Kernel kernel = Firmware.kernel();
        Core core = kernel.core;
        Thread root = core.current;
        // A core knows identifiers of spaces, one at least besides the kernel's.
        CProver.assume(kernel.spaces.available() >= 0);
        new AnyWorld(kernel, root).checkBooted();
        assert SchedulerProofs.isQueue(core.scheduler, Any.below(PRIORITIES));
        assert core.scheduler.top == Scheduler.NOBODY;
        TimerWheelProofs.checkEmpty(core.timers);
        assert kernel.reaper.isIdle();
        checkThread(root, frame);
        checkTime(core, root.context);
        checkTable(kernel, root);
        checkMemory(root.table);
        checkLines(kernel);
        checkSpace(kernel, root.space);
        checkSpaces(kernel.spaces, root.space);
        Probe.reached();
    }

    /** It is configured, its slots and fields agree, and it waits for nothing. */
    private static void checkThread(Thread root, long frame) {
        assert frame == Board.addressOf(root.registers);
        assert root.type == ObjectType.THREAD && root.isConfigured();
        assert root.spaceSlot.object == root.space && root.spaceSlot.place == Slot.OF_THREAD_SPACE;
        assert root.tableSlot.object == root.table && root.tableSlot.place == Slot.OF_THREAD_TABLE;
        assert root.faultSlot.object == null && root.faultSlot.place == Slot.OF_THREAD_FAULTS;
        assert AnyTree.isLinked(root.spaceSlot) && AnyTree.isLinked(root.tableSlot) && AnyTree.isLinked(root.faultSlot);
        assert root.callTable == root.table && root.control == root.space.control;
        assert root.wheelList == 0 && root.waitingAt == null && root.reply == null && root.bound == null;
        assert (root.registers.status & SUPERVISOR) == 0;
        assert root.next == null && root.previous == null && root.faultKind == 0;
        assert !root.foreign && !root.faultsOnBudget && root.priority == PRIORITIES - 1;
        Frame messages = root.messageFrame;
        assert messages.messagesOf == root && root.messagePage == messages.address;
        assert messages.home == null && messages.capabilities == 0 && messages.bytes == Sv39.PAGE;
        assert messages.forbids(Rights.EXECUTE);
    }

    /** Root has its whole budget from now on, and the timer is set for it. */
    private static void checkTime(Core core, SchedulingContext context) {
        assert context.budget > 0 && context.budget == context.period && context.remaining == context.budget;
        assert context.refillAt == core.now + context.period && context.consumed() == 0;
        assert context.wheelList == 0 && context.lentThrough == null;
        assert core.timedContext == context && core.timerAt <= core.now + context.remaining;
        assert core.timers.current <= core.now && core.floatOwner == null;
    }

    /** Each slot that has one holds the capability that it should, a root of the tree; each object knows how many slots name it. */
    private static void checkTable(Kernel kernel, Thread root) {
        CapTable table = root.table;
        assert table.size == Archive.SLOTS && table.cleared == 0;
        for (int i = 0; i < Archive.SLOTS; i++) {
            Slot slot = table.slot(i);
            assert AnyTree.isLinked(slot);
            assert slot.place == Slot.IN_TABLE && slot.parent == null && slot.firstChild == null && slot.badge == 0;
            KernelObject object = slot.object;
            assert (object != null) == (i > 0 && i <= RootSlot.KEPT);
            if (object != null) {
                boolean isOfThread = object == table || object == root.space;
                assert object.capabilities == (isOfThread ? 2 : 1);
                assert object.home == null && !object.doomed && object.nextDying == null;
            }
        }
        assert table.objectIn(RootSlot.CAP_TABLE) == table && table.type == ObjectType.CAP_TABLE;
        assert table.objectIn(RootSlot.ADDRESS_SPACE) == root.space && root.space.type == ObjectType.ADDRESS_SPACE;
        assert table.objectIn(RootSlot.THREAD) == root;
        assert table.objectIn(RootSlot.SCHEDULING_CONTEXT) == root.context;
        assert root.context.type == ObjectType.SCHEDULING_CONTEXT;
        assert table.objectIn(RootSlot.SCHEDULING_CONTROL) == kernel.schedulingControl;
        assert table.objectIn(RootSlot.INTERRUPT_CONTROL) == kernel.interruptControl;
        assert table.objectIn(RootSlot.KERNEL_LOG) == kernel.log;
        assert table.slot(RootSlot.ARCHIVE).rights() == (Rights.READ | Rights.EXECUTE);
        assert kernel.noTable.size == 0 && kernel.noTable.capabilities == 0;
    }

    /** What is handed out overlaps neither what is in use, nor each other, nor the kernel. */
    private static void checkMemory(CapTable table) {
        Untyped untyped = (Untyped) table.objectIn(RootSlot.UNTYPED);
        Frame archive = (Frame) table.objectIn(RootSlot.ARCHIVE);
        Frame devices = (Frame) table.objectIn(RootSlot.DEVICES);
        Frame kept = (Frame) table.objectIn(RootSlot.KEPT);
        assert UntypedProofs.isWhole(untyped);
        assert untyped.living == 0 && untyped.depth == 0 && untyped.low == untyped.start && untyped.high == untyped.end;
        assert untyped.start >= Board.used && untyped.end <= Board.END - Archive.keptBytes();
        assert kept.permanent && !kept.device && kept.address >= untyped.end;
        assert kept.bytes == Archive.keptBytes() && kept.address + kept.bytes <= Board.END;
        assert archive.permanent && !archive.device && archive.address >= Board.ARCHIVE;
        assert archive.bytes >= 0 && archive.address + archive.bytes <= Board.ARCHIVE + Board.ARCHIVE_BYTES;
        assert devices.permanent && devices.device && devices.address >= Sv39.kernelVirtual(0);
        assert devices.bytes >= 0 && devices.address + devices.bytes <= Sv39.kernelVirtual(0x8000_0000L);
        assert archive.messagesOf == null && kept.messagesOf == null && devices.messagesOf == null;
    }

    /** Nobody has an interrupt. */
    private static void checkLines(Kernel kernel) {
        assert kernel.lines.length == LINES;
        for (int i = 0; i < LINES; i++) {
            InterruptLine line = kernel.lines[i];
            assert line.type == ObjectType.INTERRUPT_LINE && line.number == i && !line.claimed;
            assert line.slot.place == Slot.OF_LINE + i && AnyTree.isLinked(line.slot) && line.slot.object == null;
            assert line.capabilities == 0 && line.home == null && !line.doomed;
        }
    }

    /**
     * The upper half is the kernel's. The lower one shows pages of the archive, none of them to write, and pages that are nobody else's, none both
     * to write and to execute, each of them once.
     */
    private static void checkSpace(Kernel kernel, AddressSpace space) {
        assert space.control == Sv39.satp(space.root, space.number);
        for (int i = Sv39.ENTRIES / 2; i < Sv39.ENTRIES; i++) {
            assert Board.load(space.root + 8 * i) == Board.load(kernel.rootTable + 8 * i);
        }
        long middle = onlyTable(space.root, Sv39.ENTRIES / 2);
        long last = onlyTable(middle, Sv39.ENTRIES);
        int shown = 0;
        long before = Board.ARCHIVE;
        for (int i = 0; i < Sv39.ENTRIES; i++) {
            long entry = Board.load(last + 8 * i);
            if (entry != 0) {
                shown++;
                long page = Sv39.kernelVirtual(Sv39.target(entry));
                boolean ofArchive = page >= Board.ARCHIVE && page < Board.ARCHIVE + Board.ARCHIVE_BYTES;
                assert i >= IMAGE;
                int rights = i < IMAGE + Archive.IMAGE_PAGES ? Archive.rights() : ofArchive ? READ : READ | WRITE;
                assert !ofArchive || (rights & WRITE) == 0;
                assert Sv39.isLeaf(entry) && (entry & (READ | WRITE | EXECUTE | USER | GLOBAL)) == (rights | USER);
                assert ofArchive || Board.isPage(page) && page != space.root && page != middle && page != last;
                assert ofArchive || page > before;
                before = ofArchive ? before : page;
            }
        }
        assert shown == Archive.pagesShown();
    }

    /** The table that the only entry of the first ones of a table names. */
    private static long onlyTable(long table, int entries) {
        for (int i = 1; i < entries; i++) {
            assert Board.load(table + 8 * i) == 0;
        }
        assert Sv39.isTable(Board.load(table));
        return Sv39.kernelVirtual(Sv39.target(Board.load(table)));
    }

    /** Root's has a number that is not the kernel's; all others are free, each once. */
    private static void checkSpaces(AddressSpaces spaces, AddressSpace space) {
        assert space.number > 0 && space.generation == 1;
        for (int i = 0; i < SPACES; i++) {
            assert spaces.get(i) == (i == space.number ? space : null);
        }
        assert spaces.available() < SPACES - 1;
        for (int i = 0; i < SPACES && spaces.available() > 0; i++) {
            AddressSpace next = new AddressSpace();
            spaces.add(next);
            assert next.number == i + 2;
        }
    }
}
