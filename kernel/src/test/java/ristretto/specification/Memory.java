package ristretto.specification;

import static ristretto.abi.ErrorCode.ALREADY_MAPPED;
import static ristretto.abi.ErrorCode.INVALID_ARGUMENT;
import static ristretto.abi.ErrorCode.MISALIGNED;
import static ristretto.abi.ErrorCode.MISSING_RIGHT;
import static ristretto.abi.ErrorCode.NOT_ENOUGH_MEMORY;
import static ristretto.abi.ErrorCode.NOT_MAPPED;
import static ristretto.abi.ErrorCode.NO_PAGE_TABLE;
import static ristretto.abi.ErrorCode.OUT_OF_RANGE;
import static ristretto.abi.ObjectType.ADDRESS_SPACE;
import static ristretto.abi.ObjectType.CAP_TABLE;
import static ristretto.abi.ObjectType.FRAME;
import static ristretto.abi.ObjectType.PAGE_TABLE;
import static ristretto.abi.ObjectType.REPLY;
import static ristretto.abi.ObjectType.UNTYPED;
import static ristretto.abi.Rights.ALL;
import static ristretto.abi.Rights.CONTROL;
import static ristretto.abi.Rights.EXECUTE;
import static ristretto.abi.Rights.READ;
import static ristretto.abi.Rights.WRITE;
import static ristretto.specification.Refusal.A0;
import static ristretto.specification.Refusal.A1;
import static ristretto.specification.Refusal.A2;
import static ristretto.specification.Refusal.A3;
import static ristretto.specification.Refusal.A4;
import static ristretto.specification.Refusal.T0;
import static ristretto.specification.Refusal.refuse;

import java.util.Comparator;
import java.util.Optional;
import ristretto.abi.UserLayout;
import ristretto.specification.State.AddressSpace;
import ristretto.specification.State.Frame;
import ristretto.specification.State.KernelObject;
import ristretto.specification.State.Page;
import ristretto.specification.State.PageTable;
import ristretto.specification.State.Slot;
import ristretto.specification.State.Table;
import ristretto.specification.State.Untyped;

/** What objects are made of, and what address spaces show. */
abstract class Memory extends Capabilities {
    private static final long PAGE = UserLayout.PAGE;
    private static final long LARGE_PAGE = 2 << 20;
    private static final int MOST_OBJECTS = 64;
    private static final int MOST_SLOTS = 4096;
    private static final int DEEPEST = 32;
    private static final long MOST_MEMORY = 1L << 40;

    // ---- objects are made of untyped memory

    void retype(long capability, long[] a) {
        Slot source = named(T0, capability, UNTYPED, CONTROL);
        Untyped untyped = (Untyped) source.object;
        boolean known = a[0] >= UNTYPED && a[0] <= REPLY;
        refuse(!known, INVALID_ARGUMENT, A0, REPLY, a[0]);
        int type = (int) a[0];
        long size = a[1];
        checkSize(type, size);
        long count = a[4];
        refuse(count < 1 || count > MOST_OBJECTS, OUT_OF_RANGE, A4, MOST_OBJECTS, count);
        boolean tables = type == CAP_TABLE;
        refuse(tables && count * size > MOST_SLOTS, OUT_OF_RANGE, A4, tables ? MOST_SLOTS / size : 0, count);
        refuse(type == UNTYPED && untyped.depth == DEEPEST, OUT_OF_RANGE, T0, DEEPEST, untyped.depth + 1L);
        Table table = table(A2, a[2]);
        long last = table.size() - count;
        refuse(a[3] < 0 || a[3] > last, OUT_OF_RANGE, A3, last, a[3]);
        for (int i = 0; i < count; i++) {
            empty(A3, table, a[3] + i);
        }
        long needed = (pageBytes(type, size) + descriptorBytes(type, size)) * count;
        long free = untyped.high - untyped.low;
        refuse(needed > free, NOT_ENOUGH_MEMORY, T0, needed, free);
        long spaces = s.limits.spaces() - s.each(AddressSpace.class).count();
        refuse(type == ADDRESS_SPACE && count > spaces, OUT_OF_RANGE, A4, spaces, count);

        for (int i = 0; i < count; i++) {
            table.slot(a[3] + i).hold(make(untyped, type, size), ALL, 0, source);
        }
    }

    private static void checkSize(int type, long size) {
        switch (type) {
            case CAP_TABLE -> refuse(size < 1 || size > MOST_SLOTS, OUT_OF_RANGE, A1, MOST_SLOTS, size);
            case UNTYPED, FRAME -> {
                long most = type == FRAME ? LARGE_PAGE : MOST_MEMORY;
                refuse(size % PAGE != 0, MISALIGNED, A1, PAGE, size);
                refuse(size <= 0 || size > most, OUT_OF_RANGE, A1, most, size);
            }
            default -> refuse(size != 0, INVALID_ARGUMENT, A1, 0, size);
        }
    }

    private static long pageBytes(int type, long size) {
        return switch (type) {
            case UNTYPED, FRAME -> size;
            case ADDRESS_SPACE, PAGE_TABLE -> PAGE;
            default -> 0;
        };
    }

    private long descriptorBytes(int type, long size) {
        return s.limits.descriptorBytes()[type] + (type == CAP_TABLE ? size * s.limits.slotBytes() : 0);
    }

    private KernelObject make(Untyped untyped, int type, long size) {
        KernelObject object = State.make(type, (int) size);
        object.home = untyped;
        if (object instanceof Frame frame) {
            frame.address = untyped.low;
            frame.bytes = size;
        } else if (object instanceof Untyped made) {
            made.start = untyped.low;
            made.low = untyped.low;
            made.end = untyped.low + size;
            made.high = made.end;
            made.depth = untyped.depth + 1;
        }
        untyped.low += pageBytes(type, size);
        untyped.high -= descriptorBytes(type, size);
        s.add(object);
        return object;
    }

