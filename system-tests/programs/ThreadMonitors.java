/** Monitors: exclusion, reentry, static and instance, exceptions that leave them, questions about them. */
public class ThreadMonitors {
    private int balance;
    private static int shared;

    private synchronized void add(int amount) {
        int before = balance;
        Thread.yield();
        balance = before + amount;
    }

    private static synchronized int nextShared() {
        int before = shared;
        Thread.yield();
        shared = before + 1;
        return shared;
    }

    private synchronized int recursive(int depth) {
        return depth == 0 ? 0 : 1 + recursive(depth - 1);
    }

    private synchronized int failing(int depth) {
        if (depth == 0) {
            throw new IllegalStateException("at the bottom");
        }
        return failing(depth - 1) + 1;
    }

    private synchronized int dividing(int by) {
        return 10 / by;
    }

    private boolean isFreeForOthers() throws InterruptedException {
        boolean[] entered = new boolean[1];
        Thread other = new Thread(() -> {
            synchronized (this) {
                entered[0] = true;
            }
        });
        other.start();
        other.join(50);
        boolean result = entered[0];
        other.join();
        return result;
    }

    public static void main(String[] args) throws InterruptedException {
        ThreadMonitors account = new ThreadMonitors();
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                for (int k = 0; k < 100; k++) {
                    account.add(1);
                    nextShared();
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(account.balance + " " + shared);
        System.out.println(account.recursive(500));
        try {
            account.failing(20);
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage() + " " + Thread.holdsLock(account) + " " + account.isFreeForOthers());
        }
        try {
            account.dividing(0);
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage() + " " + Thread.holdsLock(account) + " " + account.isFreeForOthers());
        }
        synchronized (account) {
            synchronized (account) {
                System.out.println(Thread.holdsLock(account) + " " + Thread.holdsLock(ThreadMonitors.class));
            }
            System.out.println(Thread.holdsLock(account));
        }
        System.out.println(Thread.holdsLock(account));
        int found = 0;
        for (int i = 0; i < 3; i++) {
            try {
                synchronized (account) {
                    if (i == 1) {
                        continue;
                    }
                    if (i == 2) {
                        throw new RuntimeException("out");
                    }
                    found++;
                }
            } catch (RuntimeException e) {
                found += 100;
            }
        }
        System.out.println(found + " " + Thread.holdsLock(account));
        Object nothing = args.length > 5 ? "" : null;
        try {
            synchronized (nothing) {
                System.out.println("never");
            }
        } catch (NullPointerException e) {
            System.out.println("null: " + (e.getMessage() != null));
        }
        Object[] many = new Object[300];
        for (int i = 0; i < many.length; i++) {
            many[i] = new Object();
        }
        System.out.println(nested(many, 0) + " " + Thread.holdsLock(many[7]));
        System.out.println(Thread.holdsLock(new Object()));
    }

    /** Holds hundreds of monitors at once. */
    private static int nested(Object[] locks, int from) {
        if (from == locks.length) {
            int held = 0;
            for (Object lock : locks) {
                held += Thread.holdsLock(lock) ? 1 : 0;
            }
            return held;
        }
        synchronized (locks[from]) {
            synchronized (locks[(from * 7) % locks.length]) {
                return nested(locks, from + 1);
            }
        }
    }
}
