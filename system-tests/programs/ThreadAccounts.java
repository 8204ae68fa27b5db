import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Many threads that move money between accounts, under locks of three kinds; nothing may be lost. */
public class ThreadAccounts {
    private interface Transfer {
        void move(int from, int to, int amount);
    }

    private static long run(int[] accounts, Transfer transfer) throws InterruptedException {
        Thread[] threads = new Thread[8];
        for (int t = 0; t < threads.length; t++) {
            Random random = new Random(t);
            Runnable work = () -> {
                for (int i = 0; i < 200; i++) {
                    int from = random.nextInt(accounts.length);
                    int to = (from + 1 + random.nextInt(accounts.length - 1)) % accounts.length;
                    transfer.move(from, to, random.nextInt(50));
                }
            };
            threads[t] = t % 2 == 0 ? new Thread(work) : Thread.ofVirtual().unstarted(work);
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long sum = 0;
        for (int account : accounts) {
            sum += account;
        }
        return sum;
    }

    private static int[] accounts() {
        int[] accounts = new int[10];
        java.util.Arrays.fill(accounts, 1000);
        return accounts;
    }

    public static void main(String[] args) throws InterruptedException {
        int[] one = accounts();
        Object all = new Object();
        System.out.println(run(one, (from, to, amount) -> {
            synchronized (all) {
                int before = one[from];
                Thread.yield();
                one[from] = before - amount;
                one[to] += amount;
            }
        }));
        int[] two = accounts();
        Object[] locks = new Object[10];
        java.util.Arrays.setAll(locks, i -> new Object());
        System.out.println(run(two, (from, to, amount) -> {
            synchronized (locks[Math.min(from, to)]) {
                synchronized (locks[Math.max(from, to)]) {
                    int before = two[from];
                    Thread.yield();
                    two[from] = before - amount;
                    two[to] += amount;
                }
            }
        }));
        int[] three = accounts();
        ReentrantLock[] reentrant = new ReentrantLock[10];
        java.util.Arrays.setAll(reentrant, i -> new ReentrantLock());
        AtomicInteger refused = new AtomicInteger();
        System.out.println(run(three, (from, to, amount) -> {
            while (true) {
                if (reentrant[from].tryLock()) {
                    try {
                        if (reentrant[to].tryLock()) {
                            try {
                                int before = three[from];
                                Thread.yield();
                                three[from] = before - amount;
                                three[to] += amount;
                                return;
                            } finally {
                                reentrant[to].unlock();
                            }
                        }
                    } finally {
                        reentrant[from].unlock();
                    }
                }
                refused.incrementAndGet();
                Thread.yield();
            }
        }));
        System.out.println(refused.get() >= 0);
    }
}
