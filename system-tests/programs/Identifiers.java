import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** UUIDs, hexadecimal and base 64 with everything that can be wrong with them, and checksums over arrays and buffers. */
public class Identifiers {
    private static void uuids() {
        UUID named = UUID.nameUUIDFromBytes("ristretto".getBytes());
        System.out.println(named + " " + named.version() + " " + named.variant() + " " + named.hashCode());
        UUID timed = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");
        System.out.println(timed + " " + timed.timestamp() + " " + timed.clockSequence() + " " + timed.node() + " " + timed.compareTo(named));
        System.out.println(timed.equals(UUID.fromString(timed.toString().toUpperCase())));
        for (String text : List.of("", "1-2-3-4-5", "123e4567-e89b-12d3-a456-42661417400g", "123e4567e89b12d3a456426614174000", "1-2-3-4")) {
            try {
                System.out.println(UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                System.out.println(e);
            }
        }
    }

    private static void hexadecimal() {
        HexFormat format = HexFormat.ofDelimiter(":").withUpperCase().withPrefix("<").withSuffix(">");
        System.out.println(format.formatHex(new byte[] {1, 2, (byte) 0xff}) + format + format.toHexDigits(0x1234L, 5) + format.toHexDigits('x'));
        System.out.println(Arrays.toString(format.parseHex("<01>:<FF>")) + HexFormat.fromHexDigits("7fff") + HexFormat.isHexDigit('g'));
        for (String text : List.of("0g", "abc", "<01>")) {
            try {
                System.out.println(HexFormat.of().parseHex(text).length);
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static byte[] sample() {
        byte[] sample = new byte[100];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = (byte) (i * i * 3);
        }
        return sample;
    }

    private static void base64() {
        for (int length = 0; length < 100; length += 9) {
            byte[] bytes = Arrays.copyOf(sample(), length);
            String plain = Base64.getEncoder().encodeToString(bytes);
            String mime = Base64.getMimeEncoder(20, "|".getBytes()).encodeToString(bytes);
            String url = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            System.out.println(plain + " " + mime + " " + url + Arrays.equals(bytes, Base64.getDecoder().decode(plain))
                    + Arrays.equals(bytes, Base64.getMimeDecoder().decode(mime)) + Arrays.equals(bytes, Base64.getUrlDecoder().decode(url)));
        }
        for (String text : List.of("a", "a===", "a=b=", "****", "YQ==YQ==", "YQ=", "YQ", "Y Q==")) {
            try {
                System.out.println(Base64.getDecoder().decode(text).length);
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static void checksums() throws Exception {
        byte[] sample = sample();
        CRC32C castagnoli = new CRC32C();
        castagnoli.update(sample);
        System.out.println(Long.toHexString(castagnoli.getValue()));
        castagnoli.update(sample, 3, 50);
        castagnoli.update(7);
        System.out.println(castagnoli.getValue());
        CRC32 crc = new CRC32();
        crc.update(ByteBuffer.wrap(sample));
        System.out.println(crc.getValue());
        ByteBuffer direct = ByteBuffer.allocateDirect(100);
        direct.put(sample).flip().position(10);
        crc.reset();
        crc.update(direct);
        castagnoli.update(direct.rewind());
        System.out.println(crc.getValue() + " " + castagnoli.getValue());
        Adler32 adler = new Adler32();
        for (int i = 0; i < 1000; i++) {
            adler.update(sample);
        }
        adler.update(direct.rewind());
        System.out.println(adler.getValue());
        byte[] ones = new byte[20_000];
        Arrays.fill(ones, (byte) -1);
        adler.update(ones);
        System.out.println(adler.getValue());
        try {
            adler.update(sample, 50, 60);
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
        CheckedInputStream checked = new CheckedInputStream(new java.io.ByteArrayInputStream(sample), new CRC32());
        checked.readAllBytes();
        System.out.println(checked.getChecksum().getValue());
    }

    public static void main(String[] args) throws Exception {
        uuids();
        hexadecimal();
        base64();
        checksums();
    }
}
