package ristretto.kernel;

import ristretto.magic.LoopBound;

/**
 * The end of capabilities: one, with its children handed to its parent, or all that derive from one. Both go step by
 * step, leave everything consistent after each step, and stop when an interrupt waits; the call then runs again and
 * goes on.
 */
final class Capabilities {
    /** Steps between two looks for an interrupt; one step may unmap a large frame. */
    static final int STEPS_UNSEEN = 4;

    private static final int STEPS = 1 << 20;

    /** Empties a slot that has no children. The object's last capability sends it to the reaper. */
    static void clear(Kernel kernel, Slot slot) {
        KernelObject object = slot.object;
        if (object instanceof Frame frame) {
            frame.unmap(kernel.spaces, slot);
        }
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
    @LoopBound(value = STEPS, reason = "then the call runs again")
    static boolean delete(Kernel kernel, Slot slot) {
        for (int i = 1; i <= STEPS; i++) {
            if (slot.object == null) {
                return kernel.reaper.drain();
            }
            if (slot.firstChild != null) {
                slot.handOverFirstChild();
            } else {
                clear(kernel, slot);
            }
            if (i % STEPS_UNSEEN == 0 && Kernel.interruptPending()) {
                return false;
            }
        }
        return false;
    }

    /** False: not done yet. Whatever hangs below a child is hung directly below the slot before the child goes. */
    @LoopBound(value = STEPS, reason = "then the call runs again")
    static boolean revoke(Kernel kernel, Slot slot) {
        for (int i = 1; i <= STEPS; i++) {
            Slot child = slot.firstChild;
            if (child == null) {
                return kernel.reaper.drain();
            }
            if (child.firstChild != null) {
                child.handOverFirstChild();
            } else {
                clear(kernel, child);
            }
            if (i % STEPS_UNSEEN == 0 && Kernel.interruptPending()) {
                return false;
            }
        }
        return false;
    }

    private Capabilities() {}
}
