package ristretto.abi;

/** Messages on the endpoint of the service {@link #SERVICE}, which has bytes that nobody can guess. */
public final class EntropyProtocol {
    /** Whoever is given this service has {@code SecureRandom}. */
    public static final String SERVICE = "entropy";

    /** Word 0: most bytes wanted. Waits until there are some. Reply: label 0, word 0 number of bytes, more than 0; words 1 to 119 the bytes, little endian. */
    public static final int READ = 1;

    /** Reply label where the machine has no source of entropy. */
    public static final int NO_SOURCE = 1;

    public static final int MAXIMUM_BYTES = 64;

    private EntropyProtocol() {}
}
