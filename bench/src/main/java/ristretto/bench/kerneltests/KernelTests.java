package ristretto.bench.kerneltests;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;

/**
 * The kernel's calls on the machine itself, object by object: the first process of a machine, with a {@link Puppet} beside
 * it. Prints a line for each test, and ends the machine with exit code 1 where one failed.
 */
public final class KernelTests {
    private static final int PRIORITY = 250;
    private static final int NOTHING = 500;
    private static final int OUTSIDE = 512;

    private final Stage stage = new Stage(PRIORITY);

    public static void main(String[] arguments) {
        new KernelTests().run();
    }

    private void run() {
        stage.invoke(RootSlot.THREAD, Operation.THREAD_SET_PRIORITY, PRIORITY);
        try {
            stage.newPuppet();
            everyOperationLooksAtItsCapability();
            new MemoryTests(stage).run();
            new TableTests(stage).run();
            calls();
            new MessageTests(stage).run();
            new ThreadTests(stage).run();
            control();
        } catch (RuntimeException e) {
            stage.test("all", false, "ended by " + e);
        }
        stage.workshop.log.writeLine("end " + stage.failed);
        stage.workshop.off(stage.failed == 0 ? 0 : 1);
    }

    /** Operation, type of its object. */
    private static final int[][] OPERATIONS = {
        {Operation.UNTYPED_RETYPE, ObjectType.UNTYPED},
        {Operation.UNTYPED_INSPECT, ObjectType.UNTYPED},
        {Operation.TABLE_COPY, ObjectType.CAP_TABLE},
        {Operation.TABLE_MINT, ObjectType.CAP_TABLE},
        {Operation.TABLE_MOVE, ObjectType.CAP_TABLE},
        {Operation.TABLE_DELETE, ObjectType.CAP_TABLE},
        {Operation.TABLE_REVOKE, ObjectType.CAP_TABLE},
        {Operation.TABLE_INSPECT, ObjectType.CAP_TABLE},
        {Operation.PAGE_TABLE_MAP, ObjectType.PAGE_TABLE},
        {Operation.FRAME_MAP, ObjectType.FRAME},
        {Operation.FRAME_UNMAP, ObjectType.FRAME},
        {Operation.FRAME_DERIVE, ObjectType.FRAME},
        {Operation.FRAME_READ, ObjectType.FRAME},
        {Operation.FRAME_WRITE, ObjectType.FRAME},
        {Operation.FRAME_COPY, ObjectType.FRAME},
        {Operation.THREAD_CONFIGURE, ObjectType.THREAD},
        {Operation.THREAD_START, ObjectType.THREAD},
        {Operation.THREAD_READ_REGISTERS, ObjectType.THREAD},
        {Operation.THREAD_WRITE_REGISTERS, ObjectType.THREAD},
        {Operation.THREAD_SUSPEND, ObjectType.THREAD},
        {Operation.THREAD_RESUME, ObjectType.THREAD},
        {Operation.THREAD_SET_PRIORITY, ObjectType.THREAD},
        {Operation.THREAD_SET_CONTEXT, ObjectType.THREAD},
        {Operation.THREAD_SET_FLAGS, ObjectType.THREAD},
        {Operation.THREAD_BIND_NOTIFICATION, ObjectType.THREAD},
        {Operation.THREAD_INSPECT, ObjectType.THREAD},
        {Operation.THREAD_REDIRECT, ObjectType.THREAD},
        {Operation.SCHEDULING_CONFIGURE, ObjectType.SCHEDULING_CONTROL},
        {Operation.SCHEDULING_INSPECT, ObjectType.SCHEDULING_CONTROL},
        {Operation.INTERRUPT_GET_LINE, ObjectType.INTERRUPT_CONTROL},
        {Operation.INTERRUPT_BIND, ObjectType.INTERRUPT_LINE},
        {Operation.INTERRUPT_ACKNOWLEDGE, ObjectType.INTERRUPT_LINE},
        {Operation.LOG_WRITE, ObjectType.KERNEL_LOG},
    };

