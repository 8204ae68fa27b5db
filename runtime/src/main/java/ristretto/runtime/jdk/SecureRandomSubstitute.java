package ristretto.runtime.jdk;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.SecureRandomParameters;
import java.security.SecureRandomSpi;
import java.util.Locale;
import java.util.Objects;
import ristretto.runtime.Alias;
import ristretto.runtime.BuiltInProvider;
import ristretto.runtime.Delete;
import ristretto.runtime.DeviceRandom;
import ristretto.runtime.Substitute;

/** {@code SecureRandom} takes every byte from the machine's source of entropy; there is no generator of our own that could be weak. */
@Substitute("java.security.SecureRandom")
final class SecureRandomSubstitute {
    private static final String ALGORITHM = "NativePRNG";

    @Alias("secureRandomSpi")
    static native void setSource(SecureRandom self, SecureRandomSpi source);

    @Alias("algorithm")
    static native void setAlgorithm(SecureRandom self, String algorithm);

    @Alias("provider")
    static native void setProvider(SecureRandom self, Object provider);

    static void getDefaultPRNG(SecureRandom self, boolean setSeed, byte[] seed) {
        setSource(self, new DeviceRandom());
        setProvider(self, BuiltInProvider.INSTANCE);
        setAlgorithm(self, ALGORITHM);
    }

    static boolean getThreadSafe(SecureRandom self) {
        return true;
    }

    static SecureRandom getInstance(String algorithm) throws NoSuchAlgorithmException {
        Objects.requireNonNull(algorithm, "null algorithm name");
        return switch (algorithm.toUpperCase(Locale.ROOT)) {
            case "NATIVEPRNG", "NATIVEPRNGBLOCKING", "NATIVEPRNGNONBLOCKING", "DRBG" -> new SecureRandom();
            default -> throw new NoSuchAlgorithmException(algorithm + " SecureRandom not available");
        };
    }

    static SecureRandom getInstanceStrong() {
        return new SecureRandom();
    }

    static byte[] getSeed(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("numBytes cannot be negative");
        }
        return new SecureRandom().generateSeed(count);
    }

    @Delete("the bytes come from the machine, which takes no parameters: use new SecureRandom()")
    static native SecureRandom getInstance(String algorithm, SecureRandomParameters parameters);

    private SecureRandomSubstitute() {}
}
