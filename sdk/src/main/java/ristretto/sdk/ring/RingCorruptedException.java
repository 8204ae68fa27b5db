package ristretto.sdk.ring;

/** The other end wrote what no honest one writes. Nothing was taken from it; attaching again begins anew. */
public final class RingCorruptedException extends RuntimeException {
    RingCorruptedException(String message) {
        super(message);
    }
}
