package ristretto.sdk.ring;

/**
 * The process at the other end ended; perhaps its next life is there already. Thrown once, although several lives may be over. The
 * ring is as good as before, and what was published before the end is delivered before this is thrown.
 */
public final class PeerLostException extends RuntimeException {
    private int sent;

    PeerLostException(String message) {
        super(message);
    }

    PeerLostException after(int messages) {
        sent = messages;
        return this;
    }

    /** How many messages of the call that threw this were sent before; they need not be sent again. */
    public int sent() {
        return sent;
    }
}
