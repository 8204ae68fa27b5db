package ristretto.runtime;

import ristretto.magic.Assembly;
import ristretto.magic.Export;
import ristretto.magic.Memory;
import ristretto.magic.NoInline;

/**
 * Mark and sweep in small steps, paid for by whoever allocates. A cycle begins when a part of the free memory has been used, and each
 * further block of memory that is taken pays for a step, sized such that the cycle ends before memory does. In a fragmented heap a block
 * is many gaps, each of which pays for its bytes only: otherwise a few small objects would pay for as many long steps.
 * Sweeping is left to {@link Gaps}.
 *
 * <p>Between the steps the program goes on and changes what refers to what. All is marked that could be reached when the
 * cycle began ("snapshot at the beginning"): while {@link #marking} is set, compiled code tells {@link #overwrite} of what was there before it
 * stores a reference over another, so that no reference can vanish before it was looked at. Stacks and registers are scanned at the snapshot,
 * and never again; with the other kind of barrier, which looks at the new value, they would have to be scanned until nothing new is found. It
 * also means that a store into an object that was just made needs no barrier, because it overwrites null, and objects made during a cycle
 * are marked at once and never scanned.
 *
 * <p>A heap that is marked in about one step anyway is collected as a whole when it is full, which saves the barrier's work
 * and leaves no garbage over.
 */
final class Collector {
    private static final int IDLE = 0;
    private static final int CLEARING = 1;
    private static final int SNAPSHOT = 2;
    private static final int ROOTS = 3;
    private static final int TRACING = 4;
    private static final int REFERENCES = 5;

    private static final long SMALL_HEAP_BYTES = 128 << 10;
    /** A cycle does not begin before this much was allocated, even if there is little that lives. */
    private static final long LEAST_ALLOCATION = 8 << 20;
    /** What a taken byte pays for at most, in units of {@link Marker#budget}: 3 half units, shifted by this. */
    private static final int RATE_SHIFT = 5;

    private static final int BOUNDED_RATE_SHIFT = 3;
    /** What has to be taken between two steps, and for how much a step is paid at most. */
    private static final long LEAST_PAID = 256;

    private static final long MOST_PAID = Boundaries.BLOCK_BYTES;

    private static final long LEAST_WORK = 16 << 10;
    private static final long LEAST_STEP = 1 << 10;
    private static final long ROOT_BYTES = 2 << 10;
    private static final long UNLIMITED = Long.MAX_VALUE / 2;

    /** A snapshot was taken and is being marked: references must not be overwritten unseen. */
    static boolean marking;
    /** Bytes of the objects that the last collection marked. */
    static long liveBytes;

    static long cycles;

    /** Whether a collection that leaves little free may borrow; not one that is to give back. */
    static boolean mayGrow = true;

    private static int phase;
    private static int rateShift = RATE_SHIFT;
    /** How many bytes will be taken when the cycle should have ended. */
    private static long endAt;
    /** The next step is due when so much has been taken or passed over; what had been taken at the last one. */
    private static long due;

    private static long paid;
    /** Units spent in this cycle, or in the last, and how many this one is expected to take. */
    private static long spent;

    private static long expected;
    /** Bytes that were taken, but not used, before the snapshot. */
    private static long takenBefore;
    /** How far the map of marks is zero, or the image's data are scanned. */
    private static long position;

    private static long rootsEnd;

    static void initialize() {
        liveBytes = 0;
        spent = 0;
        marking = false;
        phase = IDLE;
        Heap.taken = 0;
        plan();
    }

    /** From now on no step takes much more than a tenth of what it may otherwise. */
    static void boundSteps() {
        rateShift = BOUNDED_RATE_SHIFT;
    }

    static boolean isIdle() {
        return phase == IDLE;
    }

    /** When the next cycle begins: once half of what is free, or as much as lives, has been allocated. */
    static void plan() {
        paid = 0;
        long total = Heap.totalBytes();
        long free = total - liveBytes;
        if (total <= SMALL_HEAP_BYTES) {
            due = Long.MAX_VALUE;
            return;
        }
        long wanted = liveBytes > LEAST_ALLOCATION ? liveBytes : LEAST_ALLOCATION;
        long beginAt = wanted < free / 2 ? wanted : free / 2;
        endAt = beginAt + beginAt / 2;
        // The longest steps have to be enough even if half of the memory is passed over, in gaps that are too short,
        // and
        // pays for nothing.
        long needed = spent + spent / 2 >> rateShift;
        if (endAt - beginAt < needed) {
            beginAt = endAt < needed ? 0 : endAt - needed;
        }
        due = beginAt;
    }

    /** Called whenever memory is about to be taken: does the work that goes with what was taken since. */
    static void keepPace() {
        long taken = Heap.taken + Gaps.passedOver;
        if (taken >= due) {
            pay(taken);
        }
    }

    @NoInline
    private static void pay(long taken) {
        if (phase == IDLE) {
            begin();
        }
        long allocated = Heap.taken - paid;
        paid = Heap.taken;
        due = taken + LEAST_PAID;
        long stepLimit = 3 * (allocated < MOST_PAID ? allocated : MOST_PAID) << rateShift >> 1;
        long work = expected - spent;
        if (work < expected / 8 + LEAST_WORK) {
            work = expected / 8 + LEAST_WORK;
        }
        long left = endAt - taken;
        long share = LEAST_STEP + allocated;
        // Doubled instead of divided, because a division would be checked, and nothing may throw here.
        for (long covered = left; covered < work && share < stepLimit; covered += covered) {
            share += share;
            if (covered <= 0) {
                share = stepLimit;
            }
        }
        step(share < stepLimit ? share : stepLimit);
    }

