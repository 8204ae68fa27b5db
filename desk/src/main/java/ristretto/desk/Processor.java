package ristretto.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import ristretto.abi.Rights;
import ristretto.desk.board.Board;
import ristretto.kernel.riscv64.Sv39;
import ristretto.kernel.riscv64.Trap;

/**
 * The one core. Each thread of the kernel's is a thread of the JVM ({@link Execution}), and one of them has the turn: whom the kernel chose
 * last. Only it enters the kernel and touches memory or devices; all others wait as soon as they try. So a process that
 * computes and has lost its turn does no harm before it notices, and it cannot keep the turn, because the kernel's timer comes from a thread
 * of its own.
 *
 * <p>Rule: everything here is done with the lock held, and the kernel runs on whichever thread has it.
 */
final class Processor {
    private static final long INTERRUPT = 1L << 63;
    private static final long ILLEGAL_INSTRUCTION = 2;
    private static final long INSTRUCTION_PAGE_FAULT = 12;
    private static final int KERNEL_FAILED = 101;
    private static final int STACK_PROBE = 400;
    private static final int ENTRY_PROBE = 64;
    private static final int PROGRAM_COUNTER = 0;
    private static final int RETURN_ADDRESS = 1;
    private static final int FIRST_ARGUMENT = 10;
    private static final long LONGEST_WAIT_NS = TimeUnit.SECONDS.toNanos(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition timer = lock.newCondition();
    private final Condition end = lock.newCondition();
    private final Map<Long, Execution> executions = new HashMap<>();
    private final DeskClock clock = new DeskClock(System::nanoTime);
    private final MachineMemory memory;
    private final long memoryEnd;
    private final Translation translation;
    private final KernelCore core;
    private final KernelDoor kernel = KernelLoader.load();
    private final Board board;
    private final KernelView view;
    private final Programs programs;
    private Execution running;
    private long timerWakesAt;
    private boolean off;
    private int exitCode;
    private Throwable failure;

    Processor(MachineMemory memory, long memoryBytes, Board board, Programs programs) {
        this.memory = memory;
        this.memoryEnd = MachineMemory.START + memoryBytes;
        this.translation = new Translation(memory);
        this.core = new KernelCore(this, clock, translation);
        this.board = board;
        this.view = new KernelView(memory, core, board);
        this.programs = programs;
    }

    Board board() {
        return board;
    }

    // ---- from outside

    /** Boots, on this thread, and then keeps time until the machine is off. */
    void run() {
        lock.lock();
        try {
            goOn(kernel::boot);
            while (!off) {
                if (core.isInterrupted()) {
                    goOn(running == null ? kernel::wake : this::interrupt);
                } else {
                    board.flush();
                    long wait = Math.min(LONGEST_WAIT_NS, clock.nanosecondsUntil(core.timerAt()));
                    timerWakesAt = System.nanoTime() + wait;
                    timer.awaitNanos(wait);
                }
            }
        } catch (InterruptedException e) {
            switchOff(KERNEL_FAILED);
        } finally {
            board.flush();
            lock.unlock();
        }
    }

    /** Something comes to the board from outside. */
    void receive(Consumer<Board> whatComes) {
        lock.lock();
        try {
            whatComes.accept(board);
            timer.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the machine, if it is not off already. */
    void switchOff(int code) {
        lock.lock();
        try {
            if (!off) {
                off = true;
                exitCode = code;
                executions.values().forEach(Execution::end);
                timer.signal();
                end.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the machine is off; answers its exit code. */
    int awaitEnd() throws InterruptedException {
        lock.lock();
        try {
            while (!off) {
                end.await();
            }
            if (failure != null) {
                throw new IllegalStateException("the kernel failed on the desk", failure);
            }
            return exitCode;
        } finally {
            lock.unlock();
        }
    }

    /** The kernel destroyed an object; a thread of the JVM ends with its register frame. */
    void destroyed(Object object, long address) {
        if (kernel.isFrame(object)) {
            Execution execution = executions.remove(address);
            if (execution != null) {
                execution.end();
            }
        }
    }

    /** The last step of an execution's thread. */
    void finished(Execution execution) {
        lock.lock();
        try {
            execution.finish();
        } finally {
            lock.unlock();
        }
    }

    // ---- from a process's thread
    /** While one thread of a process is here, its others do not run: the kernel knows of one. */
    private void enter(Execution execution) {
        // Once the others are held, there must be enough of the stack to let them go again.
        probeStack(ENTRY_PROBE);
        execution.hold();
        lock.lock();
    }

    private void leave(Execution execution) {
        lock.unlock();
        execution.release();
    }

    /** A process's first step: answers what the kernel handed over in its first argument register. */
    long begin(Execution execution) {
        enter(execution);
        try {
            awaitTurn(execution);
            setPlace(execution, DeskImage.COMPUTING);
            setRegister(execution, RETURN_ADDRESS, DeskImage.COMPUTING);
            return register(execution, FIRST_ARGUMENT);
        } finally {
            leave(execution);
        }
    }

    /** A system call: the registers go through the thread's frame, as on the machine. */
    void call(Execution execution, long[] registers) {
        enter(execution);
        try {
            awaitTurn(execution);
            probeStack(STACK_PROBE);
            for (int i = 0; i < registers.length; i++) {
                setRegister(execution, Execution.CALL_REGISTERS[i], registers[i]);
            }
            setPlace(execution, DeskImage.CALL);
            do {
                goOn(() -> kernel.trap(Trap.CALL_FROM_USER));
                awaitTurn(execution);
            } while (register(execution, PROGRAM_COUNTER) == DeskImage.CALL);
            for (int i = 0; i < registers.length; i++) {
                registers[i] = register(execution, Execution.CALL_REGISTERS[i]);
            }
            setPlace(execution, DeskImage.COMPUTING);
        } finally {
            leave(execution);
        }
    }

    /** The kernel runs on the process's stack: where there is not enough left of it, it overflows here, which hurts nobody else. */
    private static int probeStack(int frames) {
        return frames == 0 ? 0 : 1 + probeStack(frames - 1);
    }

    /** The execution is to throw an {@link OutOfMemoryError} when it polls next. */
    void starve(Execution execution) {
        lock.lock();
        try {
            execution.setStarved(true);
            execution.setLate(true);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the turn, and does nothing with it. */
    void pass(Execution execution) {
        enter(execution);
        try {
            awaitTurn(execution);
            if (execution.isStarved()) {
                execution.setStarved(false);
                throw new OutOfMemoryError("Java heap space: the desk's, of which this process has the most");
            }
        } finally {
            leave(execution);
        }
    }

    long load(Execution execution, long address, int bytes) {
        enter(execution);
        try {
            long physical = physical(execution, address, bytes, Rights.READ, false);
            refreshTrace(physical);
            return memory.loadPhysical(physical, bytes);
        } finally {
            leave(execution);
        }
    }

    /** Whoever reads the first word of an image's trace table finds there what the one process of that image is doing. */
    private void refreshTrace(long physical) {
        if (physical % Sv39.PAGE == 0) {
            for (Execution other : executions.values()) {
                if (other != running && other.tracePage() == physical) {
                    memory.write(physical, TracePage.of(other.frames()));
                }
            }
        }
    }

    void store(Execution execution, long address, int bytes, long value) {
        enter(execution);
        try {
            memory.storePhysical(physical(execution, address, bytes, Rights.WRITE, false), bytes, value);
        } finally {
            leave(execution);
        }
    }

    /** An access to a device; {@code value} is {@link Long#MIN_VALUE} for a load. */
    long device(Execution execution, long address, long value) {
        enter(execution);
        try {
            boolean load = value == Long.MIN_VALUE;
            long physical = physical(execution, address, 1, load ? Rights.READ : Rights.WRITE, true);
            if (load) {
                return board.load(physical);
            }
            board.store(physical, (int) value);
            awaitTurn(execution);
            return 0;
        } finally {
            leave(execution);
        }
    }

    long ticks(Execution execution) {
        enter(execution);
        try {
            return clock.ticks();
        } finally {
            leave(execution);
        }
    }

    /** The thread does what no process may; if anybody lets it go on, it does it again. */
    void illegalInstruction(Execution execution) {
        enter(execution);
        try {
            while (true) {
                awaitTurn(execution);
                probeStack(STACK_PROBE);
                goOn(() -> fault(execution.frame(), ILLEGAL_INSTRUCTION, 0));
            }
        } finally {
            leave(execution);
        }
    }

    /** Where an access of the process's goes. One that is not allowed is a fault, and is tried again if the thread goes on after that. */
    private long physical(Execution execution, long address, int bytes, int right, boolean device) {
        boolean load = right == Rights.READ;
        while (true) {
            awaitTurn(execution);
            long physical = translation.physical(address, right);
            boolean there =
                    device ? Board.hasRegister(physical) : physical >= MachineMemory.START && physical < memoryEnd;
            long cause;
            if (address % bytes != 0) {
                cause = load ? 4 : 6;
            } else if (physical == Translation.NONE) {
                cause = load ? 13 : 15;
            } else if (!there) {
                cause = load ? 5 : 7;
            } else {
                return physical;
            }
            probeStack(STACK_PROBE);
            goOn(() -> fault(execution.frame(), cause, address));
        }
    }

    // ---- the turn

    private void awaitTurn(Execution execution) {
        while (!off && running != execution && !execution.isEnded()) {
            execution.hasTurn().awaitUninterruptibly();
        }
        if (off || execution.isEnded()) {
            throw new ProcessEnded();
        }
        execution.setLate(execution.isStarved());
    }

    /** Enters the kernel, and gives the turn to whom it chose. */
    private void goOn(LongSupplier entry) {
        view.run(() -> {
            try {
                long frame = entry.getAsLong();
                while (!off && !turnTo(frame)) {
                    frame = next(frame);
                }
            } catch (ProcessEnded e) {
                // The machine was switched off in the middle of it.
            } catch (RuntimeException | Error e) {
                failure = e;
                switchOff(KERNEL_FAILED);
            }
            return 0;
        });
        if (timerWakesAt - System.nanoTime() > clock.nanosecondsUntil(core.timerAt())) {
            timer.signal();
        }
    }

    /** False: it cannot run as it is. */
    private boolean turnTo(long frame) {
        if (core.isInterrupted()) {
            return false;
        }
        if (frame == 0) {
            giveTurn(null);
            return true;
        }
        long pc = kernel.register(frame, PROGRAM_COUNTER);
        Execution execution = executions.get(frame);
        if (execution == null || !execution.isAt(pc)) {
            long physical = translation.physical(pc, Rights.EXECUTE);
            Map<String, String> mains = pc == DeskImage.ENTRY && physical != Translation.NONE
                    ? DeskImage.read(memory, physical & -Sv39.PAGE)
                    : Map.of();
            if (mains.isEmpty()) {
                return false;
            }
            if (execution != null) {
                execution.end();
            }
            execution = new Execution(
                    this, frame, mains.size() == 1 ? DeskImage.tracePage(physical) : 0, lock.newCondition());
            executions.put(frame, execution);
            programs.start(execution, mains);
        }
        giveTurn(execution);
        return true;
    }

    /** What happens before a thread that cannot run as it is: an interrupt, or the fault that it causes. */
    private long next(long frame) {
        if (core.isInterrupted()) {
            return frame == 0 ? kernel.wake() : interrupt();
        }
        long pc = kernel.register(frame, PROGRAM_COUNTER);
        boolean mapped = translation.physical(pc, Rights.EXECUTE) != Translation.NONE;
        return fault(frame, mapped ? ILLEGAL_INSTRUCTION : INSTRUCTION_PAGE_FAULT, pc);
    }

    private long interrupt() {
        return kernel.trap(INTERRUPT);
    }

    private long fault(long frame, long cause, long address) {
        core.write("stval", address);
        if (cause == ILLEGAL_INSTRUCTION) {
            kernel.turnOnFloats(frame);
        }
        return kernel.trap(cause);
    }

    private void giveTurn(Execution next) {
        if (running != next) {
            if (running != null) {
                running.setLate(true);
            }
            running = next;
            clock.setComputing(next != null);
        }
        if (next != null) {
            next.hasTurn().signalAll();
        }
    }

    private long register(Execution execution, int n) {
        return view.run(() -> kernel.register(execution.frame(), n));
    }

    private void setRegister(Execution execution, int n, long value) {
        view.run(() -> {
            kernel.setRegister(execution.frame(), n, value);
            return 0;
        });
    }

    private void setPlace(Execution execution, long place) {
        execution.setPlace(place);
        setRegister(execution, PROGRAM_COUNTER, place);
    }
}
