package ristretto.sdk.service;

/** The server died while it served a call; whether it did what it was asked for is not known. The next call reaches a new one. */
public final class ServiceRestarted extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ServiceRestarted(String method) {
        super(method);
    }
}
