package ristretto.kernel;

import ristretto.abi.ArchiveLayout;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.abi.StartupPage;
import ristretto.abi.UserLayout;
import ristretto.kernel.riscv64.Panic;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.LoopBound;
import ristretto.magic.Memory;
import ristretto.magic.Rare;
import ristretto.magic.riscv64.Machine;

/**
 * Builds the one process that the kernel starts, from its image in the boot archive, and gives it all there is: the rest of memory, devices, interrupts, time. What is made here lies behind the archive and stays for ever.
 */
@Rare
public final class RootProcess {
    private static final byte[] NO_ARCHIVE = Text.of("no boot archive, magic and bytes");
    private static final byte[] DAMAGED_IMAGE = Text.of("root's image is damaged, offset and bytes");
    private static final byte[] NO_ROOT = Text.of("the boot archive has no root, entries");
    private static final byte[] BAD_SEGMENT = Text.of("segment of root: flags, address");
    private static final byte[] BAD_SEGMENT_SIZE = Text.of("segment of root: address, bytes");
    private static final byte[] BAD_STACK_OR_HEAP = Text.of("stack or heap of root, bytes");
    private static final byte[] TOO_SMALL = Text.of("memory is too small for root, end and needed");
    /** {@link ArchiveLayout#ROOT} as a number. */
    private static final long ROOT = 0x746f_6f72;

    private static final int PRIORITY = 255;
    private static final long PERIOD_NS = 10_000_000;
    private static final long DEVICES_END = 0x8000_0000L;
    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_PAGES = (int) (MOST_BYTES / Sv39.PAGE);

    private Kernel kernel;
    private AddressSpace space;

    /** Memory below, from the archive on, is in use. */
    private long free;
    /** End of the memory that is to be divided. */
    private long end;

    /** First address behind the process's own pages. */
    private long top;

    public void build(Kernel theKernel, long archive, long memoryEnd) {
        kernel = theKernel;
        end = memoryEnd;
        long archiveBytes = checkArchive(archive);
        free = archive + archiveBytes;
        Thread thread = Thread.create(take(Thread.bytes()));
        int slots = (int) Memory.loadLong(archive + ArchiveLayout.ROOT_SLOTS);
        long tableMemory = take(CapTable.bytes(slots));
        Memory.zero(tableMemory, CapTable.bytes(slots));
        CapTable table = CapTable.create(tableMemory, slots);
        SchedulingContext context = SchedulingContext.create(take(Memory.sizeOf(SchedulingContext.class)));
        long spaceDescriptor = take(Memory.sizeOf(AddressSpace.class));
        Frame archiveFrame = Frame.create(take(Memory.sizeOf(Frame.class)), archive, archiveBytes);
        Frame devices = Frame.create(take(Memory.sizeOf(Frame.class)), Sv39.kernelVirtual(0), DEVICES_END);
        Frame kept = Frame.create(take(Memory.sizeOf(Frame.class)), end, memoryEnd - end);
        Frame messages = Frame.create(take(Memory.sizeOf(Frame.class)), 0, Sv39.PAGE);
        long untypedDescriptor = take(Memory.sizeOf(Untyped.class));
        archiveFrame.permanent = true;
        devices.permanent = true;
        kept.permanent = true;
        devices.device = true;
        space = AddressSpace.create(kernel.spaces, spaceDescriptor, takePage(), kernel.rootTable);

        long image = findRoot(archive, archiveBytes);
        load(image, archive + archiveBytes);
        long stack = pages(pageUp(Memory.loadLong(archive + ArchiveLayout.ROOT_STACK_BYTES)));
        long stackEnd = top;
        long heap = pages(pageUp(Memory.loadLong(archive + ArchiveLayout.ROOT_HEAP_BYTES)));
        long heapEnd = top;
        long messagePage = top + Sv39.PAGE;
        messages.address = takePage();
        map(messagePage, messages.address, Rights.READ | Rights.WRITE);
        long startup = messagePage + StartupPage.IN_MESSAGE_PAGE;
        long archiveAddress = messagePage + 2 * Sv39.PAGE;
        showArchive(archiveAddress, archive, archiveBytes);
        describe(messages.address + StartupPage.IN_MESSAGE_PAGE, heap, heapEnd, stack, stackEnd, archiveAddress);

        // The memory that is left begins only behind the last page taken here.
        long rest = pageUp(free);
        Untyped untyped = Untyped.create(untypedDescriptor, rest, end, 0);
        kernel.kernelBytes = kernel.memoryBytes - (end - rest);
        thread.spaceSlot.fill(space, Rights.ALL, 0, null);
        thread.tableSlot.fill(table, Rights.ALL, 0, null);
        thread.use(space);
        thread.table = table;
        thread.callTable = table;
        Threads.bindMessagePage(thread, messages);
        Threads.bindContext(kernel.core, thread, context);
        thread.priority = PRIORITY;
        give(table, RootSlot.CAP_TABLE, table, Rights.ALL);
        give(table, RootSlot.ADDRESS_SPACE, space, Rights.ALL);
        give(table, RootSlot.THREAD, thread, Rights.ALL);
        give(table, RootSlot.SCHEDULING_CONTEXT, context, Rights.ALL);
        give(table, RootSlot.SCHEDULING_CONTROL, kernel.schedulingControl, Rights.ALL);
        give(table, RootSlot.INTERRUPT_CONTROL, kernel.interruptControl, Rights.ALL);
        give(table, RootSlot.ARCHIVE, archiveFrame, Rights.READ | Rights.EXECUTE);
        give(table, RootSlot.DEVICES, devices, Rights.READ | Rights.WRITE);
        give(table, RootSlot.KERNEL_LOG, kernel.log, Rights.ALL);
        give(table, RootSlot.KEPT, kept, Rights.READ | Rights.WRITE);
        give(table, RootSlot.UNTYPED, untyped, Rights.ALL);
        start(thread, context, ProgramHeaders.entryPoint(image), stackEnd, startup);
    }