    /** Nothing is free that is large enough, as far as is known: finishes the cycle, and collects again if need be. 0: all in vain. */
    @NoInline
    static long makeRoom(long bytes) {
        if (phase != IDLE) {
            complete();
            long object = Gaps.place(bytes);
            if (object != 0) {
                return object;
            }
        }
        collect(false);
        long object = Gaps.place(bytes);
        if (object == 0 && Heap.grow(bytes)) {
            object = Gaps.place(bytes);
        }
        if (object == 0 && References.softKept) {
            collect(true);
            object = Gaps.place(bytes);
        }
        if (object == 0) {
            // What was borrowed for it in vain.
            Gaps.close();
            Parts.giveBack();
            plan();
        }
        return object;
    }

    /** Collects all that is garbage now. */
    static void collect(boolean clearSoft) {
        if (phase != IDLE) {
            complete();
        }
        Gaps.forget();
        begin();
        References.clearSoft = clearSoft;
        complete();
        References.clearSoft = false;
    }

    /** For stress tests: another cycle begins when one has ended, and then the answer is true. */
    static boolean stepOfEndlessCycle(long units) {
        if (phase == IDLE) {
            begin();
        }
        step(units);
        return phase == IDLE;
    }

    private static void complete() {
        while (phase != IDLE) {
            step(UNLIMITED);
        }
    }

    static void begin() {
        phase = CLEARING;
        position = Heap.marks;
        expected = spent + Heap.taken / 2;
        spent = 0;
    }

    /** Does at most about this much, and answers the phase. */
    private static void step(long units) {
        if (phase == SNAPSHOT) {
            saveRegistersAndCollect();
            return;
        }
        advance(units);
    }

    /** A step of any phase but the snapshot; true: the snapshot has to be taken now. */
    static boolean advance(long units) {
        Marker.budget = units;
        if (phase == CLEARING) {
            clearMarks();
        } else if (phase == ROOTS) {
            scanRoots();
        } else if (phase == TRACING) {
            if (Marker.trace()) {
                phase = REFERENCES;
            }
        } else if (phase == REFERENCES && References.clear()) {
            finish();
        }
        spent += units - Marker.budget;
        return phase == SNAPSHOT;
    }

    private static void clearMarks() {
        long end = Heap.marks + (Heap.fresh - Heap.base + 511 >> 9 << 3);
        long bytes = end - position;
        if (bytes >> 3 > Marker.budget) {
            bytes = Marker.budget << 3;
        }
        Memory.zero(position, bytes);
        Marker.budget -= bytes >> 3;
        position += bytes;
        if (position >= end) {
            phase = SNAPSHOT;
        }
    }

    /** Pushes the registers that callees preserve, and calls {@link #collectFrom} with the stack pointer. */
    @Assembly("save_registers_and_collect")
    private static native void saveRegistersAndCollect();

    @Export("collect_from")
    static void collectFrom(long stackPointer) {
        beginSnapshot(Memory.symbol("image_data_start"), Memory.symbol("image_data_end"));
        markRange(stackPointer, FiberRoots.runningStackHigh());
        FiberRoots.mark();
    }

    /** From here on all that can be reached now will be marked. The words of this range may be scanned later, because stores to them tell. */
    static void beginSnapshot(long rootsLow, long rootsHigh) {
        Marker.reset();
        References.reset();
        marking = true;
        phase = ROOTS;
        position = rootsLow + 7 & -8;
        rootsEnd = rootsHigh;
        takenBefore = Heap.taken - (Heap.limit - Heap.cursor);
        Bits.set(Heap.marks, Heap.cursor, Heap.limit);
    }

    /** Marks what the words of a stack may refer to. Only at the snapshot. */
    static void markRange(long low, long high) {
        Marker.markRange(low, high);
    }

    private static void scanRoots() {
        while (position < rootsEnd && Marker.budget > 0) {
            long to = position + ROOT_BYTES;
            if (to > rootsEnd) {
                to = rootsEnd;
            }
            Marker.markRange(position, to);
            position = to;
        }
        if (position >= rootsEnd) {
            phase = TRACING;
        }
    }

    /** A reference is about to be stored over this one, which may be the last one to some object of the snapshot. */
    @NoInline
    @Export("reference_overwritten")
    static void overwrite(long reference) {
        Marker.markReference(reference);
    }

    /** As {@link #overwrite}, for all references between two addresses. */
    @NoInline
    static void overwriteAll(long from, long to) {
        for (long address = from; address < to; address += 8) {
            Marker.markReference(Memory.loadLong(address));
        }
    }

    /** All is marked: the maps change their roles. */
    private static void finish() {
        long made = Heap.taken - takenBefore - (Heap.limit - Heap.cursor);
        Gaps.close();
        marking = false;
        long marks = Heap.marks;
        Heap.marks = Heap.occupied;
        Heap.occupied = marks;
        liveBytes = Marker.markedBytes + made;
        phase = IDLE;
        cycles++;
        Heap.taken = 0;
        Gaps.restart();
        plan();
        long total = Heap.totalBytes();
        if (mayGrow && liveBytes > total - total / 4 && total < Heap.mostBytes()) {
            Parts.borrowAhead(total / 4);
            plan();
        }
    }

    private Collector() {}
}
