/** Calls that differ in their line only, or in an argument, stay two: a stack trace names the line of the one that was made. */
public class OneCallOnTwoLines {
    static class Failure extends RuntimeException {
        Failure(String text) {
            super(text);
        }
    }

    static int depth;

    static int record(int value) {
        StackTraceElement[] trace = new Throwable().getStackTrace();
        System.out.println("record(" + value + ") from line " + trace[1].getLineNumber());
        return value + depth;
    }

    static int branches(int value) {
        int result;
        if (value > 2) {
            result = record(value);
        } else {
            result = record(value + 1);
        }
        switch (value) {
            case 1:
                depth = record(7);
                break;
            case 2:
                depth = record(7);
                break;
            default:
                depth = record(8);
        }
        return result;
    }

    static String failures(String text, int value) {
        if (value == 0) {
            throw new Failure(text);
        }
        if (text.length() == value) {
            throw new Failure("length");
        }
        if (text.charAt(0) == value) {
            throw new Failure(text + value);
        }
        return value > 100 ? fail(text) : text;
    }

    static String fail(String text) {
        throw new Failure(text);
    }

    public static void main(String[] arguments) {
        for (int i = 0; i < 5; i++) {
            System.out.println(branches(i));
        }
        for (int value : new int[] {0, 3, 'a', 5, 101}) {
            try {
                System.out.println(failures("abc", value));
            } catch (Failure e) {
                StringBuilder trace = new StringBuilder(e.getMessage());
                for (StackTraceElement element : e.getStackTrace()) {
                    trace.append(' ').append(element.getMethodName()).append(':').append(element.getLineNumber());
                }
                System.out.println(trace);
            }
        }
    }
}
