package ristretto.sdk.service;

/** The server does not understand a call: it has no such method, or one with other types. */
public final class ServiceMismatch extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ServiceMismatch(String method) {
        super(method + ": the server has no such method, or another version of it");
    }
}
