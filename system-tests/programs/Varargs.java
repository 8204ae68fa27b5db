import java.util.Arrays;

/** Variable arguments, overload resolution, boxing and widening. */
public class Varargs {
    private static String f(Object... objects) {
        return "objects " + (objects == null ? "null" : Arrays.toString(objects));
    }

    private static String f(int i) {
        return "int " + i;
    }

    private static String f(long l) {
        return "long " + l;
    }

    private static String f(Integer i) {
        return "Integer " + i;
    }

    private static String f(double d) {
        return "double " + d;
    }

    private static int sum(int... values) {
        int total = 0;
        for (int v : values) {
            total += v;
        }
        return total;
    }

    public static void main(String[] args) {
        byte b = 1;
        System.out.println(f(b) + ", " + f('c') + ", " + f(2L) + ", " + f(1f) + ", " + f(Integer.valueOf(7)) + ", " + f("s") + ", " + f());
        System.out.println(f(1, 2) + ", " + f((Object[]) null) + ", " + f((Object) null) + ", " + f(new Object[] {1, "x"}));
        System.out.println(sum() + " " + sum(1) + " " + sum(1, 2, 3) + " " + sum(new int[] {4, 5}));
        Integer a = 127;
        Integer c = 127;
        Long l = 127L;
        System.out.println((a == c) + " " + a.equals(127) + " " + l.equals(127) + " " + (l == 127) + " " + (char) (a + 1));
        Integer i = 5;
        i++;
        i += 2;
        int[] counts = new int[3];
        counts[i - 7]++;
        counts[1] += i--;
        System.out.println(i + Arrays.toString(counts));
        Object o = true ? 1 : 2.0;
        System.out.println(o + " " + (false ? 1 : 'a') + " " + (true ? null : 0));
        Character ch = 'x';
        ch++;
        System.out.println(ch + " " + Character.valueOf('a').compareTo('c') + " " + Boolean.TRUE.hashCode() + " " + Double.valueOf(1.5).hashCode());
    }
}
