/** Values that lie on the operand stack across branches, joins and calls; slots of local variables used again with other types. */
public class OperandStack {
    static int calls;
    static int[] array = {10, 20, 30, 40};
    int field = 5;
    static long wide = 1L << 40;

    static int next() {
        return ++calls;
    }

    static String all(int i, long l, float f, double d, Object o, boolean b, char c) {
        return i + " " + l + " " + f + " " + d + " " + o + " " + b + " " + c;
    }

    static String choose(boolean a, boolean b, boolean c) {
        return all(
                a ? next() : b ? -next() : c ? 100 : 200,
                a ? 1L << 33 : b ? next() : -5L,
                a && b ? 1.5f : c ? next() : -0.0f,
                b || c ? next() * 0.5 : a ? 1e300 : Double.NaN,
                a ? "text" : b ? (Object) next() : c ? new int[0].length : null,
                a == b ? b != c : a & b | c ^ a,
                a ? 'x' : (char) (b ? 'y' + 1 : 'z'));
    }

    static int nested(int a, int b, int c) {
        return (a > b ? a > c ? a : c : b > c ? b : c) * 100 + (a < b ? a < c ? a : c : b < c ? b : c)
                - (a != 0 ? b != 0 ? c != 0 ? 1 : 2 : 3 : 4);
    }

    static long sideEffects(int i) {
        int x = i;
        long result = x++ + ++x * (x += 3) - (x = x-- - --x);
        int[] a = {1, 2, 3};
        int at = 0;
        a[at++] = a[at] + (at = 2);
        a[at] += at-- * 10;
        a[at] <<= a[at--] + at;
        return result * 1_000_000 + a[0] * 10_000 + a[1] * 100 + a[2] + at;
    }

    static int sequence(int i) {
        i = i++ + i++;
        i += i++;
        i = i-- - --i;
        return i;
    }

    OperandStack self() {
        calls += 100;
        return this;
    }

    static OperandStack make(int n) {
        return n > 1 ? new OperandStack(n > 2 ? new OperandStack(n).field : n * 2) : new OperandStack(n == 0 ? Integer.MIN_VALUE : -n);
    }

    OperandStack(int value) {
        this.field = value;
    }

    static Object widening(boolean b, Integer boxed, Long other) {
        Object first = b ? boxed : other;
        Object second = b ? 'a' : 0;
        Object third = b ? boxed : (Object) other;
        Object fourth = b ? null : 0;
        return first + "," + second + "," + third + "," + fourth + "," + (b ? 1 : 2.0) + "," + (b ? (byte) 1 : 'b');
    }

    static String slots(int kind) {
        String result = "";
        {
            int i = kind + 1;
            result += i;
        }
        {
            double d = kind + 0.5;
            result += d;
        }
        {
            String s = "s" + kind;
            result += s;
        }
        {
            long l = wide + kind;
            int j = (int) l;
            result += l + j;
        }
        for (float f = 0; f < 2; f++) {
            result += f;
        }
        for (Object o = "x"; o != null; o = null) {
            result += o;
        }
        return result;
    }

    static boolean shortCircuit(int n) {
        boolean b = n > 0 && next() > 0 || n < -5 && next() > 0;
        b &= n != 3;
        b |= n == 4;
        b ^= true;
        return !b ? n > 2 == (n < 10) : b != (n == 7);
    }

    static int deep(int x) {
        return ((((((((((((((((((((x + 1) * 2 - 3) ^ 4) | 5) & 0xffff) << 1) >>> 2) + x) * 3 - x) ^ x) | x) + 7) * 2) - 9) ^ 3) + x) * 5)
                        - x)
                + 1)
                + (x + (x * (x - (x ^ (x | (x & (x + (x * (x - 1))))))))));
    }

    static String narrowing() {
        byte b = (byte) 200;
        b += 100;
        short s = (short) 40_000;
        s *= 3;
        char c = 'z';
        c += 1.7;
        c++;
        int i = 10;
        i *= 2.55;
        i -= 1e20;
        long l = 5;
        l /= 0.3f;
        byte shifted = (byte) 0x80;
        shifted >>>= 1;
        b >>= 1;
        b--;
        float f = 16_777_216;
        f++;
        i += 'a';
        char[] cs = {'a'};
        cs[0] += 2;
        cs[0]++;
        byte[] bs = {127};
        bs[0]++;
        bs[0] -= 300;
        Integer boxed = 5;
        boxed++;
        boxed += 10;
        Character ch = 'q';
        ch++;
        return b + " " + s + " " + c + " " + i + " " + l + " " + shifted + " " + f + " " + cs[0] + bs[0] + " " + boxed + ch;
    }

    static int dead(int n) {
        while (true) {
            if (n > 10) {
                break;
            }
            n++;
            if (n == 5) {
                continue;
            }
            do {
                n += 2;
                if (n > 100) {
                    return -1;
                }
            } while (n % 3 != 0);
        }
        outer:
        for (int i = 0; ; i++) {
            for (int j = 0; j < 5; j++) {
                if (i * j == 6) {
                    break outer;
                }
                if (j > i) {
                    continue outer;
                }
                n += j;
            }
        }
        if (false) {
            n = 1000;
        }
        return n;
    }

    static <T> T pick(boolean b, T one, T other) {
        return b ? one : other;
    }

    public static void main(String[] args) {
        for (int i = 0; i < 8; i++) {
            System.out.println(choose((i & 4) != 0, (i & 2) != 0, (i & 1) != 0));
        }
        System.out.println(nested(1, 2, 3) + " " + nested(3, 2, 1) + " " + nested(2, 3, 0) + " " + nested(0, 0, 0));
        System.out.println(sideEffects(3) + " " + sideEffects(-7) + " " + sequence(5) + " " + sequence(-1));
        OperandStack o = make(5);
        o.self().field += o.self().field++ + (o.field = 3);
        System.out.println(o.field + " " + make(0).field + " " + make(2).field + " " + make(1).field + " " + calls);
        System.out.println(widening(true, 7, 8L) + " " + widening(false, 7, 8L));
        System.out.println(slots(1) + " " + slots(-1));
        for (int i = -6; i < 9; i++) {
            System.out.print(shortCircuit(i) ? 't' : 'f');
        }
        System.out.println(calls + " " + deep(3) + " " + deep(-12345) + " " + narrowing());
        System.out.println(dead(0) + " " + dead(50) + " " + pick(args.length == 0, wide, 0L) + pick(false, "a", (Object) 'b'));
        long l = 3;
        l += l++ * (l = wide) + (args.length == 0 ? l : 0);
        double d = args.length == 0 ? l : 1 / 3.0;
        System.out.println(l + " " + d + " " + (l > d ? l : d) + " " + (array[next() % 4] + array[next() % 4] * (double) array[0]));
        try {
            Integer none = null;
            int sum = 1 + (args.length == 0 ? none : 3);
            System.out.println(sum);
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
    }
}
