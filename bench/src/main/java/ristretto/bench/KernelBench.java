package ristretto.bench;

import java.util.Arrays;
import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.abi.Tag;
import ristretto.abi.ThreadState;
import ristretto.magic.CallRegisters;
import ristretto.magic.SystemCall;
import ristretto.magic.riscv64.Machine;
import ristretto.sdk.DeviceRegisters;
import ristretto.sdk.InterruptLine;
import ristretto.sdk.kernel.Frame;
import ristretto.sdk.kernel.InterruptControl;
import ristretto.sdk.loader.Grants;
import ristretto.sdk.loader.ProcessBuilder;

/**
 * Counts the instructions of the kernel's calls between this process and {@link KernelPartner}, both processes' user code
 * included. It is the first process of a machine that has no others. Each figure is the median of {@link #BATCHES}
 * batches, so that a timer interrupt in one of them does not show.
 */
public final class KernelBench {
    static final int BATCHES = 31;
    static final int ROUNDS = 100;
    static final int SIGNALS = BATCHES * ROUNDS;

    private static final int PRIORITY = 250;
    private static final int CAPABILITY_ROUNDS = 4;
    private static final long MAPPED = 0xf000L - 4096 * 8;
    private static final long UART = 0x1000_0000L;
    private static final int UART_INTERRUPT = 10;
    private static final int UART_ENABLES = 1;
    private static final int UART_WANTS_BYTES = 2;

    private final Workshop workshop = new Workshop();
    private final CallRegisters registers = new CallRegisters();
    private final int endpoint = workshop.make(ObjectType.ENDPOINT, 0);
    private final int ping = workshop.make(ObjectType.NOTIFICATION, 0);
    private final int pong = workshop.make(ObjectType.NOTIFICATION, 0);
    private final int faults = workshop.make(ObjectType.ENDPOINT, 0);
    private final int reply = workshop.make(ObjectType.REPLY, 0);
    private final int pinged = badged(ping);
    private final int ponged = badged(pong);
    private final ProcessBuilder partner = startPartner();
    private double sum = 1;

    public static void main(String[] arguments) {
        KernelBench bench = new KernelBench();
        try {
            bench.run();
            bench.workshop.off(0);
        } catch (RuntimeException e) {
            bench.workshop.log.writeLine("failed: " + e.getMessage());
            bench.workshop.off(1);
        }
    }

    private interface Round {
        void go();
    }

    private void run() {
        setPriority(RootSlot.THREAD, PRIORITY);
        // The partner runs until it waits; without time of its own it runs on its callers'.
        SystemCall.yield();
        if (partner.thread().inspect().state() != ThreadState.RECEIVING) {
            throw new IllegalStateException("the partner does not wait");
        }
        setContext(0);
        mode(KernelPartner.EMPTY);
        report("ipcCallReply0", median(this::callsEmpty));
        mode(KernelPartner.WORDS + 4);
        report("ipcCallReply4", median(this::callsFour));
        mode(KernelPartner.WORDS + 8);
        report("ipcCallReply8", median(this::callsEight));
        mode(KernelPartner.ECHO);
        report("ipcCallReply64", median(() -> calls(64)));
        mode(KernelPartner.FLOATS);
        report("ipcCallReply0Float", median(this::callsWithFloats));
        mode(KernelPartner.TAKE);
        report("ipcCallReplyCap", capabilities());
        mode(KernelPartner.EMPTY);
        report("signal", median(this::signals));
        report("yield", median(this::yields));
        report("mapUnmap", mapUnmap());
        mode(KernelPartner.STOP);
        setContext(1);
        report("ipcCallReply0Active", active());
        mode(KernelPartner.SIGNALS);
        report("signalWait", median(this::signalsAndWaits));
        report("interruptToDriver", interrupt());
        report("pageFault", pageFault());
    }

    private double active() {
        mode(KernelPartner.EMPTY);
        double result = median(this::callsEmpty);
        mode(KernelPartner.STOP);
        return result;
    }

    private void report(String key, double value) {
        workshop.log.writeLine(key + " " + Math.round(value));
    }

