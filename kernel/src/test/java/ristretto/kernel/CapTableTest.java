package ristretto.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.magic.riscv64.Machine;

class CapTableTest {
    private final World world = new World();
    private final int endpoint = world.make(ObjectType.ENDPOINT, 0);

    private int copy(long to, long from, long rights) {
        return world.invoke(1, Operation.TABLE_COPY, to, 1, from, rights);
    }

    private int mint(long to, long from, long rights, long badge) {
        return world.invoke(1, Operation.TABLE_MINT, to, 1, from, rights, badge);
    }

    private int delete(long slot) {
        return world.invoke(1, Operation.TABLE_DELETE, slot);
    }

    private int revoke(long slot) {
        return world.invoke(1, Operation.TABLE_REVOKE, slot);
    }

    @Test
    void aCopyHasFewerRights() {
        assertEquals(ErrorCode.OK, copy(50, endpoint, Rights.SEND));
        assertEquals(ErrorCode.OK, copy(51, 50, Rights.ALL));
        assertEquals(Rights.SEND, world.table.slot(51).rights());
        assertEquals(3, world.object(endpoint).capabilities);
    }

    @Test
    void mintGivesABadgeOnce() {
        assertEquals(ErrorCode.OK, mint(50, endpoint, Rights.ALL, 77));
        assertEquals(77, world.table.slot(50).badge);
        assertEquals(ErrorCode.INVALID_ARGUMENT, mint(51, 50, Rights.ALL, 78));
        assertEquals(ErrorCode.OK, copy(51, 50, Rights.ALL));
        assertEquals(77, world.table.slot(51).badge);
    }

