package ristretto.runtime.jdk;

import java.security.MessageDigestSpi;
import ristretto.runtime.Alias;
import ristretto.runtime.Substitute;

/** The JDK's message digests by their standard names. What computes them is the JDK's own code; there is no list of providers that could name more. */
final class DigestTable {

    /** A new digest of this name (in capitals), or null. */
    static MessageDigestSpi find(String name) {
        Object found =
                switch (name) {
                    case "MD2" -> Md2.make();
                    case "MD5" -> Md5.make();
                    case "SHA-1", "SHA", "SHA1" -> Sha1.make();
                    case "SHA-224" -> Sha224.make();
                    case "SHA-256" -> Sha256.make();
                    case "SHA-384" -> Sha384.make();
                    case "SHA-512" -> Sha512.make();
                    case "SHA-512/224" -> Sha512With224.make();
                    case "SHA-512/256" -> Sha512With256.make();
                    case "SHA3-224" -> Sha3With224.make();
                    case "SHA3-256" -> Sha3With256.make();
                    case "SHA3-384" -> Sha3With384.make();
                    case "SHA3-512" -> Sha3With512.make();
                    default -> null;
                };
        return (MessageDigestSpi) found;
    }

    @Substitute("sun.security.provider.MD2")
    static final class Md2 {
        @Alias("new")
        static native Object make();

        private Md2() {}
    }

    @Substitute("sun.security.provider.MD5")
    static final class Md5 {
        @Alias("new")
        static native Object make();

        private Md5() {}
    }

    @Substitute("sun.security.provider.SHA")
    static final class Sha1 {
        @Alias("new")
        static native Object make();

        private Sha1() {}
    }

    @Substitute("sun.security.provider.SHA2$SHA224")
    static final class Sha224 {
        @Alias("new")
        static native Object make();

        private Sha224() {}
    }

    @Substitute("sun.security.provider.SHA2$SHA256")
    static final class Sha256 {
        @Alias("new")
        static native Object make();

        private Sha256() {}
    }

    @Substitute("sun.security.provider.SHA5$SHA384")
    static final class Sha384 {
        @Alias("new")
        static native Object make();

        private Sha384() {}
    }

    @Substitute("sun.security.provider.SHA5$SHA512")
    static final class Sha512 {
        @Alias("new")
        static native Object make();

        private Sha512() {}
    }

    @Substitute("sun.security.provider.SHA5$SHA512_224")
    static final class Sha512With224 {
        @Alias("new")
        static native Object make();

        private Sha512With224() {}
    }

    @Substitute("sun.security.provider.SHA5$SHA512_256")
    static final class Sha512With256 {
        @Alias("new")
        static native Object make();

        private Sha512With256() {}
    }

    @Substitute("sun.security.provider.SHA3$SHA224")
    static final class Sha3With224 {
        @Alias("new")
        static native Object make();

        private Sha3With224() {}
    }

    @Substitute("sun.security.provider.SHA3$SHA256")
    static final class Sha3With256 {
        @Alias("new")
        static native Object make();

        private Sha3With256() {}
    }

    @Substitute("sun.security.provider.SHA3$SHA384")
    static final class Sha3With384 {
        @Alias("new")
        static native Object make();

        private Sha3With384() {}
    }

    @Substitute("sun.security.provider.SHA3$SHA512")
    static final class Sha3With512 {
        @Alias("new")
        static native Object make();

        private Sha3With512() {}
    }

    private DigestTable() {}
}
