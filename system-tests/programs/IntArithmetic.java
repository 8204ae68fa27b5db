/** Two's complement in all its corners. */
public class IntArithmetic {
    private static final int[] VALUES = {0, 1, -1, 2, 7, -7, 100, 65535, Integer.MAX_VALUE, Integer.MIN_VALUE};

    public static void main(String[] args) {
        for (int a : VALUES) {
            for (int b : VALUES) {
                System.out.print(a + " " + b + ": " + (a + b) + " " + (a - b) + " " + (a * b));
                if (b != 0) {
                    System.out.print(" " + a / b + " " + a % b);
                }
                System.out.println(" " + (a & b) + " " + (a | b) + " " + (a ^ b) + " " + (a < b) + " " + (a >= b));
            }
            System.out.println(-a + " " + ~a + " " + Math.abs(a) + " " + Integer.signum(a));
        }
        for (int shift = -33; shift <= 65; shift += 7) {
            System.out.println(shift + ": " + (0x12345678 << shift) + " " + (-1234567 >> shift) + " " + (-1234567 >>> shift));
        }
        int i = 5;
        i += 3.7;
        System.out.println(i);
        i = i++ + ++i;
        System.out.println(i);
        byte b = (byte) 200;
        b += 100;
        b >>>= 1;
        System.out.println(b);
        short s = (short) 70000;
        s *= 3;
        System.out.println(s);
        char c = 'a';
        c += 1;
        c++;
        System.out.println(c + " " + (int) c + " " + (char) (c + 1));
    }
}
