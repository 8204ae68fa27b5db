package ristretto.runtime;

import java.security.SecureRandomSpi;
import ristretto.runtime.platform.Entropy;

/** Random bytes from the machine's source of entropy. Seeds given by the program add nothing to those and are not used. */
public final class DeviceRandom extends SecureRandomSpi {
    private static final long serialVersionUID = 1;

    @Override
    protected void engineSetSeed(byte[] seed) {}

    @Override
    protected void engineNextBytes(byte[] bytes) {
        Entropy.fill(bytes);
    }

    @Override
    protected byte[] engineGenerateSeed(int count) {
        byte[] seed = new byte[count];
        Entropy.fill(seed);
        return seed;
    }
}
