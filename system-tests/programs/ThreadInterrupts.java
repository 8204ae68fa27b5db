import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Interruption of everything that waits. */
public class ThreadInterrupts {
    private interface Waiting {
        void run() throws Exception;
    }

    private static void interrupt(String what, Waiting waiting) throws InterruptedException {
        Thread thread = new Thread(() -> {
            try {
                waiting.run();
                System.out.println(what + ": returned, flag " + Thread.currentThread().isInterrupted());
            } catch (Exception e) {
                System.out.println(what + ": " + e + ", flag " + Thread.currentThread().isInterrupted());
            }
        });
        thread.start();
        while (thread.getState() == Thread.State.RUNNABLE || thread.getState() == Thread.State.NEW) {
            Thread.sleep(1);
        }
        thread.interrupt();
        thread.join();
        System.out.println(thread.isInterrupted());
    }

    public static void main(String[] args) throws InterruptedException {
        interrupt("sleep", () -> Thread.sleep(100_000));
        interrupt("join", Thread.currentThread()::join);
        interrupt("park", LockSupport::park);
        interrupt("parkNanos", () -> LockSupport.parkNanos(1_000_000_000_000L));
        interrupt("parkUntil", () -> LockSupport.parkUntil(System.currentTimeMillis() + 100_000));
        interrupt("latch", () -> new CountDownLatch(1).await());
        interrupt("queue", () -> new ArrayBlockingQueue<String>(1).take());
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        interrupt("lockInterruptibly", lock::lockInterruptibly);
        interrupt("condition", () -> {
            ReentrantLock own = new ReentrantLock();
            own.lock();
            own.newCondition().await();
        });
        Thread stubborn = new Thread(() -> {
            lock.lock();
            System.out.println("lock is not interrupted, flag " + Thread.interrupted() + " " + Thread.interrupted());
            lock.unlock();
        });
        stubborn.start();
        Thread.sleep(2);
        stubborn.interrupt();
        Thread.sleep(2);
        System.out.println(stubborn.isAlive() + " " + reached(stubborn, Thread.State.WAITING));
        lock.unlock();
        stubborn.join();
        Thread.currentThread().interrupt();
        System.out.println(Thread.currentThread().isInterrupted() + " " + Thread.interrupted() + " " + Thread.interrupted());
        Thread.currentThread().interrupt();
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            System.out.println(e.getMessage() + " " + Thread.interrupted());
        }
        Thread.currentThread().interrupt();
        LockSupport.park();
        System.out.println("park returns at once, flag " + Thread.interrupted());
        Thread entering = new Thread(() -> {
            synchronized (lock) {
                System.out.println("entered, flag " + Thread.currentThread().isInterrupted());
            }
        });
        synchronized (lock) {
            entering.start();
            System.out.println(reached(entering, Thread.State.BLOCKED));
            entering.interrupt();
            Thread.sleep(2);
            System.out.println(reached(entering, Thread.State.BLOCKED));
        }
        entering.join();
    }

    /** On a busy host a thread takes a while to come that far. */
    private static Thread.State reached(Thread thread, Thread.State state) throws InterruptedException {
        for (int i = 0; i < 5000 && thread.getState() != state; i++) {
            Thread.sleep(1);
        }
        return thread.getState();
    }
}
