package ristretto.sdk;

import ristretto.abi.Operation;

/**
 * An interrupt of a device. It arrives as a signal, see {@link Handler#signalled}, and stays quiet until it is
 * acknowledged.
 */
public final class InterruptLine extends Capability {

    public InterruptLine(int slot) {
        super(slot);
    }

    /** The line that the system description gives to this process under this name. */
    public static InterruptLine named(String name) {
        return new InterruptLine((int) Startup.grant(Startup.INTERRUPT, name));
    }

    /** Lets the device interrupt again. */
    public void acknowledge() {
        invoke("interrupt acknowledge", Operation.INTERRUPT_ACKNOWLEDGE);
    }

    /** From now on the interrupt sets the bits of this notification's badge. */
    public void bind(int notificationSlot) {
        invoke("interrupt bind", Operation.INTERRUPT_BIND, notificationSlot);
    }
}
