import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.agreement.X25519Agreement;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA3Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.ChaCha7539Engine;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.util.encoders.Base64;
import org.bouncycastle.util.encoders.Hex;

// library: org.bouncycastle:bcprov-jdk18on
/** The lightweight API: digests, ciphers, key derivation, signatures and key agreement, with given keys. */
public class Primitives {
    private static final byte[] TEXT = "The quick brown fox jumps over the lazy dog".getBytes(StandardCharsets.US_ASCII);

    public static void main(String[] arguments) throws CryptoException {
        digests();
        macs();
        gcm();
        chaCha();
        cbc();
        derivation();
        signature();
        agreement();
        encoders();
    }

    private static byte[] key(int length, int seed) {
        byte[] key = new byte[length];
        for (int i = 0; i < length; i++) {
            key[i] = (byte) (seed + i * 7);
        }
        return key;
    }

    private static void show(String name, byte[] bytes) {
        System.out.println(name + " " + Hex.toHexString(bytes));
    }

    private static void digests() {
        SHA256Digest sha256 = new SHA256Digest();
        SHA512Digest sha512 = new SHA512Digest();
        for (int size : new int[] {224, 256, 384, 512}) {
            SHA3Digest sha3 = new SHA3Digest(size);
            sha3.update(TEXT, 0, TEXT.length);
            byte[] out = new byte[sha3.getDigestSize()];
            sha3.doFinal(out, 0);
            show(sha3.getAlgorithmName(), out);
        }
        for (int i = 0; i < 100; i++) {
            sha256.update(TEXT, 0, TEXT.length);
            sha512.update(TEXT, 0, i % TEXT.length);
        }
        byte[] out = new byte[64];
        sha256.doFinal(out, 0);
        show("SHA-256", Arrays.copyOf(out, 32));
        sha512.doFinal(out, 0);
        show("SHA-512", out);
        SHAKEDigest shake = new SHAKEDigest(128);
        shake.update(TEXT, 0, TEXT.length);
        byte[] stream = new byte[50];
        shake.doFinal(stream, 0, 50);
        show("SHAKE128", stream);
        Blake2bDigest blake = new Blake2bDigest(key(16, 1), 32, null, null);
        blake.update(TEXT, 0, TEXT.length);
        blake.doFinal(out, 0);
        show("BLAKE2b", Arrays.copyOf(out, 32));
    }

    private static void macs() {
        HMac hmac = new HMac(new SHA256Digest());
        hmac.init(new KeyParameter(key(32, 3)));
        hmac.update(TEXT, 0, TEXT.length);
        byte[] out = new byte[32];
        hmac.doFinal(out, 0);
        show("HMAC", out);
        Poly1305 poly = new Poly1305();
        poly.init(new KeyParameter(key(32, 0)));
        poly.update(TEXT, 0, TEXT.length);
        byte[] tag = new byte[16];
        poly.doFinal(tag, 0);
        show("Poly1305", tag);
    }

    private static void gcm() throws InvalidCipherTextException {
        AEADParameters parameters = new AEADParameters(new KeyParameter(key(32, 9)), 128, key(12, 5), "header".getBytes(StandardCharsets.US_ASCII));
        var cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(true, parameters);
        byte[] sealed = new byte[cipher.getOutputSize(TEXT.length)];
        int length = cipher.processBytes(TEXT, 0, TEXT.length, sealed, 0);
        length += cipher.doFinal(sealed, length);
        show("AES-GCM", sealed);
        cipher.init(false, parameters);
        byte[] opened = new byte[cipher.getOutputSize(length)];
        int read = cipher.processBytes(sealed, 0, length, opened, 0);
        cipher.doFinal(opened, read);
        System.out.println(new String(opened, StandardCharsets.US_ASCII));
        sealed[7] ^= 1;
        cipher.init(false, parameters);
        try {
            int broken = cipher.processBytes(sealed, 0, length, opened, 0);
            cipher.doFinal(opened, broken);
        } catch (InvalidCipherTextException e) {
            System.out.println(e.getMessage());
        }
    }

