package ristretto.desk;

import java.util.List;
import java.util.concurrent.locks.Condition;
import ristretto.desk.component.Host;
import ristretto.magic.CallRegisters;
import ristretto.magic.Device;
import ristretto.magic.SimulatedKernel;
import ristretto.magic.SimulatedMemory;
import ristretto.magic.riscv64.Machine;

/** A thread of the kernel's as a thread of the JVM. On the latter, {@code magic} means what it means in a process: its memory, its devices, and the kernel underneath. */
final class Execution extends SimulatedKernel {
    /** Which registers of the frame those of a system call are: t0 to t4, a0 to a7. */
    static final int[] CALL_REGISTERS = {5, 6, 7, 28, 29, 10, 11, 12, 13, 14, 15, 16, 17};

    private static final ThreadLocal<Execution> CURRENT = new InheritableThreadLocal<>();

    private final Processor processor;
    private final long frame;
    private final long tracePage;
    private final Condition hasTurn;
    private final ProcessMemory memory;
    private final ProcessCore core;
    private long place = DeskImage.ENTRY;
    private volatile boolean late;
    private volatile boolean ended;
    private boolean finished;
    private boolean starved;
    private volatile ProcessThreads threads;

    /**
     * @param frame address of the thread's register frame
     * @param tracePage see {@link #tracePage()}
     */
    Execution(Processor processor, long frame, long tracePage, Condition hasTurn) {
        this.processor = processor;
        this.frame = frame;
        this.tracePage = tracePage;
        this.hasTurn = hasTurn;
        this.memory = new ProcessMemory(processor, this);
        this.core = new ProcessCore(processor, this);
    }

    long frame() {
        return frame;
    }

    /** Physical address of the page that tells others what it is doing; 0: there is none. */
    long tracePage() {
        return tracePage;
    }

    /** What its thread is doing, from the innermost frame on; nothing before main is called. */
    List<StackTraceElement> frames() {
        ProcessThreads all = threads;
        Thread running = all == null ? null : all.latest();
        return running == null ? List.of() : GuestFrames.of(running.getStackTrace());
    }

    /** Is signalled when it may have the turn. */
    Condition hasTurn() {
        return hasTurn;
    }

    /** Where it is, of those that {@link DeskImage} names. */
    void setPlace(long newPlace) {
        place = newPlace;
    }

    /** Whether a thread with this program counter is this one, going on. */
    boolean isAt(long pc) {
        return pc == place || place == DeskImage.CALL && pc == DeskImage.AFTER_CALL;
    }

    /** Its thread has come to its end, and notices nothing any more. */
    void finish() {
        setLate(false);
        finished = true;
        CURRENT.remove();
    }

    /** It goes on computing although the turn is another's, and is to stop as soon as it notices. */
    void setLate(boolean isLate) {
        if (late != isLate && !finished) {
            late = isLate;
            Host.changeLate(isLate ? 1 : -1);
        }
    }

    /** It ends as soon as it notices. */
    void end() {
        ended = true;
        setLate(true);
        hasTurn.signalAll();
    }

    boolean isEnded() {
        return ended;
    }

    /** The thread that runs this here begins, and is this one until it ends. Answers what it is handed over. */
    long begin() {
        CURRENT.set(this);
        SimulatedKernel.use(this);
        useCurrent();
        return processor.begin(this);
    }

    /** This thread sees the machine as its process does; one that stands for none goes on seeing it as the kernel does. */
    static void useCurrent() {
        Execution current = CURRENT.get();
        if (current != null) {
            SimulatedMemory.use(current.memory);
            Machine.use(current.core);
            Device.simulate(current.core);
        }
    }

    /** From now on several threads of the JVM may take turns as this one. */
    void setThreads(ProcessThreads all) {
        threads = all;
    }

    /** See {@link ProcessThreads#hold}. */
    void hold() {
        if (threads != null) {
            threads.hold();
        }
    }

    void release() {
        if (threads != null) {
            threads.release();
        }
    }

    /** The present thread may speak for the process, or is told that it may not. */
    void requireOwn() {
        if (threads != null) {
            threads.requireOwn();
        }
    }

    /** Ends the process by a fault, where its thread can do no more; never comes back. */
    void crash() {
        requireOwn();
        processor.illegalInstruction(this);
    }

    /** The thread that ran this is about to end. */
    void leave() {
        processor.finished(this);
    }

    long nanoTime() {
        return processor.ticks(this) * DeskClock.NS_PER_TICK;
    }

    /** It has taken too much of the heap, and is told so when it polls. */
    void starve() {
        processor.starve(this);
    }

    void setStarved(boolean isStarved) {
        starved = isStarved;
    }

    boolean isStarved() {
        return starved;
    }

    /** Stops here if it has lost its turn. */
    void poll() {
        if (late && (threads == null || threads.isOwn() || ended)) {
            processor.pass(this);
        }
    }

    @Override
    protected void trap(CallRegisters r) {
        requireOwn();
        long[] registers = {r.t0, r.t1, r.t2, r.t3, r.t4, r.a0, r.a1, r.a2, r.a3, r.a4, r.a5, r.a6, r.a7};
        processor.call(this, registers);
        r.t0 = registers[0];
        r.t1 = registers[1];
        r.t2 = registers[2];
        r.a0 = registers[5];
        r.a1 = registers[6];
        r.a2 = registers[7];
        r.a3 = registers[8];
        r.a4 = registers[9];
        r.a5 = registers[10];
        r.a6 = registers[11];
        r.a7 = registers[12];
    }
}
