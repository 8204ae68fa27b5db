package ristretto.kernel;

import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.magic.LoopBound;
import ristretto.magic.Memory;

/**
 * All slots and objects that can be reached, each once: from a first table and the interrupt lines through tables,
 * threads and the tree of derivation. Sets are hash tables with linear probing, whose entries carry the number of the
 * census that made them, so that nothing has to be cleared in between.
 */
final class Census {
    /** How many slots, and how many objects, there is room for. */
    static final int MOST = 8192;

    private static final int PLACES = 4 * MOST;
    private static final int SHIFT = 64 - 15;
    private static final long ADDRESS = (1L << 40) - 1;
    private static final long LAST_NUMBER = (1L << 24) - 1;

    private static final byte[] TOO_MANY = Text.of("more capabilities than the debug build has room to check, at most");
    private static final byte[] LINKED_WHILE_EMPTY = Text.of("an empty slot has links, a badge or a key");
    private static final byte[] WRONG_KEY = Text.of("a slot's key is not that of its object and rights");

    final Slot[] slots = new Slot[MOST];
    final KernelObject[] objects = new KernelObject[MOST];
    /** How many slots name the object of the same index. */
    final int[] named = new int[MOST];

    private final long[] slotSet = new long[PLACES];
    private final long[] objectSet = new long[PLACES];
    private final int[] objectIndex = new int[PLACES];
    private final Finding finding;
    private long number;
    private boolean destroying;
    int slotCount;
    int objectCount;

    /** Differs, very probably, where the set of objects differs. */
    long fingerprint;

    Census(Finding finding) {
        this.finding = finding;
    }

    void take(Kernel kernel, CapTable first) {
        destroying = !kernel.reaper.isIdle();
        begin();
        visit(first);
        lines(kernel);
        follow();
    }

    @LoopBound(value = PLACES, reason = "entries of the sets")
    private void begin() {
        slotCount = 0;
        objectCount = 0;
        fingerprint = 0;
        number++;
        if (number == LAST_NUMBER) {
            number = 1;
            for (int i = 0; i < PLACES; i++) {
                slotSet[i] = 0;
                objectSet[i] = 0;
            }
        }
    }

    @LoopBound(value = 1024, reason = "interrupt lines")
    private void lines(Kernel kernel) {
        for (int i = 0; i < kernel.lines.length; i++) {
            add(kernel.lines[i].slot);
        }
    }

    /** The list of objects is the list of what is still to be looked into, too. */
    @LoopBound(value = MOST, reason = "objects")
    private void follow() {
        int nextSlot = 0;
        for (int i = 0; i < objectCount; i++) {
            KernelObject object = objects[i];
            if (object.type == ObjectType.CAP_TABLE) {
                table((CapTable) object);
            } else if (object.type == ObjectType.THREAD) {
                Thread thread = (Thread) object;
                add(thread.spaceSlot);
                add(thread.tableSlot);
                add(thread.faultSlot);
            }
            if (i + 1 == objectCount) {
                nextSlot = children(nextSlot);
            }
        }
    }

    @LoopBound(value = CapTable.MAXIMUM_SLOTS, reason = "slots of a table")
    private void table(CapTable table) {
        for (int i = 0; i < table.size; i++) {
            add(table.slot(i));
        }
    }

    /** A table that only holds itself is found from the capabilities that it derives from. */
    @LoopBound(value = MOST, reason = "slots, and children of one")
    private int children(int from) {
        int i = from;
        for (int turn = 0; turn < MOST && i < slotCount; turn++) {
            Slot child = slots[i].firstChild;
            for (int n = 0; n < MOST && child != null; n++) {
                add(child);
                child = child.nextSibling;
            }
            i++;
        }
        return i;
    }

    private void add(Slot slot) {
        if (slot.object == null) {
            boolean empty = slot.parent == null
                    && slot.firstChild == null
                    && slot.nextSibling == null
                    && slot.previousSibling == null
                    && slot.badge == 0
                    && slot.key == 0;
            finding.must(empty, LINKED_WHILE_EMPTY, slot);
            return;
        }
        if (!insert(slot)) {
            return;
        }
        boolean right = slot.key == Slot.key(slot.object.type, slot.rights() & Rights.ALL);
        finding.must(right, WRONG_KEY, slot);
        named[visit(slot.object)]++;
    }

    private boolean insert(Slot slot) {
        long entry = entryOf(Memory.addressOf(slot));
        int place = place(slotSet, entry);
        if (slotSet[place] == entry) {
            return false;
        }
        if (slotCount == MOST - 1) {
            finding.must(false, TOO_MANY, slot);
            return false;
        }
        slotSet[place] = entry;
        slots[slotCount++] = slot;
        return true;
    }

    /** Index of the object, which is new or was there. */
    private int visit(KernelObject object) {
        long entry = entryOf(Memory.addressOf(object));
        int place = place(objectSet, entry);
        if (objectSet[place] == entry) {
            return objectIndex[place];
        }
        if (objectCount == MOST - 1) {
            finding.must(false, TOO_MANY, object);
            return MOST - 1;
        }
        objectSet[place] = entry;
        objectIndex[place] = objectCount;
        objects[objectCount] = object;
        named[objectCount] = 0;
        fingerprint += mix(entry & ADDRESS) ^ object.type;
        return objectCount++;
    }

    /** Whether this slot holds something and was found, or something is being destroyed and it may be part of that. */
    boolean knows(Slot slot) {
        long entry = entryOf(Memory.addressOf(slot));
        return destroying || slotSet[place(slotSet, entry)] == entry;
    }

    /** As the other one. */
    boolean knows(KernelObject object) {
        long entry = entryOf(Memory.addressOf(object));
        return destroying || objectSet[place(objectSet, entry)] == entry;
    }

    private long entryOf(long address) {
        return number << 40 | address & ADDRESS;
    }

    /** Where the entry stands, or is to stand. */
    @LoopBound(value = PLACES, reason = "entries of a set, of which at most a quarter are in use")
    private int place(long[] set, long entry) {
        int place = (int) (mix(entry & ADDRESS) >>> SHIFT);
        for (int i = 0; i < PLACES; i++) {
            if (set[place] == entry || set[place] >>> 40 != number) {
                return place;
            }
            place = place + 1 & PLACES - 1;
        }
        return place;
    }

    private static long mix(long address) {
        return (address >>> 3) * 0x9e37_79b9_7f4a_7c15L;
    }
}
