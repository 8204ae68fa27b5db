package ristretto.desk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import ristretto.desk.component.ProcessPool;
import ristretto.desk.component.ProcessThread;
import ristretto.desk.component.Turns;

/**
 * The Java threads of one process, which take turns on its one kernel thread as the runtime's fibers do on the machine: virtual threads of the JVM, with this as their scheduler. One gives way to another only where it waits, be that in the
 * SDK, in a lock of the JDK or at a monitor; and where none can run, the process waits for the earliest time and for what arrives, here.
 *
 * <p>A thread that waits for its process's turn, or in the kernel, {@linkplain #hold holds} all others back: the kernel knows of one thread only.
 *
 * <p>Rule: the process's state is touched by the running thread alone, or by the carrier while none runs; others only make threads ready, by {@link #execute}.
 */
final class ProcessThreads implements Executor, Turns {
    private static final long NEVER = Long.MAX_VALUE;
    private static final int ERROR = 2;
    /** As on the machine. */
    private static final int EXIT_DEADLOCK = 99;
    /** How soon the process looks for what the JVM may do for it: time that passes in the JDK, other threads that compute. */
    private static final long LOOK_AGAIN_NS = 5_000_000;
    /** Of the host's time: until then the JVM has handed on each monitor that the last turn has left. */
    private static final long HANDED_ON_NS = 1_000_000_000;
    /** As on the machine: turns until somebody looks at what arrives. */
    private static final int MOST_TURNS = 64;
    /** Of all threads of a process that has ended, after which those that do not end are given up. */
    private static final int LAST_TURNS = 10_000;

    /** A thread of the process's. */
    private static final class Member {
        final Thread thread;
        final Runnable turn;
        /** What the runtime knows it by; null: nobody has asked. */
        Object fiber;
        /** It waits by {@link #await}, until this time. */
        boolean waits;
        /** As the process knows it, where that is not the JVM's. */
        Thread known;

        long deadline;
        boolean ready;

        Member(Runnable turn) {
            this.turn = turn;
            this.thread = VirtualThreads.of(turn);
            this.known = thread;
        }
    }

    private final Execution execution;
    private final Platform platform;
    private final Thread carrier = Thread.currentThread();
    /** In the order of their first turns. */
    private final Map<Runnable, Member> members = new LinkedHashMap<>();

    private final Map<Object, Member> byFiber = new IdentityHashMap<>();
    private final Deque<Member> ready = new ArrayDeque<>();
    /** Whoever makes a thread ready adds it here. No locks: a virtual thread that had to wait for one would leave its turn to others. */
    private final Queue<Runnable> arrived = new ConcurrentLinkedQueue<>();
    /** Null: the carrier runs. */
    private volatile Member running;

    private volatile Thread latest;
    private int turns;
    /** When the last turn came to its end, by the host's clock. */
    private long lastTurn = System.nanoTime();
    /** Threads of any kind that the process has made, and those that are its members. */
    private final AtomicInteger made = new AtomicInteger();

    private int joined;
    /** Those that are no daemons, from their start to their end. */
    private final AtomicInteger lasting = new AtomicInteger();

    private final ShutdownHooks hooks = new ShutdownHooks();
    private final AtomicInteger names = new AtomicInteger();
    private final AtomicInteger pools = new AtomicInteger();
    private final AtomicInteger forkJoinPools = new AtomicInteger();
    /** Null: nobody has asked for it. */
    private ForkJoinPool commonPool;

    /** The present thread is the one on which all others run. */
    ProcessThreads(Execution execution, Platform platform) {
        this.execution = execution;
        this.platform = platform;
    }

    // ---- the JVM's side

    /** The thread can go on. */
    @Override
    public void execute(Runnable turn) {
        arrived.add(turn);
        LockSupport.unpark(carrier);
    }

    private void takeArrived() {
        for (Runnable turn = arrived.poll(); turn != null; turn = arrived.poll()) {
            Member member = members.get(turn);
            if (member == null) {
                member = join(turn);
            }
            member.ready = true;
            ready.add(member);
        }
    }

    private Member join(Runnable turn) {
        Member member = new Member(turn);
        members.put(turn, member);
        joined++;
        if (joined > 1) {
            platform.beginOthers();
        }
        Thread.UncaughtExceptionHandler next = member.thread.getUncaughtExceptionHandler();
        member.thread.setUncaughtExceptionHandler((thread, thrown) -> {
            if (!execution.isEnded()) {
                ThreadReports.uncaught(next, thread, thrown);
            }
        });
        return member;
    }

    // ---- the carrier

