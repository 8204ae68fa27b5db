// exit: 1
/** A cast that fails inside of an instance initialiser. */
public class UncaughtCast {
    private final Object value = Integer.valueOf(5);
    private final String text = (String) value;

    public static void main(String[] args) {
        System.out.println(new UncaughtCast().text);
    }
}
