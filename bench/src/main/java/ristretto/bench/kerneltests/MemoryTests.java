package ristretto.bench.kerneltests;

import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.magic.Memory;

/** Untyped, Frame, PageTable, AddressSpace. */
final class MemoryTests {
    private static final int NOTHING = 500;
    private static final long PLACE = 0x7000;
    private static final int TABLE = RootSlot.CAP_TABLE;
    private static final int SPACE = RootSlot.ADDRESS_SPACE;
    private static final long LARGE = 2 << 20;
    private static final long LARGE_PLACE = 0x4000_0000L;
    private static final int RW = Rights.READ | Rights.WRITE;

    private final Stage stage;

    MemoryTests(Stage stage) {
        this.stage = stage;
    }

    void run() {
        retype();
        frames();
        contents();
        tables();
        largeFrames();
    }

    private void retype() {
        int memory = stage.make(ObjectType.UNTYPED, 1 << 16);
        int slot = stage.workshop.freeSlot();
        int op = Operation.UNTYPED_RETYPE;
        stage.equal("retype", ErrorCode.OK, stage.invoke(memory, op, ObjectType.ENDPOINT, 0, TABLE, slot, 1));
        stage.refused("retype over", ErrorCode.SLOT_OCCUPIED, 4, memory, op, ObjectType.ENDPOINT, 0, TABLE, slot, 1);
        stage.refused("retype type 0", ErrorCode.INVALID_ARGUMENT, 1, memory, op, 0, 0, TABLE, NOTHING, 1);
        stage.refused("retype type 99", ErrorCode.INVALID_ARGUMENT, 1, memory, op, 99, 0, TABLE, NOTHING, 1);
        stage.refused("retype a control", ErrorCode.INVALID_ARGUMENT, 1, memory, op, 11, 0, TABLE, NOTHING, 1);
        stage.refused("retype none", ErrorCode.OUT_OF_RANGE, 5, memory, op, ObjectType.REPLY, 0, TABLE, NOTHING, 0);
        stage.refused("retype 65", ErrorCode.OUT_OF_RANGE, 5, memory, op, ObjectType.REPLY, 0, TABLE, 300, 65);
        stage.refused("retype -1", ErrorCode.OUT_OF_RANGE, 5, memory, op, ObjectType.REPLY, 0, TABLE, 300, -1);
        stage.refused(
                "retype past the table", ErrorCode.OUT_OF_RANGE, 4, memory, op, ObjectType.REPLY, 0, TABLE, 510, 3);
        stage.refused("retype at -1", ErrorCode.OUT_OF_RANGE, 4, memory, op, ObjectType.REPLY, 0, TABLE, -1, 1);
        stage.refused(
                "retype into no table", ErrorCode.WRONG_TYPE, 3, memory, op, ObjectType.REPLY, 0, slot, NOTHING, 1);
        stage.refused("a frame of 100", ErrorCode.MISALIGNED, 2, memory, op, ObjectType.FRAME, 100, TABLE, NOTHING, 1);
        stage.refused("a frame of 0", ErrorCode.OUT_OF_RANGE, 2, memory, op, ObjectType.FRAME, 0, TABLE, NOTHING, 1);
        stage.refused(
                "a frame of 4 M", ErrorCode.OUT_OF_RANGE, 2, memory, op, ObjectType.FRAME, 4 << 20, TABLE, NOTHING, 1);
        stage.refused(
                "too large", ErrorCode.NOT_ENOUGH_MEMORY, 0, memory, op, ObjectType.FRAME, 1 << 17, TABLE, NOTHING, 1);
        stage.refused(
                "a sized endpoint",
                ErrorCode.INVALID_ARGUMENT,
                2,
                memory,
                op,
                ObjectType.ENDPOINT,
                8,
                TABLE,
                NOTHING,
                1);
        stage.refused(
                "5000 slots", ErrorCode.OUT_OF_RANGE, 2, memory, op, ObjectType.CAP_TABLE, 5000, TABLE, NOTHING, 1);
        stage.refused(
                "2 * 3000 slots", ErrorCode.OUT_OF_RANGE, 5, memory, op, ObjectType.CAP_TABLE, 3000, TABLE, 300, 2);
        stage.equal("what was refused is not there", ErrorCode.NO_CAPABILITY, stage.invoke(NOTHING, op));
        stage.invoke(memory, Operation.UNTYPED_INSPECT);
        stage.test("an object takes memory", stage.r.a1 > 0 && stage.r.a1 + stage.r.a2 == stage.r.a0, "" + stage.r.a1);
        stage.equal("revoke an untyped", ErrorCode.OK, stage.invoke(TABLE, Operation.TABLE_REVOKE, memory));
        stage.equal("its objects are gone", ErrorCode.NO_CAPABILITY, stage.call(0, slot, 0, 0, 0));
        stage.invoke(memory, Operation.UNTYPED_INSPECT);
        stage.equal("its memory is free again", stage.r.a0, stage.r.a2);
        int large = stage.make(ObjectType.UNTYPED, 1 << 19);
        stage.equal("4096 slots", ErrorCode.OK, stage.invoke(large, op, ObjectType.CAP_TABLE, 4096, TABLE, slot, 1));
        stage.equal("slot 4095", ErrorCode.NO_CAPABILITY, stage.invoke(slot, Operation.TABLE_INSPECT, 4095));
        stage.equal("it goes", ErrorCode.OK, stage.invoke(TABLE, Operation.TABLE_REVOKE, large));
        stage.equal("64 spaces", ErrorCode.OK, stage.invoke(large, op, ObjectType.ADDRESS_SPACE, 0, TABLE, 400, 64));
        stage.equal("the last of them", ErrorCode.OK, stage.invoke(TABLE, Operation.TABLE_INSPECT, 463));
        stage.equal("is a space", ObjectType.ADDRESS_SPACE, stage.r.a0);
        stage.equal("they go", ErrorCode.OK, stage.invoke(TABLE, Operation.TABLE_REVOKE, large));
    }

