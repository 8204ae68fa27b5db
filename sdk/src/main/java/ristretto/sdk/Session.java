package ristretto.sdk;

/** An implementation of a service that is returned by methods of another one, and wants to know when it is called no more. */
public interface Session {
    /** The client that it was returned to has given it back, or has ended and returns in another life. Waits for nothing. */
    void ended();
}
