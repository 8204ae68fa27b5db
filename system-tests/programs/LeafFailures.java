/** Methods that call nobody but where a check fails, or a class is initialised: what such a failure says, who catches it, and what is left as it was. */
public class LeafFailures {
    static class Node {
        Node next;
        int value;
        final int[] data;

        Node(int value, int length) {
            this.value = value;
            data = new int[length];
        }

        int visit(int depth) {
            return depth == 0 ? leaf(depth) : next.visit(depth - 1) + 1;
        }

        int leaf(int index) {
            return data[index + 7];
        }
    }

    /** Its objects are called from where those of its superclass are. */
    static class Last extends Node {
        Last(int value) {
            super(value, 2);
        }

        @Override
        int visit(int depth) {
            return data[depth + value];
        }
    }

    static class Lazy {
        static int[] table = make();

        private static int[] make() {
            System.out.println("initialised");
            int[] result = new int[5];
            for (int i = 0; i < result.length; i++) {
                result[i] = new StringBuilder().append(i).append(i).length() * i;
            }
            return result;
        }
    }

    static class Broken {
        static int value = Integer.parseInt("no number");
    }

    static int sumOfNine(int a, int b, int c, int d, int e, int f, int g, int h, int i, int[] j) {
        int first = a * 3 + b;
        int second = c * 5 + d;
        int third = e * 7 + f;
        int fourth = g * 11 + h;
        int before = Lazy.table[i % 5];
        return first + second * third - fourth + before + j[i] + a + b + c + d + e + f + g + h + i;
    }

    static double sumOfDoubles(double a, double b, double c, double[] d) {
        double e = a * b;
        double f = b * c;
        return d[Lazy.table[1]] + e * f + a + b + c;
    }

    static int caught(int[] a, int i) {
        int seen = i * 3;
        try {
            return a[i] / a[0];
        } catch (ArrayIndexOutOfBoundsException e) {
            return -seen;
        } catch (ArithmeticException e) {
            return seen + a.length;
        } catch (NullPointerException e) {
            return Integer.MIN_VALUE + seen;
        } finally {
            count++;
        }
    }

    static int count;

    static int cast(Object o) {
        return ((int[]) o)[0];
    }

    static void store(Object[] a, Object value) {
        a[1] = value;
    }

    static int lengthOf(int[][] a, int i, int j) {
        return a[i][j];
    }

    static long divide(long a, long b) {
        return a / b % (b - 1);
    }

    static int initialises(int i) {
        return Broken.value + i;
    }

    static int spilled(int[] a, int n) {
        int b = a[0], c = a[1], d = a[2], e = a[3], f = a[4], g = a[5], h = a[6], i = a[7], j = a[8], k = a[9], l = a[10], m = a[11];
        for (int r = 0; r < n; r++) {
            b += c ^ d; c += d ^ e; d += e ^ f; e += f ^ g; f += g ^ h; g += h ^ i; h += i ^ j; i += j ^ k; j += k ^ l; k += l ^ m; l += m ^ b; m += b ^ a[r];
        }
        return b ^ c ^ d ^ e ^ f ^ g ^ h ^ i ^ j ^ k ^ l ^ m;
    }

    static void show(String what, Runnable action) {
        try {
            action.run();
            System.out.println(what + ": passed");
        } catch (Throwable e) {
            System.out.println(what + ": " + e);
            for (Throwable t = e; t != null; t = t.getCause()) {
                for (StackTraceElement frame : t.getStackTrace()) {
                    if (frame.getClassName().startsWith("LeafFailures") && !frame.getMethodName().startsWith("lambda")) {
                        System.out.println("    " + frame);
                    }
                }
            }
        }
    }

    public static void main(String[] arguments) {
        int[] small = {0, 1, 2};
        int[] twelve = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        Node first = new Node(1, 3);
        Node node = first;
        for (int i = 0; i < 5; i++) {
            node.next = new Node(i, 4);
            node = node.next;
        }
        node.next = new Last(9);
        System.out.println(sumOfNine(1, 2, 3, 4, 5, 6, 7, 8, 2, small));
        System.out.println(sumOfDoubles(1.5, 2.5, 3.5, new double[] {1, 2, 3, 4}));
        System.out.println(caught(small, 1) + " " + caught(small, 5) + " " + caught(new int[] {2, 4}, 1) + " " + caught(null, 7) + " " + count);
        System.out.println(spilled(twelve, 12));
        show("nine", () -> sumOfNine(1, 2, 3, 4, 5, 6, 7, 8, 9, small));
        show("doubles", () -> sumOfDoubles(1, 2, 3, new double[1]));
        show("leaf", () -> first.visit(3));
        show("last", () -> first.visit(6));
        show("null", () -> first.visit(9));
        show("leaf 0", () -> first.leaf(-8));
        show("cast", () -> cast("x"));
        show("cast null", () -> cast(null));
        show("store", () -> store(new Integer[2], "x"));
        show("store far", () -> store(new Object[1], "x"));
        show("length", () -> lengthOf(new int[][] {null, {}}, 1, 0));
        show("length null", () -> lengthOf(new int[][] {null, {}}, 0, 0));
        show("divide", () -> divide(5, 0));
        show("remainder", () -> divide(5, 1));
        show("initialises", () -> initialises(4));
        show("initialises again", () -> initialises(4));
        show("spilled", () -> spilled(twelve, 13));
        show("copy", () -> System.arraycopy(small, 1, twelve, 11, 2));
        show("copy null", () -> System.arraycopy(small, 1, (int[]) null, 11, 2));
        show("copy negative", () -> System.arraycopy(small, 1, twelve, 1, -1));
        show("copy from", () -> System.arraycopy(small, 3, twelve, 1, 1));
        System.arraycopy(twelve, 0, twelve, 3, 9);
        System.arraycopy(twelve, 4, twelve, 2, 7);
        System.out.println(java.util.Arrays.toString(twelve));
        System.out.println(lengthOf(new int[][] {{1, 2}}, 0, 1) + " " + divide(100, 7) + " " + cast(twelve));
    }
}
