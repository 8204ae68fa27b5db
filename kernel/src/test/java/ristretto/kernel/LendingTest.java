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
import ristretto.abi.RootSlot;
import ristretto.abi.ThreadState;

/** Scheduling contexts that are lent to passive servers, and who takes them away meanwhile. */
class LendingTest {
    private final World world = new World();
    private final int endpoint = world.make(ObjectType.ENDPOINT, 0);
    private final int reply = world.make(ObjectType.REPLY, 0);
    private final int caller = world.startThread(150);
    private final int server = world.startThread(150);
    private final int other = world.make(ObjectType.SCHEDULING_CONTEXT, 0);
    private SchedulingContext lent;

    @BeforeEach
    void theServerRunsOnItsCallersTime() {
        World.expect(world.invoke(
                RootSlot.SCHEDULING_CONTROL, Operation.SCHEDULING_CONFIGURE, other, 1_000_000, 10_000_000));
        lent = thread(caller).context;
        world.call(thread(server), CallNumber.RECEIVE, endpoint, 0, reply);
        World.expect(world.invoke(server, Operation.THREAD_SET_CONTEXT, 0));
        world.call(thread(caller), CallNumber.CALL, endpoint, 0, 0);
        assertSame(lent, thread(server).context);
        assertNull(thread(caller).context);
        assertSame(thread(server), world.core.current);
    }

    private Thread thread(int slot) {
        return world.thread(slot);
    }

    @Test
    void comesBackWithTheAnswer() {
        world.call(thread(server), CallNumber.REPLY_RECEIVE, endpoint, 0, reply);
        assertSame(lent, thread(caller).context);
        assertNull(thread(server).context);
        assertSame(thread(caller), world.core.current);
    }

    @Test
    void aLenderGetsNoOtherMeanwhile() {
        Thread running = thread(server);
        assertEquals(ErrorCode.BUSY, world.invokeAs(running, caller, Operation.THREAD_SET_CONTEXT, other));
        assertEquals(ErrorCode.BUSY, world.invokeAs(running, caller, Operation.THREAD_SET_CONTEXT, 0));
        assertEquals(ErrorCode.OK, world.call(running, CallNumber.REPLY, 0, 0, reply));
        assertSame(lent, thread(caller).context);
        assertSame(thread(caller), lent.thread);
        assertEquals(ErrorCode.OK, world.invokeAs(thread(caller), caller, Operation.THREAD_SET_CONTEXT, other));
        assertNull(lent.thread);
    }

    @Test
    void whatIsLentCannotBeGivenToTheLender() {
        Thread running = thread(server);
        int slot = slotOf(lent);
        assertEquals(ErrorCode.BUSY, world.invokeAs(running, caller, Operation.THREAD_SET_CONTEXT, slot));
    }

    @Test
    void comesBackWhenTheServerLosesIt() {
        world.invokeAs(thread(server), server, Operation.THREAD_SET_CONTEXT, 0);
        assertEquals(ThreadState.OUT_OF_BUDGET, thread(server).state);
        world.run(world.root);
        World.expect(world.invoke(caller, Operation.THREAD_SUSPEND));
        assertSame(lent, thread(caller).context);
    }

    private int slotOf(KernelObject object) {
        for (int slot = 0; slot < RootSlot.SLOTS; slot++) {
            if (world.object(slot) == object) {
                return slot;
            }
        }
        throw new IllegalStateException("in no slot");
    }
}
