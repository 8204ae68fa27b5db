package ristretto.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.abi.UserLayout;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.Memory;
import ristretto.magic.riscv64.Machine;

class MemoryTest {
    private static final int READ = Rights.READ;
    private static final int WRITE = Rights.READ | Rights.WRITE;
    private static final long PLACE = 0x4000_0000L;

    private final World world = new World(16, 8 << 20);
    private final int space = world.make(ObjectType.ADDRESS_SPACE, 0);
    private final int frame = world.make(ObjectType.FRAME, 8192);
    private final int upper = world.make(ObjectType.PAGE_TABLE, 0);
    private final int lower = world.make(ObjectType.PAGE_TABLE, 0);

    @BeforeEach
    void tables() {
        assertEquals(ErrorCode.OK, mapTable(upper, PLACE));
        assertEquals(ErrorCode.OK, mapTable(lower, PLACE));
    }

    private int mapTable(int table, long address) {
        return world.invoke(table, Operation.PAGE_TABLE_MAP, space, address);
    }

    private int map(int slot, long address, long rights) {
        return world.invoke(slot, Operation.FRAME_MAP, space, address, rights);
    }

    private AddressSpace theSpace() {
        return (AddressSpace) world.object(space);
    }

    private long entry(long address) {
        return Memory.loadLong(theSpace().entryAddress(address, 0));
    }

    private int delete(int slot) {
        return world.invoke(1, Operation.TABLE_DELETE, slot);
    }

    @Test
    void aMappedFrameShowsItsPages() {
        assertEquals(ErrorCode.OK, map(frame, PLACE + 4096, WRITE));
        Frame object = (Frame) world.object(frame);
        assertEquals(Sv39.physical(object.address), Sv39.target(entry(PLACE + 4096)));
        assertEquals(Sv39.physical(object.address) + 4096, Sv39.target(entry(PLACE + 8192)));
        world.invoke(1, Operation.TABLE_INSPECT, frame);
        assertEquals(PLACE + 4096, world.result(5));
    }

    @Test
    void theKernelsHalfIsInEverySpace() {
        assertEquals(0xabc, Memory.loadLong(theSpace().root + 8 * 256));
    }

    @Test
    void aFrameLiesWithinOneTable() {
        int next = world.make(ObjectType.PAGE_TABLE, 0);
        long border = PLACE + Sv39.LARGE_PAGE;
        assertEquals(ErrorCode.OK, mapTable(next, border));
        assertEquals(ErrorCode.MISALIGNED, map(frame, border - 4096, WRITE));
        assertEquals(0, entry(border - 4096));
        assertEquals(ErrorCode.OK, map(frame, border - 8192, WRITE));
    }

    @Test
    void unmappingAManyPagedFrameLetsInterruptsPass() {
        int many = world.make(ObjectType.FRAME, 2 * Frame.STEP_BYTES + 4096);
        assertEquals(ErrorCode.OK, map(many, PLACE, READ));
        world.invoke(many, Operation.FRAME_UNMAP);
        assertEquals(0, entry(PLACE + 2 * Frame.STEP_BYTES));
        assertTrue(entry(PLACE + Frame.STEP_BYTES) != 0);
        assertEquals(ErrorCode.ALREADY_MAPPED, map(many, PLACE + 4096, READ));
        Machine.simulate("sip", 0x20);
        delete(many);
        assertTrue(entry(PLACE) != 0 && entry(PLACE + Frame.STEP_BYTES) == 0);
        Machine.simulate("sip", 0);
        assertEquals(ErrorCode.OK, delete(many));
        assertEquals(0, entry(PLACE));
    }

    /** By whichever capability, in whichever space, at whichever time. */
    @Test
    void whatWasWritableIsNeverExecuted() {
        World.expect(world.invoke(1, Operation.TABLE_COPY, 100, 1, frame, Rights.ALL));
        assertEquals(ErrorCode.OK, map(frame, PLACE, WRITE));
        assertEquals(ErrorCode.INVALID_ARGUMENT, map(100, PLACE + 8192, READ | Rights.EXECUTE));
        World.expect(world.invoke(frame, Operation.FRAME_UNMAP));
        assertEquals(ErrorCode.INVALID_ARGUMENT, map(frame, PLACE, Rights.EXECUTE));
        assertEquals(ErrorCode.OK, map(frame, PLACE, READ));
    }

