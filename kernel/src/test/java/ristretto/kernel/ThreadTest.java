package ristretto.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.RootSlot;
import ristretto.abi.ThreadState;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.magic.Memory;

class ThreadTest {
    private final World world = new World();
    private final int slot = world.startThread(150);
    private final Thread thread = world.thread(slot);

    @Test
    void startsWithItsThreeRegisters() {
        assertEquals(0x1_0000, thread.registers.pc);
        assertEquals(0x2_0000, thread.registers.x2);
        assertEquals(7, thread.registers.x10);
        assertEquals(0, thread.registers.x31);
        assertEquals(0x2_0000_0020L, thread.registers.status);
    }

    @Test
    void aSecondStartFindsNothingOfTheFirst() {
        long someFloat = Memory.addressOf(thread.registers) + Memory.sizeOf(RegisterFrame.class) + 8 * 31;
        Memory.storeLong(someFloat, 42);
        world.core.floatOwner = thread.registers;
        thread.registers.x9 = 42;
        thread.registers.status = 0x6020;
        World.expect(world.invoke(slot, Operation.THREAD_START, 0x1_0000, 0x2_0000, 7));
        assertEquals(0, Memory.loadLong(someFloat));
        assertEquals(0, thread.registers.x9);
        assertEquals(0x2_0000_0020L, thread.registers.status);
        assertNull(world.core.floatOwner);
    }

    /** The call has ended, whatever has become of its caller. */
    @Test
    void whoTakesItsOwnTimeAwayFindsAnAnswerLater() {
        int own = RootSlot.FIRST_FREE;
        while (world.object(own) != thread.context) {
            own++;
        }
        world.invokeAs(thread, 1, Operation.TABLE_DELETE, own);
        assertNull(thread.context);
        assertEquals(ThreadState.OUT_OF_BUDGET, thread.state);
        assertEquals(ErrorCode.OK, thread.registers.x5);
        assertEquals(0x1_0004, thread.registers.pc);
    }

    @Test
    void registersAreRead() {
        assertEquals(ErrorCode.OK, world.invoke(slot, Operation.THREAD_READ_REGISTERS, 0));
        assertEquals(0x1_0000, world.result(0));
        assertEquals(0x2_0000, world.result(2));
        world.invoke(slot, Operation.THREAD_READ_REGISTERS, 31);
        assertEquals(0, world.result(1));
        assertEquals(ErrorCode.OUT_OF_RANGE, world.invoke(slot, Operation.THREAD_READ_REGISTERS, 32));
        assertEquals(ErrorCode.OUT_OF_RANGE, world.invoke(slot, Operation.THREAD_READ_REGISTERS, -1));
    }

    @Test
    void suspendAndResume() {
        assertEquals(ErrorCode.OK, world.invoke(slot, Operation.THREAD_SUSPEND));
        assertEquals(ThreadState.SUSPENDED, thread.state);
        assertEquals(ErrorCode.OK, world.invoke(slot, Operation.THREAD_SUSPEND));
        assertEquals(ErrorCode.OK, world.invoke(slot, Operation.THREAD_RESUME));
        assertSame(thread, world.core.current);
        assertEquals(ErrorCode.OK, world.invoke(slot, Operation.THREAD_RESUME));
    }

    @Test
    void aThreadSuspendsItself() {
        world.invokeAs(thread, slot, Operation.THREAD_SUSPEND);
        assertEquals(ThreadState.SUSPENDED, thread.state);
        assertEquals(ErrorCode.OK, thread.registers.x5);
        world.invoke(slot, Operation.THREAD_RESUME);
        assertSame(thread, world.core.current);
        assertEquals(0x1_0004, thread.registers.pc);
    }

    @Test
    void suspendingCancelsAWait() {
        int notification = world.make(ObjectType.NOTIFICATION, 0);
        world.call(thread, CallNumber.WAIT, notification, 0, 0);
        world.invoke(slot, Operation.THREAD_SUSPEND);
        world.invoke(slot, Operation.THREAD_RESUME);
        assertEquals(ErrorCode.CANCELLED, thread.registers.x5);
        assertNull(((Notification) world.object(notification)).first);
    }

    @Test
    void redirectCancelsACallInService() {
        int endpoint = world.make(ObjectType.ENDPOINT, 0);
        int reply = world.make(ObjectType.REPLY, 0);
        world.call(thread, CallNumber.CALL, endpoint, 0, 0);
        world.call(world.root, CallNumber.RECEIVE, endpoint, 0, reply);
        assertEquals(ErrorCode.OK, world.invoke(slot, Operation.THREAD_REDIRECT, 0x4444));
        assertSame(thread, world.core.current);
        assertEquals(0x4444, thread.registers.pc);
        assertNull(((Reply) world.object(reply)).caller);
    }

    @Test
    void aThreadCanRestartItself() {
        world.invokeAs(thread, slot, Operation.THREAD_START, 0x9000, 0x8000, 5);
        assertSame(thread, world.core.current);
        assertEquals(0x9000, thread.registers.pc);
        assertEquals(5, thread.registers.x10);
    }

    @Test
    void aThreadCanDeleteItself() {
        world.invokeAs(thread, 1, Operation.TABLE_DELETE, slot);
        assertSame(world.root, world.core.current);
        assertNull(world.object(slot));
    }

