package ristretto.bench.kerneltests;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.Fault;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.abi.Tag;
import ristretto.abi.ThreadState;
import ristretto.magic.SystemCall;

/** Thread and SchedulingContext: the puppet is the victim, and comes to its end. */
final class ThreadTests {
    private static final long NOWHERE = 0x3000_0000L;
    private static final int PRIORITY = 250;

    private final Stage stage;
    private int victim;
    private int context;

    ThreadTests(Stage stage) {
        this.stage = stage;
        find();
    }

    /** The objects of the puppet, in the order in which its builder made them. */
    private void find() {
        victim = stage.puppet.thread().slot();
        context = victim + 1;
    }

    void run() {
        refusals();
        passive();
        suspension();
        foreign();
        unknownCall();
        faults();
        priorities();
        messagePage();
        budgets();
        destruction();
    }

    private void refusals() {
        int table = RootSlot.CAP_TABLE;
        int space = RootSlot.ADDRESS_SPACE;
        int page = stage.make(ObjectType.FRAME, 4096);
        int large = stage.make(ObjectType.FRAME, 8192);
        int fresh = stage.make(ObjectType.THREAD, 0);
        int time = stage.make(ObjectType.SCHEDULING_CONTEXT, 0);
        int op = Operation.THREAD_CONFIGURE;
        stage.refused("configure a running thread", ErrorCode.BUSY, 0, victim, op, space, table, page, 0, time, 1);
        stage.refused("configure oneself", ErrorCode.BUSY, 0, RootSlot.THREAD, op, space, table, page, 0, time, 1);
        stage.refused("priority 256", ErrorCode.OUT_OF_RANGE, 6, fresh, op, space, table, page, 0, time, 256);
        stage.refused("priority -1", ErrorCode.OUT_OF_RANGE, 6, fresh, op, space, table, page, 0, time, -1);
        stage.refused(
                "a large message page", ErrorCode.INVALID_ARGUMENT, 3, fresh, op, space, table, large, 0, time, 1);
        stage.refused("another's context", ErrorCode.BUSY, 5, fresh, op, space, table, page, 0, context, 1);
        stage.refused("no space", ErrorCode.WRONG_TYPE, 1, fresh, op, table, table, page, 0, time, 1);
        stage.refused("no table", ErrorCode.WRONG_TYPE, 2, fresh, op, space, space, page, 0, time, 1);
        stage.refused("start unconfigured", ErrorCode.INVALID_ARGUMENT, 0, fresh, Operation.THREAD_START, 1, 2, 3);
        stage.refused("resume unconfigured", ErrorCode.INVALID_ARGUMENT, 0, fresh, Operation.THREAD_RESUME);
        stage.refused("set priority 300", ErrorCode.OUT_OF_RANGE, 1, victim, Operation.THREAD_SET_PRIORITY, 300);
        stage.refused("register 32", ErrorCode.OUT_OF_RANGE, 1, victim, Operation.THREAD_READ_REGISTERS, 32);
        stage.refused("write 7 registers", ErrorCode.OUT_OF_RANGE, 2, fresh, Operation.THREAD_WRITE_REGISTERS, 0, 7);
        stage.refused(
                "write register 31 and 32", ErrorCode.OUT_OF_RANGE, 2, fresh, Operation.THREAD_WRITE_REGISTERS, 31, 2);
        stage.refused("write a waiting thread's", ErrorCode.BUSY, 0, victim, Operation.THREAD_WRITE_REGISTERS, 5, 1, 0);
        stage.refused("flag 4", ErrorCode.OUT_OF_RANGE, 1, victim, Operation.THREAD_SET_FLAGS, 4);
        stage.refused("a context that is none", ErrorCode.WRONG_TYPE, 1, victim, Operation.THREAD_SET_CONTEXT, page);
        stage.refused(
                "bind a log", ErrorCode.WRONG_TYPE, 1, victim, Operation.THREAD_BIND_NOTIFICATION, RootSlot.KERNEL_LOG);
        stage.equal(
                "write registers", ErrorCode.OK, stage.invoke(fresh, Operation.THREAD_WRITE_REGISTERS, 8, 2, 81, 82));
        stage.invoke(fresh, Operation.THREAD_READ_REGISTERS, 8);
        stage.test("read them", stage.r.a0 == 81 && stage.r.a1 == 82, stage.r.a0 + ", " + stage.r.a1);
    }

