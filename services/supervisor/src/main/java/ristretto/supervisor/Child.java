package ristretto.supervisor;

import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.sdk.Badge;
import ristretto.sdk.InterruptLine;
import ristretto.sdk.kernel.Untyped;
import ristretto.sdk.loader.ProcessPlan;
import ristretto.sdk.loader.SlotRange;
import ristretto.sdk.protocol.ProcessStatus;
import ristretto.sdk.system.Features;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.SystemTable;

/**
 * A process as the supervisor keeps it over all its lives: its memory, its fault endpoint, its interrupt lines, and
 * what has happened to it.
 *
 * <p>Either it is alive and {@link #life} is set; or it waits for {@link #rebirthNs}; or it has ended for good.
 */
final class Child {
    private final Resources resources;
    private final SystemTable table;
    private final RingFrames rings;
    private final Loans loans;
    private final int number;
    /** Of its versions: the first is the one that the system starts with. */
    private final ProcessPlan[] plans;

    private int version;
    private Swap swap;
    private long swaps;
    private final int tableSlots;
    private final Untyped memory;
    private final int faultEndpoint;
    private final InterruptLine[] interrupts;
    private final SlotRange lifeSlots;
    private final RestartRule rule;
    private final HeartbeatWatch watch;
    /** Null: it saves none. */
    private final StateFrame state;
    /** Null: it needs none. */
    private final DmaFrame dma;

    private boolean stateDropped;
    private long bornNs;
    private Life life;
    private long rebirthNs = Long.MAX_VALUE;
    private int births;
    private int endState = ProcessStatus.BACKING_OFF;

    /** Takes memory and slots for it, once for all its lives. */
    Child(Resources resources, SystemTable table, RingFrames rings, Loans loans, int number) {
        this.rings = rings;
        this.loans = loans;
        this.resources = resources;
        this.table = table;
        this.number = number;
        ProcessDescription description = table.processes().get(number);
        plans = new ProcessPlan[1 + description.versions().size()];
        for (int i = 0; i < plans.length; i++) {
            plans[i] = ProcessPlan.of(resources.archive, table, number, imageOf(description, i));
        }
        tableSlots = plans[0].tableSlots();
        memory = new Untyped(resources.slots.take());
        long bytes = description.memory().totalBytes();
        int slots = 0;
        for (ProcessPlan plan : plans) {
            bytes = Math.max(bytes, plan.bytes(tableSlots));
            slots = Math.max(slots, plan.slots());
        }
        resources.quota.retype(ObjectType.UNTYPED, bytes, resources.own, memory.slot(), 1);
        faultEndpoint = resources.slots.take();
        long badge = Badge.of(number, false, 0) | Badge.FAULT;
        resources.own.mint(faultEndpoint, resources.own, resources.endpoint, Rights.SEND, badge);
        interrupts = new InterruptLine[description.interrupts().size()];
        for (int i = 0; i < interrupts.length; i++) {
            interrupts[i] = resources.interrupts.line(
                    description.interrupts().get(i).number(), resources.own, resources.slots.take());
        }
        lifeSlots = resources.slots.part(slots);
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
    }

    /** @param success the new version stays */
    void endSwap(boolean success) {
        swaps += success ? 1 : 0;
        swap = null;
    }

    /** The new version's life begins in place of the old one's. */
    void replace(long nowNs) {
        if (state != null) {
            state.keep();
        }
        change(swap.target(), nowNs);
        swap.replaced(nowNs);
    }

    /** The old version gets its next life, with the state that it had. */
    void goBack(long nowNs) {
        if (state != null) {
            state.bringBack();
        }
        change(swap.before(), nowNs);
    }

    private void change(int to, long nowNs) {
        clear();
        tellPeers();
        version = to;
        live(nowNs);
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
        bornNs = nowNs;
        try {
            life = new Life(resources, table, rings, this);
        } catch (RuntimeException e) {
            clear();
            throw e;
        }
        rule.born(nowNs);
        watch.born(nowNs);
    }

    /**
     * Ends its life. Answers what {@link RestartRule#ended} says about the next one, which begins no sooner than this.
     */
    long end(long nowNs, boolean failure, long leastWaitNs) {
        clear();
        tellPeers();
        boolean failedQuickly =
                failure && nowNs - bornNs < description().lifeCycle().stableNs();
        stateDropped = state != null && state.ended(failedQuickly);
        long wait = rule.ended(nowNs, failure);
        if (wait >= 0) {
            wait = Math.max(wait, leastWaitNs);
            endState = ProcessStatus.BACKING_OFF;
            rebirthNs = nowNs + wait;
        } else {
            endState = wait == RestartRule.GIVEN_UP ? ProcessStatus.GIVEN_UP : ProcessStatus.ENDED;
        }
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
        swap = null;
        endState = newState;
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
