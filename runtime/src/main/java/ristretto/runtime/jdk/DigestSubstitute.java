package ristretto.runtime.jdk;

import java.security.MessageDigest;
import java.security.MessageDigestSpi;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.Provider;
import java.util.Locale;
import java.util.Objects;
import ristretto.runtime.Alias;
import ristretto.runtime.BuiltInProvider;
import ristretto.runtime.Delete;
import ristretto.runtime.Substitute;

/** {@code MessageDigest.getInstance} by a table, in place of the search through providers, their configuration and their classes. */
final class DigestSubstitute {

    @Substitute("java.security.MessageDigest")
    static final class Digests {

        static MessageDigest getInstance(String algorithm) throws NoSuchAlgorithmException {
            Objects.requireNonNull(algorithm, "null algorithm name");
            MessageDigestSpi found = DigestTable.find(algorithm.toUpperCase(Locale.ROOT));
            if (found == null) {
                throw new NoSuchAlgorithmException(algorithm + " MessageDigest not available");
            }
            return (MessageDigest) Delegates.of(found, algorithm, BuiltInProvider.INSTANCE);
        }

        static MessageDigest getInstance(String algorithm, String provider)
                throws NoSuchAlgorithmException, NoSuchProviderException {
            Objects.requireNonNull(algorithm, "null algorithm name");
            if (provider == null || provider.isEmpty()) {
                throw new IllegalArgumentException("missing provider");
            }
            if (!provider.equals(BuiltInProvider.INSTANCE.getName())) {
                throw new NoSuchProviderException("no such provider: " + provider);
            }
            return getInstance(algorithm);
        }

        @Delete("there is one provider, and it is built in: leave the argument out")
        static native MessageDigest getInstance(String algorithm, Provider provider);

        private Digests() {}
    }

    @Substitute("java.security.MessageDigest$Delegate")
    static final class Delegates {
        @Alias("of")
        static native Object of(MessageDigestSpi digest, String algorithm, Provider provider);

        private Delegates() {}
    }

    private DigestSubstitute() {}
}