    /** Runs the process's main, and all threads that it makes, until all that are no daemons have come to their end; then what comes last. Where the process is ended it is all over. */
    void run(Runnable main, Runnable last) {
        try {
            Thread first = new ProcessThread(new ThreadGroup("main"), main, "main");
            first.setDaemon(false);
            first.start();
            while (lasting.get() > 0 && !execution.isEnded()) {
                goOn();
            }
            Thread end = carrier(last);
            end.start();
            while (end.isAlive() && !execution.isEnded()) {
                goOn();
            }
        } finally {
            unwind();
        }
    }

    private void goOn() {
        Member next = next();
        if (next == null) {
            idle();
        } else {
            turn(next);
            look();
        }
    }

    /** Whose turn it is; null: nobody's. */
    private Member next() {
        takeArrived();
        Member next = ready.poll();
        if (next != null) {
            next.ready = false;
        }
        return next;
    }

    private void turn(Member next) {
        running = next;
        latest = next.thread;
        next.turn.run();
        running = null;
        lastTurn = System.nanoTime();
        if (!next.thread.isAlive()) {
            forget(next);
        }
    }

    private void forget(Member member) {
        members.remove(member.turn);
        if (member.fiber != null) {
            byFiber.remove(member.fiber);
        }
    }

    private void look() {
        wakeDue();
        if (turns++ >= MOST_TURNS) {
            turns = 0;
            platform.takeAll();
        }
    }

    /** No thread can run: waits until one may, in the kernel. */
    private void idle() {
        turns = 0;
        wakeDue();
        platform.takeAll();
        if (isAnyReady() || !platform.announceWaitOfAll()) {
            return;
        }
        long deadline = earliest();
        if (deadline == NEVER && !platform.areExpected()) {
            deadlock();
        }
        platform.waitUntil(deadline);
    }

    private void deadlock() {
        Map<Thread, Thread> threads = new LinkedHashMap<>();
        all().forEach(member -> threads.put(member.known, member.thread));
        byte[] reason = ThreadReports.deadlock(threads);
        platform.write(ERROR, reason, 0, reason.length);
        platform.exit(EXIT_DEADLOCK, reason);
    }

    /** The process has ended: so do its threads, those that notice. They are threads of the heap only, so none that does not keeps one of the host's. */
    private void unwind() {
        for (Member member : all()) {
            if (member.waits) {
                LockSupport.unpark(member.thread);
            } else {
                member.thread.interrupt();
            }
        }
        Member next = next();
        for (int left = LAST_TURNS; next != null && left > 0; left--) {
            turn(next);
            next = next();
        }
    }

    private List<Member> all() {
        return List.copyOf(members.values());
    }

    // ---- who runs

    /** Whether the present thread may speak for the process now. */
    boolean isOwn() {
        Member member = running;
        return Thread.currentThread() == (member == null ? carrier : member.thread);
    }

    void requireOwn() {
        if (!isOwn()) {
            throw new UnsupportedOperationException(
                    "on the desk no thread that the JDK makes for itself may use the SDK and the standard streams: \""
                            + Thread.currentThread().getName() + "\"");
        }
    }

    /** The thread that ran last; null: none has. */
    Thread latest() {
        return latest;
    }

    /**
     * From here to {@link #release} no other thread of the process's runs, although this one waits: it keeps the carrier. Its stack stays where it is, too, and so has an end. Of threads that are no
     * members nothing is held.
     */
    void hold() {
        if (isOwn() && Thread.currentThread().isVirtual()) {
            VirtualThreads.pin();
        }
    }

    void release() {
        if (isOwn() && Thread.currentThread().isVirtual()) {
            VirtualThreads.unpin();
        }
    }

    /** The process makes a thread of the JVM's, of whatever kind. */
    void countMade() {
        made.incrementAndGet();
    }

    // ---- for the process's own threads

    @Override
    public Thread current() {
        Member member = running;
        Thread present = Thread.currentThread();
        return member != null && member.thread == present ? member.known : present;
    }

    @Override
    public Thread carrier(Runnable task) {
        Thread carrier = VirtualThreads.scheduledBy(this).unstarted(task);
        // It may never be started.
        made.decrementAndGet();
        return carrier;
    }

    @Override
    public void starts(ProcessThread thread) {
        made.incrementAndGet();
        if (!thread.isDaemon()) {
            lasting.incrementAndGet();
        }
    }

    @Override
    public void begins(ProcessThread thread) {
        running.known = thread;
    }

    @Override
    public void ends(ProcessThread thread) {
        if (!thread.isDaemon()) {
            lasting.decrementAndGet();
        }
    }

    @Override
    public void uncaught(ProcessThread thread, Throwable thrown) {
        if (!execution.isEnded()) {
            ThreadReports.uncaught(thread.getUncaughtExceptionHandler(), thread, thrown);
        }
    }

    @Override
    public int nextThread() {
        return names.getAndIncrement();
    }

