/** StackOverflowError is an error like others: caught, thrown again, in finally, and the stack is whole afterwards. */
public class DeepRecursion {
    static int depth;

    static int down(int n) {
        depth++;
        return down(n + 1) + 1;
    }

    static long mutualA(long n) {
        return n == 0 ? 0 : mutualB(n - 1) + 1;
    }

    static long mutualB(long n) {
        return n == 0 ? 0 : mutualA(n - 1) + 2;
    }

    static int withFinally(int n) {
        try {
            return withFinally(n + 1);
        } finally {
            depth = Math.max(depth, n);
        }
    }

    static class Node {
        Node next;

        @Override
        public String toString() {
            return "n" + next;
        }
    }

    static int ackermann(int m, int n) {
        return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
    }

    public static void main(String[] args) {
        for (int i = 0; i < 3; i++) {
            depth = 0;
            try {
                down(0);
                System.out.println("not reached");
            } catch (StackOverflowError e) {
                System.out.println(e.getClass().getName() + " " + e.getMessage() + " " + (depth > 500) + " " + (e.getStackTrace().length > 100));
            }
        }
        depth = 0;
        try {
            withFinally(0);
        } catch (StackOverflowError e) {
            System.out.println("through finally " + (depth > 500));
        }
        Node node = new Node();
        node.next = node;
        try {
            System.out.println(node.toString().length());
        } catch (StackOverflowError e) {
            System.out.println("cycle");
        }
        System.out.println(mutualA(3001) + " " + ackermann(2, 300));
        try {
            try {
                down(0);
            } catch (StackOverflowError e) {
                throw new IllegalStateException("wrapped", e);
            }
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage() + " " + e.getCause());
        }
    }
}
