import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/** Checksums of the library and by hand, hexadecimal and base 64. */
public class Checksums {
    private static int fnv(byte[] bytes) {
        int hash = 0x811c9dc5;
        for (byte b : bytes) {
            hash = (hash ^ b & 0xff) * 16777619;
        }
        return hash;
    }

    public static void main(String[] args) {
        for (String s : new String[] {"", "a", "123456789", "The quick brown fox jumps over the lazy dog"}) {
            byte[] bytes = s.getBytes(StandardCharsets.UTF_8);
            CRC32 crc = new CRC32();
            crc.update(bytes);
            Adler32 adler = new Adler32();
            adler.update(bytes, 0, bytes.length);
            adler.update(65);
            System.out.println(Long.toHexString(crc.getValue()) + " " + Long.toHexString(adler.getValue()) + " " + Integer.toHexString(fnv(bytes)));
            System.out.println(HexFormat.of().formatHex(bytes) + " " + Base64.getEncoder().encodeToString(bytes));
        }
        System.out.println(new String(Base64.getDecoder().decode("cmlzdHJldHRv"), StandardCharsets.UTF_8) + " " + Arrays.toString(HexFormat.of().parseHex("00ff7f")));
        CRC32 rolling = new CRC32();
        for (int i = 0; i < 3000; i++) {
            rolling.update(i);
        }
        System.out.println(rolling.getValue() + " " + Arrays.hashCode(new long[] {1, 2}) + " " + "Aa".hashCode() + " " + java.util.Objects.hash(1, 2, 3));
    }
}