    private static void chaCha() throws InvalidCipherTextException {
        ChaCha20Poly1305 cipher = new ChaCha20Poly1305();
        cipher.init(true, new AEADParameters(new KeyParameter(key(32, 2)), 128, key(12, 8)));
        byte[] sealed = new byte[cipher.getOutputSize(TEXT.length)];
        int length = cipher.processBytes(TEXT, 0, TEXT.length, sealed, 0);
        cipher.doFinal(sealed, length);
        show("ChaCha20-Poly1305", sealed);
        ChaCha7539Engine stream = new ChaCha7539Engine();
        stream.init(true, new ParametersWithIV(new KeyParameter(key(32, 4)), key(12, 4)));
        byte[] out = new byte[1000];
        stream.processBytes(new byte[1000], 0, 1000, out, 0);
        System.out.println("ChaCha20 " + Arrays.hashCode(out));
    }

    private static void cbc() throws InvalidCipherTextException {
        PaddedBufferedBlockCipher cipher = new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(AESEngine.newInstance()), new PKCS7Padding());
        cipher.init(true, new ParametersWithIV(new KeyParameter(key(16, 6)), key(16, 7)));
        byte[] out = new byte[cipher.getOutputSize(TEXT.length)];
        int length = cipher.processBytes(TEXT, 0, TEXT.length, out, 0);
        cipher.doFinal(out, length);
        show("AES-CBC", out);
    }

    private static void derivation() {
        PKCS5S2ParametersGenerator pbkdf = new PKCS5S2ParametersGenerator(new SHA256Digest());
        pbkdf.init("password".getBytes(StandardCharsets.US_ASCII), "salt".getBytes(StandardCharsets.US_ASCII), 500);
        show("PBKDF2", ((KeyParameter) pbkdf.generateDerivedParameters(256)).getKey());
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(key(22, 11), key(13, 0), key(10, 0xf0)));
        byte[] out = new byte[42];
        hkdf.generateBytes(out, 0, 42);
        show("HKDF", out);
        show("scrypt", SCrypt.generate("pleaseletmein".getBytes(StandardCharsets.US_ASCII), "NaCl".getBytes(StandardCharsets.US_ASCII), 64, 8, 1, 32));
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withIterations(2).withMemoryAsKB(64).withParallelism(1).withSalt(key(16, 2)).build());
        byte[] hash = new byte[32];
        argon.generateBytes("secret".toCharArray(), hash);
        show("Argon2id", hash);
    }

    private static void signature() throws CryptoException {
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(key(32, 13), 0);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(TEXT, 0, TEXT.length);
        byte[] signature = signer.generateSignature();
        show("Ed25519", signature);
        show("public", key.generatePublicKey().getEncoded());
        signer.init(false, key.generatePublicKey());
        signer.update(TEXT, 0, TEXT.length);
        System.out.println(signer.verifySignature(signature));
        signature[3] ^= 1;
        signer.update(TEXT, 0, TEXT.length);
        System.out.println(signer.verifySignature(signature));
    }

    private static void agreement() {
        X25519PrivateKeyParameters alice = new X25519PrivateKeyParameters(key(32, 21), 0);
        X25519PrivateKeyParameters bob = new X25519PrivateKeyParameters(key(32, 22), 0);
        byte[] one = new byte[32];
        byte[] other = new byte[32];
        X25519Agreement agreement = new X25519Agreement();
        agreement.init(alice);
        agreement.calculateAgreement(bob.generatePublicKey(), one, 0);
        agreement.init(bob);
        agreement.calculateAgreement(alice.generatePublicKey(), other, 0);
        show("X25519", one);
        System.out.println(Arrays.equals(one, other));
    }

    private static void encoders() {
        System.out.println(Base64.toBase64String(TEXT) + " " + new String(Base64.decode("w6TDtsO8"), StandardCharsets.UTF_8));
    }
}
