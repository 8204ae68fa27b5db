// exit: 1
/** A null dereference says what was null. */
public class UncaughtNull {
    private UncaughtNull next;
    private int[] numbers;

    public static void main(String[] args) {
        UncaughtNull first = new UncaughtNull();
        first.next = new UncaughtNull();
        try {
            System.out.println(first.next.numbers[3]);
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(first.next.next.numbers.length);
    }
}