    @Override
    public int nextPool() {
        return pools.incrementAndGet();
    }

    @Override
    public int nextForkJoinPool() {
        return forkJoinPools.incrementAndGet();
    }

    @Override
    public ForkJoinPool commonPool() {
        if (commonPool == null) {
            commonPool = ProcessPool.common();
        }
        return commonPool;
    }

    @Override
    public void addShutdownHook(Thread hook) {
        hooks.add(hook);
    }

    @Override
    public boolean removeShutdownHook(Thread hook) {
        return hooks.remove(hook);
    }

    /** The process is about to end. Does not return to whoever comes second. */
    void runHooks() {
        while (!hooks.run()) {
            await(NEVER);
        }
    }

    // ---- for the runtime

    boolean areSeveral() {
        return members.size() > 1 || platform.arrivalsExist();
    }

    private boolean isAnyReady() {
        takeArrived();
        return !ready.isEmpty();
    }

    Object currentFiber() {
        Member self = running;
        if (self.fiber == null) {
            self.fiber = platform.newFiber(self.thread);
            byFiber.put(self.fiber, self);
        }
        return self.fiber;
    }

    /** The present thread waits until {@link #endWait}, or this time has come. An interruption is seen afterwards. */
    void await(long deadline) {
        boolean isInterrupted = false;
        begin(deadline);
        while (running.waits) {
            LockSupport.park(this);
            requireLife();
            isInterrupted |= Thread.interrupted();
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void sleep(long nanoseconds) throws InterruptedException {
        if (nanoseconds == 0) {
            Thread.yield();
            requireLife();
        } else {
            long now = execution.nanoTime();
            begin(nanoseconds < NEVER - now ? now + nanoseconds : NEVER);
            while (running.waits && !Thread.currentThread().isInterrupted()) {
                LockSupport.park(this);
                requireLife();
            }
            running.waits = false;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("sleep interrupted");
        }
    }

    /** Others run until there is input. */
    void awaitInput() {
        while (areSeveral() && !platform.hasInput()) {
            await(execution.nanoTime() + LOOK_AGAIN_NS);
        }
    }

    private void begin(long deadline) {
        Member self = running;
        self.deadline = deadline;
        self.waits = true;
    }

    private void requireLife() {
        if (execution.isEnded()) {
            throw new ProcessEnded();
        }
    }

    void endWait(Object fiber) {
        Member member = byFiber.get(fiber);
        if (member != null) {
            endWait(member);
        }
    }

    private static void endWait(Member member) {
        if (member.waits) {
            member.waits = false;
            LockSupport.unpark(member.thread);
        }
    }

    /** Whether it waits for anything but its turn. */
    boolean isWaiting(Object fiber) {
        takeArrived();
        Member member = byFiber.get(fiber);
        return member == null || member != running && !member.ready;
    }

    /** As the runtime's {@code Scheduler.giveWay}. */
    long giveWay() {
        if (othersAreReady()) {
            Thread.yield();
            requireLife();
        }
        return othersAreReady() ? 0 : earliest();
    }

    private boolean othersAreReady() {
        wakeDue();
        if (!isAnyReady()) {
            platform.takeAll();
        }
        return isAnyReady();
    }

    private void wakeDue() {
        long now = 0;
        for (Member member : all()) {
            if (member.waits && member.deadline != NEVER) {
                now = now == 0 ? execution.nanoTime() : now;
                if (member.deadline <= now) {
                    endWait(member);
                }
            }
        }
    }

    /** When the process has to look again. */
    private long earliest() {
        long earliest = mayBeWokenFromOutside() ? execution.nanoTime() + LOOK_AGAIN_NS : NEVER;
        for (Member member : all()) {
            if (member.waits) {
                earliest = Math.min(earliest, member.deadline);
            }
        }
        return earliest;
    }

    /** Whether a thread of the JVM's that is no member may compute for the process. */
    private boolean hasHelpers() {
        return made.get() > joined || !ForkJoinPool.commonPool().isQuiescent();
    }

    /** Whether the JDK's time, a monitor that the JVM hands on, or a thread of the JVM that takes no turns here, may make somebody ready. */
    private boolean mayBeWokenFromOutside() {
        if (hasHelpers()) {
            return true;
        }
        for (Member member : members.values()) {
            if (!member.waits && member != running && !member.ready && mayBeWoken(member.thread.getState())) {
                return true;
            }
        }
        return false;
    }

    private boolean mayBeWoken(Thread.State state) {
        return switch (state) {
            case WAITING -> false;
            // Whoever has the monitor waits, too.
            case BLOCKED -> System.nanoTime() - lastTurn < HANDED_ON_NS;
            default -> true;
        };
    }
}