    private void everyOperationLooksAtItsCapability() {
        int endpoint = stage.make(ObjectType.ENDPOINT, 0);
        for (int[] operation : OPERATIONS) {
            String name = "operation " + operation[0];
            stage.refused(name + " on nothing", ErrorCode.NO_CAPABILITY, 0, NOTHING, operation[0]);
            stage.refused(name + " outside the table", ErrorCode.NO_CAPABILITY, 0, OUTSIDE, operation[0]);
            stage.refused(name + " on an endpoint", ErrorCode.WRONG_TYPE, 0, endpoint, operation[0]);
            stage.test(name + " tells the type it expected", stage.r.a0 == operation[1], "got " + stage.r.a0);
        }
        for (long unknown : new long[] {0, 3, 999, -1, 1L << 32, Long.MIN_VALUE}) {
            stage.refused("unknown operation " + unknown, ErrorCode.UNKNOWN_OPERATION, 9, endpoint, (int) unknown);
        }
    }

    private void calls() {
        int notification = stage.make(ObjectType.NOTIFICATION, 0);
        int endpoint = stage.make(ObjectType.ENDPOINT, 0);
        int badged = stage.workshop.freeSlot();
        stage.workshop.own.mint(badged, stage.workshop.own, notification, Rights.ALL, 5);
        int deaf = stage.workshop.freeSlot();
        stage.workshop.own.copy(deaf, stage.workshop.own, notification, 0);
        stage.equal("signal", ErrorCode.OK, stage.call(CallNumber.SIGNAL, badged, 0, 0, 0));
        stage.equal("signal without badge", ErrorCode.OK, stage.call(CallNumber.SIGNAL, notification, 0, 0, 0));
        stage.equal("poll", ErrorCode.OK, stage.call(CallNumber.POLL, notification, 0, 0, 0));
        stage.equal("poll takes the bits", 5, stage.r.a0);
        stage.equal("poll again", ErrorCode.OK, stage.call(CallNumber.POLL, notification, 0, 0, 0));
        stage.equal("the bits are taken once", 0, stage.r.a0);
        stage.call(CallNumber.SIGNAL, badged, 0, 0, 0);
        stage.equal("wait with bits there", ErrorCode.OK, stage.call(CallNumber.WAIT, notification, 0, 0, 0));
        stage.equal("wait takes the bits", 5, stage.r.a0);
        long soon = stage.workshop.scheduling.inspect().nowTicks() + 1000;
        stage.equal(
                "wait until a deadline", ErrorCode.TIMED_OUT, stage.call(CallNumber.WAIT, notification, 0, 0, soon));
        stage.equal("a deadline that passed", ErrorCode.TIMED_OUT, stage.call(CallNumber.WAIT, notification, 0, 0, 1));
        stage.equal("a negative deadline", ErrorCode.OUT_OF_RANGE, stage.call(CallNumber.WAIT, notification, 0, 0, -1));
        stage.equal("signal without right", ErrorCode.MISSING_RIGHT, stage.call(CallNumber.SIGNAL, deaf, 0, 0, 0));
        stage.equal("wait without right", ErrorCode.MISSING_RIGHT, stage.call(CallNumber.WAIT, deaf, 0, 0, 0));
        stage.equal("poll without right", ErrorCode.MISSING_RIGHT, stage.call(CallNumber.POLL, deaf, 0, 0, 0));
        stage.equal("signal to an endpoint", ErrorCode.WRONG_TYPE, stage.call(CallNumber.SIGNAL, endpoint, 0, 0, 0));
        stage.equal("wait at an endpoint", ErrorCode.WRONG_TYPE, stage.call(CallNumber.WAIT, endpoint, 0, 0, 0));
        stage.equal("signal to nothing", ErrorCode.NO_CAPABILITY, stage.call(CallNumber.SIGNAL, NOTHING, 0, 0, 0));
        stage.equal("signal outside", ErrorCode.NO_CAPABILITY, stage.call(CallNumber.SIGNAL, -1, 0, 0, 0));
        stage.equal("call a notification", ErrorCode.WRONG_TYPE, stage.call(CallNumber.CALL, notification, 0, 0, 0));
        stage.equal("yield", ErrorCode.OK, stage.call(CallNumber.YIELD, 0, 0, 0, 0));
    }

