package ristretto.bench;

import ristretto.abi.CallNumber;
import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.magic.SystemCall;
import ristretto.magic.riscv64.Machine;
import ristretto.sdk.Startup;

/**
 * The other process of {@link KernelBench}. A call with one of the labels below is answered, and sets what it does from
 * then on, until {@link #STOP}.
 */
public final class KernelPartner {
    static final int STOP = 1;
    /** Answers calls without words. */
    static final int EMPTY = 2;
    /** Answers each call with the words that came. */
    static final int ECHO = 3;
    /** With the number of words added: answers each call with so many words of its own. */
    static final int WORDS = 16;
    /** As ECHO, and computes with floating point in between. */
    static final int FLOATS = 4;
    /** As ECHO, and takes a capability with each message, into one slot after the other. */
    static final int TAKE = 5;
    /** Waits for the one notification, signals the other, {@link KernelBench#SIGNALS} times. */
    static final int SIGNALS = 6;
    /** Waits for the one notification; answers the next call with the time at which it woke. */
    static final int INTERRUPT = 7;
    /** Stores to where nothing is, for ever. */
    static final int FAULT = 8;

    static final int FIRST_TAKEN = 100;
    static final long NOWHERE = 0x3000_0000L;

    private static final CallRegisters REGISTERS = new CallRegisters();
    private static final long ENDPOINT = Startup.grant("bench", "endpoint");
    private static final long REPLY = Startup.grant(Startup.OWN, "reply");
    private static final long PING = Startup.grant("bench", "ping");
    private static final long PONG = Startup.grant("bench", "pong");
    private static double sum = 1;

    public static void main(String[] arguments) {
        CallRegisters r = REGISTERS;
        r.t3 = CallNumber.RECEIVE;
        trap(REPLY);
        while (true) {
            int mode = Tag.label(r.t1);
            r.t1 = Tag.of(0, 0);
            switch (mode) {
                case EMPTY -> empty();
                case WORDS + 4 -> words(4);
                case WORDS + 8 -> words(8);
                case ECHO -> echo(false);
                case FLOATS -> echo(true);
                case TAKE -> take();
                case SIGNALS -> signals();
                case INTERRUPT -> interrupt();
                case FAULT -> fault();
                default -> answer();
            }
        }
    }

    private static void trap(long reply) {
        CallRegisters r = REGISTERS;
        r.t0 = ENDPOINT;
        r.t2 = reply;
        r.t4 = 0;
        SystemCall.trap(r);
    }

    private static void answer() {
        REGISTERS.t3 = CallNumber.REPLY_RECEIVE;
        trap(REPLY);
    }

    /** The tight loop: its instructions are part of what is measured. */
    private static void empty() {
        long endpoint = ENDPOINT;
        long reply = REPLY;
        long answer = Tag.of(0, 0);
        long tag;
        do {
            tag = SystemCall.replyReceiveEmpty(endpoint, answer, reply);
        } while (tag != Tag.of(STOP, 0));
        REGISTERS.t1 = tag;
    }

    /** As {@link #empty}, with words. */
    private static void words(int count) {
        long endpoint = ENDPOINT;
        long reply = REPLY;
        long answer = Tag.of(0, count);
        long tag;
        do {
            tag = SystemCall.replyReceiveEight(endpoint, answer, reply, 1, 2, 3, 4, 5, 6, 7, 8);
        } while (tag != Tag.of(STOP, 0));
        REGISTERS.t1 = tag;
    }

    private static void echo(boolean floats) {
        CallRegisters r = REGISTERS;
        do {
            if (floats) {
                sum = sum * 0.5 + 1;
            }
            r.t3 = CallNumber.REPLY_RECEIVE;
            trap(REPLY);
        } while (Tag.label(r.t1) != STOP);
    }

    private static void take() {
        long endpoint = ENDPOINT;
        long reply = REPLY;
        long answer = Tag.of(0, 0);
        long slot = FIRST_TAKEN;
        long tag;
        do {
            tag = SystemCall.replyReceiveEmpty(endpoint, answer, reply | slot << 32);
            if (Tag.capability(tag) != 0) {
                slot++;
            }
        } while (tag != Tag.of(STOP, 0));
        REGISTERS.t1 = tag;
    }

    private static void signals() {
        answerOnly();
        for (int i = 0; i < KernelBench.SIGNALS; i++) {
            SystemCall.await(PING);
            SystemCall.signal(PONG);
        }
        receive();
    }

    private static void interrupt() {
        answerOnly();
        SystemCall.await(PING);
        long woken = Machine.readInstret();
        receive();
        REGISTERS.a0 = woken;
        REGISTERS.t1 = Tag.of(0, 1);
        answer();
    }

    private static void fault() {
        answerOnly();
        ristretto.magic.Memory.storeLong(NOWHERE, 1);
    }

    private static void answerOnly() {
        REGISTERS.t3 = CallNumber.REPLY;
        trap(REPLY);
    }

    private static void receive() {
        REGISTERS.t3 = CallNumber.RECEIVE;
        trap(REPLY);
    }

    private KernelPartner() {}
}
