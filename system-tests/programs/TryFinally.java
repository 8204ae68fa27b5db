/** Every way out of try, catch and finally. */
public class TryFinally {
    private static final StringBuilder LOG = new StringBuilder();

    private static int simple(int way) {
        try {
            LOG.append('t');
            if (way == 1) {
                return 1;
            }
            if (way == 2) {
                throw new IllegalStateException("two");
            }
            if (way == 3) {
                throw new Error("three");
            }
        } catch (IllegalStateException e) {
            LOG.append('c');
            return 2;
        } finally {
            LOG.append('f');
        }
        return 0;
    }

    @SuppressWarnings("finally")
    private static int overriding() {
        try {
            return 1;
        } finally {
            return 2;
        }
    }

    private static int valueIsKept() {
        int x = 1;
        try {
            return x;
        } finally {
            x = 99;
        }
    }

    private static String loops() {
        StringBuilder result = new StringBuilder();
        outer:
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                try {
                    if (j == 1) {
                        continue;
                    }
                    if (i == 1) {
                        continue outer;
                    }
                    if (i == 3) {
                        break outer;
                    }
                    result.append(i).append(j).append(' ');
                } finally {
                    result.append('.');
                }
            }
        }
        return result.toString();
    }

    private static void nested() throws Exception {
        try {
            try {
                throw new Exception("inner");
            } finally {
                LOG.append("[inner finally]");
            }
        } catch (RuntimeException e) {
            LOG.append("[wrong]");
        } finally {
            LOG.append("[outer finally]");
        }
    }

    public static void main(String[] args) {
        for (int way = 0; way <= 3; way++) {
            try {
                System.out.println(way + " gives " + simple(way) + " " + LOG);
            } catch (Error e) {
                System.out.println(way + " throws " + e.getMessage() + " " + LOG);
            }
        }
        System.out.println(overriding() + " " + valueIsKept() + " " + loops());
        try {
            nested();
        } catch (Exception e) {
            System.out.println(e + " " + LOG);
        }
        try {
            throw new StackOverflowError();
        } catch (IllegalArgumentException | StackOverflowError e) {
            System.out.println("multi " + e);
        }
    }
}
