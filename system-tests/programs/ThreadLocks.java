import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.*;

/** Locks of java.util.concurrent: reentrant, fair, read-write, stamped; conditions. */
public class ThreadLocks {
    public static void main(String[] args) throws InterruptedException {
        for (boolean fair : new boolean[] {false, true}) {
            ReentrantLock lock = new ReentrantLock(fair);
            int[] count = new int[1];
            Thread[] threads = new Thread[5];
            for (int i = 0; i < threads.length; i++) {
                threads[i] = new Thread(() -> {
                    for (int k = 0; k < 40; k++) {
                        lock.lock();
                        try {
                            int before = count[0];
                            Thread.yield();
                            count[0] = before + 1;
                        } finally {
                            lock.unlock();
                        }
                    }
                });
                threads[i].start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            System.out.println(count[0] + " " + lock.isFair() + " " + lock.isLocked());
        }
        ReentrantLock lock = new ReentrantLock();
        try {
            lock.unlock();
        } catch (IllegalMonitorStateException e) {
            System.out.println("not mine: " + e.getMessage());
        }
        Condition condition = lock.newCondition();
        try {
            condition.signal();
        } catch (IllegalMonitorStateException e) {
            System.out.println("not mine: " + e.getMessage());
        }
        StringBuilder order = new StringBuilder();
        Thread[] waiters = new Thread[3];
        for (int i = 0; i < waiters.length; i++) {
            int n = i;
            waiters[i] = new Thread(() -> {
                lock.lock();
                try {
                    condition.await();
                    order.append(n);
                } catch (InterruptedException e) {
                    order.append("never");
                } finally {
                    lock.unlock();
                }
            });
            waiters[i].start();
            while (waiters[i].getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }
        }
        lock.lock();
        System.out.println(lock.getWaitQueueLength(condition) + " " + lock.hasWaiters(condition));
        condition.signal();
        condition.signalAll();
        lock.unlock();
        for (Thread waiter : waiters) {
            waiter.join();
        }
        System.out.println(order);
        lock.lock();
        System.out.println(condition.await(2, TimeUnit.MILLISECONDS) + " " + (condition.awaitNanos(1000) <= 0) + " " + lock.getHoldCount());
        lock.unlock();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Thread holder = new Thread(() -> {
            lock.lock();
            held.countDown();
            try {
                enough.await();
            } catch (InterruptedException e) {
                System.out.println("never");
            } finally {
                lock.unlock();
            }
        });
        holder.start();
        held.await();
        System.out.println(lock.tryLock() + " " + lock.tryLock(1, TimeUnit.MILLISECONDS));
        enough.countDown();
        System.out.println(lock.tryLock(10, TimeUnit.SECONDS));
        lock.unlock();
        ReentrantReadWriteLock readWrite = new ReentrantReadWriteLock();
        int[] value = new int[1];
        boolean[] torn = new boolean[1];
        Thread[] mixed = new Thread[6];
        for (int i = 0; i < mixed.length; i++) {
            boolean writes = i % 3 == 0;
            mixed[i] = new Thread(() -> {
                for (int k = 0; k < 20; k++) {
                    Lock side = writes ? readWrite.writeLock() : readWrite.readLock();
                    side.lock();
                    int before = value[0];
                    Thread.yield();
                    torn[0] |= value[0] != before;
                    if (writes) {
                        value[0] = before + 1;
                    }
                    side.unlock();
                }
            });
            mixed[i].start();
        }
        for (Thread thread : mixed) {
            thread.join();
        }
        System.out.println(value[0] + " " + torn[0] + " " + readWrite.getReadLockCount() + " " + readWrite.isWriteLocked());
        readWrite.writeLock().lock();
        readWrite.readLock().lock();
        readWrite.writeLock().unlock();
        System.out.println(readWrite.getReadHoldCount());
        readWrite.readLock().unlock();
        StampedLock stamped = new StampedLock();
        long optimistic = stamped.tryOptimisticRead();
        System.out.println(stamped.validate(optimistic));
        long write = stamped.writeLock();
        System.out.println(stamped.validate(optimistic) + " " + (stamped.tryReadLock() == 0));
        Thread reader = new Thread(() -> {
            long stamp = stamped.readLock();
            System.out.println("read");
            stamped.unlockRead(stamp);
        });
        reader.start();
        Thread.sleep(2);
        System.out.println("written");
        stamped.unlockWrite(write);
        reader.join();
        long read = stamped.readLock();
        System.out.println(stamped.tryConvertToWriteLock(read) != 0);
    }
}
