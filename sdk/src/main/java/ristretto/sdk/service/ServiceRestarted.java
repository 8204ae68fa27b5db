package ristretto.sdk.service;

/**
 * The server died while it served a call; whether it did what it was asked for is not known. The next call reaches a new one. Or the service that was called, which a method had returned, has ended, with the server's earlier life or because it was
 * given back: then it has done nothing, and whoever wants to go on asks for another one.
 */
public final class ServiceRestarted extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ServiceRestarted(String method) {
        super(method);
    }
}
