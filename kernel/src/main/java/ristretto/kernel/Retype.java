package ristretto.kernel;

import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.LoopBound;
import ristretto.magic.Memory;

/** Makes kernel objects out of untyped memory: the only way, after boot, in which objects come to be. */
final class Retype {
    static final int MAXIMUM_COUNT = 64;

    /** Bytes of pages that one object takes; -1: no such type, or size. */
    private static long pageBytes(int type, long size) {
        return switch (type) {
            case ObjectType.UNTYPED -> isPages(size) ? size : -1;
            case ObjectType.FRAME -> isPages(size) && size <= Sv39.LARGE_PAGE ? size : -1;
            case ObjectType.CAP_TABLE -> size > 0 && size <= CapTable.MAXIMUM_SLOTS ? 0 : -1;
            case ObjectType.ADDRESS_SPACE, ObjectType.PAGE_TABLE -> size == 0 ? Sv39.PAGE : -1;
            default -> size == 0 ? 0 : -1;
        };
    }

    private static boolean isPages(long size) {
        return size > 0 && size <= 1L << 40 && (size & Sv39.PAGE - 1) == 0;
    }

    /** Bytes of one object's descriptor; 0: no such type. */
    static long descriptorBytes(int type, long size) {
        return switch (type) {
            case ObjectType.UNTYPED -> Memory.sizeOf(Untyped.class);
            case ObjectType.CAP_TABLE -> CapTable.bytes((int) size);
            case ObjectType.ADDRESS_SPACE -> Memory.sizeOf(AddressSpace.class);
            case ObjectType.PAGE_TABLE -> Memory.sizeOf(PageTable.class);
            case ObjectType.FRAME -> Memory.sizeOf(Frame.class);
            case ObjectType.THREAD -> Thread.bytes();
            case ObjectType.SCHEDULING_CONTEXT -> Memory.sizeOf(SchedulingContext.class);
            case ObjectType.ENDPOINT -> Memory.sizeOf(Endpoint.class);
            case ObjectType.NOTIFICATION -> Memory.sizeOf(Notification.class);
            case ObjectType.REPLY -> Memory.sizeOf(Reply.class);
            default -> 0;
        };
    }

