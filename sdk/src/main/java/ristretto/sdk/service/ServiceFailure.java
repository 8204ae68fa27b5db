package ristretto.sdk.service;

/** An implementation of a service threw an exception that its interface does not declare. The server lives on. */
public final class ServiceFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param thrown class and message of what was thrown, as {@code Throwable.toString} has them */
    public ServiceFailure(String method, String thrown) {
        super(method + ": " + thrown);
    }
}
