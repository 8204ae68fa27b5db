import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** wait and notify: order, timeouts, interruption, who may call them. */
public class ThreadWaiting {
    private static final Object LOCK = new Object();
    private static final List<String> LOG = new ArrayList<>();

    private static Thread waiter(String name, long milliseconds) throws InterruptedException {
        Thread thread = new Thread(
                () -> {
                    synchronized (LOCK) {
                        try {
                            LOCK.wait(milliseconds);
                            LOG.add(name + " woke, holds " + Thread.holdsLock(LOCK));
                        } catch (InterruptedException e) {
                            LOG.add(name + " interrupted, flag " + Thread.currentThread().isInterrupted() + ", holds " + Thread.holdsLock(LOCK));
                        }
                    }
                },
                name);
        thread.start();
        // It waits, or on a busy host has waited already.
        while (List.of(Thread.State.RUNNABLE, Thread.State.BLOCKED).contains(thread.getState())) {
            Thread.sleep(1);
        }
        return thread;
    }

    private static void refused(String what, Runnable action) {
        try {
            action.run();
            System.out.println(what + " passed");
        } catch (IllegalMonitorStateException e) {
            System.out.println(what + ": " + e.getMessage());
        }
    }

    public static void main(String[] args) throws InterruptedException {
        refused("notify", LOCK::notify);
        refused("notifyAll", LOCK::notifyAll);
        refused("wait", () -> {
            try {
                LOCK.wait();
            } catch (InterruptedException e) {
                System.out.println("never");
            }
        });
        synchronized (LOCK) {
            refused("of another", () -> new Object().notify());
            LOCK.notify();
            LOCK.notifyAll();
            try {
                LOCK.wait(-1);
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
            try {
                LOCK.wait(1, -1);
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
        Thread a = waiter("a", 0);
        System.out.println(a.getState());
        synchronized (LOCK) {
            LOCK.notify();
            System.out.println("notified, " + a.getState());
        }
        a.join();
        Thread b = waiter("b", 5);
        b.join();
        Thread c = waiter("c", 0);
        c.interrupt();
        c.join();
        Thread d = waiter("d", 1_000_000);
        Thread e = waiter("e", 0);
        System.out.println(d.getState() + " " + e.getState());
        synchronized (LOCK) {
            LOCK.notifyAll();
        }
        d.join();
        e.join();
        LOG.sort(null);
        LOG.forEach(System.out::println);
        Thread.currentThread().interrupt();
        synchronized (LOCK) {
            try {
                LOCK.wait(10);
            } catch (InterruptedException x) {
                System.out.println("at once " + x.getMessage() + " " + Thread.interrupted());
            }
        }
        long start = System.nanoTime();
        synchronized (LOCK) {
            synchronized (LOCK) {
                LOCK.wait(20);
                System.out.println(Thread.holdsLock(LOCK));
            }
            System.out.println(Thread.holdsLock(LOCK));
        }
        System.out.println(System.nanoTime() - start >= 20_000_000);
        boundedBuffer();
    }

    private static void boundedBuffer() throws InterruptedException {
        ArrayDeque<Integer> buffer = new ArrayDeque<>();
        Thread producer = new Thread(() -> {
            for (int i = 1; i <= 200; i++) {
                synchronized (buffer) {
                    while (buffer.size() == 3) {
                        try {
                            buffer.wait();
                        } catch (InterruptedException e) {
                            return;
                        }
                    }
                    buffer.add(i);
                    buffer.notifyAll();
                }
            }
        });
        producer.start();
        long sum = 0;
        for (int i = 1; i <= 200; i++) {
            synchronized (buffer) {
                while (buffer.isEmpty()) {
                    buffer.wait();
                }
                sum = sum * 31 + buffer.remove();
                buffer.notifyAll();
            }
        }
        System.out.println(sum);
    }
}
