package ristretto.sdk;

/**
 * A message does not hold what its receiver expects of one with this label, or has no room for what its sender puts
 * into it.
 */
public final class MessageFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int label;

    public MessageFormatException(String message) {
        this(message, Server.BAD_REQUEST);
    }

    /** @param label of the answer, where it is a request */
    MessageFormatException(String message, int label) {
        super(message);
        this.label = label;
    }

    /** Of the answer by which the request is refused. */
    int label() {
        return label;
    }
}
