package ristretto.bench.kerneltests;

import ristretto.abi.CallNumber;
import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.abi.Tag;
import ristretto.abi.ThreadState;
import ristretto.bench.Workshop;
import ristretto.magic.CallRegisters;
import ristretto.magic.SystemCall;
import ristretto.sdk.loader.Grants;
import ristretto.sdk.loader.ProcessBuilder;

/** What the tests stand on: raw system calls of this process and of its {@link Puppet}, and a line for each test. */
final class Stage {
    final Workshop workshop = new Workshop();
    final CallRegisters r = new CallRegisters();
    final int strings = workshop.make(ObjectType.ENDPOINT, 0);
    final int faults = workshop.make(ObjectType.ENDPOINT, 0);
    final int reply = workshop.make(ObjectType.REPLY, 0);
    private final int priority;
    ProcessBuilder puppet;
    int failed;

    Stage(int priority) {
        this.priority = priority;
    }

    /** Another puppet, which waits to be called when this returns; the one before is left as it is. */
    void newPuppet() {
        Grants grants = new Grants();
        grants.capability("test", "endpoint", strings, Rights.RECEIVE, 0);
        puppet = workshop.start("puppet", grants, 1, faults, priority);
        SystemCall.yield();
        equal("a new process waits", ThreadState.RECEIVING, puppetState());
    }

    /** A line of its own for each test; the JUnit side makes a test of it. */
    void test(String name, boolean passed, String otherwise) {
        workshop.log.writeLine(passed ? "ok " + name : "FAILED " + name + ": " + otherwise);
        if (!passed) {
            failed++;
        }
    }

    void equal(String name, long expected, long got) {
        test(name, expected == got, "expected " + expected + ", got " + got);
    }

    /** Any system call; answers the status. */
    int call(int number, long t0, long t1, long t2, long deadline, long... words) {
        prepare(number, t0, t1, t2, deadline, words);
        SystemCall.trap(r);
        return (int) r.t0;
    }

    /** What is before {@link SystemCall#trap} in a call. */
    void prepare(int number, long t0, long t1, long t2, long deadline, long... words) {
        r.t0 = t0;
        r.t1 = t1;
        r.t2 = t2;
        r.t3 = number;
        r.t4 = deadline;
        r.a0 = word(words, 0);
        r.a1 = word(words, 1);
        r.a2 = word(words, 2);
        r.a3 = word(words, 3);
        r.a4 = word(words, 4);
        r.a5 = word(words, 5);
        r.a6 = word(words, 6);
        r.a7 = word(words, 7);
    }

    private static long word(long[] words, int index) {
        return index < words.length ? words[index] : 0;
    }

    int invoke(long capability, int operation, long... words) {
        return call(CallNumber.INVOKE, capability, operation, 0, 0, words);
    }

    /** An invocation that must be refused, with this code and this guilty argument. */
    void refused(String name, int code, int argument, long capability, int operation, long... words) {
        int status = invoke(capability, operation, words);
        boolean right = status == code && r.t1 == argument;
        test(name, right, "expected " + code + " for argument " + argument + ", got " + status + " for " + r.t1);
    }

    /** Lets the puppet do something; its answer is in the registers. */
    int pull(int what, long... words) {
        return call(CallNumber.CALL, strings, Tag.of(what, 8), 0, 0, words);
    }

    /** A system call of the puppet's; answers its status. */
    int puppetCall(int number, long t0, long t1, long t2, long deadline, long... words) {
        pull(Puppet.CALL, t0, t1, t2, number, deadline, word(words, 0), word(words, 1), word(words, 2));
        return (int) r.a0;
    }

    void puppetLater(int number, long t0, long t1, long t2, long deadline, long... words) {
        pull(Puppet.CALL_LATER, t0, t1, t2, number, deadline, word(words, 0), word(words, 1), word(words, 2));
        SystemCall.yield();
    }

    /** Status of the call that it did later. */
    int puppetResult() {
        pull(Puppet.RESULTS);
        return (int) r.a0;
    }

    int puppetState() {
        return puppet.thread().inspect().state();
    }

    /** A copy in the puppet's table. */
    int give(int slot, int own, int rights, long badge) {
        if (badge == 0) {
            puppet.table().copy(slot, workshop.own, own, rights);
        } else {
            puppet.table().mint(slot, workshop.own, own, rights, badge);
        }
        return slot;
    }

    int make(int type, long size) {
        return workshop.make(type, size);
    }
}
