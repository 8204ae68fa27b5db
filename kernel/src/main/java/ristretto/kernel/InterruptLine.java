package ristretto.kernel;

import ristretto.abi.ObjectType;
import ristretto.kernel.riscv64.Plic;

/**
 * One interrupt of the machine. Its driver binds it to a notification and acknowledges each interrupt; until then the
 * line stays claimed and silent. Unbinding, by whatever way, completes a claimed interrupt, so that a crash cannot
 * leave it dead.
 */
public final class InterruptLine extends KernelObject {
    final int number;

    /** The notification, a capability of the line's own. */
    final Slot slot = new Slot();

    /** An interrupt was delivered and is not acknowledged yet. */
    boolean claimed;

    InterruptLine(int number) {
        this.number = number;
        type = ObjectType.INTERRUPT_LINE;
        slot.place = Slot.OF_LINE + number;
    }

    void arrive(Core core) {
        if (slot.object instanceof Notification notification) {
            claimed = true;
            notification.signal(core, slot.badge);
            return;
        }
        Plic.complete(number);
        Plic.disable(number);
    }

    void acknowledge() {
        if (claimed) {
            claimed = false;
            Plic.complete(number);
        }
    }

    void enable() {
        Plic.enable(number);
    }

    /** The line is silent from here on. Completing comes first: the controller ignores it for a disabled interrupt. */
    void quiet() {
        acknowledge();
        Plic.disable(number);
    }
}