    private int badged(int notification) {
        int slot = workshop.freeSlot();
        workshop.own.mint(slot, workshop.own, notification, Rights.ALL, 1);
        return slot;
    }

    private ProcessBuilder startPartner() {
        Grants grants = new Grants();
        grants.capability("bench", "endpoint", endpoint, Rights.RECEIVE, 0);
        grants.capability("bench", "ping", pinged, Rights.RECEIVE, 0);
        grants.capability("bench", "pong", ponged, Rights.SEND, 0);
        return workshop.start("partner", grants, 1, faults, PRIORITY);
    }

    /** The partner's own scheduling context is the third object that its builder made. */
    private void setContext(int own) {
        CallRegisters r = registers;
        r.a0 = own == 0 ? 0 : partner.thread().slot() + 1;
        invoke(partner.thread().slot(), Operation.THREAD_SET_CONTEXT);
    }

    private void invoke(int slot, int operation) {
        CallRegisters r = registers;
        r.t0 = slot;
        r.t1 = operation;
        r.t2 = 0;
        r.t3 = CallNumber.INVOKE;
        r.t4 = 0;
        SystemCall.trap(r);
        expectSuccess(r.t0);
    }

    private void expectSuccess(long status) {
        if (status != ErrorCode.OK) {
            throw new IllegalStateException("error " + status + ", argument " + registers.t1 + ", expected "
                    + registers.a0 + ", got " + registers.a1);
        }
    }

    /** Ends what the partner does, and lets it begin something else. */
    private void mode(int label) {
        call(Tag.of(KernelPartner.STOP, 0));
        call(Tag.of(label, 0));
    }

    private void call(long tag) {
        CallRegisters r = registers;
        r.t0 = endpoint;
        r.t1 = tag;
        r.t2 = 0;
        r.t3 = CallNumber.CALL;
        r.t4 = 0;
        SystemCall.trap(r);
        expectSuccess(r.t0);
    }

    private static double median(Round batch) {
        double[] perRound = new double[BATCHES];
        for (int i = 0; i < BATCHES; i++) {
            long start = Machine.readInstret();
            batch.go();
            perRound[i] = (double) (Machine.readInstret() - start) / ROUNDS;
        }
        Arrays.sort(perRound);
        return perRound[BATCHES / 2];
    }

    private void callsEmpty() {
        long to = endpoint;
        long failed = 0;
        for (int i = 0; i < ROUNDS; i++) {
            failed |= SystemCall.callEmpty(to, Tag.of(9, 0));
        }
        expectSuccess(failed);
    }

    private void callsFour() {
        long to = endpoint;
        long failed = 0;
        for (int i = 0; i < ROUNDS; i++) {
            failed |= SystemCall.callFour(to, Tag.of(9, 4), 1, 2, 3, 4);
        }
        expectSuccess(failed);
    }

    private void callsEight() {
        long to = endpoint;
        long failed = 0;
        for (int i = 0; i < ROUNDS; i++) {
            failed |= SystemCall.callEight(to, Tag.of(9, 8), 1, 2, 3, 4, 5, 6, 7, 8);
        }
        expectSuccess(failed);
    }

    private void calls(int words) {
        CallRegisters r = registers;
        long failed = 0;
        r.t2 = 0;
        r.t4 = 0;
        for (int i = 0; i < ROUNDS; i++) {
            r.t0 = endpoint;
            r.t1 = Tag.of(9, words);
            r.t3 = CallNumber.CALL;
            SystemCall.trap(r);
            failed |= r.t0;
        }
        expectSuccess(failed);
    }

    private void callsWithFloats() {
        long to = endpoint;
        long failed = 0;
        for (int i = 0; i < ROUNDS; i++) {
            sum = sum * 0.5 + 1;
            failed |= SystemCall.callEmpty(to, Tag.of(9, 0));
        }
        expectSuccess(failed);
    }

