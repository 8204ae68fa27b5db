package ristretto.bench.calls;

/** An errand failed. */
public final class ErrandException extends Exception {
    private static final long serialVersionUID = 1;

    public ErrandException(String message) {
        super(message);
    }
}
