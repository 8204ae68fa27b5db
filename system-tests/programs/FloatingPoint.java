/** Not a number, infinities, both zeros, remainders and comparisons. */
public class FloatingPoint {
    private static final double[] VALUES = {
        0.0, -0.0, 1.0, -1.5, 1e300, -1e-300, Double.MIN_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN
    };

    public static void main(String[] args) {
        for (double a : VALUES) {
            for (double b : VALUES) {
                System.out.println(a + " " + b + ": " + (a + b) + " " + (a - b) + " " + a * b + " " + a / b + " " + a % b);
                System.out.println((a < b) + " " + (a <= b) + " " + (a > b) + " " + (a >= b) + " " + (a == b) + " " + (a != b)
                        + " " + Double.compare(a, b) + " " + Math.max(a, b) + " " + Math.min(a, b));
            }
            float f = (float) a;
            System.out.println(f + " " + -f + " " + f * f + " " + f / 3 + " " + f % 0.7f + " " + Float.isNaN(f));
            System.out.println(Double.doubleToLongBits(a) + " " + Float.floatToIntBits(f) + " " + Math.sqrt(a) + " " + Math.rint(a));
        }
        double sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += 0.1;
        }
        System.out.println(sum + " " + (sum == 1.0) + " " + (0.1f + 0.2f) + " " + (0.1 + 0.2) + " " + (float) 0.1);
        System.out.println(Double.toString(100) + " " + 1e7 + " " + 1e-3 + " " + 9.999e-4 + " " + 123456789.0 + " " + 1.0f / 3);
    }
}