    private void frames() {
        int frame = stage.make(ObjectType.FRAME, 4096);
        int other = stage.make(ObjectType.FRAME, 4096);
        int readOnly = stage.workshop.freeSlot();
        stage.workshop.own.copy(readOnly, stage.workshop.own, frame, Rights.READ);
        int map = Operation.FRAME_MAP;
        stage.equal("map", ErrorCode.OK, stage.invoke(frame, map, SPACE, PLACE, RW));
        Memory.storeLong(PLACE, 77);
        stage.equal("what is mapped keeps what is stored", 77, Memory.loadLong(PLACE));
        stage.refused("map twice", ErrorCode.ALREADY_MAPPED, 0, frame, map, SPACE, PLACE + 4096, RW);
        stage.refused("map over", ErrorCode.ALREADY_MAPPED, 2, other, map, SPACE, PLACE, RW);
        stage.refused("map over the own image", ErrorCode.ALREADY_MAPPED, 2, other, map, SPACE, 0x1_0000, RW);
        stage.refused("map at 0", ErrorCode.OUT_OF_RANGE, 2, other, map, SPACE, 0, RW);
        stage.refused("map askew", ErrorCode.MISALIGNED, 2, other, map, SPACE, PLACE + 8, RW);
        stage.refused("map into the kernel", ErrorCode.OUT_OF_RANGE, 2, other, map, SPACE, 0xffff_ffc0_8020_0000L, RW);
        stage.refused("map at the end", ErrorCode.OUT_OF_RANGE, 2, other, map, SPACE, 0x40_0000_0000L, RW);
        stage.refused("map where no table is", ErrorCode.NO_PAGE_TABLE, 2, other, map, SPACE, 0x20_0000_0000L, RW);
        stage.refused("map W and X", ErrorCode.INVALID_ARGUMENT, 3, other, map, SPACE, PLACE + 4096, 6);
        stage.refused("map without rights", ErrorCode.INVALID_ARGUMENT, 3, other, map, SPACE, PLACE + 4096, 0);
        stage.refused("map write only", ErrorCode.INVALID_ARGUMENT, 3, other, map, SPACE, PLACE + 4096, 2);
        stage.refused("map rights 64", ErrorCode.INVALID_ARGUMENT, 3, other, map, SPACE, PLACE + 4096, 64);
        stage.refused("map into no space", ErrorCode.WRONG_TYPE, 1, other, map, TABLE, PLACE + 4096, RW);
        stage.refused(
                "map for writing by a reader", ErrorCode.MISSING_RIGHT, 0, readOnly, map, SPACE, PLACE + 4096, RW);
        stage.refused(
                "execute what was writable",
                ErrorCode.INVALID_ARGUMENT,
                3,
                frame,
                map,
                SPACE,
                PLACE + 4096,
                Rights.READ | Rights.EXECUTE);
        stage.equal("a second mapping", ErrorCode.OK, stage.invoke(readOnly, map, SPACE, PLACE + 4096, Rights.READ));
        stage.equal("shows the same", 77, Memory.loadLong(PLACE + 4096));
        stage.equal("unmap", ErrorCode.OK, stage.invoke(frame, Operation.FRAME_UNMAP));
        stage.refused("unmap twice", ErrorCode.NOT_MAPPED, 0, frame, Operation.FRAME_UNMAP);
        stage.equal("the other stays", 77, Memory.loadLong(PLACE + 4096));
        stage.equal("map another there", ErrorCode.OK, stage.invoke(other, map, SPACE, PLACE, RW));
        stage.equal("it is zero", 0, Memory.loadLong(PLACE));
        stage.equal("delete what is mapped", ErrorCode.OK, stage.invoke(TABLE, Operation.TABLE_DELETE, other));
        int third = stage.make(ObjectType.FRAME, 4096);
        stage.equal("its place is free", ErrorCode.OK, stage.invoke(third, map, SPACE, PLACE, RW));
        stage.invoke(third, Operation.FRAME_UNMAP);
        stage.refused(
                "derive of an ordinary frame", ErrorCode.INVALID_ARGUMENT, 0, third, Operation.FRAME_DERIVE, 0, 4096);
        stage.refused(
                "derive the interrupt controller",
                ErrorCode.BUSY,
                1,
                RootSlot.DEVICES,
                Operation.FRAME_DERIVE,
                0x0c00_0000,
                4096,
                RootSlot.UNTYPED,
                TABLE,
                NOTHING);
    }

