/** 64-bit arithmetic, shifts and unsigned division. */
public class LongArithmetic {
    private static final long[] VALUES = {
        0, 1, -1, 3, -10, 1L << 31, 1L << 32, -(1L << 33), 0x123456789abcdefL, Long.MAX_VALUE, Long.MIN_VALUE
    };

    public static void main(String[] args) {
        for (long a : VALUES) {
            for (long b : VALUES) {
                System.out.print(a + " " + b + ": " + (a + b) + " " + (a - b) + " " + a * b);
                if (b != 0) {
                    System.out.print(" " + a / b + " " + a % b + " " + Long.divideUnsigned(a, b) + " " + Long.remainderUnsigned(a, b));
                    System.out.print(" " + Math.floorDiv(a, b) + " " + Math.floorMod(a, b));
                }
                System.out.println(" " + (a & b) + " " + (a | b) + " " + (a ^ b) + " " + Long.compare(a, b) + " "
                        + Long.compareUnsigned(a, b) + " " + Math.multiplyHigh(a, b));
            }
            System.out.println(Long.toHexString(a) + " " + Long.toBinaryString(a) + " " + Long.toUnsignedString(a));
        }
        for (int shift = -65; shift <= 130; shift += 13) {
            System.out.println(shift + ": " + (0x123456789abcdefL << shift) + " " + (-99999999999L >> shift) + " " + (-99999999999L >>> shift));
        }
        try {
            System.out.println(Math.addExact(Long.MAX_VALUE, 1));
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage());
        }
        try {
            System.out.println(Math.multiplyExact(1 << 20, 1 << 20));
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage());
        }
        try {
            System.out.println(Math.toIntExact(1L << 40));
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage());
        }
    }
}
