import java.util.ArrayList;
import java.util.List;

/** Loops over arrays that leave their bounds, or meet null, in the middle: what happened before stays, and handlers see it. */
public class LoopEdges {
    private static int[] field;
    private static int counter;

    public static void main(String[] args) {
        int[] a = new int[10];
        System.out.println(fill(a, 12) + " " + java.util.Arrays.toString(a));
        System.out.println(fill(a, 10) + " " + fill(a, 0) + " " + fill(a, -3));
        System.out.println(fill(null, 0) + " " + fill(null, 1));
        System.out.println(copy(new int[] {1, 2, 3}, new int[2]) + " " + copy(new int[] {1, 2}, new int[3]));
        System.out.println(copy(null, new int[0]) + " " + copy(new int[1], null) + " " + copy(new int[0], null));
        System.out.println(down(new int[] {5, 6, 7}, 2) + " " + down(new int[] {5, 6, 7}, 3) + " " + down(null, -1));
        System.out.println(stride(new boolean[100], 30) + " " + stride(new boolean[5], Integer.MAX_VALUE / 2 + 2));
        System.out.println(overflow(new int[8], Integer.MAX_VALUE - 2));
        System.out.println(negative(new int[8], -2) + " " + negative(new int[8], 3));
        System.out.println(matrix(new int[][] {{1, 2}, {3, 4}, {5}}) + " " + matrix(new int[][] {{1, 2}, null}));
        System.out.println(matrix(new int[][] {}) + " " + matrix(null));
        System.out.println(handlerInside(new int[] {1, 0, 2, 0, 3}));
        System.out.println(reassigned(new int[] {1, 2, 3}, new int[] {9}));
        System.out.println(sometimesNull(3) + " " + sometimesNull(4));
        System.out.println(fieldChanges());
        System.out.println(kept() + " " + keptPastTheEnd());
        System.out.println(pairs(new Object[] {"x", 1, null, 'c'}));
        System.out.println(lengthFirst(new byte[3]) + " " + lengthFirst(null));
        System.out.println(searchDown(new int[] {4, 3, 2}, 9) + " " + searchUp(new int[] {4, 3, 2}, 9));
        System.out.println(slots(7));
    }

    private static String fill(int[] a, int n) {
        int i = 0;
        try {
            for (i = 0; i < n; i++) {
                a[i] = i * i;
                counter++;
            }
            return "all " + i;
        } catch (RuntimeException e) {
            return i + " " + counter + " " + e.getMessage();
        }
    }

    private static String copy(int[] from, int[] to) {
        int i = 0;
        try {
            for (; i < from.length; i++) {
                to[i] = from[i] + counter++;
            }
            return "copied " + i;
        } catch (ArrayIndexOutOfBoundsException e) {
            return i + ":" + counter + ":" + e.getMessage();
        } catch (NullPointerException e) {
            return "null at " + i;
        }
    }

    private static String down(int[] a, int from) {
        int sum = 0;
        int i = from;
        try {
            for (; i >= -1; i--) {
                sum += a[i];
            }
        } catch (RuntimeException e) {
            return sum + " at " + i + " " + e.getClass().getSimpleName();
        }
        return "never";
    }

