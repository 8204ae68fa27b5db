package ristretto.sdk.loader;

/** An image or the archive is not what a loader can start. */
public final class LoaderException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LoaderException(String message) {
        super(message);
    }
}
