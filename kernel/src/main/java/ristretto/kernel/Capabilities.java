package ristretto.kernel;

import ristretto.magic.LoopBound;

/**
 * The end of capabilities: one, with its children handed to its parent, or all that derive from one. Both go step by
 * step, leave everything consistent after each step, and stop when an interrupt waits; the call then runs again and
 * goes on.
 */
final class Capabilities {
    private static final int STEPS = 1 << 20;

    /** Empties a slot that has no children, or does a part of the work that there is before. */
    static void clear(Kernel kernel, Slot slot) {
        if (slot.object instanceof Frame frame && !frame.unmapStep(kernel.spaces, slot)) {
            return;
        }
        drop(kernel, slot);
    }

    /** Empties a slot that has no children and no frame. The object's last capability sends it to the reaper. */
    static void drop(Kernel kernel, Slot slot) {
        KernelObject object = slot.object;
        slot.unlink();
        slot.empty();
        switch (slot.place) {
            case Slot.IN_TABLE -> {}
            case Slot.OF_THREAD_SPACE -> {
                Thread thread = Thread.holding(slot);
                kernel.core.suspend(thread);
                thread.use(null);
            }
            case Slot.OF_THREAD_TABLE -> {
                Thread thread = Thread.holding(slot);
                kernel.core.suspend(thread);
                thread.table = null;
                thread.callTable = null;
            }
            case Slot.OF_THREAD_FAULTS -> {}
            default -> kernel.lines[slot.place - Slot.OF_LINE].quiet();
        }
        object.capabilities--;
        if (object.capabilities == 0) {
            kernel.reaper.add(object);
        }
    }

    /** False: not done yet. An empty slot is done. */
    @LoopBound(value = STEPS, unseen = 1, reason = "then the call runs again")
    static boolean delete(Kernel kernel, Slot slot) {
        for (int i = 0; i < STEPS; i++) {
            if (slot.object == null) {
                return kernel.reaper.drain();
            }
            if (slot.firstChild != null) {
                slot.handOverFirstChild();
            } else {
                clear(kernel, slot);
            }
            if (Kernel.interruptPending()) {
                return false;
            }
        }
        return false;
    }

    /** False: not done yet. Whatever hangs below a child is hung directly below the slot before the child goes. */
    @LoopBound(value = STEPS, unseen = 1, reason = "then the call runs again")
    static boolean revoke(Kernel kernel, Slot slot) {
        for (int i = 0; i < STEPS; i++) {
            Slot child = slot.firstChild;
            if (child == null) {
                return kernel.reaper.drain();
            }
            if (child.firstChild != null) {
                child.handOverFirstChild();
            } else {
                clear(kernel, child);
            }
            if (Kernel.interruptPending()) {
                return false;
            }
        }
        return false;
    }

    private Capabilities() {}
}