    private void passive() {
        SystemCall.yield();
        stage.equal("the puppet waits", ThreadState.RECEIVING, stage.puppetState());
        stage.equal("take the context away", ErrorCode.OK, stage.invoke(victim, Operation.THREAD_SET_CONTEXT, 0));
        stage.equal("it runs on the caller's", ErrorCode.OK, stage.puppetCall(CallNumber.YIELD, 0, 0, 0, 0));
        stage.equal("again", ErrorCode.OK, stage.puppetCall(CallNumber.YIELD, 0, 0, 0, 0));
        long soon = stage.workshop.scheduling.inspect().nowTicks() + 2000;
        int status = stage.call(CallNumber.CALL, stage.strings, Tag.of(Puppet.SPIN, 8), 0, soon);
        stage.equal("one that answers and spins has nothing to spin on", ErrorCode.OK, status);
        stage.equal("it stops", ThreadState.OUT_OF_BUDGET, stage.puppetState());
        stage.equal("give it back", ErrorCode.OK, stage.invoke(victim, Operation.THREAD_SET_CONTEXT, context));
        stage.equal("it may run", ThreadState.READY, stage.puppetState());
        restart();
    }

    /** The puppet of before stays suspended. */
    private void restart() {
        stage.invoke(victim, Operation.THREAD_SUSPEND);
        stage.newPuppet();
        find();
    }

    private void suspension() {
        stage.equal("suspend", ErrorCode.OK, stage.invoke(victim, Operation.THREAD_SUSPEND));
        stage.equal("is suspended", ThreadState.SUSPENDED, stage.puppetState());
        stage.equal("suspend twice", ErrorCode.OK, stage.invoke(victim, Operation.THREAD_SUSPEND));
        stage.equal("nobody serves now", ErrorCode.TIMED_OUT, callSoon());
        restart();
    }

    private int callSoon() {
        long soon = stage.workshop.scheduling.inspect().nowTicks() + 2000;
        return stage.call(CallNumber.CALL, stage.strings, Tag.of(Puppet.RESULTS, 8), 0, soon);
    }

    private void foreign() {
        stage.equal("flag foreign", ErrorCode.OK, stage.invoke(victim, Operation.THREAD_SET_FLAGS, Operation.FOREIGN));
        stage.equal("its next call is no answer", ErrorCode.TIMED_OUT, callSoon());
        stage.equal("but a fault", ErrorCode.OK, receiveFault());
        stage.equal("of a kind of its own", Tag.FAULT_BASE + Fault.FOREIGN_CALL, Tag.label(stage.r.t1));
        stage.equal("with a0 to a7", 8, Tag.words(stage.r.t1));
        stage.equal("answer its call", ErrorCode.OK, answerFault(Fault.ANSWER_CALL, 0, 4712));
        stage.equal("it goes on behind it, to the next", ErrorCode.OK, receiveFault());
        stage.equal("flag ordinary", ErrorCode.OK, stage.invoke(victim, Operation.THREAD_SET_FLAGS, 0));
        stage.equal("let it call again", ErrorCode.OK, answerFault(0));
        restart();
    }

    /** Of another convention, which somebody else answers. */
    private void unknownCall() {
        stage.puppetLater(77, 1, 2, 3, 0, 4);
        stage.equal("a call that is none", ErrorCode.OK, receiveFault());
        stage.equal("is a fault", Tag.FAULT_BASE + Fault.UNKNOWN_CALL, Tag.label(stage.r.t1));
        stage.equal("with its number", 77, stage.r.a0);
        stage.equal("answer it", ErrorCode.OK, answerFault(Fault.ANSWER_CALL, 4711, 4712));
        stage.puppetResult();
        stage.test("it has its answer", stage.r.a3 == 4711 && stage.r.a4 == 4712, stage.r.a3 + ", " + stage.r.a4);
    }

    private int receiveFault() {
        return stage.call(CallNumber.RECEIVE, stage.faults, 0, stage.reply, 0);
    }

    private int answerFault(int label, long... words) {
        return stage.call(CallNumber.REPLY, 0, Tag.of(label, words.length), stage.reply, 0, words);
    }

    private void faults() {
        stage.pull(Puppet.STORE, NOWHERE);
        stage.equal("a fault comes", ErrorCode.OK, receiveFault());
        stage.equal("a store page fault", Tag.FAULT_BASE + Fault.STORE_PAGE, Tag.label(stage.r.t1));
        stage.equal("at that address", NOWHERE, stage.r.a0);
        stage.equal("the thread is faulted", ThreadState.FAULTED, stage.puppetState());
        stage.equal("let it try again", ErrorCode.OK, answerFault(0));
        stage.equal("it faults again", ErrorCode.OK, receiveFault());
        stage.equal("leave it", ErrorCode.OK, answerFault(1));
        stage.equal("it is suspended", ThreadState.SUSPENDED, stage.puppetState());
        restart();
    }

    private void priorities() {
        stage.equal(
                "a priority above one's own", ErrorCode.OK, stage.invoke(victim, Operation.THREAD_SET_PRIORITY, 255));
        stage.pull(Puppet.STORE, NOWHERE);
        stage.equal("who has it goes on first", ThreadState.FAULTED, stage.puppetState());
        receiveFault();
        answerFault(1);
        restart();
    }

