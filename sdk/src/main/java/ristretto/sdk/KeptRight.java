package ristretto.sdk;

/** A service or a buffer of a client's that lies in a slot of this process's until the call has ended for which it came; unless the method that was called takes the service, which is its own then. */
final class KeptRight {
    /** A {@link LentBuffer} or a {@link ReceivedService}. */
    final Object object;

    private final ReceivedServices all;

    /** Where it was handed over for a call by a channel: whose it is, for which place, and how the call names it. */
    int owner;

    int place;
    long number;
    /** Some call has it. */
    boolean isUsed;

    boolean hasEnded;

    /** 0: it has ended, or was taken. */
    int slot;

    KeptRight(ReceivedServices all, Object object, int slot) {
        this.all = all;
        this.object = object;
        this.slot = slot;
    }

    /** The call is over, or there will be none. */
    void end() {
        hasEnded = true;
        if (object instanceof LentBuffer lent) {
            lent.end();
        }
        if (slot != 0) {
            all.discard(this);
        }
    }
}