    @LoopBound(value = MAXIMUM_COUNT, unseen = 1, reason = "objects of one call")
    static int run(Kernel kernel, Thread caller) {
        RegisterFrame in = caller.registers;
        long typeWord = in.word0();
        int type = (int) typeWord;
        long size = in.word1();
        long first = in.word3();
        long count = in.word4();
        Slot source =
                Arguments.object(caller, Arguments.CAPABILITY, in.capability(), ObjectType.UNTYPED, Rights.CONTROL);
        if (source == null) {
            return Arguments.REFUSED;
        }
        Untyped untyped = (Untyped) source.object;
        if (typeWord != type || descriptorBytes(type, 1) == 0) {
            return Arguments.refuse(caller, ErrorCode.INVALID_ARGUMENT, Arguments.A0, ObjectType.REPLY, typeWord);
        }
        if (pageBytes(type, size) < 0) {
            return refuseSize(caller, type, size);
        }
        if (count < 1 || count > MAXIMUM_COUNT) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A4, MAXIMUM_COUNT, count);
        }
        if (type == ObjectType.CAP_TABLE && count * size > CapTable.MAXIMUM_SLOTS) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A4, CapTable.MAXIMUM_SLOTS / size, count);
        }
        if (type == ObjectType.UNTYPED && untyped.depth == Untyped.MAXIMUM_DEPTH) {
            return Arguments.refuse(
                    caller, ErrorCode.OUT_OF_RANGE, Arguments.CAPABILITY, Untyped.MAXIMUM_DEPTH, untyped.depth + 1);
        }
        Slot tableSlot = Arguments.object(caller, Arguments.A2, in.word2(), ObjectType.CAP_TABLE, Rights.CONTROL);
        if (tableSlot == null) {
            return Arguments.REFUSED;
        }
        CapTable table = (CapTable) tableSlot.object;
        if (first < 0 || first > table.size - count) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A3, table.size - count, first);
        }
        for (int i = 0; i < count; i++) {
            if (Arguments.empty(caller, table, Arguments.A3, first + i) == null) {
                return Arguments.REFUSED;
            }
        }
        long pages = pageBytes(type, size) * count;
        long needed = pages + descriptorBytes(type, size) * count;
        if (needed > untyped.free()) {
            return Arguments.refuse(caller, ErrorCode.NOT_ENOUGH_MEMORY, Arguments.CAPABILITY, needed, untyped.free());
        }
        if (type == ObjectType.ADDRESS_SPACE && kernel.spaces.available() < count) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A4, kernel.spaces.available(), count);
        }
        if (type != ObjectType.UNTYPED && !zero(untyped, untyped.low + pages)) {
            return Arguments.REPEAT;
        }
        if (type == ObjectType.CAP_TABLE && !clear(untyped, untyped.high - needed)) {
            return Arguments.REPEAT;
        }
        // ---- point of no return
        for (int i = 0; i < count; i++) {
            KernelObject object = make(kernel, untyped, type, size);
            object.home = untyped;
            untyped.living++;
            table.slot(first + i).fill(object, Rights.ALL, 0, source);
            if (i + 1 < count && Kernel.interruptPending()) {
                in.setWord(3, first + i + 1);
                in.setWord(4, count - i - 1);
                return Arguments.REPEAT;
            }
        }
        return Arguments.DONE;
    }

    private static int refuseSize(Thread caller, int type, long size) {
        if (type == ObjectType.CAP_TABLE) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A1, CapTable.MAXIMUM_SLOTS, size);
        }
        if (type != ObjectType.UNTYPED && type != ObjectType.FRAME) {
            return Arguments.refuse(caller, ErrorCode.INVALID_ARGUMENT, Arguments.A1, 0, size);
        }
        if ((size & Sv39.PAGE - 1) != 0) {
            return Arguments.refuse(caller, ErrorCode.MISALIGNED, Arguments.A1, Sv39.PAGE, size);
        }
        long most = type == ObjectType.FRAME ? Sv39.LARGE_PAGE : 1L << 40;
        return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A1, most, size);
    }

    /** Zeroes what is not zero yet; false: an interrupt came first. What was done stays done. */
    @LoopBound(value = 1 << 20, unseen = 1, reason = "pages of the memory that was asked for")
    private static boolean zero(Untyped untyped, long upTo) {
        for (int i = 0; i < 1 << 20; i++) {
            if (!untyped.zeroStep(upTo)) {
                return true;
            }
            if (Kernel.interruptPending()) {
                return false;
            }
        }
        return false;
    }

    /** As {@link #zero}, for descriptors. */
    @LoopBound(value = 1 << 20, unseen = 1, reason = "pages of the descriptors")
    private static boolean clear(Untyped untyped, long downTo) {
        for (int i = 0; i < 1 << 20; i++) {
            if (!untyped.clearStep(downTo)) {
                return true;
            }
            if (Kernel.interruptPending()) {
                return false;
            }
        }
        return false;
    }

    private static KernelObject make(Kernel kernel, Untyped untyped, int type, long size) {
        long page = untyped.takePages(pageBytes(type, size));
        long descriptor = untyped.takeDescriptor(descriptorBytes(type, size));
        return switch (type) {
            case ObjectType.UNTYPED -> Untyped.create(descriptor, page, page + size, untyped.depth + 1);
            case ObjectType.CAP_TABLE -> CapTable.create(descriptor, (int) size);
            case ObjectType.ADDRESS_SPACE -> AddressSpace.create(kernel.spaces, descriptor, page, kernel.rootTable);
            case ObjectType.PAGE_TABLE -> PageTable.create(descriptor, page);
            case ObjectType.FRAME -> Frame.create(descriptor, page, size);
            case ObjectType.THREAD -> Thread.create(descriptor);
            case ObjectType.SCHEDULING_CONTEXT -> SchedulingContext.create(descriptor);
            case ObjectType.ENDPOINT -> Endpoint.create(descriptor);
            case ObjectType.NOTIFICATION -> Notification.create(descriptor);
            default -> Reply.create(descriptor);
        };
    }

    static int inspect(Thread caller) {
        RegisterFrame in = caller.registers;
        Slot slot = Arguments.object(caller, Arguments.CAPABILITY, in.capability(), ObjectType.UNTYPED, Rights.CONTROL);
        if (slot == null) {
            return Arguments.REFUSED;
        }
        Untyped untyped = (Untyped) slot.object;
        long size = untyped.end - untyped.start;
        in.setWord(0, size);
        in.setWord(1, size - untyped.free());
        in.setWord(2, untyped.free());
        return Arguments.DONE;
    }

    private Retype() {}
}