    private void control() {
        int context = stage.make(ObjectType.SCHEDULING_CONTEXT, 0);
        int control = RootSlot.SCHEDULING_CONTROL;
        int configure = Operation.SCHEDULING_CONFIGURE;
        stage.equal("budget", ErrorCode.OK, stage.invoke(control, configure, context, 100_000, 1_000_000));
        stage.refused("budget zero", ErrorCode.OUT_OF_RANGE, 2, control, configure, context, 0, 1_000_000);
        stage.refused("budget negative", ErrorCode.OUT_OF_RANGE, 2, control, configure, context, -5, 1_000_000);
        stage.refused(
                "budget above period", ErrorCode.OUT_OF_RANGE, 2, control, configure, context, 2_000_000, 1_000_000);
        stage.refused("period zero", ErrorCode.OUT_OF_RANGE, 3, control, configure, context, 0, 0);
        stage.refused(
                "period without end", ErrorCode.OUT_OF_RANGE, 3, control, configure, context, 10_000, Long.MAX_VALUE);
        stage.refused("budget of nothing", ErrorCode.NO_CAPABILITY, 1, control, configure, NOTHING, 10_000, 10_000);
        stage.refused("budget of a log", ErrorCode.WRONG_TYPE, 1, control, configure, RootSlot.KERNEL_LOG, 1, 1);
        int interrupts = RootSlot.INTERRUPT_CONTROL;
        int table = RootSlot.CAP_TABLE;
        int line = stage.workshop.freeSlot();
        stage.refused(
                "interrupt 0", ErrorCode.OUT_OF_RANGE, 1, interrupts, Operation.INTERRUPT_GET_LINE, 0, table, line);
        stage.refused(
                "interrupt 96", ErrorCode.OUT_OF_RANGE, 1, interrupts, Operation.INTERRUPT_GET_LINE, 96, table, line);
        stage.refused(
                "interrupt into a full slot",
                ErrorCode.SLOT_OCCUPIED,
                3,
                interrupts,
                Operation.INTERRUPT_GET_LINE,
                11,
                table,
                context);
        stage.equal(
                "interrupt line",
                ErrorCode.OK,
                stage.invoke(interrupts, Operation.INTERRUPT_GET_LINE, 11, table, line));
        stage.refused(
                "a line that is taken",
                ErrorCode.BUSY,
                1,
                interrupts,
                Operation.INTERRUPT_GET_LINE,
                11,
                table,
                NOTHING);
        stage.refused(
                "a line bound to a log", ErrorCode.WRONG_TYPE, 1, line, Operation.INTERRUPT_BIND, RootSlot.KERNEL_LOG);
        stage.equal("unbind", ErrorCode.OK, stage.invoke(line, Operation.INTERRUPT_BIND, 0));
        stage.equal("acknowledge what never came", ErrorCode.OK, stage.invoke(line, Operation.INTERRUPT_ACKNOWLEDGE));
        stage.refused("log 57 bytes", ErrorCode.OUT_OF_RANGE, 1, RootSlot.KERNEL_LOG, Operation.LOG_WRITE, 57);
        stage.refused("log -1 bytes", ErrorCode.OUT_OF_RANGE, 1, RootSlot.KERNEL_LOG, Operation.LOG_WRITE, -1);
        stage.equal("log nothing", ErrorCode.OK, stage.invoke(RootSlot.KERNEL_LOG, Operation.LOG_WRITE, 0));
    }
}
