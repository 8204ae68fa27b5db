package ristretto.bench.kerneltests;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.magic.SystemCall;
import ristretto.magic.riscv64.Machine;

/**
 * Prints what each system call costs in its usual form, where it is granted and nobody else runs, in instructions, together with the stub that
 * loads and stores all its registers: {@code cost call NUMBER instructions form} or {@code cost operation NUMBER …}. The bench of the kernel counts what needs two processes.
 */
public final class Costs {
    private static final int TABLE = RootSlot.CAP_TABLE;
    private static final int SPACE = RootSlot.ADDRESS_SPACE;
    private static final long PLACE = 0x4000_0000L;
    private static final int READ_WRITE = Rights.READ | Rights.WRITE;
    private static final long PAGE = 4096;
    private static final long CLOCK = 0x10_1000;
    private static final int CLOCK_LINE = 11;
    private static final int PRIORITY = 250;

    private final Stage stage = new Stage(PRIORITY);

    public static void main(String[] arguments) {
        new Costs().run();
    }

    private void run() {
        stage.invoke(RootSlot.THREAD, Operation.THREAD_SET_PRIORITY, PRIORITY);
        // The first system call of a kind finds nothing in place that later ones find.
        stage.invoke(RootSlot.SCHEDULING_CONTROL, Operation.SCHEDULING_INSPECT);
        messages();
        tables();
        memory();
        threads();
        control();
        stage.workshop.log.writeLine("\nend " + stage.failed);
        stage.workshop.off(stage.failed);
    }

    private void messages() {
        int notification = stage.make(ObjectType.NOTIFICATION, 0);
        int badged = stage.workshop.freeSlot();
        stage.invoke(TABLE, Operation.TABLE_MINT, badged, TABLE, notification, Rights.ALL, 1);
        call(CallNumber.SIGNAL, "nobody waits", badged, 0);
        call(CallNumber.WAIT, "there are bits", notification, 0);
        call(CallNumber.POLL, "there are none", notification, 0);
        call(CallNumber.YIELD, "nobody else is ready", 0, 0);
        stage.newPuppet();
        int endpoint = stage.make(ObjectType.ENDPOINT, 0);
        int theirs = stage.give(200, endpoint, Rights.SEND, 0);
        stage.puppetLater(CallNumber.CALL, theirs, 0, 0, 0);
        call(CallNumber.RECEIVE, "a call of 0 words waits", endpoint, stage.reply);
        call(CallNumber.REPLY, "0 words", 0, stage.reply);
    }

    private void tables() {
        int untyped = RootSlot.UNTYPED;
        int endpoint = stage.workshop.freeSlot();
        invoke(Operation.UNTYPED_RETYPE, "an endpoint", untyped, ObjectType.ENDPOINT, 0, TABLE, endpoint, 1);
        invoke(Operation.UNTYPED_INSPECT, "", untyped);
        int copy = stage.workshop.freeSlot();
        int minted = stage.workshop.freeSlot();
        int moved = stage.workshop.freeSlot();
        invoke(Operation.TABLE_COPY, "", TABLE, copy, TABLE, endpoint, Rights.ALL);
        invoke(Operation.TABLE_MINT, "", TABLE, minted, TABLE, endpoint, Rights.ALL, 7);
        invoke(Operation.TABLE_MOVE, "no children", TABLE, moved, TABLE, minted);
        invoke(Operation.TABLE_INSPECT, "", TABLE, moved);
        invoke(Operation.TABLE_DELETE, "not the last of its object", TABLE, copy);
        invoke(Operation.TABLE_REVOKE, "one child", TABLE, endpoint);
    }