    @Test
    void aThreadCanRevokeTheMemoryItStandsOn() {
        int quota = world.make(ObjectType.UNTYPED, 65536);
        Thread suicidal = world.thread(world.startThread(180, 0, quota));
        world.invokeAs(suicidal, 1, Operation.TABLE_REVOKE, quota);
        assertSame(thread, world.core.current == thread ? thread : world.core.settle());
        world.invoke(1, Operation.TABLE_REVOKE, quota);
        assertEquals(0, ((Untyped) world.object(quota)).living);
    }

    @Test
    void aThreadThatLosesItsTableStops() {
        int table = world.make(ObjectType.CAP_TABLE, 8);
        int frame = world.make(ObjectType.FRAME, 4096);
        int context = world.make(ObjectType.SCHEDULING_CONTEXT, 0);
        world.invoke(RootSlot.SCHEDULING_CONTROL, Operation.SCHEDULING_CONFIGURE, context, 10_000, 10_000);
        int victim = world.make(ObjectType.THREAD, 0);
        assertEquals(ErrorCode.OK, world.invoke(victim, Operation.THREAD_CONFIGURE, 2, table, frame, 0, context, 200));
        world.invoke(victim, Operation.THREAD_START, 1, 2, 3);
        world.run(world.root);
        world.invoke(1, Operation.TABLE_REVOKE, table);
        assertEquals(ThreadState.SUSPENDED, world.thread(victim).state);
        assertEquals(ErrorCode.INVALID_ARGUMENT, world.invoke(victim, Operation.THREAD_RESUME));
        assertEquals(ErrorCode.INVALID_ARGUMENT, world.invoke(victim, Operation.THREAD_START, 1, 2, 3));
    }

    @Test
    void theRunningThreadsSpaceCanDie() {
        int space = world.make(ObjectType.ADDRESS_SPACE, 0);
        int frame = world.make(ObjectType.FRAME, 4096);
        int context = world.make(ObjectType.SCHEDULING_CONTEXT, 0);
        world.invoke(RootSlot.SCHEDULING_CONTROL, Operation.SCHEDULING_CONFIGURE, context, 10_000, 10_000);
        int victim = world.make(ObjectType.THREAD, 0);
        world.invoke(victim, Operation.THREAD_CONFIGURE, space, 1, frame, 0, context, 200);
        world.invoke(victim, Operation.THREAD_START, 1, 2, 3);
        Thread object = world.thread(victim);
        assertEquals(object.space.control, ristretto.magic.riscv64.Machine.readSatp());
        world.invokeAs(object, 1, Operation.TABLE_REVOKE, space);
        world.invoke(1, Operation.TABLE_DELETE, space);
        assertEquals(ThreadState.SUSPENDED, object.state);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1, -2, 0, -3, 5, 2, 1", // a thread is no space
        "2, 2, -2, 0, -3, 5, 2, 2",
        "2, 1, 1, 0, -3, 5, 2, 3",
        "2, 1, 8, 0, -3, 5, 4, 3", // devices are no message page
        "2, 1, 7, 0, -3, 5, 3, 3", // nor is what may not be written
        "2, 1, -2, 3, -3, 5, 2, 4",
        "2, 1, -2, 300, -3, 5, 1, 4",
        "2, 1, -2, 0, 4, 5, 15, 5", // root's own context
        "2, 1, -2, 0, 0, 5, 1, 5",
        "2, 1, -2, 0, -3, 256, 5, 6",
        "2, 1, -2, 0, -3, -1, 5, 6"
    })
    void wrongConfigurationsAreRefused(
            long space, long table, long page, long faults, long context, long priority, int code, int argument) {
        int fresh = world.make(ObjectType.THREAD, 0);
        int frame = world.make(ObjectType.FRAME, 4096);
        int time = world.make(ObjectType.SCHEDULING_CONTEXT, 0);
        long pageSlot = page == -2 ? frame : page;
        long timeSlot = context == -3 ? time : context;
        assertEquals(
                code,
                world.invoke(fresh, Operation.THREAD_CONFIGURE, space, table, pageSlot, faults, timeSlot, priority));
        assertEquals(argument, world.root.registers.x6);
        assertNull(world.thread(fresh).space);
        assertNull(world.thread(fresh).context);
    }

    @Test
    void aRunningThreadIsNotConfigured() {
        assertEquals(ErrorCode.BUSY, world.invoke(slot, Operation.THREAD_CONFIGURE, 2, 1, 18, 0, 17, 5));
    }

    @Test
    void aMessagePageBelongsToOneThread() {
        int frame = world.make(ObjectType.FRAME, 4096);
        int large = world.make(ObjectType.FRAME, 8192);
        int first = world.make(ObjectType.THREAD, 0);
        int second = world.make(ObjectType.THREAD, 0);
        int time = world.make(ObjectType.SCHEDULING_CONTEXT, 0);
        assertEquals(
                ErrorCode.INVALID_ARGUMENT, world.invoke(first, Operation.THREAD_CONFIGURE, 2, 1, large, 0, time, 5));
        assertEquals(ErrorCode.OK, world.invoke(first, Operation.THREAD_CONFIGURE, 2, 1, frame, 0, time, 5));
        int time2 = world.make(ObjectType.SCHEDULING_CONTEXT, 0);
        assertEquals(ErrorCode.BUSY, world.invoke(second, Operation.THREAD_CONFIGURE, 2, 1, frame, 0, time2, 5));
        world.invoke(1, Operation.TABLE_DELETE, first);
        assertEquals(ErrorCode.OK, world.invoke(second, Operation.THREAD_CONFIGURE, 2, 1, frame, 0, time2, 5));
    }
}