    private void start(Thread thread, SchedulingContext context, long entry, long stack, long startup) {
        Machine.fenceI();
        thread.registers.start(entry, stack, startup);
        kernel.core.charge();
        kernel.core.idleTicks = 0;
        context.configure(kernel.ticks(PERIOD_NS), kernel.ticks(PERIOD_NS), kernel.core.now);
        kernel.core.makeReady(thread);
    }

    private static void give(CapTable table, int slot, KernelObject object, int rights) {
        table.slot(slot).fill(object, rights, 0, null);
    }

    private long checkArchive(long archive) {
        long total = Memory.loadLong(archive + ArchiveLayout.TOTAL_BYTES);
        end -= Memory.loadLong(archive + ArchiveLayout.KEPT_BYTES) & MOST_BYTES - Sv39.PAGE;
        if (Memory.loadLong(archive + ArchiveLayout.MAGIC) != ArchiveLayout.MAGIC_VALUE
                || total < Sv39.PAGE
                || total > end - archive
                || Memory.loadLong(archive + ArchiveLayout.ROOT_SLOTS) < RootSlot.FIRST_FREE
                || Memory.loadLong(archive + ArchiveLayout.ROOT_SLOTS) > CapTable.MAXIMUM_SLOTS) {
            Panic.stop(NO_ARCHIVE, Memory.loadLong(archive + ArchiveLayout.MAGIC), total);
        }
        return pageUp(total);
    }

    /** Address of root's image. */
    @LoopBound(value = ArchiveLayout.MAXIMUM_ENTRIES, reason = "entries of the archive")
    private static long findRoot(long archive, long archiveBytes) {
        long count = Memory.loadLong(archive + ArchiveLayout.COUNT);
        for (int i = 0; i < count && i < ArchiveLayout.MAXIMUM_ENTRIES; i++) {
            long entry = archive + ArchiveLayout.ENTRIES + (long) i * ArchiveLayout.ENTRY_BYTES;
            if (Memory.loadLong(entry) == ROOT) {
                long offset = Memory.loadLong(entry + ArchiveLayout.NAME_BYTES);
                long bytes = Memory.loadLong(entry + ArchiveLayout.NAME_BYTES + 8);
                boolean inside =
                        offset > 0 && (offset & Sv39.PAGE - 1) == 0 && bytes > 0 && offset <= archiveBytes - bytes;
                if (inside && ProgramHeaders.isExecutable(archive + offset, bytes)) {
                    return archive + offset;
                }
                Panic.stop(DAMAGED_IMAGE, offset, bytes);
            }
        }
        Panic.stop(NO_ROOT, count, 0);
        return 0;
    }

    @LoopBound(value = ProgramHeaders.MOST, reason = "segments of an image")
    private void load(long image, long archiveEnd) {
        for (int i = 0; i < ProgramHeaders.count(image); i++) {
            if (ProgramHeaders.type(image, i) == ProgramHeaders.LOAD) {
                loadSegment(image, i, archiveEnd);
            }
        }
    }

