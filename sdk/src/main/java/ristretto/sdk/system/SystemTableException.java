package ristretto.sdk.system;

/** These bytes, or these descriptions, are no system. The message says where, what was expected, and what was found. */
public final class SystemTableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SystemTableException(String message) {
        super(message);
    }
}
