package ristretto.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.magic.Memory;
import ristretto.magic.riscv64.Machine;

class RetypeTest {
    private final World world = new World();

    private int retype(long type, long size, long table, long slot, long count) {
        return world.invoke(RootSlot.UNTYPED, Operation.UNTYPED_RETYPE, type, size, table, slot, count);
    }

    private void refused(int code, int argument, int status) {
        assertEquals(code, status);
        assertEquals(argument, world.root.registers.x6);
        assertEquals(0, world.untyped.living);
        assertEquals(world.untyped.end - world.untyped.start, world.untyped.free());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 6, 7, 8, 9, 10})
    void makesEachTypeWithAllRights(int type) {
        int slot = world.make(type, 0);
        assertEquals(type, world.object(slot).type);
        assertEquals(Rights.ALL, world.table.slot(slot).rights());
        assertEquals(world.table.slot(RootSlot.UNTYPED), world.table.slot(slot).parent);
    }

    @Test
    void makesSeveralAtOnce() {
        assertEquals(ErrorCode.OK, retype(ObjectType.FRAME, 8192, 1, 20, 64));
        Frame first = (Frame) world.object(20);
        Frame last = (Frame) world.object(83);
        assertEquals(63 * 8192, last.address - first.address);
    }

    @Test
    void memoryOfAFrameIsZeroedWhateverWasThere() {
        long page = world.untyped.low;
        Memory.storeLong(page + 4088, -1);
        int slot = world.make(ObjectType.FRAME, 4096);
        assertEquals(page, ((Frame) world.object(slot)).address);
        assertEquals(0, Memory.loadLong(page + 4088));
    }

    @Test
    void reusedMemoryIsZeroedAgain() {
        int slot = world.make(ObjectType.FRAME, 4096);
        long page = ((Frame) world.object(slot)).address;
        Memory.storeLong(page, -1);
        world.invoke(1, Operation.TABLE_REVOKE, RootSlot.UNTYPED);
        assertNull(world.object(slot));
        world.make(ObjectType.FRAME, 4096);
        assertEquals(0, Memory.loadLong(page));
    }

    @Test
    void zeroingLetsAnInterruptPassAndGoesOnWhereItStopped() {
        Machine.simulate("sip", 0x20);
        assertNotEquals(ErrorCode.OK, retype(ObjectType.FRAME, 16384, 1, 20, 1));
        assertNull(world.object(20));
        assertEquals(0x1_0000, world.root.registers.pc);
        long progress = world.untyped.zeroed;
        assertEquals(4096, progress - world.untyped.start);
        Machine.simulate("sip", 0);
        assertEquals(ErrorCode.OK, world.repeat(world.root));
        assertEquals(ObjectType.FRAME, world.object(20).type);
    }

    @Test
    void inspectTellsWhatIsFree() {
        world.make(ObjectType.FRAME, 4096);
        world.invoke(RootSlot.UNTYPED, Operation.UNTYPED_INSPECT);
        assertEquals(World.UNTYPED_BYTES, world.result(0));
        assertEquals(4096 + Memory.sizeOf(Frame.class), world.result(1));
        assertEquals(World.UNTYPED_BYTES, world.result(1) + world.result(2));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 20, 1, 4, 1", // no type
        "11, 0, 1, 20, 1, 4, 1", // scheduling control cannot be made
        "13, 0, 1, 20, 1, 4, 1", // nor an interrupt line
        "4294967304, 0, 1, 20, 1, 4, 1", // an endpoint, if only 32 bits were read
        "8, 1, 1, 20, 1, 4, 2", // an endpoint has no size
        "5, 0, 1, 20, 1, 5, 2",
        "5, -4096, 1, 20, 1, 5, 2",
        "5, 100, 1, 20, 1, 6, 2",
        "5, 2101248, 1, 20, 1, 5, 2", // more than 2 MiB
        "1, 9223372036854771712, 1, 20, 1, 5, 2",
        "2, 4097, 1, 20, 1, 5, 2",
        "2, -1, 1, 20, 1, 5, 2",
        "2, 4096, 1, 20, 2, 5, 5",
        "8, 0, 1, 20, 0, 5, 5",
        "8, 0, 1, 20, 65, 5, 5",
        "8, 0, 1, 20, -1, 5, 5",
        "8, 0, 0, 20, 1, 1, 3", // no table
        "8, 0, 600, 20, 1, 1, 3",
        "8, 0, -1, 20, 1, 1, 3",
        "8, 0, 3, 20, 1, 2, 3", // a thread is no table
        "8, 0, 1, 512, 1, 5, 4",
        "8, 0, 1, 509, 4, 5, 4",
        "8, 0, 1, -1, 1, 5, 4",
        "8, 0, 1, 9223372036854775807, 64, 5, 4",
        "8, 0, 1, 1, 1, 8, 4", // occupied
        "8, 0, 1, 0, 2, 8, 4",
        "5, 1048576, 1, 20, 1, 7, 0", // no room for its descriptor
        "3, 0, 1, 20, 16, 5, 5" // more spaces than numbers
    })
    void misuseIsRefusedAndChangesNothing(
            long type, long size, long table, long slot, long count, int code, int argument) {
        refused(code, argument, retype(type, size, table, slot, count));
    }

    @Test
    void onlyUntypedCanBeRetyped() {
        assertEquals(
                ErrorCode.WRONG_TYPE,
                world.invoke(RootSlot.CAP_TABLE, Operation.UNTYPED_RETYPE, ObjectType.ENDPOINT, 0, 1, 20, 1));
        assertEquals(ObjectType.UNTYPED, world.result(0));
        assertEquals(ObjectType.CAP_TABLE, world.result(1));
    }

    @Test
    void withoutControlNothingIsMade() {
        world.invoke(1, Operation.TABLE_COPY, 20, 1, RootSlot.UNTYPED, Rights.READ);
        assertEquals(
                ErrorCode.MISSING_RIGHT, world.invoke(20, Operation.UNTYPED_RETYPE, ObjectType.ENDPOINT, 0, 1, 21, 1));
    }

    @Test
    void memoryRunsOutToTheByte() {
        int small = world.make(ObjectType.UNTYPED, 4096);
        long endpoint = Memory.sizeOf(Endpoint.class);
        long most = 4096 / endpoint;
        for (int i = 0; i < most; i++) {
            world.makeFrom(small, ObjectType.ENDPOINT, 0);
        }
        assertEquals(
                ErrorCode.NOT_ENOUGH_MEMORY,
                world.invoke(small, Operation.UNTYPED_RETYPE, ObjectType.ENDPOINT, 0, 1, 400, 1));
        assertEquals(endpoint, world.result(0));
        assertEquals(4096 - most * endpoint, world.result(1));
    }

    @Test
    void nestingIsBounded() {
        int source = RootSlot.UNTYPED;
        for (int i = 0; i < Untyped.MAXIMUM_DEPTH; i++) {
            source = world.makeFrom(source, ObjectType.UNTYPED, 4096L * 2 * (Untyped.MAXIMUM_DEPTH + 1 - i));
        }
        assertEquals(
                ErrorCode.OUT_OF_RANGE,
                world.invoke(source, Operation.UNTYPED_RETYPE, ObjectType.UNTYPED, 4096, 1, 400, 1));
    }

    @Test
    void anUntypedOutlivesItsCapabilityAsLongAsItsObjects() {
        int inner = world.make(ObjectType.UNTYPED, 65536);
        int endpoint = world.makeFrom(inner, ObjectType.ENDPOINT, 0);
        long used = world.untyped.free();
        world.invoke(1, Operation.TABLE_DELETE, inner);
        assertEquals(used, world.untyped.free());
        assertEquals(1, world.untyped.living);
        world.invoke(1, Operation.TABLE_DELETE, endpoint);
        assertEquals(0, world.untyped.living);
        assertEquals(World.UNTYPED_BYTES, world.untyped.free());
    }
}
