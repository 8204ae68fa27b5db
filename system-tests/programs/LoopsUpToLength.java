/** Loops that end at an array's length, with indexes that start below 0, overflow, run down, or change in the loop. */
public class LoopsUpToLength {
    public static void main(String[] arguments) {
        int zero = arguments.length;
        int[] none = new int[zero];
        int[] some = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
        int[][] arrays = {none, some, new int[1], null, new int[zero + 70_000]};
        int[] starts = {0, 1, -1, -3, 9, 10, 11, Integer.MAX_VALUE, Integer.MIN_VALUE + 2, 69_999};
        int[] steps = {1, 2, 7, 1 << 30, Integer.MAX_VALUE, -1, Integer.MIN_VALUE};
        for (int[] array : arrays) {
            String name = array == null ? "null" : "int[" + array.length + "]";
            for (int start : starts) {
                for (int step : steps) {
                    attempt(name, start, step, "sum", () -> sum(array, start, step));
                    attempt(name, start, step, "fill", () -> fill(array, start, step));
                    attempt(name, start, step, "other", () -> skippingNegative(array, start, step));
                    attempt(name, start, step, "do", () -> atLeastOnce(array, start, step));
                    attempt(name, start, step, "not", () -> untilNotSmaller(array, start, step));
                    attempt(name, start, step, "down", () -> down(array, start, step));
                }
            }
            attempt(name, 0, 1, "sieve", () -> sieve(array));
        }
        attempt("int[-1]", -5, 1, "new", () -> negativeLength(zero - 1));
        attempt("int[0]", -5, 1, "new", () -> negativeLength(zero));
        System.out.println(literalLength(-4) + " " + literalLength(0) + " " + literalLength(9));
    }

    private interface Work {
        int run();
    }

    private static void attempt(String name, int start, int step, String what, Work work) {
        String result;
        try {
            result = Integer.toString(work.run());
        } catch (RuntimeException e) {
            String message = e instanceof NullPointerException ? "" : e.getMessage();
            result = e.getClass().getSimpleName() + " " + message;
        }
        System.out.println(what + " " + name + " from " + start + " by " + step + ": " + result);
    }

    private static int sum(int[] array, int start, int step) {
        int sum = 0;
        int left = 100_000;
        for (int i = start; i < array.length; i += step) {
            sum += array[i] + 1;
            if (--left == 0) {
                break;
            }
        }
        return sum;
    }

    private static int fill(int[] array, int start, int step) {
        int count = 0;
        for (int i = start; i < array.length && count < 100_000; i += step) {
            array[i] = i & 7;
            count++;
        }
        return count;
    }

    private static int skippingNegative(int[] array, int start, int step) {
        int sum = 0;
        int left = 1000;
        for (int i = start; i < array.length && left > 0; i += step) {
            left--;
            if (i < 0) {
                sum -= i;
                continue;
            }
            sum += array[i];
        }
        return sum + left;
    }

    private static int atLeastOnce(int[] array, int start, int step) {
        int sum = 0;
        int left = 1000;
        int i = start;
        do {
            sum += array[i] + 3;
            i += step;
            left--;
        } while (i < array.length && left > 0);
        return sum;
    }

    private static int untilNotSmaller(int[] array, int start, int step) {
        int sum = 0;
        int i = start;
        int left = 1000;
        while (!(i >= array.length)) {
            sum += i;
            i += step;
            if (--left == 0) {
                return sum ^ 1;
            }
        }
        return sum;
    }

    /** Counts down past 0, with the check of the access as the only end. */
    private static int down(int[] array, int start, int step) {
        int i = Math.min(start, array.length - 1);
        int seen = 0;
        while (array[i] >= 0) {
            i--;
            seen += i + step;
        }
        return seen;
    }

    private static int sieve(int[] array) {
        int found = 0;
        for (int i = 2; i < array.length; i++) {
            if (array[i] >= 0) {
                found++;
                for (int multiple = 2 * i; multiple < array.length; multiple += i) {
                    array[multiple] = -1;
                }
            }
        }
        return found;
    }

    private static int negativeLength(int length) {
        int count = 0;
        for (int i = -5; i < length; i++) {
            count += 100;
        }
        for (int i = -5; i < new int[length].length; i++) {
            count++;
        }
        return count;
    }

    private static int literalLength(int from) {
        int count = 0;
        for (int i = from; i < new int[7].length; i++) {
            count++;
        }
        for (int i = from; i < 7; i++) {
            count += 10;
        }
        return count;
    }
}
