package ristretto.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.Tag;
import ristretto.abi.ThreadState;

class NotificationTest {
    private final World world = new World();
    private final int notification = world.make(ObjectType.NOTIFICATION, 0);
    private final int one = world.freeSlot();
    private final int two = world.freeSlot();
    private final int waiterSlot = world.startThread(50);
    private final Thread waiter = world.thread(waiterSlot);

    @BeforeEach
    void badges() {
        world.invoke(1, Operation.TABLE_MINT, one, 1, notification, Rights.SEND, 1);
        world.invoke(1, Operation.TABLE_MINT, two, 1, notification, Rights.SEND, 2);
    }

    private void signal(int slot) {
        assertEquals(ErrorCode.OK, world.call(world.root, CallNumber.SIGNAL, slot, 0, 0));
    }

    private void await() {
        world.call(waiter, CallNumber.WAIT, notification, 0, 0);
    }

    @Test
    void signalsMergeUntilSomebodyLooks() {
        signal(one);
        signal(two);
        signal(one);
        await();
        assertEquals(3, waiter.registers.x10);
        world.call(waiter, CallNumber.POLL, notification, 0, 0);
        assertEquals(0, waiter.registers.x10);
    }

    @Test
    void aSignalWakesTheWaiter() {
        await();
        assertEquals(ThreadState.WAITING, waiter.state);
        signal(two);
        assertEquals(ThreadState.READY, waiter.state);
        assertEquals(2, waiter.registers.x10);
        assertEquals(ErrorCode.OK, waiter.registers.x5);
    }

    @Test
    void aSignalWakesOneOfSeveral() {
        Thread second = world.thread(world.startThread(40));
        await();
        world.call(second, CallNumber.WAIT, notification, 0, 0);
        signal(one);
        assertEquals(ThreadState.READY, waiter.state);
        assertEquals(ThreadState.WAITING, second.state);
    }

    @Test
    void aSignalWithoutBadgeSaysNothing() {
        await();
        signal(notification);
        assertEquals(ThreadState.WAITING, waiter.state);
    }

    @Test
    void rightsBind() {
        assertEquals(ErrorCode.MISSING_RIGHT, world.call(waiter, CallNumber.WAIT, one, 0, 0));
        assertEquals(ErrorCode.MISSING_RIGHT, world.call(waiter, CallNumber.POLL, one, 0, 0));
        world.invoke(1, Operation.TABLE_COPY, 100, 1, notification, Rights.RECEIVE);
        assertEquals(ErrorCode.MISSING_RIGHT, world.call(world.root, CallNumber.SIGNAL, 100, 0, 0));
        assertEquals(ErrorCode.WRONG_TYPE, world.call(world.root, CallNumber.SIGNAL, 3, 0, 0));
    }

    @Test
    void signalsFromBeforeTheBindingReachAThreadThatReceivesAlready() {
        int endpoint = world.make(ObjectType.ENDPOINT, 0);
        int reply = world.make(ObjectType.REPLY, 0);
        world.call(waiter, CallNumber.RECEIVE, endpoint, 0, reply);
        signal(two);
        assertEquals(ThreadState.RECEIVING, waiter.state);
        World.expect(world.invoke(waiterSlot, Operation.THREAD_BIND_NOTIFICATION, notification));
        assertEquals(ThreadState.READY, waiter.state);
        assertEquals(Tag.of(Tag.SIGNALLED, 1), waiter.registers.x6);
        assertEquals(2, waiter.registers.x10);
    }

    @Test
    void aBoundThreadGetsSignalsWhileItReceives() {
        int endpoint = world.make(ObjectType.ENDPOINT, 0);
        int reply = world.make(ObjectType.REPLY, 0);
        assertEquals(ErrorCode.OK, world.invoke(waiterSlot, Operation.THREAD_BIND_NOTIFICATION, notification));
        world.call(waiter, CallNumber.RECEIVE, endpoint, 0, reply);
        signal(two);
        assertEquals(Tag.of(Tag.SIGNALLED, 1), waiter.registers.x6);
        assertEquals(2, waiter.registers.x10);
        assertEquals(0, waiter.registers.x7);
        assertNull(((Reply) world.object(reply)).receiver);
        signal(one);
        world.call(waiter, CallNumber.REPLY_RECEIVE, endpoint, 0, reply);
        assertEquals(1, waiter.registers.x10);
        assertEquals(ThreadState.READY, waiter.state);
    }

    @Test
    void aWaitingSignalComesBeforeTheFastWay() {
        int endpoint = world.make(ObjectType.ENDPOINT, 0);
        int reply = world.make(ObjectType.REPLY, 0);
        world.invoke(waiterSlot, Operation.THREAD_BIND_NOTIFICATION, notification);
        world.call(waiter, CallNumber.RECEIVE, endpoint, 0, reply);
        Thread client = world.thread(world.startThread(40));
        world.call(client, CallNumber.CALL, endpoint, 0, 0);
        signal(one);
        world.call(waiter, CallNumber.REPLY_RECEIVE, endpoint, 0, reply);
        assertEquals(Tag.SIGNALLED, Tag.label(waiter.registers.x6));
        assertEquals(ThreadState.READY, client.state);
    }

    @Test
    void aNotificationIsBoundToOneThread() {
        int other = world.startThread(40);
        world.invoke(waiterSlot, Operation.THREAD_BIND_NOTIFICATION, notification);
        assertEquals(ErrorCode.BUSY, world.invoke(other, Operation.THREAD_BIND_NOTIFICATION, notification));
        assertEquals(ErrorCode.OK, world.invoke(waiterSlot, Operation.THREAD_BIND_NOTIFICATION, 0));
        assertEquals(ErrorCode.OK, world.invoke(other, Operation.THREAD_BIND_NOTIFICATION, notification));
        assertEquals(ErrorCode.MISSING_RIGHT, world.invoke(other, Operation.THREAD_BIND_NOTIFICATION, one));
    }

    @Test
    void deathOfEitherUnbinds() {
        world.invoke(waiterSlot, Operation.THREAD_BIND_NOTIFICATION, notification);
        world.invoke(1, Operation.TABLE_DELETE, waiterSlot);
        assertNull(((Notification) world.object(notification)).bound);
        int other = world.startThread(40);
        world.invoke(other, Operation.THREAD_BIND_NOTIFICATION, notification);
        world.invoke(1, Operation.TABLE_REVOKE, notification);
        world.invoke(1, Operation.TABLE_DELETE, notification);
        assertNull(world.thread(other).bound);
    }

    @Test
    void deathCancelsWaiters() {
        await();
        world.invoke(1, Operation.TABLE_REVOKE, notification);
        world.invoke(1, Operation.TABLE_DELETE, notification);
        assertEquals(ErrorCode.CANCELLED, waiter.registers.x5);
        assertSame(ThreadState.READY, waiter.state);
    }
}
