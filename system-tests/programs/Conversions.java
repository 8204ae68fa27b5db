/** Every narrowing and widening, with values outside of the target's range. */
public class Conversions {
    public static void main(String[] args) {
        double[] values = {0, 1.9, -1.9, 127.5, 128, -129, 32768, 65535.9, 2147483647.5, 2147483648.0, -2147483649.0, 9.3e18, -9.3e18, 1e30,
            Double.NaN, Double.NEGATIVE_INFINITY};
        for (double d : values) {
            float f = (float) d;
            System.out.println(d + " " + (int) d + " " + (long) d + " " + (byte) d + " " + (short) d + " " + (int) (char) d);
            System.out.println(f + " " + (int) f + " " + (long) f + " " + (byte) f + " " + (short) f + " " + (int) (char) f);
        }
        long[] longs = {0, -1, 255, 256, 1L << 31, 1L << 53, (1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE};
        for (long l : longs) {
            System.out.println(l + " " + (int) l + " " + (short) l + " " + (byte) l + " " + (int) (char) l + " " + (float) l + " " + (double) l);
        }
        int[] ints = {0, 1, -1, 16777217, Integer.MAX_VALUE, Integer.MIN_VALUE, 40000, -40000};
        for (int i : ints) {
            System.out.println(i + " " + (long) i + " " + (float) i + " " + (double) i + " " + (byte) i + " " + (short) i + " " + (int) (char) i);
        }
        System.out.println((int) 'x' + 'y' + " " + (char) 98 + (char) ('a' + 2));
        System.out.println(1 / 2 + 1 / 2.0 + 1f / 4);
        System.out.println((byte) 0x80 + " " + ((byte) 0x80 & 0xff) + " " + ((byte) 0x80 >> 1) + " " + ((byte) 0x80 >>> 1));
    }
}