    /** Constants and text are shown where they lie in the archive, data is copied. */
    @LoopBound(value = MOST_PAGES, reason = "pages of a segment")
    private void loadSegment(long image, int index, long archiveEnd) {
        int flags = ProgramHeaders.flags(image, index);
        long offset = ProgramHeaders.offset(image, index);
        long address = ProgramHeaders.address(image, index);
        long fileBytes = ProgramHeaders.fileBytes(image, index);
        long bytes = ProgramHeaders.memoryBytes(image, index);
        boolean writable = (flags & ProgramHeaders.WRITE) != 0;
        boolean executable = (flags & ProgramHeaders.EXECUTE) != 0;
        if (writable && executable || (offset & Sv39.PAGE - 1) != 0 || (address & Sv39.PAGE - 1) != 0) {
            Panic.stop(BAD_SEGMENT, flags, address);
        }
        if (address < UserLayout.IMAGE
                || address >= UserLayout.IMAGE_LIMIT
                || bytes < 0
                || bytes > MOST_BYTES
                || fileBytes < 0
                || fileBytes > bytes
                || offset < 0
                || offset > archiveEnd - image - fileBytes) {
            Panic.stop(BAD_SEGMENT_SIZE, address, bytes);
        }
        for (long at = 0; at < bytes; at += Sv39.PAGE) {
            long page = image + offset + at;
            int rights = executable ? Rights.READ | Rights.EXECUTE : Rights.READ;
            if (writable || at >= fileBytes) {
                long source = page;
                page = takePage();
                long part = fileBytes - at < Sv39.PAGE ? fileBytes - at : Sv39.PAGE;
                if (part > 0) {
                    Memory.copy(source, page, part);
                }
                rights = writable ? Rights.READ | Rights.WRITE : rights;
            }
            map(address + at, page, rights);
        }
        long behind = pageUp(address + bytes);
        top = behind > top ? behind : top;
    }

    /** Fresh writable pages behind a page that is never mapped; answers their first address. */
    @LoopBound(value = MOST_PAGES, reason = "pages of a stack or heap")
    private long pages(long bytes) {
        if (bytes < 0 || bytes > MOST_BYTES) {
            Panic.stop(BAD_STACK_OR_HEAP, bytes, 0);
        }
        long start = top + Sv39.PAGE;
        for (long at = 0; at < bytes; at += Sv39.PAGE) {
            map(start + at, takePage(), Rights.READ | Rights.WRITE);
        }
        top = start + bytes;
        return start;
    }

    @LoopBound(value = MOST_PAGES, reason = "pages of the archive")
    private void showArchive(long address, long archive, long bytes) {
        for (long at = 0; at < bytes; at += Sv39.PAGE) {
            map(address + at, archive + at, Rights.READ);
        }
    }

    @LoopBound(value = Sv39.TOP_LEVEL, reason = "levels of tables that may be missing")
    private void map(long address, long page, int rights) {
        for (int level = Sv39.TOP_LEVEL; level > 0; level--) {
            long entry = space.entryAddress(address, level);
            if (Memory.loadLong(entry) == 0) {
                Memory.storeLong(entry, Sv39.tableEntry(takePage()));
            }
        }
        Memory.storeLong(space.entryAddress(address, 0), Sv39.userLeaf(Sv39.physical(page), rights));
    }

    private void describe(long page, long heap, long heapEnd, long stack, long stackEnd, long archive) {
        Memory.storeLong(page + StartupPage.MAGIC, StartupPage.MAGIC_VALUE);
        Memory.storeLong(page + StartupPage.HEAP_START, heap);
        Memory.storeLong(page + StartupPage.HEAP_BYTES, heapEnd - heap);
        Memory.storeLong(page + StartupPage.STACK_LOW, stack);
        Memory.storeLong(page + StartupPage.STACK_HIGH, stackEnd);
        Memory.storeLong(page + StartupPage.MESSAGE_PAGE, archive - 2 * Sv39.PAGE);
        Memory.storeLong(page + StartupPage.ARCHIVE, archive);
        Memory.storeLong(page + StartupPage.TICKS_PER_SECOND, kernel.ticksPerSecond);
        Memory.storeLong(page + StartupPage.ARGUMENTS, StartupPage.FIRST_FREE);
        Memory.storeLong(page + StartupPage.GRANTS, StartupPage.FIRST_FREE);
        Memory.storeLong(page + StartupPage.NAME, StartupPage.FIRST_FREE);
        Memory.storeLong(page + StartupPage.LOG, RootSlot.KERNEL_LOG);
        Memory.storeLong(page + StartupPage.FIRST_FREE, ROOT << 16 | ArchiveLayout.ROOT.length());
    }

    private long take(long bytes) {
        long address = free;
        free += bytes;
        check();
        return address;
    }

    private long takePage() {
        long page = pageUp(free);
        free = page + Sv39.PAGE;
        check();
        Memory.zero(page, Sv39.PAGE);
        return page;
    }

    private void check() {
        if (free > end) {
            Panic.stop(TOO_SMALL, Sv39.physical(end), Sv39.physical(free));
        }
    }

    private static long pageUp(long bytes) {
        return bytes + Sv39.PAGE - 1 & -Sv39.PAGE;
    }
}
