import java.util.Locale;

/** Formatted output. */
public class AppFormat {
    public static void main(String[] args) {
        System.out.printf("%d %5d %-5d| %05d %,d %+d %x %X %o%n", 42, 42, 42, 42, 1234567, 7, 255, 255, 8);
        System.out.printf("%s %10s %-10s| %.2s %S%n", "abc", "abc", "abc", "abc", "abc");
        System.out.printf("%.2f %8.3f %-8.1f| %e %g%n", 3.14159, 2.71828, 1.5, 12345.678, 0.0001234);
        System.out.printf("%c %b %% %h %n", 'x', true, "hi");
        System.out.println(String.format(Locale.ROOT, "%2$s %1$s %2$s", "a", "b"));
        System.out.println("%d of %s".formatted(3, "x"));
        System.out.println(String.format("%08.2f|%(d|% d", -3.5, -12, 12));
        try {
            String.format("%d", "text");
        } catch (RuntimeException e) {
            System.out.println(e.getClass().getName() + ": " + e.getMessage());
        }
    }
}
