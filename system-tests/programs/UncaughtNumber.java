// exit: 1
/** Thrown in the JDK's own code, four frames deep. */
public class UncaughtNumber {
    public static void main(String[] args) {
        System.out.println(Integer.parseInt("42") + Integer.parseInt("-7") + Long.parseLong("+9"));
        System.out.println(Integer.parseInt("forty-two"));
    }
}
