package ristretto.sdk;

/**
 * Memory that a process lets a server use for the time of a call: an argument of a method. The client passes its {@linkplain OwnBuffer own}; the server gets it as an object by which it can copy, in steps
 * of 8 bytes, between that memory and its own buffer, and that is good for nothing once the call is answered. Where the parameter is marked {@link ReadOnly}, it can only be copied from.
 *
 * <p>The server never sees the client's memory itself, so what it has checked is what it uses.
 */
public interface Buffer {
    /** In bytes. */
    int size();

    /**
     * Copies from here to the own buffer. All three are multiples of 8.
     *
     * @throws IndexOutOfBoundsException where they do not lie within both
     * @throws CapabilityError where the client does not lend the buffer any more
     */
    void copyTo(int from, OwnBuffer own, int to, int length);

    /** The other way, as {@link #copyTo}. */
    void copyFrom(OwnBuffer own, int from, int to, int length);
}