    private static String stride(boolean[] a, int step) {
        int set = 0;
        try {
            for (int i = step; i < a.length; i += step) {
                a[i] = true;
                set++;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            return set + " " + e.getMessage();
        }
        return "" + set;
    }

    private static String overflow(int[] a, int from) {
        int steps = 0;
        try {
            for (int i = from; i != 3; i++) {
                steps++;
                if (i < 0 || steps > 3) {
                    a[i] = 1;
                }
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            return steps + " " + e.getMessage();
        }
        return "none " + steps;
    }

    private static String negative(int[] a, int step) {
        int sum = 0;
        int i = a.length - 1;
        try {
            while (true) {
                sum += i;
                a[i] = sum;
                i += step;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            return sum + " " + i + " " + a[a.length - 1];
        }
    }

    private static String matrix(int[][] rows) {
        int sum = 0;
        int i = 0;
        int j = 0;
        try {
            int columns = rows[0].length;
            for (i = 0; i < rows.length; i++) {
                int[] row = rows[i];
                for (j = 0; j < columns; j++) {
                    sum += row[j];
                    row[j] = -sum;
                }
            }
            return "sum " + sum;
        } catch (RuntimeException e) {
            return sum + " at " + i + "," + j + " " + e.getMessage();
        }
    }

    private static String handlerInside(int[] divisors) {
        int caught = 0;
        long sum = 0;
        for (int i = 0; i <= divisors.length; i++) {
            try {
                sum += 100 / divisors[i];
            } catch (ArithmeticException e) {
                caught += i;
            } catch (ArrayIndexOutOfBoundsException e) {
                caught += 1000 * i;
            } finally {
                sum++;
            }
        }
        return sum + " " + caught;
    }

    private static String reassigned(int[] first, int[] second) {
        int[] a = first;
        int i = 0;
        try {
            for (; i < 5; i++) {
                if (i == 1) {
                    a = second;
                }
                counter += a[i];
                a = i == 0 ? a : first;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            return i + " " + e.getMessage() + " " + a.length;
        }
        return "never";
    }

    private static String sometimesNull(int n) {
        int[] a = new int[n];
        int done = 0;
        try {
            for (int i = 0; i < 6; i++) {
                a[i % n]++;
                done++;
                if (i == n) {
                    a = null;
                }
            }
        } catch (NullPointerException e) {
            return "null after " + done;
        }
        return "never null";
    }

    private static String fieldChanges() {
        field = new int[] {1, 2, 3, 4};
        int i = 0;
        try {
            for (; i < 4; i++) {
                field[i] *= 2;
                if (i == 1) {
                    field = new int[2];
                }
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            return i + " " + e.getMessage() + " " + field.length;
        }
        return "never";
    }

    /** The arrays are in use only by the loop that runs through them while the collector is busy. */
    private static long kept() {
        long sum = 0;
        for (int round = 0; round < 20; round++) {
            long[] numbers = numbers(1000);
            for (int i = 0; i < 1000; i++) {
                List<Object> garbage = new ArrayList<>();
                garbage.add(new byte[2000]);
                sum += numbers[i] + garbage.size();
            }
        }
        return sum;
    }

    private static long keptPastTheEnd() {
        long sum = 0;
        long[] numbers = numbers(500);
        try {
            for (int i = 0; i < 100_000; i++) {
                sum += numbers[i] + new byte[5000].length;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            sum = -sum;
        }
        return sum;
    }

    private static long[] numbers(int length) {
        long[] numbers = new long[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = i * 3L;
        }
        return numbers;
    }

    private static String pairs(Object[] objects) {
        StringBuilder text = new StringBuilder();
        for (int i = 0, j = objects.length - 1; i <= j; i++, j--) {
            Object swapped = objects[i];
            objects[i] = objects[j];
            objects[j] = swapped;
        }
        for (Object object : objects) {
            text.append(object).append(';');
        }
        return text.toString();
    }

    private static String lengthFirst(byte[] bytes) {
        try {
            int n = bytes.length;
            int sum = 0;
            for (int i = 0; i < n; i++) {
                bytes[i] = (byte) (i + n);
                sum += bytes[i];
            }
            return n + " " + sum;
        } catch (NullPointerException e) {
            return "no bytes";
        }
    }

    private static String searchDown(int[] a, int wanted) {
        int i = a.length;
        try {
            while (a[--i] != wanted) {
                counter++;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            return i + " " + e.getMessage();
        }
        return "found";
    }

    private static String searchUp(int[] a, int wanted) {
        int i = 0;
        try {
            while (a[i] < wanted) {
                i++;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            return i + " " + e.getMessage();
        }
        return "found";
    }

    /** One local slot holds an array, then a number, then another array. */
    private static int slots(int n) {
        int sum = 0;
        {
            int[] a = new int[n];
            for (int i = 0; i < a.length; i++) {
                a[i] = i;
                sum += a[i];
            }
        }
        {
            int notAnArray = n;
            sum += notAnArray;
        }
        {
            String text = "s" + n;
            sum += text.length();
        }
        {
            char[] b = new char[n / 2];
            for (int i = 0; i < n; i++) {
                try {
                    b[i] = 'x';
                    sum += b[i];
                } catch (ArrayIndexOutOfBoundsException e) {
                    sum++;
                }
            }
        }
        return sum;
    }
}
