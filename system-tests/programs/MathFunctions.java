/** Math: rounding, roots, powers, trigonometry; results to the last bit. */
public class MathFunctions {
    public static void main(String[] args) {
        double[] values = {0, 0.5, 1, 1.5, 2.5, -0.5, -1.5, 3.7, -3.2, 10, 1e10, 123.456};
        for (double d : values) {
            System.out.println(d + ": " + Math.floor(d) + " " + Math.ceil(d) + " " + Math.round(d) + " " + Math.rint(d) + " " + Math.abs(d) + " " + Math.signum(d));
            System.out.println(StrictMath.sin(d) + " " + StrictMath.cos(d) + " " + StrictMath.tan(d) + " " + StrictMath.atan(d) + " " + StrictMath.exp(d / 10));
            System.out.println(StrictMath.log(d) + " " + StrictMath.log10(d) + " " + Math.sqrt(d) + " " + StrictMath.cbrt(d) + " " + StrictMath.pow(d, 3) + " "
                    + StrictMath.pow(2, d) + " " + StrictMath.hypot(d, 1) + " " + StrictMath.atan2(d, 2) + " " + StrictMath.sinh(d / 5));
        }
        for (float f : new float[] {0.5f, -0.5f, 1.5f, 2.5f, 1e10f, Float.NaN, -1e20f}) {
            System.out.println(Math.round(f) + " " + Math.abs(f) + " " + Math.max(f, 0) + " " + Math.signum(f));
        }
        System.out.println(Math.max(-0.0, 0.0) + " " + Math.min(-0.0, 0.0) + " " + Math.max(1, 2) + " " + Math.min(-5L, 3) + " " + Math.max(Double.NaN, 1));
        System.out.println(Math.floorMod(-7, 3) + " " + -7 % 3 + " " + Math.floorDiv(-7, 3) + " " + -7 / 3 + " " + Math.ceilDiv(7, 2));
        System.out.println(Math.toDegrees(Math.PI) + " " + Math.toRadians(180) + " " + Math.fma(2.0, 3.0, 1.0) + " " + Math.IEEEremainder(5, 3) + " " + Math.copySign(3, -0.0));
        System.out.println(Math.scalb(1.5, 10) + " " + Math.ulp(100.0) + " " + Math.nextAfter(1, 2) + " " + Math.clamp(15L, 0, 10) + " " + Math.absExact(-5));
        double pi = 0;
        for (int i = 0; i < 20000; i++) {
            pi += (i % 2 == 0 ? 4.0 : -4.0) / (2 * i + 1);
        }
        System.out.println(pi);
    }
}
