package ristretto.kernel;

import ristretto.abi.ObjectType;
import ristretto.magic.LoopBound;
import ristretto.magic.Memory;
import ristretto.magic.riscv64.Machine;

/**
 * Destroys objects that no capability names any more, one small step at a time. Destroying one may doom others (a
 * table's slots, a thread's space): they come onto the same list, so nothing recurses. A doomed thread stops at once;
 * all others on the list are out of everybody's reach, and every invocation but
 * {@link ristretto.abi.Operation#INTERRUPT_ACKNOWLEDGE} first waits for the list to become empty.
 */
public final class Reaper {
    private static final int STEPS = 1 << 20;

    private final Kernel kernel;
    KernelObject dying;

    Reaper(Kernel kernel) {
        this.kernel = kernel;
    }

    boolean isIdle() {
        return dying == null;
    }

    void add(KernelObject object) {
        if (object instanceof Thread thread) {
            kernel.core.suspend(thread);
            if (kernel.core.current == thread) {
                kernel.core.current = null;
            }
            if (kernel.core.floatOwner == thread.registers) {
                kernel.core.floatOwner = null;
            }
        }
        push(object);
    }

    private void push(KernelObject object) {
        if (!object.doomed) {
            object.doomed = true;
            object.nextDying = dying;
            dying = object;
        }
    }

    /** Empties the list; false: an interrupt came before it was. */
    @LoopBound(value = STEPS, unseen = 1, reason = "then the call runs again")
    public boolean drain() {
        for (int i = 0; i < STEPS; i++) {
            if (dying == null) {
                return true;
            }
            step();
            if (Kernel.interruptPending()) {
                return dying == null;
            }
        }
        return false;
    }

    private void step() {
        KernelObject object = dying;
        dying = object.nextDying;
        object.nextDying = null;
        object.doomed = false;
        switch (object.type) {
            case ObjectType.UNTYPED -> {
                if (((Untyped) object).living == 0) {
                    finish(object);
                }
            }
            case ObjectType.CAP_TABLE -> clearNext((CapTable) object);
            case ObjectType.ADDRESS_SPACE -> {
                AddressSpace space = (AddressSpace) object;
                if (Machine.readSatp() == space.control) {
                    kernel.core.useSpace(kernel.control);
                }
                kernel.spaces.remove(space);
                finish(object);
            }
            case ObjectType.PAGE_TABLE -> {
                ((PageTable) object).unmap(kernel.spaces);
                finish(object);
            }
            case ObjectType.FRAME -> {
                ((Frame) object).destroy();
                finish(object);
            }
            case ObjectType.THREAD -> endThread((Thread) object);
            case ObjectType.SCHEDULING_CONTEXT -> {
                Lending.forget((SchedulingContext) object);
                Threads.unbindContext(kernel.core, (SchedulingContext) object);
                kernel.core.timers.remove((SchedulingContext) object);
                finish(object);
            }
            case ObjectType.ENDPOINT -> {
                if (((Endpoint) object).destroyStep(kernel.core)) {
                    push(object);
                } else {
                    finish(object);
                }
            }
            case ObjectType.NOTIFICATION -> {
                if (((Notification) object).destroyStep(kernel.core)) {
                    push(object);
                } else {
                    finish(object);
                }
            }
            case ObjectType.REPLY -> {
                ((Reply) object).destroy(kernel.core);
                finish(object);
            }
            case ObjectType.INTERRUPT_LINE -> {
                InterruptLine line = (InterruptLine) object;
                if (line.slot.object != null) {
                    Capabilities.drop(kernel, line.slot);
                } else {
                    line.quiet();
                }
            }
            default -> {}
        }
    }

    private void clearNext(CapTable table) {
        if (table.cleared == table.size) {
            finish(table);
            return;
        }
        Slot slot = table.slot(table.cleared);
        push(table);
        if (slot.object == null) {
            table.cleared++;
        } else if (slot.firstChild != null) {
            slot.handOverFirstChild();
        } else {
            Capabilities.clear(kernel, slot);
        }
    }

    private void endThread(Thread thread) {
        if (thread.bound != null) {
            thread.bound.unbind();
        }
        if (thread.context != null) {
            Threads.unbindContext(kernel.core, thread.context);
        }
        if (thread.messageFrame != null) {
            thread.messageFrame.destroy();
        }
        Slot slot = thread.spaceSlot.object != null ? thread.spaceSlot : thread.tableSlot;
        slot = slot.object != null ? slot : thread.faultSlot;
        if (slot.object == null) {
            finish(thread);
            return;
        }
        push(thread);
        Capabilities.drop(kernel, slot);
    }

    /** The object's memory goes back to its Untyped, which may have waited for just that. */
    private void finish(KernelObject object) {
        Untyped home = object.home;
        if (object instanceof CapTable table) {
            table.release();
        } else if (object instanceof Thread thread) {
            thread.release();
        } else {
            Memory.destroy(object);
        }
        if (home != null) {
            home.objectDied();
            if (home.living == 0 && home.capabilities == 0) {
                push(home);
            }
        }
    }
}
