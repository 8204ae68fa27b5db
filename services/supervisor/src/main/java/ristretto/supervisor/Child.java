package ristretto.supervisor;

import ristretto.abi.ObjectType;
import ristretto.abi.ThreadState;
import ristretto.sdk.Badge;
import ristretto.sdk.InterruptLine;
import ristretto.sdk.kernel.CapabilityView;
import ristretto.sdk.kernel.ThreadControl;
import ristretto.sdk.kernel.Untyped;
import ristretto.sdk.loader.ProcessBuilder;
import ristretto.sdk.loader.ProcessPlan;
import ristretto.sdk.loader.SlotRange;
import ristretto.sdk.protocol.ProcessStatus;
import ristretto.sdk.system.Features;
import ristretto.sdk.system.HeartbeatWatch;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.SystemTable;

/**
 * A process as the supervisor keeps it over all its lives: its memory, its fault endpoint, its interrupt lines, and
 * what has happened to it.
 *
 * <p>Either it is alive and {@link #life} is set; or it waits for {@link #rebirthNs}; or it has ended for good.
 */
final class Child {
    /** What the kernel needs for the descriptor of its memory, at most. */
    private static final long DESCRIPTOR_BYTES = 128;

    /** Restarts are never further ahead of their share of the processor's time than that. */
    private static final long LONGEST_DEBT_NS = RestartRule.AHEAD_NS + 1_000_000_000;

    private final Resources resources;
    private final SystemTable table;
    private final ChannelFrames rings;
    private final Loans loans;
    private final int number;
    /** Of its versions: the first is the one that the system starts with. */
    private final ProcessPlan[] plans;

    private int version;
    private Swap swap;
    private long swaps;
    private final int tableSlots;
    private final Untyped memory;
    private final long memoryBytes;
    /** Of a spare. */
    private boolean added;

    private final int faultEndpoint;
    private final InterruptLine[] interrupts;
    private final SlotRange lifeSlots;
    private final RestartRule rule;
    private final HeartbeatWatch watch;
    /** Null: it saves none. */
    private final StateFrame state;
    /** Null: it needs none. */
    private final DmaFrame dma;

    private boolean wasBuilt;
    private boolean stateDropped;
    private Life life;
    private long rebirthNs = Long.MAX_VALUE;
    private int births;
    private int endState = ProcessStatus.BACKING_OFF;

    /** Takes memory and slots for it, once for all its lives. */
    Child(Resources resources, SystemTable table, ChannelFrames rings, Loans loans, int number) {
        this.rings = rings;
        this.loans = loans;
        this.resources = resources;
        this.table = table;
        this.number = number;
        ProcessDescription description = table.processes().get(number);
        plans = ProcessPlan.ofAllVersions(resources.archive, table, number);
        tableSlots = plans[0].tableSlots();
        memory = new Untyped(resources.slots.take());
        long bytes = description.memory().totalBytes();
        for (ProcessPlan plan : plans) {
            bytes = Math.max(bytes, plan.bytes(tableSlots));
        }
        memoryBytes = bytes;
        if (isSpare()) {
            endState = ProcessStatus.STOPPED;
        } else {
            takeMemory();
        }
        faultEndpoint = resources.slots.take();
        long badge = Badge.of(number, false, 0) | Badge.FAULT;
        resources.mint(faultEndpoint, resources.endpoint, badge);
        interrupts = new InterruptLine[description.interrupts().size()];
        for (int i = 0; i < interrupts.length; i++) {
            int slot = resources.slots.take();
            interrupts[i] = resources.isFree(slot)
                    ? resources.interrupts.line(description.interrupts().get(i).number(), resources.own, slot)
                    : new InterruptLine(slot);
        }
        lifeSlots = resources.slots.part(ProcessPlan.mostSlots(plans));
        rule = new RestartRule(description.lifeCycle());
        watch = new HeartbeatWatch(description.lifeCycle().heartbeatNs());
        long stateBytes = description.memory().stateBytes();
        state = !Features.savedStates() || stateBytes == 0
                ? null
                : new StateFrame(resources, stateBytes, plans.length > 1);
        long dmaBytes = description.memory().dmaBytes();
        dma = !Features.deviceMemory() || dmaBytes == 0 ? null : new DmaFrame(resources, dmaBytes);
    }

    int number() {
        return number;
    }

    boolean isSpare() {
        return Features.spares() && plans[0].process().lifeCycle().spare();
    }

    /** Whether it belongs to what runs, now or at its next start. */
    boolean isAdded() {
        return !isSpare() || added || life != null;
    }

    /** How much more memory it takes than it has: that of a spare is its own from the first time on. */
    long missingBytes() {
        return hasMemory() ? 0 : memoryBytes + DESCRIPTOR_BYTES;
    }

