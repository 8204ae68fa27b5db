// exit: 1
import java.util.ArrayList;
import java.util.List;

/** The exception is thrown below frames of the JDK, called back from there. */
public class UncaughtInLibrary {
    public static void main(String[] args) {
        List<Integer> numbers = new ArrayList<>(List.of(3, 1, 2));
        try {
            numbers.forEach(UncaughtInLibrary::visit);
        } catch (IllegalArgumentException e) {
            StackTraceElement top = e.getStackTrace()[0];
            System.out.println(top.getMethodName() + " " + top.getClassName() + " " + top.getFileName() + " " + top.getLineNumber());
            System.out.println(e.getStackTrace()[e.getStackTrace().length - 1].getMethodName());
        }
        numbers.add(numbers.get(7));
    }

    private static void visit(Integer number) {
        System.out.println(number);
        if (number == 1) {
            throw new IllegalArgumentException("no ones");
        }
    }
}