    /** Fewer rounds: each takes one slot of the partner's table. */
    private double capabilities() {
        double[] perRound = new double[BATCHES];
        long offer = Tag.withCapability(Tag.of(9, 0), reply, Rights.ALL);
        for (int i = 0; i < BATCHES; i++) {
            long start = Machine.readInstret();
            for (int k = 0; k < CAPABILITY_ROUNDS; k++) {
                expectSuccess(SystemCall.callEmpty(endpoint, offer));
            }
            perRound[i] = (double) (Machine.readInstret() - start) / CAPABILITY_ROUNDS;
        }
        int last = KernelPartner.FIRST_TAKEN + BATCHES * CAPABILITY_ROUNDS - 1;
        if (partner.table().inspect(last) == null) {
            throw new IllegalStateException("no capability arrived in slot " + last);
        }
        Arrays.sort(perRound);
        return perRound[BATCHES / 2];
    }

    private void signals() {
        long to = ponged;
        long failed = 0;
        for (int i = 0; i < ROUNDS; i++) {
            failed |= SystemCall.signal(to);
        }
        expectSuccess(failed);
    }

    private void yields() {
        for (int i = 0; i < ROUNDS; i++) {
            SystemCall.yield();
        }
    }

    private void signalsAndWaits() {
        long out = pinged;
        long in = ponged;
        long got = 1;
        for (int i = 0; i < ROUNDS; i++) {
            SystemCall.signal(out);
            got &= SystemCall.await(in);
        }
        if (got != 1) {
            throw new IllegalStateException("a signal was lost");
        }
    }

    private double mapUnmap() {
        Frame frame = new Frame(workshop.make(ObjectType.FRAME, 4096));
        workshop.mapAt(frame, MAPPED, Frame.READ_WRITE);
        frame.unmap();
        return median(() -> mapsAndUnmaps(frame.slot()));
    }

    private void mapsAndUnmaps(int frame) {
        CallRegisters r = registers;
        long failed = 0;
        r.t2 = 0;
        r.t4 = 0;
        for (int i = 0; i < ROUNDS; i++) {
            r.t0 = frame;
            r.t1 = Operation.FRAME_MAP;
            r.t3 = CallNumber.INVOKE;
            r.a0 = RootSlot.ADDRESS_SPACE;
            r.a1 = MAPPED;
            r.a2 = Frame.READ_WRITE;
            SystemCall.trap(r);
            failed |= r.t0;
            r.t0 = frame;
            r.t1 = Operation.FRAME_UNMAP;
            SystemCall.trap(r);
            failed |= r.t0;
        }
        expectSuccess(failed);
    }

    /** From the store that makes the device interrupt to the first instruction behind the driver's wait. */
    private double interrupt() {
        DeviceRegisters uart = workshop.device(UART);
        InterruptLine line = new InterruptControl(RootSlot.INTERRUPT_CONTROL)
                .line(UART_INTERRUPT, workshop.own, workshop.freeSlot());
        line.bind(pinged);
        setPriority(partner.thread().slot(), PRIORITY + 1);
        double[] all = new double[5];
        for (int i = 0; i < all.length; i++) {
            mode(KernelPartner.INTERRUPT);
            long start = Machine.readInstret();
            uart.storeByte(UART_ENABLES, UART_WANTS_BYTES);
            uart.storeByte(UART_ENABLES, 0);
            call(Tag.of(9, 0));
            all[i] = registers.a0 - start;
            line.acknowledge();
        }
        Arrays.sort(all);
        return all[2];
    }

    private void setPriority(int thread, int priority) {
        registers.a0 = priority;
        invoke(thread, Operation.THREAD_SET_PRIORITY);
    }

    /** The handler answers, and the thread does the same again: from one fault to the next is the way there and back. */
    private double pageFault() {
        mode(KernelPartner.FAULT);
        CallRegisters r = registers;
        r.t0 = faults;
        r.t2 = reply;
        r.t3 = CallNumber.RECEIVE;
        r.t4 = 0;
        SystemCall.trap(r);
        expectSuccess(r.t0);
        return median(() -> {
            long from = faults;
            long place = reply;
            for (int i = 0; i < ROUNDS; i++) {
                if (SystemCall.replyReceiveEmpty(from, Tag.of(0, 0), place) >= 0) {
                    throw new IllegalStateException("no fault came");
                }
            }
        });
    }
}
