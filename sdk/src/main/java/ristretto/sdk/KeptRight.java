package ristretto.sdk;

/** A service or a buffer of a client's that lies in a slot of this process's until the call has ended for which it came; unless the method that was called takes the service, which is its own then. */
final class KeptRight {
    final int client;
    /** A {@link LentBuffer} or a {@link ReceivedService}. */
    final Object object;

    private final ReceivedServices all;

    /** 0: it has ended, or was taken. */
    int slot;

    KeptRight(ReceivedServices all, int client, Object object, int slot) {
        this.all = all;
        this.client = client;
        this.object = object;
        this.slot = slot;
    }

    /** The call is over. */
    void end() {
        if (object instanceof LentBuffer lent) {
            lent.end();
        }
        if (slot != 0) {
            all.discard(this);
        }
    }
}
