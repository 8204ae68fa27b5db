package ristretto.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.RootSlot;
import ristretto.abi.ThreadState;
import ristretto.magic.riscv64.Machine;

class SchedulerTest {
    private final World world = new World();
    private final Core core = world.core;

    private void budget(int threadSlot, long budgetNs, long periodNs) {
        Thread thread = world.thread(threadSlot);
        for (int slot = RootSlot.FIRST_FREE; slot < 200; slot++) {
            if (world.object(slot) != null && world.object(slot) == thread.context) {
                world.run(world.root);
                assertEquals(
                        ErrorCode.OK,
                        world.invoke(
                                RootSlot.SCHEDULING_CONTROL, Operation.SCHEDULING_CONFIGURE, slot, budgetNs, periodNs));
            }
        }
    }

    private final int notification = world.make(ObjectType.NOTIFICATION, 0);

    private void park(Thread thread) {
        world.call(thread, CallNumber.WAIT, notification, 0, 0);
    }

    @Test
    void theMostUrgentRuns() {
        Thread low = world.thread(world.startThread(10));
        Thread high = world.thread(world.startThread(200));
        core.charge();
        assertSame(high, core.settle());
        park(high);
        assertSame(world.root, core.current);
        park(world.root);
        assertSame(low, core.current);
        park(low);
        assertNull(core.current);
    }

    @Test
    void idleTimeIsCounted() {
        park(world.root);
        world.sleep(500);
        assertEquals(500, core.idleTicks);
    }

    @Test
    void yieldGoesRoundAmongEquals() {
        Thread a = world.thread(world.startThread(100));
        Thread b = world.thread(world.startThread(100));
        world.call(world.root, CallNumber.YIELD, 0, 0, 0);
        assertSame(a, core.current);
        world.call(a, CallNumber.YIELD, 0, 0, 0);
        assertSame(b, core.current);
        world.call(b, CallNumber.YIELD, 0, 0, 0);
        assertSame(world.root, core.current);
    }

    @Test
    void yieldToNobodyComesBack() {
        world.call(world.root, CallNumber.YIELD, 0, 0, 0);
        assertSame(world.root, core.current);
        assertEquals(0, world.root.registers.x5);
    }

    @Test
    void aSpinningThreadRunsForItsBudgetOnly() {
        int slot = world.startThread(200);
        Thread spinner = world.thread(slot);
        budget(slot, 1_000_000, 10_000_000);
        core.charge();
        assertSame(spinner, core.settle());
        world.sleep(10_000);
        assertEquals(ThreadState.OUT_OF_BUDGET, spinner.state);
        assertSame(world.root, core.current);
        long due = spinner.context.refillAt;
        world.sleep(due - world.time);
        assertSame(spinner, core.current);
    }

    @Test
    void theTimerIsSetToTheBudgetsEnd() {
        int slot = world.startThread(200);
        budget(slot, 1_000_000, 10_000_000);
        core.charge();
        core.settle();
        assertTrue(core.timerAt <= world.time + 10_000);
    }

    @Test
    void inTheLongRunAThreadGetsItsShare() {
        int slot = world.startThread(200);
        Thread spinner = world.thread(slot);
        budget(slot, 2_000_000, 10_000_000);
        long before = spinner.context.consumed();
        long start = world.time;
        core.charge();
        core.settle();
        for (int i = 0; i < 2000; i++) {
            world.sleep(1000);
        }
        double share = (double) (spinner.context.consumed() - before) / (world.time - start);
        assertTrue(share > 0.18 && share < 0.22, "share " + share);
    }

    @Test
    void sleepingDoesNotSaveUpBudget() {
        int slot = world.startThread(200);
        Thread thread = world.thread(slot);
        budget(slot, 1_000_000, 10_000_000);
        core.charge();
        core.settle();
        world.trap(thread, CallNumber.WAIT, notification, 0, 0, world.time + 1_000_000);
        world.sleep(1_000_001);
        assertTrue(thread.context.remaining <= 10_000);
    }

    @Test
    void fullBudgetsShareAmongEquals() {
        int a = world.startThread(200);
        int b = world.startThread(200);
        budget(a, 10_000_000, 10_000_000);
        budget(b, 10_000_000, 10_000_000);
        core.charge();
        Thread first = core.settle();
        world.sleep(100_000);
        assertTrue(core.current != first && core.current != world.root);
    }