    private void memory() {
        int frame = stage.make(ObjectType.FRAME, PAGE);
        int other = stage.make(ObjectType.FRAME, PAGE);
        int table = stage.make(ObjectType.PAGE_TABLE, 0);
        invoke(Operation.PAGE_TABLE_MAP, "", table, SPACE, PLACE);
        stage.invoke(stage.make(ObjectType.PAGE_TABLE, 0), Operation.PAGE_TABLE_MAP, SPACE, PLACE);
        invoke(Operation.FRAME_MAP, "4 KiB", frame, SPACE, PLACE, READ_WRITE);
        invoke(Operation.FRAME_UNMAP, "4 KiB", frame);
        invoke(Operation.FRAME_WRITE, "6 words", frame, 0, 6);
        invoke(Operation.FRAME_READ, "", frame, 0);
        invoke(Operation.FRAME_COPY, "4 KiB", other, 0, frame, 0, PAGE);
        int derived = stage.workshop.freeSlot();
        invoke(Operation.FRAME_DERIVE, "", RootSlot.DEVICES, CLOCK, PAGE, RootSlot.UNTYPED, TABLE, derived);
    }

    private void threads() {
        int thread = stage.make(ObjectType.THREAD, 0);
        int page = stage.make(ObjectType.FRAME, PAGE);
        int context = stage.make(ObjectType.SCHEDULING_CONTEXT, 0);
        int notification = stage.make(ObjectType.NOTIFICATION, 0);
        long budget = 1_000_000;
        invoke(Operation.SCHEDULING_CONFIGURE, "", RootSlot.SCHEDULING_CONTROL, context, budget, 10 * budget);
        invoke(Operation.SCHEDULING_INSPECT, "", RootSlot.SCHEDULING_CONTROL);
        invoke(Operation.THREAD_CONFIGURE, "", thread, SPACE, TABLE, page, stage.faults, context, 1);
        invoke(Operation.THREAD_WRITE_REGISTERS, "6 registers", thread, 0, 6);
        invoke(Operation.THREAD_READ_REGISTERS, "", thread, 0);
        invoke(Operation.THREAD_SET_FLAGS, "", thread, 0);
        invoke(Operation.THREAD_SET_PRIORITY, "it is suspended", thread, 2);
        invoke(Operation.THREAD_BIND_NOTIFICATION, "", thread, notification);
        invoke(Operation.THREAD_INSPECT, "", thread);
        invoke(Operation.THREAD_START, "less urgent", thread, PLACE, PLACE, 0);
        invoke(Operation.THREAD_SUSPEND, "it was ready", thread);
        invoke(Operation.THREAD_RESUME, "less urgent", thread);
        invoke(Operation.THREAD_REDIRECT, "it was ready", thread, PLACE);
        stage.invoke(thread, Operation.THREAD_SUSPEND);
        invoke(Operation.THREAD_SET_CONTEXT, "none", thread, 0);
    }

    private void control() {
        int line = stage.workshop.freeSlot();
        int notification = stage.make(ObjectType.NOTIFICATION, 0);
        invoke(Operation.INTERRUPT_GET_LINE, "", RootSlot.INTERRUPT_CONTROL, CLOCK_LINE, TABLE, line);
        invoke(Operation.INTERRUPT_BIND, "", line, notification);
        invoke(Operation.INTERRUPT_ACKNOWLEDGE, "", line);
        invoke(Operation.LOG_WRITE, "8 bytes", RootSlot.KERNEL_LOG, 8, 0x2020_2020_2020_2020L);
    }

    private void invoke(int operation, String form, long capability, long... words) {
        measure("operation " + operation, form, CallNumber.INVOKE, capability, operation, 0, words);
    }

    private void call(int number, String form, long t0, long t2) {
        measure("call " + number, form, number, t0, 0, t2);
    }

    private void measure(String what, String form, int number, long t0, long t1, long t2, long... words) {
        stage.prepare(number, t0, t1, t2, 0, words);
        long before = Machine.readInstret();
        SystemCall.trap(stage.r);
        long instructions = Machine.readInstret() - before;
        stage.equal(what, ErrorCode.OK, stage.r.t0);
        stage.workshop.log.writeLine("cost " + what + " " + instructions + " " + form);
    }
}
