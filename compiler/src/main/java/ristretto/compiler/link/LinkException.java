package ristretto.compiler.link;

/** Code generation, assembling or linking failed; the message is the tool's own. */
public final class LinkException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LinkException(String message) {
        super(message);
    }

    public LinkException(String message, Throwable cause) {
        super(message, cause);
    }
}
