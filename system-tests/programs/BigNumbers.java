import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** BigInteger and BigDecimal. */
public class BigNumbers {
    public static void main(String[] args) {
        BigInteger factorial = BigInteger.ONE;
        for (int i = 2; i <= 100; i++) {
            factorial = factorial.multiply(BigInteger.valueOf(i));
        }
        System.out.println(factorial);
        BigInteger a = new BigInteger("123456789012345678901234567890");
        BigInteger b = new BigInteger("-fedcba9876543210", 16);
        System.out.println(a.add(b) + " " + a.subtract(b) + " " + a.multiply(b) + " " + a.divide(b) + " " + a.mod(b.negate()) + " " + a.remainder(b));
        System.out.println(a.pow(7) + " " + a.gcd(BigInteger.valueOf(30)) + " " + a.negate().shiftRight(5) + " " + b.shiftLeft(70).bitLength());
        System.out.println(a.toString(36) + " " + b.toString(2) + " " + a.and(b) + " " + a.xor(b).bitCount() + " " + a.not() + " " + a.testBit(3));
        System.out.println(BigInteger.TWO.modPow(new BigInteger("1000"), BigInteger.valueOf(1000007)) + " " + BigInteger.valueOf(17).modInverse(BigInteger.valueOf(3120)));
        System.out.println(new BigInteger("170141183460469231731687303715884105727").isProbablePrime(20) + " " + a.sqrt() + " " + a.signum() + " " + a.hashCode() + " " + a.longValue());
        BigInteger[] fibonacci = {BigInteger.ZERO, BigInteger.ONE};
        for (int i = 0; i < 500; i++) {
            fibonacci = new BigInteger[] {fibonacci[1], fibonacci[0].add(fibonacci[1])};
        }
        System.out.println(fibonacci[0] + " " + fibonacci[0].compareTo(a) + " " + fibonacci[0].doubleValue());
        BigInteger large = BigInteger.ONE.shiftLeft(9000).subtract(BigInteger.ONE);
        System.out.println(large.multiply(large.add(BigInteger.TEN)).mod(BigInteger.valueOf(1_000_000_007)) + " " + large.multiply(large).bitLength() + " " + large.toString().length());
        BigDecimal x = new BigDecimal("12345.6789");
        BigDecimal y = new BigDecimal("-0.00321");
        System.out.println(x.add(y) + " " + x.subtract(y) + " " + x.multiply(y) + " " + x.divide(y, 20, RoundingMode.HALF_UP) + " " + x.remainder(y));
        System.out.println(x.setScale(2, RoundingMode.DOWN) + " " + y.setScale(3, RoundingMode.CEILING) + " " + x.negate().round(new MathContext(3)) + " " + x.scale() + " " + y.precision());
        System.out.println(new BigDecimal("1E+5") + " " + new BigDecimal("1E+5").toPlainString() + " " + new BigDecimal("100.00").stripTrailingZeros() + " " + new BigDecimal(0.1));
        System.out.println(new BigDecimal("2").sqrt(new MathContext(50)) + " " + new BigDecimal("1.10").equals(new BigDecimal("1.1")) + " " + new BigDecimal("1.10").compareTo(new BigDecimal("1.1")));
        try {
            BigDecimal.ONE.divide(BigDecimal.valueOf(3));
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(BigDecimal.valueOf(2.5).pow(10) + " " + BigDecimal.valueOf(123, -3) + " " + new BigDecimal("1.0E-10").toEngineeringString() + " " + x.toBigInteger() + " " + x.doubleValue());
    }
}
