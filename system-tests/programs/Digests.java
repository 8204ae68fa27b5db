import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.io.*;

/** Message digests of every length of input around their block sizes, whole, in pieces, cloned, reset, and by streams. */
public class Digests {
    private static final String[] NAMES = {"MD5", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512", "SHA-512/224", "SHA-512/256", "SHA3-224", "SHA3-256", "SHA3-384", "SHA3-512", "MD2"};

    public static void main(String[] args) throws Exception {
        HexFormat hex = HexFormat.of();
        for (String name : NAMES) {
            MessageDigest digest = MessageDigest.getInstance(name);
            System.out.println(digest.getAlgorithm() + " " + digest.getDigestLength() + " " + hex.formatHex(digest.digest()));
            System.out.println(hex.formatHex(digest.digest("abc".getBytes(StandardCharsets.US_ASCII))));
            byte[] data = new byte[300];
            for (int i = 0; i < data.length; i++) {
                data[i] = (byte) (i * 7);
            }
            MessageDigest all = MessageDigest.getInstance(name);
            for (int length = 0; length < data.length; length += 13) {
                digest.update(data, 0, length / 2);
                MessageDigest copy = (MessageDigest) digest.clone();
                digest.update(data[0]);
                digest.reset();
                copy.update(data, length / 2, length - length / 2);
                all.update(copy.digest());
            }
            System.out.println(hex.formatHex(all.digest()));
            try (DigestInputStream in = new DigestInputStream(new ByteArrayInputStream(data), digest)) {
                in.readAllBytes();
            }
            byte[] first = digest.digest();
            try (DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                out.write(data);
            }
            System.out.println(MessageDigest.isEqual(first, digest.digest()));
        }
        System.out.println(MessageDigest.getInstance("sha-256").getAlgorithm() + MessageDigest.getInstance("SHA").getAlgorithm()+ MessageDigest.getInstance("SHA1").getAlgorithm());
        System.out.println(MessageDigest.getInstance("md5"));
        try {
            MessageDigest.getInstance("Whirlpool");
        } catch (NoSuchAlgorithmException e) {
            System.out.println(e.getMessage());
        }
        MessageDigest million = MessageDigest.getInstance("SHA-256");
        byte[] as = new byte[1000];
        java.util.Arrays.fill(as, (byte) 'a');
        for (int i = 0; i < 1000; i++) {
            million.update(as);
        }
        System.out.println(hex.formatHex(million.digest()));
    }
}
