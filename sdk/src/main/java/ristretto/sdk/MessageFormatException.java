package ristretto.sdk;

/**
 * A message does not hold what its receiver expects of one with this label, or has no room for what its sender puts
 * into it.
 */
public final class MessageFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MessageFormatException(String message) {
        super(message);
    }
}
