package ristretto.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.magic.riscv64.Machine;

class InterruptTest {
    private final World world = new World();
    private final int notification = world.make(ObjectType.NOTIFICATION, 0);
    private final int badged = world.freeSlot();
    private final int line = world.freeSlot();

    @BeforeEach
    void bound() {
        world.invoke(1, Operation.TABLE_MINT, badged, 1, notification, Rights.SEND, 16);
        assertEquals(ErrorCode.OK, getLine(5, line));
        assertEquals(ErrorCode.OK, world.invoke(line, Operation.INTERRUPT_BIND, badged));
    }

    private int getLine(long number, int slot) {
        return world.invoke(RootSlot.INTERRUPT_CONTROL, Operation.INTERRUPT_GET_LINE, number, 1, slot);
    }

    private long poll() {
        world.call(world.root, CallNumber.POLL, notification, 0, 0);
        return world.result(0);
    }

    @Test
    void anInterruptIsASignal() {
        world.interrupt(5);
        assertEquals(16, poll());
        assertTrue(world.controller.isClaimed(5));
    }

    @Test
    void itIsSilentUntilAcknowledged() {
        world.interrupt(5);
        poll();
        world.interrupt(5);
        assertEquals(0, poll());
        assertEquals(ErrorCode.OK, world.invoke(line, Operation.INTERRUPT_ACKNOWLEDGE));
        world.kernel.serveInterrupt();
        assertEquals(16, poll());
    }

    @Test
    void anAcknowledgementDoesNotWaitForWhatIsClearedAway() {
        int table = world.make(ObjectType.CAP_TABLE, 64);
        world.interrupt(5);
        poll();
        Machine.simulate("sip", 0x200);
        world.invoke(1, Operation.TABLE_DELETE, table);
        assertFalse(world.kernel.reaper.isIdle());
        assertEquals(ErrorCode.OK, world.invoke(line, Operation.INTERRUPT_ACKNOWLEDGE));
        assertFalse(world.controller.isClaimed(5));
        assertFalse(world.kernel.reaper.isIdle());
        Machine.simulate("sip", 0);
        world.invoke(RootSlot.UNTYPED, Operation.UNTYPED_INSPECT);
        assertTrue(world.kernel.reaper.isIdle());
        assertEquals(ErrorCode.OK, world.repeat(world.root));
    }

    @Test
    void deletingTheLineCompletesAndDisables() {
        world.interrupt(5);
        world.invoke(1, Operation.TABLE_DELETE, line);
        assertFalse(world.controller.isClaimed(5));
        assertFalse(world.controller.isEnabled(5));
        assertEquals(ErrorCode.OK, getLine(5, line));
    }

    @Test
    void revokingTheNotificationCompletesTheClaim() {
        world.interrupt(5);
        world.invoke(1, Operation.TABLE_REVOKE, notification);
        assertFalse(world.controller.isClaimed(5));
        assertFalse(world.controller.isEnabled(5));
        int fresh = world.make(ObjectType.NOTIFICATION, 0);
        assertEquals(ErrorCode.OK, world.invoke(line, Operation.INTERRUPT_BIND, fresh));
        assertTrue(world.controller.isEnabled(5));
    }

    @Test
    void rebindingCompletesTheClaim() {
        world.interrupt(5);
        assertEquals(ErrorCode.OK, world.invoke(line, Operation.INTERRUPT_BIND, badged));
        assertFalse(world.controller.isClaimed(5));
        world.interrupt(5);
        assertEquals(16, poll());
    }

    @Test
    void unbindingSilences() {
        assertEquals(ErrorCode.OK, world.invoke(line, Operation.INTERRUPT_BIND, 0));
        world.interrupt(5);
        assertEquals(0, poll());
    }

    @Test
    void theDriversMemoryTakesItsLineAlong() {
        int quota = world.make(ObjectType.UNTYPED, 16384);
        int table = world.makeFrom(quota, ObjectType.CAP_TABLE, 4);
        world.invoke(table, Operation.TABLE_MOVE, 1, 1, line);
        world.interrupt(5);
        world.invoke(1, Operation.TABLE_REVOKE, quota);
        assertFalse(world.controller.isClaimed(5));
        assertEquals(ErrorCode.OK, getLine(5, line));
    }

    @Test
    void aLineIsGivenOnce() {
        assertEquals(ErrorCode.BUSY, getLine(5, 100));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 8, 1 << 20, Long.MAX_VALUE, 0x1_0000_0006L})
    void wrongNumbersAreRefused(long number) {
        assertEquals(ErrorCode.OUT_OF_RANGE, getLine(number, 100));
    }

    @Test
    void strangersCannotBind() {
        assertEquals(ErrorCode.WRONG_TYPE, world.invoke(3, Operation.INTERRUPT_BIND, badged));
        assertEquals(ErrorCode.WRONG_TYPE, world.invoke(line, Operation.INTERRUPT_BIND, 3));
        world.invoke(1, Operation.TABLE_COPY, 100, 1, notification, Rights.RECEIVE);
        assertEquals(ErrorCode.MISSING_RIGHT, world.invoke(line, Operation.INTERRUPT_BIND, 100));
    }

    @Test
    void theLogSpeaks() {
        assertEquals(ErrorCode.OK, world.invoke(RootSlot.KERNEL_LOG, Operation.LOG_WRITE, 2, 'o' | 'k' << 8));
        assertEquals("ok", world.controller.printed.toString());
        assertEquals(ErrorCode.OUT_OF_RANGE, world.invoke(RootSlot.KERNEL_LOG, Operation.LOG_WRITE, 57));
        assertEquals(ErrorCode.OUT_OF_RANGE, world.invoke(RootSlot.KERNEL_LOG, Operation.LOG_WRITE, -1));
    }

    /** Whoever speaks goes on from there, and no byte is lost. */
    @Test
    void aPortThatBecomesFullTookTheFirstBytes() {
        world.controller.room = 3;
        assertEquals(
                ErrorCode.OK,
                world.invoke(RootSlot.KERNEL_LOG, Operation.LOG_WRITE, 10, 0x6867_6665_6463_6261L, 'i' | 'j' << 8));
        assertEquals(3, world.result(0));
        world.controller.room = 100;
        assertEquals(ErrorCode.OK, world.invoke(RootSlot.KERNEL_LOG, Operation.LOG_WRITE, 7, 0x6a_6968_6766_6564L));
        assertEquals(7, world.result(0));
        assertEquals("abcdefghij", world.controller.printed.toString());
    }

    @Test
    void aFullPortHoldsUpNobody() {
        world.controller.room = 0;
        assertEquals(ErrorCode.OK, world.invoke(RootSlot.KERNEL_LOG, Operation.LOG_WRITE, 56));
        assertEquals(0, world.result(0));
        assertTrue(world.controller.looks <= 4096, "looked " + world.controller.looks + " times");
        assertEquals("", world.controller.printed.toString());
    }
}
