import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** Stacks: overflow in threads, deep ones by request, traces of others, traces that start in threads. */
public class ThreadStacks {
    private static int depth;

    private static int dig(int n) {
        depth = n;
        return dig(n + 1) + 1;
    }

    private static int sum(int n) {
        return n == 0 ? 0 : n + sum(n - 1);
    }

    private static void hold(CountDownLatch inside) {
        inside.countDown();
        LockSupport.park();
    }

    private static void outer(CountDownLatch inside) {
        hold(inside);
    }

    public static void main(String[] args) throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            Thread digger = new Thread(() -> {
                try {
                    dig(0);
                } catch (StackOverflowError e) {
                    System.out.println("overflow " + (depth > 100) + " " + e.getMessage() + " " + (e.getStackTrace().length > 50));
                }
                System.out.println(sum(50));
            });
            digger.start();
            digger.join();
        }
        Thread virtual = Thread.startVirtualThread(() -> {
            try {
                dig(0);
            } catch (StackOverflowError e) {
                System.out.println("virtual overflow " + (depth > 100));
            }
        });
        virtual.join();
        try {
            dig(0);
        } catch (StackOverflowError e) {
            System.out.println("main overflow " + (depth > 100));
        }
        Thread deep = new Thread(null, () -> System.out.println(sum(20_000)), "deep", 4 << 20);
        deep.start();
        deep.join();
        CountDownLatch inside = new CountDownLatch(1);
        Thread parked = new Thread(() -> outer(inside), "parked");
        System.out.println(parked.getStackTrace().length);
        parked.start();
        inside.await();
        while (parked.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        for (StackTraceElement element : parked.getStackTrace()) {
            if (element.getClassName().startsWith("ThreadStacks") || element.getClassName().equals("java.lang.Thread")) {
                System.out.println(element);
            }
        }
        System.out.println(Thread.getAllStackTraces().containsKey(parked) + " " + Thread.getAllStackTraces().containsKey(Thread.currentThread()));
        LockSupport.unpark(parked);
        parked.join();
        System.out.println(parked.getStackTrace().length);
        System.out.println(Thread.currentThread().getStackTrace()[1]);
        Thread thrower = new Thread(() -> {
            try {
                throw new IllegalStateException("traced");
            } catch (IllegalStateException e) {
                e.printStackTrace();
                new Throwable("wrapped", e).printStackTrace();
            }
        });
        thrower.start();
        thrower.join();
    }
}