    /** Of a spare: from now on it may be started. */
    void add() {
        if (!hasMemory()) {
            takeMemory();
        }
        added = true;
    }

    void remove() {
        added = false;
        stop();
    }

    private boolean hasMemory() {
        return !isSpare() || resources.own.inspect(memory.slot()) != null;
    }

    private void takeMemory() {
        resources.make(ObjectType.UNTYPED, memoryBytes, memory.slot());
    }

    /** All that it has of the quota, but for what it has borrowed. */
    long memoryBytes() {
        return hasMemory() ? memory.bytes() : 0;
    }

    long freeBytes() {
        return hasMemory() ? memory.freeBytes() : 0;
    }

    ProcessDescription description() {
        return plans[version].process();
    }

    ProcessPlan plan() {
        return plans[version];
    }

    private static String imageOf(ProcessDescription description, int version) {
        return version == 0 ? description.image() : description.versions().get(version - 1);
    }

    /** Entry of the boot archive with this version. */
    String imageOf(int aVersion) {
        return imageOf(description(), aVersion);
    }

    /** Number of the version that this entry of the boot archive holds; -1: the description gives it no such one. */
    int versionOf(String image) {
        for (int i = 0; i < plans.length; i++) {
            if (imageOf(i).equals(image)) {
                return i;
            }
        }
        return -1;
    }

    /** The replacement that is under way; null: none. */
    Swap swap() {
        return swap;
    }

    /** How many replacements have come about. */
    long swaps() {
        return swaps;
    }

    void beginSwap(int target, long nowNs) {
        swap = new Swap(target, version, nowNs);
        save();
    }

    /** @param success the new version stays */
    void endSwap(boolean success) {
        swaps += success ? 1 : 0;
        swap = null;
        save();
    }

    /** The new version's life begins in place of the old one's. */
    void replace(long nowNs) {
        if (state != null) {
            state.keep();
        }
        version = swap.target();
        swap.replaced(nowNs);
        clear();
        tellPeers();
        live(nowNs);
    }

    /** The old version gets its next life, with the state that it had. Whatever fails, there is no swap any more to go back from. */
    void goBack(long nowNs) {
        try {
            dropNewVersion();
            clear();
            tellPeers();
        } finally {
            swap = null;
        }
        live(nowNs);
    }

    /** The new version, which has not proved itself, is the process's no more, and what it has made of the state is forgotten. */
    private void dropNewVersion() {
        version = swap.before();
        if (state != null) {
            state.bringBack();
        }
    }

    int tableSlots() {
        return tableSlots;
    }

    Untyped memory() {
        return memory;
    }

    int faultEndpoint() {
        return faultEndpoint;
    }

    InterruptLine interruptLine(int index) {
        return interrupts[index];
    }

    SlotRange lifeSlots() {
        return lifeSlots;
    }

    /** Null: it saves none. */
    StateFrame state() {
        return state;
    }

    /** Null: it needs none. */
    DmaFrame dma() {
        return dma;
    }

    /** At the end of its last life its saved state was dropped. */
    boolean stateDropped() {
        return stateDropped;
    }

    /** Null: it has none at the moment. */
    Life life() {
        return life;
    }

    HeartbeatWatch watch() {
        return watch;
    }

    int restarts() {
        return Math.max(0, births - 1);
    }

    /** Where it has no life: one of {@link ProcessStatus}'s states. */
    int endState() {
        return endState;
    }

    /** When it wants attention next: for its next life, or its heartbeat. */
    long nextNs() {
        if (life == null) {
            return rebirthNs;
        }
        return swap == null ? watch.nextNs() : Math.min(swap.nextNs(), watch.nextNs());
    }

    void begin(long nowNs) {
        rebirthNs = Long.MAX_VALUE;
        births++;
        live(nowNs);
    }

    private void live(long nowNs) {
        rule.born(nowNs);
        save();
        try {
            life = new Life(resources, table, rings, this, false);
        } catch (RuntimeException e) {
            clear();
            throw e;
        }
        watch.born(nowNs);
        save();
    }

    /** Writes down, for a supervisor that comes after this one, what the kernel's objects do not tell. */
    private void save() {
        if (!Features.supervisorRestarts() || resources.journal == null) {
            return;
        }
        boolean isBuilding = rebirthNs == Long.MAX_VALUE && endState == ProcessStatus.BACKING_OFF;
        int without = !isAdded() ? ProcessStatus.SPARE : isBuilding ? ChildRecord.BUILDING : endState;
        ChildRecord record = new ChildRecord(
                births,
                swaps,
                version,
                swap == null ? -1 : swap.target(),
                swap == null ? 0 : swap.before(),
                swap != null && swap.isReplaced(),
                life != null ? ChildRecord.ALIVE : without,
                state == null ? 0 : state.failures(),
                rebirthNs,
                rule.bornNs(),
                rule.saved(),
                rule.paidUntilNs());
        record.write(resources.journal, number);
    }