    @Test
    void whatWasExecutableIsNeverWritten() {
        int page = world.make(ObjectType.FRAME, 4096);
        assertEquals(ErrorCode.OK, world.invoke(page, Operation.FRAME_WRITE, 0, 1, 42));
        assertEquals(ErrorCode.OK, map(page, PLACE, READ | Rights.EXECUTE));
        World.expect(world.invoke(1, Operation.TABLE_COPY, 100, 1, page, Rights.ALL));
        assertEquals(ErrorCode.INVALID_ARGUMENT, map(100, PLACE + 4096, WRITE));
        assertEquals(ErrorCode.INVALID_ARGUMENT, world.invoke(100, Operation.FRAME_WRITE, 0, 1, 42));
        assertEquals(ErrorCode.INVALID_ARGUMENT, world.invoke(100, Operation.FRAME_COPY, 0, frame, 0, 8));
        int thread = world.make(ObjectType.THREAD, 0);
        int time = world.make(ObjectType.SCHEDULING_CONTEXT, 0);
        assertEquals(
                ErrorCode.INVALID_ARGUMENT, world.invoke(thread, Operation.THREAD_CONFIGURE, 2, 1, 100, 0, time, 1));
        assertEquals(ErrorCode.OK, world.invoke(100, Operation.FRAME_READ, 0));
        assertEquals(42, world.result(0));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2, 6, 7, 8, 63, -1})
    void writableAndExecutableOrUnreadableIsRefused(long rights) {
        assertEquals(ErrorCode.INVALID_ARGUMENT, map(frame, PLACE, rights));
        assertEquals(3, world.root.registers.x6);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5",
        "1, 6",
        "274877906944, 5",
        "274877902848, 5",
        "-4096, 5",
        "9223372036854771712, 5",
        "1073745920, 0"
    })
    void mapsOnlyWhereAProcessMay(long address, int code) {
        assertEquals(code, map(frame, address, READ));
    }

    @Test
    void rightsOfTheCapabilityBind() {
        world.invoke(1, Operation.TABLE_COPY, 100, 1, frame, Rights.READ);
        assertEquals(ErrorCode.MISSING_RIGHT, map(100, PLACE, WRITE));
        assertEquals(ErrorCode.OK, map(100, PLACE, READ));
        assertEquals(ErrorCode.MISSING_RIGHT, world.invoke(100, Operation.FRAME_WRITE, 0, 1, 5));
    }

    @Test
    void eachCapabilityIsMappedOnce() {
        assertEquals(ErrorCode.OK, map(frame, PLACE, READ));
        assertEquals(ErrorCode.ALREADY_MAPPED, map(frame, PLACE + 0x10000, READ));
        world.invoke(1, Operation.TABLE_COPY, 100, 1, frame, Rights.ALL);
        assertEquals(ErrorCode.ALREADY_MAPPED, map(100, PLACE + 4096, READ));
        assertEquals(ErrorCode.OK, map(100, PLACE + 8192, READ));
    }

    @Test
    void aMissingTableIsNamedByLevel() {
        assertEquals(ErrorCode.NO_PAGE_TABLE, map(frame, 0x8000_0000L, READ));
        assertEquals(1, world.result(0));
        assertEquals(ErrorCode.NO_PAGE_TABLE, map(frame, PLACE + Sv39.LARGE_PAGE, READ));
        assertEquals(0, world.result(0));
    }

    @Test
    void unmapTakesThePagesAway() {
        map(frame, PLACE, READ);
        assertEquals(ErrorCode.OK, world.invoke(frame, Operation.FRAME_UNMAP));
        assertEquals(0, entry(PLACE));
        assertEquals(0, entry(PLACE + 4096));
        assertEquals(ErrorCode.NOT_MAPPED, world.invoke(frame, Operation.FRAME_UNMAP));
    }

    @Test
    void deletingACapabilityUnmapsWhatItMapped() {
        world.invoke(1, Operation.TABLE_COPY, 100, 1, frame, Rights.ALL);
        map(frame, PLACE, READ);
        map(100, PLACE + 8192, READ);
        delete(100);
        assertEquals(0, entry(PLACE + 8192));
        assertTrue(entry(PLACE) != 0);
        delete(frame);
        assertEquals(0, entry(PLACE));
    }

    @Test
    void aFrameOutlivesTheSpaceItWasMappedIn() {
        map(frame, PLACE, READ);
        delete(space);
        world.invoke(1, Operation.TABLE_INSPECT, frame);
        assertEquals(0, world.result(5));
        assertEquals(ErrorCode.NOT_MAPPED, world.invoke(frame, Operation.FRAME_UNMAP));
        assertEquals(ErrorCode.OK, delete(frame));
    }

    @Test
    void aDeadSpacesNumberIsReusedUnderANewGeneration() {
        World small = new World(3, 1 << 20);
        int page = small.make(ObjectType.FRAME, 4096);
        for (int round = 0; round < 5; round++) {
            int inner = small.make(ObjectType.ADDRESS_SPACE, 0);
            int one = small.make(ObjectType.PAGE_TABLE, 0);
            int two = small.make(ObjectType.PAGE_TABLE, 0);
            assertEquals(ErrorCode.OK, small.invoke(one, Operation.PAGE_TABLE_MAP, inner, PLACE));
            assertEquals(ErrorCode.OK, small.invoke(two, Operation.PAGE_TABLE_MAP, inner, PLACE));
            assertEquals(ErrorCode.OK, small.invoke(page, Operation.FRAME_MAP, inner, PLACE, READ));
            assertEquals(
                    ErrorCode.OUT_OF_RANGE,
                    small.invoke(10, Operation.UNTYPED_RETYPE, ObjectType.ADDRESS_SPACE, 0, 1, 400, 1));
            small.invoke(1, Operation.TABLE_DELETE, inner);
        }
    }

    @Test
    void aTableHangsInOnePlace() {
        assertEquals(ErrorCode.ALREADY_MAPPED, mapTable(lower, 0x8000_0000L));
        int third = world.make(ObjectType.PAGE_TABLE, 0);
        assertEquals(ErrorCode.ALREADY_MAPPED, mapTable(third, PLACE));
        assertEquals(ErrorCode.OUT_OF_RANGE, mapTable(third, UserLayout.LIMIT));
        assertEquals(ErrorCode.OUT_OF_RANGE, mapTable(third, -1));
        assertEquals(ErrorCode.OK, mapTable(third, PLACE + Sv39.LARGE_PAGE));
    }

    @Test
    void aDeletedTableTakesItsPagesWithIt() {
        map(frame, PLACE, READ);
        delete(lower);
        assertEquals(ErrorCode.NOT_MAPPED, world.invoke(frame, Operation.FRAME_UNMAP));
        assertEquals(ErrorCode.NO_PAGE_TABLE, map(frame, PLACE, READ));
    }

    @Test
    void aTableThatLostItsParentComesBackEmpty() {
        map(frame, PLACE, WRITE);
        delete(upper);
        delete(frame);
        int third = world.make(ObjectType.PAGE_TABLE, 0);
        assertEquals(ErrorCode.OK, mapTable(third, PLACE));
        assertEquals(ErrorCode.OK, mapTable(lower, PLACE));
        assertEquals(0, entry(PLACE));
    }

    @Test
    void anAlignedLargeFrameIsOneEntry() {
        long skip = Sv39.LARGE_PAGE - (world.untyped.low & Sv39.LARGE_PAGE - 1);
        if (skip != Sv39.LARGE_PAGE) {
            world.make(ObjectType.UNTYPED, skip);
        }
        int large = world.make(ObjectType.FRAME, Sv39.LARGE_PAGE);
        assertEquals(ErrorCode.OK, map(large, PLACE + Sv39.LARGE_PAGE, WRITE));
        long address = theSpace().entryAddress(PLACE + Sv39.LARGE_PAGE, 1);
        assertTrue(Sv39.isLeaf(Memory.loadLong(address)));
        assertEquals(ErrorCode.ALREADY_MAPPED, map(frame, PLACE + Sv39.LARGE_PAGE, READ));
        assertEquals(ErrorCode.ALREADY_MAPPED, mapTable(world.make(ObjectType.PAGE_TABLE, 0), PLACE + Sv39.LARGE_PAGE));
        world.withoutChecks();
        assertEquals(ErrorCode.OK, world.invoke(large, Operation.FRAME_UNMAP));
        assertEquals(0, Memory.loadLong(address));
    }

    @Test
    void devicesAreCutFromTheirFrame() {
        assertEquals(ErrorCode.OUT_OF_RANGE, map(RootSlot.DEVICES, PLACE, READ));
        assertEquals(ErrorCode.OK, derive(RootSlot.DEVICES, 0x1000_0000L, 4096, 100));
        assertEquals(ErrorCode.OK, map(100, PLACE, WRITE));
        assertEquals(0x1000_0000L, Sv39.target(entry(PLACE)));
        assertEquals(ErrorCode.MISSING_RIGHT, map(100, PLACE + 4096, READ | Rights.EXECUTE));
        assertEquals(ErrorCode.INVALID_ARGUMENT, world.invoke(100, Operation.FRAME_READ, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "201326592, 4096, 15", // the interrupt controller
        "33554432, 4096, 15",
        "1, 4096, 6",
        "0, 1, 6",
        "0, 0, 5",
        "2147483648, 4096, 5",
        "2147479552, 8192, 5",
        "-4096, 4096, 5",
        "4096, 9223372036854771712, 5"
    })
    void wrongCutsAreRefused(long offset, long bytes, int code) {
        assertEquals(code, derive(RootSlot.DEVICES, offset, bytes, 100));
        assertNull(world.object(100));
    }

    private int derive(int from, long offset, long bytes, int slot) {
        return world.invoke(from, Operation.FRAME_DERIVE, offset, bytes, RootSlot.UNTYPED, 1, slot);
    }

    @Test
    void ordinaryFramesAreNotCut() {
        assertEquals(ErrorCode.INVALID_ARGUMENT, derive(frame, 0, 4096, 100));
    }

    @Test
    void aCutDiesWithTheUntypedThatPaid() {
        int quota = world.make(ObjectType.UNTYPED, 4096);
        assertEquals(ErrorCode.OK, world.invoke(RootSlot.ARCHIVE, Operation.FRAME_DERIVE, 4096, 8192, quota, 1, 100));
        assertEquals(ErrorCode.OK, map(100, PLACE, READ | Rights.EXECUTE));
        world.invoke(1, Operation.TABLE_REVOKE, quota);
        assertNull(world.object(100));
        assertEquals(0, entry(PLACE));
    }

    @Test
    void contentsAreReadWrittenAndCopied() {
        assertEquals(ErrorCode.OK, world.invoke(frame, Operation.FRAME_WRITE, 8184, 1, 42));
        assertEquals(ErrorCode.OK, world.invoke(frame, Operation.FRAME_READ, 8184));
        assertEquals(42, world.result(0));
        assertEquals(0, world.result(1));
        int other = world.make(ObjectType.FRAME, 4096);
        assertEquals(ErrorCode.OK, world.invoke(other, Operation.FRAME_COPY, 0, frame, 4096, 4096));
        world.invoke(other, Operation.FRAME_READ, 4088);
        assertEquals(42, world.result(0));
    }

    @ParameterizedTest
    @CsvSource({"8188, 6", "8192, 5", "-8, 5", "9223372036854775800, 5"})
    void readingBeyondIsRefused(long offset, int code) {
        assertEquals(code, world.invoke(frame, Operation.FRAME_READ, offset));
        assertEquals(code, world.invoke(frame, Operation.FRAME_WRITE, offset, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 4, 6",
        "0, 0, 65544, 5",
        "8192, 0, 8, 5",
        "0, 8192, 8, 5",
        "0, 0, -8, 5",
        "8, 0, 16, 4",
        "8184, 0, 16, 5",
        "1, 0, 8, 6"
    })
    void wrongCopiesAreRefused(long to, long from, long bytes, int code) {
        assertEquals(code, world.invoke(frame, Operation.FRAME_COPY, to, frame, from, bytes));
    }

    @Test
    void theArchiveIsReadOnly() {
        assertEquals(ErrorCode.MISSING_RIGHT, world.invoke(RootSlot.ARCHIVE, Operation.FRAME_WRITE, 0, 1, 1));
        assertEquals(ErrorCode.MISSING_RIGHT, world.invoke(RootSlot.ARCHIVE, Operation.FRAME_COPY, 0, frame, 0, 8));
        assertEquals(ErrorCode.OK, world.invoke(frame, Operation.FRAME_COPY, 0, RootSlot.ARCHIVE, 0, 8));
        assertFalse(((Frame) world.object(RootSlot.ARCHIVE)).device);
    }
}
