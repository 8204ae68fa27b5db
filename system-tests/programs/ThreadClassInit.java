import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Classes that two threads use for the first time: one initialises, the others wait; recursion passes; failure is for all. */
public class ThreadClassInit {
    private static final StringBuffer LOG = new StringBuffer();

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static class Slow {
        static int value;

        static {
            LOG.append("begins ");
            pause(10);
            value = 42;
            LOG.append("ends ");
        }

        static int get() {
            return value;
        }
    }

    static class Recursive {
        static final int FIRST = compute();
        static int second = 7;

        static int compute() {
            pause(2);
            return Recursive.second + 1;
        }
    }

    static class Failing {
        static int value = fail();

        static int fail() {
            pause(5);
            throw new IllegalStateException("on purpose");
        }
    }

    static class Parent {
        static {
            pause(5);
            LOG.append("parent ");
        }
    }

    static class Child extends Parent {
        static int value = 5;

        static {
            LOG.append("child ");
        }
    }

    private static Thread[] both(Runnable task) throws InterruptedException {
        Thread[] threads = {new Thread(task, "one"), new Thread(task, "two")};
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return threads;
    }

    public static void main(String[] args) throws InterruptedException {
        both(() -> LOG.append(Slow.get() + " "));
        System.out.println(LOG);
        both(() -> {
            if (Recursive.FIRST != 1 || Recursive.second != 7) {
                System.out.println("wrong " + Recursive.FIRST + " " + Recursive.second);
            }
        });
        System.out.println(Recursive.FIRST + " " + Recursive.second);
        Set<String> failures = new ConcurrentSkipListSet<>();
        both(() -> {
            try {
                failures.add("" + Failing.value);
            } catch (ExceptionInInitializerError e) {
                failures.add("error by " + e.getCause().getMessage());
            } catch (NoClassDefFoundError e) {
                failures.add(e.getMessage());
            }
        });
        System.out.println(failures);
        LOG.setLength(0);
        both(() -> LOG.append(Child.value + " "));
        System.out.println(LOG);
        Thread user = new Thread(() -> LOG.append(" user ").append(Chained.value));
        user.start();
        user.join();
        System.out.println(Chained.value);
    }

    private record Eleven(int[] result) implements Runnable {
        @Override
        public void run() {
            result[0] = 11;
        }
    }

    /** Its initialiser waits for a thread that does not need it. */
    static class Chained {
        static int value;

        static {
            int[] result = new int[1];
            Thread helper = new Thread(new Eleven(result));
            helper.start();
            try {
                helper.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            value = result[0];
        }
    }
}