    private void contents() {
        int frame = stage.make(ObjectType.FRAME, 4096);
        int read = Operation.FRAME_READ;
        stage.equal("write a frame", ErrorCode.OK, stage.invoke(frame, Operation.FRAME_WRITE, 8, 2, 11, 12));
        stage.equal("read a frame", ErrorCode.OK, stage.invoke(frame, read, 8));
        stage.test("what was written", stage.r.a0 == 11 && stage.r.a1 == 12, stage.r.a0 + ", " + stage.r.a1);
        stage.equal("read askew is refused", ErrorCode.MISALIGNED, stage.invoke(frame, read, 4));
        stage.equal("read past the end is refused", ErrorCode.OUT_OF_RANGE, stage.invoke(frame, read, 4096));
        stage.equal("read at -8 is refused", ErrorCode.OUT_OF_RANGE, stage.invoke(frame, read, -8));
        stage.equal(
                "write 7 words is refused", ErrorCode.OUT_OF_RANGE, stage.invoke(frame, Operation.FRAME_WRITE, 0, 7));
        stage.equal(
                "write over the end is refused",
                ErrorCode.OUT_OF_RANGE,
                stage.invoke(frame, Operation.FRAME_WRITE, 4088, 2, 1, 2));
    }

    private void tables() {
        int table = stage.make(ObjectType.PAGE_TABLE, 0);
        int map = Operation.PAGE_TABLE_MAP;
        stage.equal("map a page table", ErrorCode.OK, stage.invoke(table, map, SPACE, 0x20_0000_0000L));
        stage.refused("map it twice", ErrorCode.ALREADY_MAPPED, 0, table, map, SPACE, 0x28_0000_0000L);
        int second = stage.make(ObjectType.PAGE_TABLE, 0);
        stage.refused("a table for the kernel", ErrorCode.OUT_OF_RANGE, 2, second, map, SPACE, -4096);
        stage.refused("a table in no space", ErrorCode.WRONG_TYPE, 1, second, map, TABLE, 0x20_0000_0000L);
        stage.refused("a table where one is", ErrorCode.ALREADY_MAPPED, 2, second, map, SPACE, 0x1_0000);
    }