    void inspectUntyped(long capability) {
        Untyped untyped = (Untyped) named(T0, capability, UNTYPED, CONTROL).object;

        long free = untyped.high - untyped.low;
        results(untyped.end - untyped.start, untyped.end - untyped.start - free, free);
    }

    // ---- page tables

    /** A table of level 1 covers 1 GiB, one of level 0 2 MiB. */
    private static boolean covers(PageTable table, long address) {
        int bits = table.level == 1 ? 30 : 21;
        return table.address >>> bits == address >>> bits;
    }

    private boolean hasTable(AddressSpace space, long address, int level) {
        return s.each(PageTable.class)
                .anyMatch(table -> table.space == space && table.level == level && covers(table, address));
    }

    void mapTable(long capability, long[] a) {
        PageTable table = (PageTable) named(T0, capability, PAGE_TABLE, CONTROL).object;
        AddressSpace space = (AddressSpace) named(A0, a[0], ADDRESS_SPACE, CONTROL).object;
        long address = a[1];
        refuse(address < 0 || address >= UserLayout.LIMIT, OUT_OF_RANGE, A1, UserLayout.LIMIT, address);
        refuse(table.space != null, ALREADY_MAPPED, T0, 0, table.address);
        int level = hasTable(space, address, 1) ? 0 : 1;
        boolean taken = hasTable(space, address, level)
                || level == 0 && large(space, address).isPresent();
        refuse(taken, ALREADY_MAPPED, A1, 0, address);

        table.space = space;
        table.address = address & -PAGE;
        table.level = level;
    }

    /** Pages and tables below it are gone with it. */
    @Override
    void takeDown(PageTable table) {
        if (table.space != null) {
            s.each(PageTable.class)
                    .filter(below -> below.space == table.space && below.level < table.level)
                    .filter(below -> covers(table, below.address))
                    .forEach(below -> below.space = null);
            table.space.pages.removeIf(page -> covers(table, page.address));
            table.space = null;
        }
    }

    // ---- frames

    private static Optional<Page> large(AddressSpace space, long address) {
        return space.pages.stream()
                .filter(page -> page.large && page.address == (address & -LARGE_PAGE))
                .findAny();
    }

    private static Page page(Slot slot) {
        return slot.space == null
                ? null
                : slot.space.pages.stream()
                        .filter(page -> page.address == slot.address && page.frame == slot.object)
                        .findAny()
                        .orElse(null);
    }

    /** A page that it mapped may have been taken down with a table; or another capability mapped the same again. */
    @Override
    boolean isMapped(Slot slot) {
        return page(slot) != null;
    }

    void mapFrame(long capability, long[] a) {
        Slot slot = named(T0, capability, FRAME, 0);
        Frame frame = (Frame) slot.object;
        AddressSpace space = (AddressSpace) named(A0, a[0], ADDRESS_SPACE, CONTROL).object;
        long address = a[1];
        long rights = a[2];
        refuse(address % PAGE != 0, MISALIGNED, A1, PAGE, address);
        long last = UserLayout.LIMIT - frame.bytes;
        refuse(address < PAGE || address > last, OUT_OF_RANGE, A1, last, address);
        refuse(address % LARGE_PAGE + frame.bytes > LARGE_PAGE, MISALIGNED, A1, LARGE_PAGE, address);
        boolean write = (rights & WRITE) != 0;
        boolean execute = (rights & EXECUTE) != 0;
        long known = READ | WRITE | EXECUTE;
        boolean strange = rights == 0 || (rights & ~known) != 0 || write && (execute || (rights & READ) == 0);
        refuse(strange, INVALID_ARGUMENT, A2, READ | WRITE, rights);
        refuse((slot.rights & rights) != rights, MISSING_RIGHT, T0, rights, slot.rights);
        boolean both = write && frame.hasBeenExecutable || execute && frame.hasBeenWritable;
        refuse(both, INVALID_ARGUMENT, A2, READ, rights);
        refuse(isMapped(slot), ALREADY_MAPPED, T0, 0, slot.address);
        boolean hasTable = hasTable(space, address, 0);
        boolean aligned = frame.bytes == LARGE_PAGE && frame.address % LARGE_PAGE == 0;
        boolean large = aligned && !hasTable && hasTable(space, address, 1);
        boolean taken = large(space, address).isPresent()
                || space.pages.stream().anyMatch(page -> overlap(page, address, frame.bytes));
        refuse(taken, ALREADY_MAPPED, A1, 0, address);
        int missing = hasTable(space, address, 1) ? 0 : 1;
        refuse(!large && !hasTable, NO_PAGE_TABLE, A1, missing, address);

        space.pages.add(new Page(address, frame, (int) rights, large));
        space.pages.sort(Comparator.comparingLong(page -> page.address));
        slot.space = space;
        slot.address = address;
        remember(frame, write, execute);
    }

    void remember(Frame frame, boolean write, boolean execute) {
        frame.hasBeenWritable |= write;
        frame.hasBeenExecutable |= execute;
    }

    private static boolean overlap(Page page, long address, long bytes) {
        return page.address < address + bytes && address < page.address + page.frame.bytes;
    }

    void unmapFrame(long capability) {
        Slot slot = named(T0, capability, FRAME, 0);
        refuse(!isMapped(slot), NOT_MAPPED, T0, 0, 0);

        unmap(slot);
    }

    /** Also when the capability goes. */
    @Override
    void unmap(Slot slot) {
        if (slot.space != null) {
            slot.space.pages.remove(page(slot));
        }
        slot.space = null;
        slot.address = 0;
    }
}
