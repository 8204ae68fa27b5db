package ristretto.runtime;

/** CRC-32 (ISO 3309, polynomial 0x04c11db7 reflected) and Adler-32 (RFC 1950), a byte at a time. */
public final class Checksums {
    private static final int POLYNOMIAL = 0xedb8_8320;
    private static final int ADLER_MODULUS = 65521;
    /** So many bytes can be summed up before the sums must be reduced. */
    private static final int ADLER_STRIDE = 5552;

    private static final int[] TABLE = table();

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int value = i;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) != 0 ? value >>> 1 ^ POLYNOMIAL : value >>> 1;
            }
            table[i] = value;
        }
        return table;
    }

    public static int crc32(int checksum, int value) {
        int inverted = ~checksum;
        return ~(TABLE[(inverted ^ value) & 0xff] ^ inverted >>> 8);
    }

    public static int adler32(int checksum, int value) {
        int low = ((checksum & 0xffff) + (value & 0xff)) % ADLER_MODULUS;
        int high = ((checksum >>> 16) + low) % ADLER_MODULUS;
        return high << 16 | low;
    }

    public static int adler32(int checksum, byte[] bytes, int offset, int length) {
        int low = checksum & 0xffff;
        int high = checksum >>> 16;
        int at = offset;
        int end = offset + length;
        while (at < end) {
            int stop = Math.min(end, at + ADLER_STRIDE);
            while (at < stop) {
                low += bytes[at++] & 0xff;
                high += low;
            }
            low %= ADLER_MODULUS;
            high = Integer.remainderUnsigned(high, ADLER_MODULUS);
        }
        return high << 16 | low;
    }

    private Checksums() {}
}