    @Test
    void onlyEndpointsAndNotificationsCarryBadges() {
        assertEquals(ErrorCode.WRONG_TYPE, mint(50, RootSlot.THREAD, Rights.ALL, 1));
        assertEquals(ErrorCode.OK, mint(50, world.make(ObjectType.NOTIFICATION, 0), Rights.ALL, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 11, 63, 8, 1", // destination occupied
        "512, 1, 11, 63, 5, 1",
        "-1, 1, 11, 63, 5, 1",
        "50, 3, 11, 63, 2, 2", // a thread is no table
        "50, 0, 11, 63, 1, 2",
        "50, 1, 300, 63, 1, 3", // nothing there
        "50, 1, 512, 63, 1, 3",
        "50, 1, -5, 63, 1, 3",
        "50, 1, 3, 64, 5, 4",
        "50, 1, 3, -1, 5, 4"
    })
    void wrongCopiesAreRefused(long to, long table, long from, long rights, int code, int argument) {
        assertEquals(code, world.invoke(1, Operation.TABLE_COPY, to, table, from, rights));
        assertEquals(argument, world.root.registers.x6);
        assertNull(world.object(50));
    }

    @Test
    void anUnknownOperationIsRefused() {
        assertEquals(ErrorCode.UNKNOWN_OPERATION, world.invoke(1, 999));
        assertEquals(ErrorCode.UNKNOWN_OPERATION, world.call(world.root, 8, 1, 0x1_0000_000aL, 0));
    }

    @Test
    void aMovedCapabilityKeepsItsPlaceInTheTree() {
        copy(50, endpoint, Rights.ALL);
        copy(51, 50, Rights.ALL);
        copy(52, 50, Rights.ALL);
        assertEquals(ErrorCode.OK, world.invoke(1, Operation.TABLE_MOVE, 60, 1, 50));
        assertNull(world.object(50));
        assertSame(world.table.slot(60), world.table.slot(51).parent);
        revoke(endpoint);
        assertNull(world.object(60));
        assertNull(world.object(52));
        assertNotNull(world.object(endpoint));
    }

    @Test
    void aMoveOntoItselfIsRefused() {
        assertEquals(ErrorCode.SLOT_OCCUPIED, world.invoke(1, Operation.TABLE_MOVE, endpoint, 1, endpoint));
    }

    @Test
    void deletingHandsChildrenToTheParent() {
        copy(50, endpoint, Rights.ALL);
        copy(51, 50, Rights.ALL);
        delete(50);
        assertSame(world.table.slot(endpoint), world.table.slot(51).parent);
        revoke(endpoint);
        assertNull(world.object(51));
    }

    @Test
    void deletingAnEmptySlotIsFine() {
        assertEquals(ErrorCode.OK, delete(300));
        assertEquals(ErrorCode.NO_CAPABILITY, delete(512));
        assertEquals(ErrorCode.NO_CAPABILITY, delete(-1));
    }

    @Test
    void theLastCapabilityDestroysTheObject() {
        long free = world.untyped.free();
        int other = world.make(ObjectType.NOTIFICATION, 0);
        delete(other);
        delete(endpoint);
        assertEquals(0, world.untyped.living);
        assertEquals(World.UNTYPED_BYTES, world.untyped.free());
        assertEquals(true, free < World.UNTYPED_BYTES);
    }

    @Test
    void revokeTakesALongChainAndAWideFan() {
        int from = endpoint;
        for (int i = 100; i < 200; i++) {
            copy(i, from, Rights.ALL);
            from = i;
        }
        for (int i = 200; i < 300; i++) {
            copy(i, 150, Rights.ALL);
        }
        assertEquals(ErrorCode.OK, revoke(endpoint));
        assertEquals(1, world.object(endpoint).capabilities);
        assertNull(world.object(100));
        assertNull(world.object(299));
    }

    @Test
    void revokeLetsInterruptsPassAndRunsAgain() {
        for (int i = 100; i < 200; i++) {
            copy(i, endpoint, Rights.ALL);
        }
        Machine.simulate("sip", 0x20);
        revoke(endpoint);
        long left = world.object(endpoint).capabilities;
        assertEquals(100, left);
        assertEquals(endpoint, world.root.registers.x10);
        Machine.simulate("sip", 0);
        assertEquals(ErrorCode.OK, world.repeat(world.root));
        assertEquals(1, world.object(endpoint).capabilities);
    }

    @Test
    void aTablesEndEmptiesItsSlots() {
        int inner = world.make(ObjectType.CAP_TABLE, 32);
        world.invoke(inner, Operation.TABLE_COPY, 5, 1, endpoint, Rights.ALL);
        world.invoke(inner, Operation.TABLE_COPY, 31, 1, inner, Rights.ALL);
        delete(endpoint);
        delete(inner);
        assertEquals(2, world.untyped.living);
        // Its own slot 31 still names it: what one builds so ends with the memory it was made of.
        revoke(RootSlot.UNTYPED);
        assertEquals(0, world.untyped.living);
    }

    @Test
    void tablesInTablesEndWithoutRecursion() {
        int outer = world.make(ObjectType.CAP_TABLE, 2);
        int from = outer;
        for (int i = 0; i < 40; i++) {
            int next = world.make(ObjectType.CAP_TABLE, 2);
            world.invoke(from, Operation.TABLE_MOVE, 0, 1, next);
            from = world.freeSlot();
            world.invoke(1, Operation.TABLE_COPY, from, outer == 0 ? 0 : tableHolding(from, outer, i), 0, Rights.ALL);
        }
        for (int slot = RootSlot.FIRST_FREE; slot < 500; slot++) {
            delete(slot);
        }
        assertEquals(0, world.untyped.living);
    }

    private int last;

    private int tableHolding(int from, int outer, int i) {
        int holder = i == 0 ? outer : last;
        last = from;
        return holder;
    }

    @Test
    void inspectTellsTypeRightsAndSize() {
        world.invoke(1, Operation.TABLE_INSPECT, RootSlot.CAP_TABLE);
        assertEquals(ObjectType.CAP_TABLE, world.result(0));
        assertEquals(Rights.ALL, world.result(1));
        assertEquals(RootSlot.SLOTS, world.result(3));
        world.invoke(1, Operation.TABLE_INSPECT, RootSlot.ARCHIVE);
        assertEquals(ObjectType.FRAME, world.result(0));
        assertEquals(Rights.READ | Rights.EXECUTE, world.result(1));
        assertEquals(World.ARCHIVE_BYTES, world.result(3));
        assertEquals(0x8030_0000L, world.result(4));
        assertEquals(0, world.result(5));
        assertEquals(ErrorCode.NO_CAPABILITY, world.invoke(1, Operation.TABLE_INSPECT, 300));
    }
}
