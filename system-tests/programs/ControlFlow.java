/** Loops, labels, conditional operators, short circuits, compound assignment order. */
public class ControlFlow {
    private static int calls;

    private static boolean yes(String name) {
        System.out.print(name + " ");
        calls++;
        return true;
    }

    private static int next() {
        return ++calls;
    }

    public static void main(String[] args) {
        System.out.println(yes("a") || yes("b"));
        System.out.println(!yes("c") && yes("d"));
        System.out.println(yes("e") | yes("f") & !yes("g") ^ yes("h"));
        int i = 0;
        do {
            i += 3;
        } while (i < 10);
        System.out.println(i);
        int[] a = {0, 10, 20, 30};
        int k = 0;
        a[k++] = a[k] + k++;
        System.out.println(a[0] + " " + k);
        k = 1;
        k += k++ + ++k;
        System.out.println(k);
        calls = 0;
        int x = next() + next() * next() - next();
        System.out.println(x);
        outer:
        for (int p = 2; p < 60; p++) {
            for (int q = 2; q * q <= p; q++) {
                if (p % q == 0) {
                    continue outer;
                }
            }
            if (p > 50) {
                break outer;
            }
            System.out.print(p + " ");
        }
        System.out.println();
        for (int lo = 0, hi = 10; lo < hi; lo++, hi -= 2) {
            System.out.print(lo + hi + " ");
        }
        System.out.println();
        int collatz = 27;
        int steps = 0;
        while (collatz != 1) {
            collatz = (collatz & 1) == 0 ? collatz / 2 : 3 * collatz + 1;
            steps++;
        }
        System.out.println(steps);
        block:
        {
            if (steps > 100) {
                break block;
            }
            System.out.println("not printed");
        }
        String grade = steps > 200 ? "long" : steps > 100 ? "middle" : "short";
        System.out.println(grade);
        long big = 1;
        for (int j = 0; j < 70; j++) {
            big <<= 1;
            if (big == 0) {
                System.out.println("zero after " + j);
                break;
            }
        }
        var list = new java.util.ArrayList<Integer>();
        for (;;) {
            if (list.size() >= 3) {
                break;
            }
            list.add(list.size() * 2);
        }
        for (int v : list) {
            System.out.print(v + ";");
        }
        System.out.println();
    }
}
