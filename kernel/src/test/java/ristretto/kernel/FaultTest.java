package ristretto.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.Fault;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.abi.Tag;
import ristretto.abi.ThreadState;

class FaultTest {
    private final World world = new World();
    private final int endpoint = world.make(ObjectType.ENDPOINT, 0);
    private final int reply = world.make(ObjectType.REPLY, 0);
    private final int badged = world.freeSlot();
    private Thread victim;
    private int victimSlot;

    @BeforeEach
    void start() {
        world.invoke(1, Operation.TABLE_MINT, badged, 1, endpoint, Rights.SEND, 9);
        victimSlot = world.startThread(50, badged, RootSlot.UNTYPED);
        victim = world.thread(victimSlot);
    }

    private void fault() {
        world.run(victim);
        victim.registers.pc = 0x1234;
        victim.registers.x1 = 0x55;
        victim.registers.x10 = 0x66;
        world.core.charge();
        Faults.raise(world.core, victim, Fault.LOAD_PAGE, 13, 0xdead);
        world.core.settle();
        world.check();
    }

    private void receive() {
        world.call(world.root, CallNumber.RECEIVE, endpoint, 0, reply);
    }

    private long state() {
        world.invoke(victimSlot, Operation.THREAD_INSPECT);
        return world.result(0);
    }

    @Test
    void aFaultIsAMessageWithItsFacts() {
        receive();
        fault();
        assertSame(world.root, world.core.current);
        assertEquals(Tag.of(Tag.FAULT_BASE + Fault.LOAD_PAGE, Fault.WORDS), world.root.registers.x6);
        assertEquals(9, world.root.registers.x7);
        assertEquals(0xdead, world.result(0));
        assertEquals(0x1234, world.result(1));
        assertEquals(13, world.result(2));
        assertEquals(0x2_0000, world.result(3));
        assertEquals(0x55, world.result(5));
    }

    @Test
    void aQueuedFaultIsDeliveredLater() {
        fault();
        assertEquals(ThreadState.FAULTED, state());
        receive();
        assertEquals(0xdead, world.result(0));
        assertEquals(ThreadState.FAULTED, state());
    }

    @Test
    void labelZeroResumesWithAllRegistersUntouched() {
        fault();
        receive();
        world.call(world.root, CallNumber.REPLY, 0, Tag.of(0, 2), reply, 1, 2);
        assertEquals(ThreadState.READY, victim.state);
        assertEquals(0x1234, victim.registers.pc);
        assertEquals(0x66, victim.registers.x10);
    }

    @Test
    void anotherLabelLeavesItSuspended() {
        fault();
        receive();
        world.call(world.root, CallNumber.REPLY_RECEIVE, endpoint, Tag.of(1, 0), reply);
        assertEquals(ThreadState.SUSPENDED, victim.state);
    }

    @Test
    void redirectLetsItGoOnElsewhere() {
        fault();
        receive();
        assertEquals(ErrorCode.OK, world.invoke(victimSlot, Operation.THREAD_REDIRECT, 0x8888));
        assertEquals(ThreadState.READY, victim.state);
        assertEquals(0x8888, victim.registers.pc);
        assertEquals(ErrorCode.CANCELLED, world.call(world.root, CallNumber.REPLY, 0, 0, reply));
    }

    @Test
    void withoutHandlerItIsSuspended() {
        Thread lonely = world.thread(world.startThread(50));
        world.run(lonely);
        world.core.charge();
        Faults.raise(world.core, lonely, Fault.BREAKPOINT, 3, 0);
        world.core.settle();
        world.check();
        assertEquals(ThreadState.SUSPENDED, lonely.state);
    }

    @Test
    void theHandlersDeathLeavesItSuspended() {
        fault();
        receive();
        world.invoke(1, Operation.TABLE_DELETE, reply);
        assertEquals(ThreadState.SUSPENDED, victim.state);
        fault2();
        world.invoke(1, Operation.TABLE_REVOKE, endpoint);
        world.invoke(1, Operation.TABLE_DELETE, endpoint);
        assertEquals(ThreadState.SUSPENDED, victim.state);
    }

    private void fault2() {
        world.invoke(victimSlot, Operation.THREAD_RESUME);
        fault();
    }

    @Test
    void aFaultedThreadCanBeDestroyed() {
        fault();
        receive();
        assertEquals(ErrorCode.OK, world.invoke(1, Operation.TABLE_DELETE, victimSlot));
        assertEquals(ErrorCode.CANCELLED, world.call(world.root, CallNumber.REPLY, 0, 0, reply));
    }

    @Test
    void aRevokedFaultEndpointIsNotUsed() {
        world.invoke(1, Operation.TABLE_REVOKE, endpoint);
        fault();
        assertEquals(ThreadState.SUSPENDED, victim.state);
    }

    @Test
    void anUnknownCallGoesToTheHandlerWithItsNumber() {
        world.trap(victim, 1234, 0, 0, 0, 0);
        receive();
        assertEquals(Tag.FAULT_BASE + Fault.UNKNOWN_CALL, Tag.label(world.root.registers.x6));
        assertEquals(1234, world.result(0));
        assertEquals(0x1_0000, world.result(1));
    }
}
