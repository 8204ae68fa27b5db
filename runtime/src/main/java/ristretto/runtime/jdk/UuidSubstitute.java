package ristretto.runtime.jdk;

import java.security.SecureRandom;
import java.util.UUID;
import ristretto.runtime.Alias;
import ristretto.runtime.Substitute;

/** The JDK's own keeps a generator in a static, which would be one of the machine that builds. */
@Substitute("java.util.UUID")
final class UuidSubstitute {
    private static final int BYTES = 16;

    @Alias("new")
    static native Object make(byte[] bytes);

    static UUID randomUUID() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        bytes[6] = (byte) (bytes[6] & 0x0f | 0x40);
        bytes[8] = (byte) (bytes[8] & 0x3f | 0x80);
        return (UUID) make(bytes);
    }

    private UuidSubstitute() {}
}