    @Test
    void withoutContextNobodyRuns() {
        int slot = world.startThread(200);
        Thread thread = world.thread(slot);
        KernelObject context = thread.context;
        for (int i = RootSlot.FIRST_FREE; i < 200; i++) {
            if (world.object(i) == context) {
                world.invoke(1, Operation.TABLE_DELETE, i);
            }
        }
        assertNull(thread.context);
        assertEquals(ThreadState.OUT_OF_BUDGET, thread.state);
    }

    @Test
    void anUnconfiguredContextGivesNothingUntilItIs() {
        int context = world.make(ObjectType.SCHEDULING_CONTEXT, 0);
        int frame = world.make(ObjectType.FRAME, 4096);
        int slot = world.make(ObjectType.THREAD, 0);
        world.invoke(slot, Operation.THREAD_CONFIGURE, 2, 1, frame, 0, context, 200);
        world.invoke(slot, Operation.THREAD_START, 0x1000, 0x2000, 0);
        assertEquals(ThreadState.OUT_OF_BUDGET, world.thread(slot).state);
        world.invoke(RootSlot.SCHEDULING_CONTROL, Operation.SCHEDULING_CONFIGURE, context, 10_000, 10_000);
        assertSame(world.thread(slot), core.current);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10000, 2",
        "9999, 10000, 2",
        "10001, 10000, 2",
        "10000, 9999, 3",
        "-1, 10000, 2",
        "10000, -1, 3",
        "10000, 9223372036854775807, 3"
    })
    void wrongBudgetsAreRefused(long budget, long period, int argument) {
        int context = world.make(ObjectType.SCHEDULING_CONTEXT, 0);
        assertEquals(
                ErrorCode.OUT_OF_RANGE,
                world.invoke(RootSlot.SCHEDULING_CONTROL, Operation.SCHEDULING_CONFIGURE, context, budget, period));
        assertEquals(argument, world.root.registers.x6);
    }

    @Test
    void prioritiesChangeInEveryState() {
        int slot = world.startThread(50);
        Thread thread = world.thread(slot);
        world.invoke(slot, Operation.THREAD_SET_PRIORITY, 99);
        assertEquals(99, thread.priority);
        world.invoke(slot, Operation.THREAD_SET_PRIORITY, 255);
        assertSame(thread, core.current);
        assertEquals(ErrorCode.OUT_OF_RANGE, world.invoke(slot, Operation.THREAD_SET_PRIORITY, 256));
        assertEquals(ErrorCode.OUT_OF_RANGE, world.invoke(slot, Operation.THREAD_SET_PRIORITY, -1));
        world.invoke(RootSlot.THREAD, Operation.THREAD_SET_PRIORITY, 3);
        assertEquals(3, world.root.priority);
    }

    @Test
    void timesAreReported() {
        world.advance(12_345);
        world.invoke(RootSlot.THREAD, Operation.THREAD_INSPECT);
        assertEquals(ThreadState.RUNNING, world.result(0));
        assertEquals(100, world.result(1));
        assertEquals(1_234_500, world.result(2));
        world.invoke(RootSlot.SCHEDULING_CONTROL, Operation.SCHEDULING_INSPECT);
        assertEquals(world.time, world.result(0));
        assertEquals(World.TICKS_PER_SECOND, world.result(1));
    }

    @Test
    void theTimerInterruptSetsTheTimerAgain() {
        world.trap(world.root, CallNumber.WAIT, notification, 0, 0, world.time + 5000);
        world.sleep(5000);
        assertSame(world.root, core.current);
        assertTrue(core.timerAt > world.time);
        Machine.simulate("sip", 0);
    }

    /** Otherwise its interrupt stays pending, and a core with nothing to do never sleeps. */
    @Test
    void theTimerOfAThreadThatWaitsByNowDoesNotKeepAnIdleCoreAwake() {
        park(world.root);
        world.sleep(100_000_000);
        assertNull(world.core.current);
        assertTrue(Machine.simulated("stimecmp") > world.time);
    }
}