    private void largeFrames() {
        long next = physical(stage.make(ObjectType.FRAME, 4096)) + 4096;
        stage.make(ObjectType.UNTYPED, LARGE - next % LARGE);
        int frame = stage.make(ObjectType.FRAME, LARGE);
        int map = Operation.FRAME_MAP;
        long last = LARGE_PLACE + LARGE - 8;
        stage.equal("a large frame begins at its size", 0, physical(frame) % LARGE);
        stage.refused("map it where no table is", ErrorCode.NO_PAGE_TABLE, 2, frame, map, SPACE, LARGE_PLACE, RW);
        stage.equal("that is of level 1", 1, stage.r.a0);
        stage.invoke(stage.make(ObjectType.PAGE_TABLE, 0), Operation.PAGE_TABLE_MAP, SPACE, LARGE_PLACE);
        stage.refused("map it askew", ErrorCode.MISALIGNED, 2, frame, map, SPACE, LARGE_PLACE + 4096, RW);
        stage.refused("map it W and X", ErrorCode.INVALID_ARGUMENT, 3, frame, map, SPACE, LARGE_PLACE, 7);
        stage.equal("map it with no other table", ErrorCode.OK, stage.invoke(frame, map, SPACE, LARGE_PLACE, RW));
        stage.equal("it is zero", 0, Memory.loadLong(LARGE_PLACE) | Memory.loadLong(last));
        Memory.storeLong(LARGE_PLACE, 71);
        Memory.storeLong(last, 72);
        stage.invoke(frame, Operation.FRAME_READ, 0);
        stage.equal("its first word", 71, stage.r.a0);
        stage.invoke(frame, Operation.FRAME_READ, LARGE - 8);
        stage.equal("its last word", 72, stage.r.a0);
        int small = stage.make(ObjectType.FRAME, 4096);
        int table = stage.make(ObjectType.PAGE_TABLE, 0);
        stage.refused("map into it", ErrorCode.ALREADY_MAPPED, 2, small, map, SPACE, LARGE_PLACE + 8192, RW);
        stage.refused(
                "a table within it",
                ErrorCode.ALREADY_MAPPED,
                2,
                table,
                Operation.PAGE_TABLE_MAP,
                SPACE,
                LARGE_PLACE + 8192);
        stage.equal("unmap it", ErrorCode.OK, stage.invoke(frame, Operation.FRAME_UNMAP));
        stage.refused("unmap it twice", ErrorCode.NOT_MAPPED, 0, frame, Operation.FRAME_UNMAP);
        stage.equal("now a table", ErrorCode.OK, stage.invoke(table, Operation.PAGE_TABLE_MAP, SPACE, LARGE_PLACE));
        stage.equal("and a page", ErrorCode.OK, stage.invoke(small, map, SPACE, LARGE_PLACE + LARGE - 4096, RW));
        stage.equal("that shows itself", 0, Memory.loadLong(last));
        int odd = stage.make(ObjectType.FRAME, LARGE);
        stage.test("the next one begins elsewhere", physical(odd) % LARGE != 0, "" + physical(odd));
        stage.refused(
                "so it has to be mapped page by page",
                ErrorCode.NO_PAGE_TABLE,
                2,
                odd,
                map,
                SPACE,
                LARGE_PLACE + LARGE,
                RW);
        stage.equal("in a table of level 0", 0, stage.r.a0);
        stage.invoke(stage.make(ObjectType.PAGE_TABLE, 0), Operation.PAGE_TABLE_MAP, SPACE, LARGE_PLACE + LARGE);
        stage.equal("as it then is", ErrorCode.OK, stage.invoke(odd, map, SPACE, LARGE_PLACE + LARGE, RW));
        Memory.storeLong(last + LARGE, 73);
        stage.invoke(odd, Operation.FRAME_READ, LARGE - 8);
        stage.equal("to its last word", 73, stage.r.a0);
    }

    private long physical(int frame) {
        stage.invoke(TABLE, Operation.TABLE_INSPECT, frame);
        return stage.r.a4;
    }
}
