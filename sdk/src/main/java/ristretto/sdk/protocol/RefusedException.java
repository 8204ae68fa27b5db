package ristretto.sdk.protocol;

/** A server has understood a request and refuses it. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RefusedException(String message) {
        super(message);
    }
}