    /** A message page is taken away from a thread that waits. */
    private void messagePage() {
        int page = stage.make(ObjectType.FRAME, 4096);
        int table = stage.puppet.table().slot();
        stage.invoke(victim, Operation.THREAD_SUSPEND);
        stage.equal(
                "another message page",
                ErrorCode.OK,
                stage.invoke(
                        victim, Operation.THREAD_CONFIGURE, table + 1, table, page, stage.faults, context, PRIORITY));
        stage.invoke(victim, Operation.THREAD_RESUME);
        SystemCall.yield();
        int endpoint = stage.give(82, stage.make(ObjectType.ENDPOINT, 0), Rights.SEND, 1);
        stage.equal("a long message", ErrorCode.TIMED_OUT, stage.puppetCall(CallNumber.CALL, endpoint, 9, 0, 1));
        stage.equal("the page goes", ErrorCode.OK, stage.invoke(RootSlot.CAP_TABLE, Operation.TABLE_DELETE, page));
        stage.equal(
                "a long message from nowhere",
                ErrorCode.NOT_MAPPED,
                stage.puppetCall(CallNumber.CALL, endpoint, 9, 0, 1));
        stage.equal("a short one", ErrorCode.TIMED_OUT, stage.puppetCall(CallNumber.CALL, endpoint, 8, 0, 1));
        restart();
    }

    private void budgets() {
        stage.workshop.scheduling.configure(context, 100_000, 10_000_000_000L);
        stage.invoke(victim, Operation.THREAD_SET_FLAGS, Operation.FAULT_ON_BUDGET);
        stage.pull(Puppet.SPIN);
        stage.equal("the budget's end is a fault", ErrorCode.OK, receiveFault());
        stage.equal("of its kind", Tag.FAULT_BASE + Fault.BUDGET, Tag.label(stage.r.t1));
        stage.workshop.scheduling.configure(context, 1_000_000_000L, 1_000_000_000L);
        stage.equal("end it", ErrorCode.OK, answerFault(1));
        stage.invoke(victim, Operation.THREAD_SET_FLAGS, 0);
        restart();
    }

    private void destruction() {
        int thread = stage.give(81, victim, Rights.ALL, 0);
        stage.puppetLater(CallNumber.INVOKE, thread, Operation.THREAD_SUSPEND, 0, 0);
        stage.equal("a thread suspends itself", ThreadState.SUSPENDED, stage.puppetState());
        restart();
        goesWithWhatItRunsOn("space", 1);
        goesWithWhatItRunsOn("memory", -1);
        int table = stage.puppet.table().slot();
        int own = stage.give(80, table, Rights.ALL, 0);
        stage.puppetLater(CallNumber.INVOKE, own, Operation.TABLE_DELETE, 0, 0, own);
        stage.equal("it deletes its own table's capability", ThreadState.RECEIVING, stage.puppetState());
        int copies = stage.invoke(RootSlot.CAP_TABLE, Operation.TABLE_REVOKE, table);
        stage.equal("revoke the table under it", ErrorCode.OK, copies);
        stage.equal("it stops", ThreadState.SUSPENDED, stage.puppetState());
        stage.equal("its space too", ErrorCode.OK, stage.invoke(RootSlot.CAP_TABLE, Operation.TABLE_DELETE, table + 1));
        stage.refused("start without table", ErrorCode.INVALID_ARGUMENT, 0, victim, Operation.THREAD_START, 1, 2, 3);
        stage.equal("delete it", ErrorCode.OK, stage.invoke(RootSlot.CAP_TABLE, Operation.TABLE_DELETE, victim));
        stage.equal("nobody is there", ErrorCode.TIMED_OUT, callSoon());
    }

    /** The running thread revokes it, which its builder keeps so far from the table. */
    private void goesWithWhatItRunsOn(String what, int place) {
        int slot = stage.puppet.table().slot() + place;
        int tables = stage.give(83, RootSlot.CAP_TABLE, Rights.ALL, 0);
        stage.puppetLater(CallNumber.INVOKE, tables, Operation.TABLE_REVOKE, 0, 0, slot);
        stage.equal("a thread revokes its own " + what, ErrorCode.TIMED_OUT, callSoon());
        stage.equal(
                "nothing but itself goes",
                ErrorCode.OK,
                stage.invoke(RootSlot.CAP_TABLE, Operation.TABLE_INSPECT, slot));
        if (place > 0) {
            stage.refused("it is not started", ErrorCode.INVALID_ARGUMENT, 0, victim, Operation.THREAD_START, 1, 2, 3);
        } else {
            stage.refused("it is no more", ErrorCode.NO_CAPABILITY, 0, victim, Operation.THREAD_INSPECT);
            stage.invoke(slot, Operation.UNTYPED_INSPECT);
            stage.equal("its memory is free", stage.r.a0, stage.r.a2);
        }
        restart();
    }
}