    /**
     * Takes over what an earlier supervisor has left. What it wrote down may be anything, if that supervisor went wrong before it ended: nothing is believed that cannot be, and the worst
     * that comes of what is wrong is that a process is given another life.
     *
     * @return whether it needs no attention: it lives, or waits, or has ended for good
     */
    boolean adopt(long nowNs) {
        ChildRecord record = ChildRecord.read(resources.journal, number);
        births = record.births();
        swaps = record.swaps();
        version = record.version() < plans.length ? record.version() : 0;
        if (record.target() >= 0 && record.target() < plans.length && record.before() < plans.length) {
            swap = new Swap(record.target(), record.before(), nowNs);
            if (record.isReplaced()) {
                swap.replaced(nowNs);
            }
        }
        if (state != null) {
            state.restore(record.failures());
        }
        int saved = record.state();
        added = isSpare() && hasMemory() && saved != ProcessStatus.SPARE;
        if (isSpare() && !added) {
            return true;
        }
        rule.restore(
                record.rule(),
                Math.min(record.bornNs(), nowNs),
                Math.min(record.paidUntilNs(), nowNs + LONGEST_DEBT_NS));
        if (runs()) {
            life = new Life(resources, table, rings, this, true);
            watch.born(nowNs);
            return true;
        }
        clear();
        wasBuilt = saved == ChildRecord.ALIVE && births > 0;
        // What was being built counts when it is begun once more.
        births -= saved == ChildRecord.BUILDING && births > 0 ? 1 : 0;
        if (saved == ProcessStatus.BACKING_OFF && record.rebirthNs() != Long.MAX_VALUE) {
            rebirthNs = Math.clamp(
                    record.rebirthNs(),
                    nowNs,
                    nowNs + LONGEST_DEBT_NS + description().lifeCycle().backOffLimitNs());
            return true;
        }
        boolean isOver =
                saved == ProcessStatus.ENDED || saved == ProcessStatus.GIVEN_UP || saved == ProcessStatus.STOPPED;
        endState = isOver ? saved : ProcessStatus.BACKING_OFF;
        return isOver;
    }

    /** Whether it lived when the last supervisor ended, or before, and does no more: the end is not told yet. */
    boolean hasEndedUnseen() {
        return wasBuilt;
    }

    /** Whether there is a thread that was started, and that no supervisor has stopped since. */
    private boolean runs() {
        int slot = ProcessBuilder.threadSlot(lifeSlots);
        CapabilityView thread = resources.own.inspect(slot);
        return thread != null && new ThreadControl(slot).inspect().state() != ThreadState.SUSPENDED;
    }

    /**
     * Ends its life. Answers what {@link RestartRule#ended} says about the next one, which begins no sooner than this.
     */
    long end(long nowNs, boolean failure, long leastWaitNs) {
        clear();
        tellPeers();
        stateDropped = state != null && state.ended(failure && !rule.isStable(nowNs));
        long wait = rule.ended(nowNs, failure);
        if (wait >= 0) {
            wait = Math.max(wait, leastWaitNs);
            endState = ProcessStatus.BACKING_OFF;
            rebirthNs = nowNs + wait;
        } else {
            endState = wait == RestartRule.GIVEN_UP ? ProcessStatus.GIVEN_UP : ProcessStatus.ENDED;
        }
        save();
        return wait;
    }

    /** Ends its life until {@link #start}. */
    void stop() {
        end(ProcessStatus.STOPPED);
    }

    /** Ends its life, if it has one, and all that was to come of it. */
    void end(int newState) {
        if (life != null) {
            clear();
            tellPeers();
        }
        rebirthNs = Long.MAX_VALUE;
        if (Features.versions() && swap != null && swap.isReplaced()) {
            dropNewVersion();
        }
        swap = null;
        endState = newState;
        save();
    }

    /** It gets a life at that time, without what the earlier ones have saved. */
    void startAfresh(long atNs) {
        if (state != null) {
            state.drop();
        }
        start(atNs);
    }

    /** It gets a life at the next opportunity. */
    void start(long nowNs) {
        rule.forget();
        endState = ProcessStatus.BACKING_OFF;
        rebirthNs = nowNs;
        save();
    }

    private void tellPeers() {
        if (Features.channels()) {
            rings.ended(number);
        }
    }

    RestartRule rule() {
        return rule;
    }

    private void clear() {
        life = null;
        resources.own.revoke(memory.slot());
        if (Features.loans()) {
            loans.ended(this);
        }
        if (Features.channels()) {
            rings.disconnect(number);
        }
        lifeSlots.reset();
    }
}
