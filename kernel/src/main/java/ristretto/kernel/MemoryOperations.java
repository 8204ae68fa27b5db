package ristretto.kernel;

import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.abi.UserLayout;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.Memory;
import ristretto.magic.riscv64.Machine;

/** Invocations that change address spaces: a page table or a frame is mapped, a frame is unmapped or cut. */
final class MemoryOperations {
    static int mapTable(Kernel kernel, Thread caller) {
        RegisterFrame in = caller.registers;
        Slot slot =
                Arguments.object(caller, Arguments.CAPABILITY, in.capability(), ObjectType.PAGE_TABLE, Rights.CONTROL);
        if (slot == null) {
            return Arguments.REFUSED;
        }
        Slot spaceSlot = Arguments.object(caller, Arguments.A0, in.word0(), ObjectType.ADDRESS_SPACE, Rights.CONTROL);
        if (spaceSlot == null) {
            return Arguments.REFUSED;
        }
        PageTable table = (PageTable) slot.object;
        AddressSpace space = (AddressSpace) spaceSlot.object;
        long address = in.word1();
        if (address < 0 || address >= UserLayout.LIMIT) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A1, UserLayout.LIMIT, address);
        }
        if (table.entryAbove(kernel.spaces) != 0) {
            return Arguments.refuse(
                    caller, ErrorCode.ALREADY_MAPPED, Arguments.CAPABILITY, 0, Mapping.virtualAddress(table.mapping));
        }
        int level = 1;
        long above = space.entryAddress(address, 2);
        if (Sv39.isTable(Memory.loadLong(above))) {
            level = 0;
            above = space.entryAddress(address, 1);
        }
        if (Memory.loadLong(above) != 0) {
            return Arguments.refuse(caller, ErrorCode.ALREADY_MAPPED, Arguments.A1, 0, address);
        }
        // ---- point of no return
        table.map(space, address, level, above);
        return Arguments.DONE;
    }

    static int mapFrame(Kernel kernel, Thread caller) {
        RegisterFrame in = caller.registers;
        Slot slot = Arguments.object(caller, Arguments.CAPABILITY, in.capability(), ObjectType.FRAME, 0);
        if (slot == null) {
            return Arguments.REFUSED;
        }
        Slot spaceSlot = Arguments.object(caller, Arguments.A0, in.word0(), ObjectType.ADDRESS_SPACE, Rights.CONTROL);
        if (spaceSlot == null) {
            return Arguments.REFUSED;
        }
        Frame frame = (Frame) slot.object;
        AddressSpace space = (AddressSpace) spaceSlot.object;
        long address = in.word1();
        long rights = in.word2();
        if ((address & Sv39.PAGE - 1) != 0) {
            return Arguments.refuse(caller, ErrorCode.MISALIGNED, Arguments.A1, Sv39.PAGE, address);
        }
        if (frame.bytes > Sv39.LARGE_PAGE) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.CAPABILITY, Sv39.LARGE_PAGE, frame.bytes);
        }
        if (address < Sv39.PAGE || address > UserLayout.LIMIT - frame.bytes) {
            return Arguments.refuse(
                    caller, ErrorCode.OUT_OF_RANGE, Arguments.A1, UserLayout.LIMIT - frame.bytes, address);
        }
        if ((address & Sv39.LARGE_PAGE - 1) + frame.bytes > Sv39.LARGE_PAGE) {
            return Arguments.refuse(caller, ErrorCode.MISALIGNED, Arguments.A1, Sv39.LARGE_PAGE, address);
        }
        if (!isMappable(rights)) {
            return Arguments.refuse(
                    caller, ErrorCode.INVALID_ARGUMENT, Arguments.A2, Rights.READ | Rights.WRITE, rights);
        }
        if ((slot.rights() & rights) != rights) {
            return Arguments.refuse(caller, ErrorCode.MISSING_RIGHT, Arguments.CAPABILITY, rights, slot.rights());
        }
        if (frame.forbids(rights)) {
            return Arguments.refuse(caller, ErrorCode.INVALID_ARGUMENT, Arguments.A2, Rights.READ, rights);
        }
        if (Mapping.isLive(kernel.spaces, slot.badge, frame)) {
            return Arguments.refuse(
                    caller, ErrorCode.ALREADY_MAPPED, Arguments.CAPABILITY, 0, Mapping.virtualAddress(slot.badge));
        }
        long physical = Sv39.physical(frame.address);
        long single = frame.bytes == Sv39.PAGE ? space.entryAddress(address, 0) : 0;
        if (single != 0 && !AddressSpace.isMissing(single) && Memory.loadLong(single) == 0) {
            // ---- point of no return
            space.set(single, Sv39.userLeaf(physical, (int) rights), address);
            return mapped(slot, frame, space, address, rights);
        }
        boolean large = space.fitsLarge(address, physical, frame.bytes);
        int problem = large ? 0 : space.check(address, frame.bytes);
        if (problem > 0) {
            return Arguments.refuse(caller, ErrorCode.ALREADY_MAPPED, Arguments.A1, 0, address);
        }
        if (problem < 0) {
            return Arguments.refuse(caller, ErrorCode.NO_PAGE_TABLE, Arguments.A1, -1 - problem, address);
        }
        // ---- point of no return
        space.map(address, physical, frame.bytes, (int) rights, large);
        return mapped(slot, frame, space, address, rights);
    }

    private static int mapped(Slot slot, Frame frame, AddressSpace space, long address, long rights) {
        slot.badge = Mapping.of(space, address);
        frame.remember(rights);
        if ((rights & Rights.EXECUTE) != 0) {
            Machine.fenceI();
        }
        return Arguments.DONE;
    }

    /**
     * Readable, writable too, or executable: writable without readable does not exist, writable and executable must
     * not.
     */
    private static boolean isMappable(long rights) {
        return rights == Rights.READ
                || rights == (Rights.READ | Rights.WRITE)
                || rights == (Rights.READ | Rights.EXECUTE)
                || rights == Rights.EXECUTE;
    }

    static int unmapFrame(Kernel kernel, Thread caller) {
        RegisterFrame in = caller.registers;
        Slot slot = Arguments.object(caller, Arguments.CAPABILITY, in.capability(), ObjectType.FRAME, 0);
        if (slot == null) {
            return Arguments.REFUSED;
        }
        Frame frame = (Frame) slot.object;
        AddressSpace space = Mapping.space(kernel.spaces, slot.badge);
        long address = Mapping.virtualAddress(slot.badge);
        long physical = Sv39.physical(frame.address);
        long single = space != null && frame.bytes == Sv39.PAGE ? space.showing(address, physical) : 0;
        if (single != 0) {
            // ---- point of no return
            space.set(single, 0, address);
            slot.badge = 0;
            return Arguments.DONE;
        }
        if (space == null || !space.shows(address, physical)) {
            return Arguments.refuse(caller, ErrorCode.NOT_MAPPED, Arguments.CAPABILITY, 0, 0);
        }
        // ---- point of no return
        return frame.unmapStep(kernel.spaces, slot) ? Arguments.DONE : Arguments.REPEAT;
    }

    /** Cuts a smaller permanent frame from a permanent frame. */
    static int deriveFrame(Kernel kernel, Thread caller) {
        RegisterFrame in = caller.registers;
        Slot slot = Arguments.object(caller, Arguments.CAPABILITY, in.capability(), ObjectType.FRAME, 0);
        if (slot == null) {
            return Arguments.REFUSED;
        }
        Frame frame = (Frame) slot.object;
        long offset = in.word0();
        long bytes = in.word1();
        if (!frame.permanent) {
            return Arguments.refuse(caller, ErrorCode.INVALID_ARGUMENT, Arguments.CAPABILITY, 1, 0);
        }
        if ((offset & Sv39.PAGE - 1) != 0) {
            return Arguments.refuse(caller, ErrorCode.MISALIGNED, Arguments.A0, Sv39.PAGE, offset);
        }
        if ((bytes & Sv39.PAGE - 1) != 0) {
            return Arguments.refuse(caller, ErrorCode.MISALIGNED, Arguments.A1, Sv39.PAGE, bytes);
        }
        if (offset < 0 || offset >= frame.bytes) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A0, frame.bytes, offset);
        }
        if (bytes <= 0 || bytes > frame.bytes - offset) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A1, frame.bytes - offset, bytes);
        }
        if (frame.device && DeviceWindow.isKernels(Sv39.physical(frame.address) + offset, bytes)) {
            return Arguments.refuse(caller, ErrorCode.BUSY, Arguments.A0, 0, offset);
        }
        Slot paying = Arguments.object(caller, Arguments.A2, in.word2(), ObjectType.UNTYPED, Rights.CONTROL);
        if (paying == null) {
            return Arguments.REFUSED;
        }
        Slot tableSlot = Arguments.object(caller, Arguments.A3, in.word3(), ObjectType.CAP_TABLE, Rights.CONTROL);
        if (tableSlot == null) {
            return Arguments.REFUSED;
        }
        Slot destination = Arguments.empty(caller, (CapTable) tableSlot.object, Arguments.A4, in.word4());
        if (destination == null) {
            return Arguments.REFUSED;
        }
        Untyped untyped = (Untyped) paying.object;
        long needed = Memory.sizeOf(Frame.class);
        if (needed > untyped.free()) {
            return Arguments.refuse(caller, ErrorCode.NOT_ENOUGH_MEMORY, Arguments.A2, needed, untyped.free());
        }
        // ---- point of no return
        Frame cut = Frame.create(untyped.takeDescriptor(needed), frame.address + offset, bytes);
        cut.permanent = true;
        cut.device = frame.device;
        cut.home = untyped;
        untyped.living++;
        destination.fill(cut, slot.rights(), 0, paying);
        return Arguments.DONE;
    }

    private MemoryOperations() {}
}
