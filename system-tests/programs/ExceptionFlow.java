// exit: 1
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Which handler gets an exception, what finally blocks do on the way, and what traces and causes say. */
public class ExceptionFlow {
    static final List<String> LOG = new ArrayList<>();
    static int zero;
    static Object nothing;

    static class A extends Exception {
        A(String message) {
            super(message);
        }
    }

    static class B extends A {
        B(String message) {
            super(message);
        }
    }

    static class C extends RuntimeException {
        C(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static void raise(int which) throws A {
        switch (which) {
            case 0 -> throw new A("a");
            case 1 -> throw new B("b");
            case 2 -> throw new C("c", new B("inner"));
            case 3 -> throw new StackOverflowError("s");
            case 4 -> nothing.hashCode();
            case 5 -> System.out.println(1 / zero);
            case 6 -> System.out.println(new int[2][-1 - zero].length);
            case 7 -> System.out.println(((String) (Object) which));
            case 8 -> System.out.println(new int[zero][0].length + new int[3][2][5 + zero].length);
            default -> LOG.add("calm");
        }
    }

    static String order(int which) {
        String result = "";
        try {
            try {
                try {
                    raise(which);
                    result += "n";
                } catch (B e) {
                    result += "B" + e.getMessage();
                } finally {
                    result += "f1";
                }
            } catch (A e) {
                result += "A" + e.getMessage();
                if (which == 0) {
                    throw new C("again", e);
                }
            } finally {
                result += "f2";
            }
        } catch (C | ArithmeticException e) {
            result += e.getClass().getSimpleName() + e.getMessage();
        } catch (RuntimeException e) {
            result += "R" + e.getClass().getSimpleName();
        } catch (Error e) {
            result += "E" + e.getMessage();
        }
        return result;
    }

    @SuppressWarnings("finally")
    static int finallyWins(int n) {
        for (int i = 0; i < 3; i++) {
            try {
                if (i == n) {
                    return i;
                }
                if (n == 7) {
                    throw new IllegalStateException();
                }
            } finally {
                LOG.add("f" + i);
                if (n == 7) {
                    return 70 + i;
                }
                if (i == 1) {
                    continue;
                }
            }
        }
        return -1;
    }

    static int returnedBeforeFinally() {
        int x = 1;
        try {
            return x;
        } finally {
            x = 2;
            LOG.add("x" + x);
        }
    }

    static int nestedFinally(int depth) throws A {
        try {
            if (depth == 0) {
                raise(1);
            }
            return nestedFinally(depth - 1) + 1;
        } finally {
            LOG.add("d" + depth);
        }
    }

    static class Resource implements AutoCloseable {
        final String name;
        final boolean bad;

        Resource(String name, boolean bad) {
            this.name = name;
            this.bad = bad;
            LOG.add("open " + name);
        }

        @Override
        public void close() throws IOException {
            LOG.add("close " + name);
            if (bad) {
                throw new IOException("close " + name);
            }
        }
    }

    static void resources(boolean bodyFails, boolean firstBad, boolean secondBad) {
        try (Resource one = new Resource("one", firstBad);
                Resource two = new Resource("two", secondBad);
                Resource none = null) {
            LOG.add("body");
            if (bodyFails) {
                throw new IOException("body");
            }
        } catch (IOException e) {
            LOG.add(e.getMessage());
            for (Throwable t : e.getSuppressed()) {
                LOG.add("suppressed " + t.getMessage());
            }
        } finally {
            LOG.add("done");
        }
    }

    static class Half {
        static Half escaped;
        int value = 5;

        Half(boolean fail) {
            escaped = this;
            if (fail) {
                throw new IllegalArgumentException("half");
            }
            value = 6;
        }
    }

    static int locked(Object lock, int n) {
        int sum = 0;
        synchronized (lock) {
            try {
                synchronized (ExceptionFlow.class) {
                    sum += 10 / n;
                }
            } catch (ArithmeticException e) {
                sum = -1;
            }
            if (n == 3) {
                throw new IllegalStateException("n is 3");
            }
        }
        return sum;
    }

    static synchronized int synchronizedMethod(int n) {
        return 10 / n;
    }

    static int assignedInTry(String text) {
        int value = 0;
        int stage = 0;
        try {
            stage = 1;
            value = Integer.parseInt(text);
            stage = 2;
            value = value / zero;
            stage = 3;
        } catch (NumberFormatException e) {
            value = -stage;
        } catch (ArithmeticException e) {
            value = 100 * stage + value;
        }
        return value;
    }

    static <T extends Throwable> void sneaky(Throwable t) throws T {
        @SuppressWarnings("unchecked")
        T cast = (T) t;
        throw cast;
    }

    static String message(Runnable action) {
        try {
            action.run();
            return "nothing";
        } catch (Throwable t) {
            return t.toString();
        }
    }

    static int loopWithCatch() {
        int count = 0;
        for (int i = 0; i < 10; i++) {
            try {
                if (i % 3 == 0) {
                    throw new A("x" + i);
                }
                if (i % 4 == 0) {
                    break;
                }
                count += 10;
            } catch (A e) {
                if (e.getMessage().equals("x6")) {
                    continue;
                }
                count++;
            } finally {
                count += 100;
            }
        }
        return count;
    }

    static Object[] evaluationOrder() {
        List<String> log = new ArrayList<>();
        Object[] results = new Object[4];
        int[] array = null;
        try {
            array[index(log)] = value(log);
        } catch (NullPointerException e) {
            results[0] = log.toString();
        }
        log.clear();
        int[] small = new int[1];
        try {
            small[index(log)] = value(log);
        } catch (ArrayIndexOutOfBoundsException e) {
            results[1] = log + e.getMessage();
        }
        log.clear();
        try {
            small[index(log)] += value(log);
        } catch (ArrayIndexOutOfBoundsException e) {
            results[2] = log + e.getMessage();
        }
        log.clear();
        try {
            results[3] = index(log) / zero * value(log);
        } catch (ArithmeticException e) {
            results[3] = log + e.getMessage();
        }
        return results;
    }

    static int index(List<String> log) {
        log.add("index");
        return 5;
    }

    static int value(List<String> log) {
        log.add("value");
        return 6;
    }

    public static void main(String[] args) throws Exception {
        for (int i = 0; i < 10; i++) {
            System.out.println(i + " " + order(i));
        }
        System.out.println(LOG);
        LOG.clear();
        System.out.println(finallyWins(0) + " " + finallyWins(2) + " " + finallyWins(7) + " " + finallyWins(9) + LOG);
        LOG.clear();
        System.out.println(returnedBeforeFinally() + LOG.toString());
        LOG.clear();
        try {
            nestedFinally(3);
        } catch (A e) {
            System.out.println(e + LOG.toString());
        }
        for (int i = 0; i < 8; i++) {
            LOG.clear();
            resources((i & 4) != 0, (i & 2) != 0, (i & 1) != 0);
            System.out.println(LOG);
        }
        System.out.println(message(() -> new Half(true)) + " " + Half.escaped.value + " " + new Half(false).value);
        Object lock = new Object();
        System.out.println(locked(lock, 0) + " " + locked(lock, 2) + " " + message(() -> locked(lock, 3)) + " "
                + message(() -> locked(null, 3)) + " " + message(() -> synchronizedMethod(0)));
        System.out.println(assignedInTry("x") + " " + assignedInTry("7"));
        System.out.println(message(() -> ExceptionFlow.<RuntimeException>sneaky(new IOException("sneaked"))));
        System.out.println(message(() -> {
            throw null;
        }));
        System.out.println(loopWithCatch());
        for (Object o : evaluationOrder()) {
            System.out.println(o);
        }
        try {
            new ExceptionFlow().chain(0);
        } catch (C e) {
            for (Throwable t = e; t != null; t = t.getCause()) {
                System.out.println(t + " " + t.getStackTrace().length + " " + t.getStackTrace()[0]);
            }
        }
        Exception kept = new A("uncaught");
        kept.addSuppressed(new IOException("beside it"));
        kept.initCause(new C("why", null));
        throw kept;
    }

    void chain(int depth) {
        try {
            if (depth == 2) {
                raise(1);
            }
            chain(depth + 1);
        } catch (A e) {
            throw new C("outer", e);
        }
    }
}
