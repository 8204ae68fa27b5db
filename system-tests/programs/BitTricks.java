/** What Integer and Long know about bits. */
public class BitTricks {
    public static void main(String[] args) {
        int[] ints = {0, 1, -1, 0x80000000, 0x00f0, 0x12345678, 0x7fffffff, 42};
        for (int i : ints) {
            System.out.println(Integer.bitCount(i) + " " + Integer.numberOfLeadingZeros(i) + " " + Integer.numberOfTrailingZeros(i) + " "
                    + Integer.reverse(i) + " " + Integer.reverseBytes(i) + " " + Integer.highestOneBit(i) + " " + Integer.lowestOneBit(i)
                    + " " + Integer.rotateLeft(i, 7) + " " + Integer.rotateRight(i, 7) + " " + Integer.toBinaryString(i));
            System.out.println(Integer.toHexString(i) + " " + Integer.toOctalString(i) + " " + Integer.toString(i, 36) + " "
                    + Integer.toUnsignedString(i) + " " + Integer.divideUnsigned(i, 10) + " " + Integer.remainderUnsigned(i, 10));
        }
        long[] longs = {0, 1, -1, Long.MIN_VALUE, 0x00f000000000L, 0x123456789abcdef0L};
        for (long l : longs) {
            System.out.println(Long.bitCount(l) + " " + Long.numberOfLeadingZeros(l) + " " + Long.numberOfTrailingZeros(l) + " "
                    + Long.reverse(l) + " " + Long.reverseBytes(l) + " " + Long.highestOneBit(l) + " " + Long.rotateLeft(l, 33) + " "
                    + Long.toString(l, 7) + " " + Long.hashCode(l));
        }
        System.out.println(Short.reverseBytes((short) 0x1234) + " " + Character.reverseBytes('\u1234') + " " + Byte.toUnsignedInt((byte) -3));
        int gray = 0;
        for (int i = 0; i < 16; i++) {
            gray ^= i ^ i >> 1;
            System.out.print(Integer.toBinaryString(i ^ i >> 1) + " ");
        }
        System.out.println(gray);
    }
}
