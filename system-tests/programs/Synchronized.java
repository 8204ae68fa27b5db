import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/** What is made for many threads, used by one. */
public class Synchronized {
    private static int counter;
    private volatile int seen;

    private static synchronized int next() {
        return ++counter;
    }

    private synchronized int nested() {
        synchronized (this) {
            synchronized (Synchronized.class) {
                return seen += next();
            }
        }
    }

    private int failing() {
        synchronized (this) {
            throw new IllegalStateException("inside");
        }
    }

    public static void main(String[] args) throws InterruptedException {
        Synchronized s = new Synchronized();
        System.out.println(next() + " " + s.nested() + " " + s.nested());
        try {
            s.failing();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        AtomicInteger integer = new AtomicInteger(5);
        System.out.println(integer.incrementAndGet() + " " + integer.getAndAdd(10) + " " + integer.compareAndSet(16, 1) + " " + integer.updateAndGet(i -> i * 7) + " " + integer);
        AtomicLong number = new AtomicLong();
        System.out.println(number.accumulateAndGet(9, Math::max) + " " + number.decrementAndGet());
        AtomicReference<String> reference = new AtomicReference<>("a");
        System.out.println(reference.compareAndSet("a", "b") + reference.get() + reference.getAndSet("c"));
        LongAdder adder = new LongAdder();
        for (int i = 0; i < 100; i++) {
            adder.add(i);
        }
        System.out.println(adder.sum());
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        try {
            System.out.println(lock.isLocked() + " " + lock.isHeldByCurrentThread() + " " + lock.tryLock());
        } finally {
            lock.unlock();
            lock.unlock();
        }
        ThreadLocal<Integer> local = ThreadLocal.withInitial(() -> 42);
        local.set(local.get() + 1);
        System.out.println(local.get() + " " + Thread.currentThread().getName());
        local.remove();
        System.out.println(local.get());
        CopyOnWriteArrayList<Integer> copies = new CopyOnWriteArrayList<>(new Integer[] {1, 2});
        for (Integer i : copies) {
            copies.add(i + 10);
        }
        ConcurrentLinkedQueue<String> queue = new ConcurrentLinkedQueue<>();
        queue.add("x");
        queue.offer("y");
        System.out.println(copies + " " + queue.poll() + queue);
        ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>();
        for (int i = 0; i < 50; i++) {
            map.merge("k" + i % 7, 1, Integer::sum);
        }
        System.out.println(new java.util.TreeMap<>(map) + " " + map.reduceValues(1000, Integer::sum));
        Thread.sleep(1);
        s.notifyAllOnce();
    }

    private synchronized void notifyAllOnce() {
        notifyAll();
        System.out.println("notified");
    }
}
