/** String.format with all that the root locale knows. */
public class Formatting {
    private static void f(String format, Object... arguments) {
        try {
            System.out.println("[" + String.format(format, arguments) + "]");
        } catch (IllegalArgumentException e) {
            System.out.println(e);
        }
    }

    public static void main(String[] args) {
        f("%d %5d %-5d| %05d %+d %,d %(d % d", 1, 42, 42, 42, 42, 1234567, -5, 7);
        f("%x %X %08x %#x %o %#o", 255, 255, 48879, 16, 8, 8);
        f("%d %d %d %x %x", (byte) -1, (short) -2, -3L, (byte) -1, -1L);
        f("%s %10s|%-10s|%.2s %S", "text", "right", "left", "cut", "upper");
        f("%c %C %c %b %B %b %n%%", 'c', 'c', 65, true, false, null);
        f("%f %.2f %10.3f|%-10.1f|%010.2f %+.1f %,.2f", 3.14159, 2.71828, 1.5, 2.25, 3.14159, 1.0, 1234567.891);
        f("%e %.3e %E %g %.3g %g", 12345.678, 0.00012345, 1e100, 0.0001, 123456.0, 1e-5);
        f("%f %e %g %.0f %.0f %.0f", 0.0, 0.0, 0.0, 0.5, 1.5, 2.5);
        f("%f %f %f %5s %08.2f", Double.NaN, Double.POSITIVE_INFINITY, -1.0 / 0, "a", -3.5);
        f("%2$s %1$s %<s %s", "a", "b");
        f("%h %h %s %s", "hash", 5, new int[0].length, java.util.List.of(1, 2));
        f("%,d %,d %(,.1f %-8b|%8b|", 999, -1234567890123L, -12345.67, true, false);
        f("%s %s %s", null, new StringBuilder("sb"), 'x');
        f("%.3f %.10f %.1f %.15f", 0.0005, 1.0 / 3, 0.05, 0.1);
        f("%d %s", new java.math.BigInteger("123456789012345678901234567890"), new java.math.BigDecimal("1.50"));
        f("%.2f %10.4f %,.3f", new java.math.BigDecimal("1234.5678"), new java.math.BigDecimal("-0.00005"), new java.math.BigDecimal("9876543.21"));
        f("%d", "text");
        f("%d %d", 1);
        f("%q", 1);
        f("%", 1);
        f("%-d", 1);
        f("%.2d", 1);
        f("%#s", "x");
        f("%c", 0x110000);
        f("%+x", 5);
        System.out.printf("%s%n", "printf");
        System.out.println("%s-%s".formatted(1, 2) + String.format("%08.3f|%s", -1.5f, 1.1f));
        StringBuilder table = new StringBuilder();
        for (int i = 1; i <= 5; i++) {
            table.append(String.format("%3d|%6.2f|%-6s|%4x%n", i, Math.sqrt(i), "r" + i, i * 50));
        }
        System.out.print(table);
    }
}
