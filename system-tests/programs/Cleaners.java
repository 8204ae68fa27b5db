import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Cleaners: what is registered is cleaned once, by hand or when nobody can reach the object any more, by the cleaner's own thread. */
public class Cleaners {
    static final class Resource implements AutoCloseable {
        private final Cleaner.Cleanable cleanable;

        Resource(Cleaner cleaner, Runnable release) {
            cleanable = cleaner.register(this, release);
        }

        @Override
        public void close() {
            cleanable.clean();
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        byHand(Cleaner.create());
        unreachable(Cleaner.create());
        failing(Cleaner.create());
        ownThreads();
        keptByItsAction();
    }

    static void byHand(Cleaner cleaner) {
        AtomicInteger released = new AtomicInteger();
        try (Resource resource = new Resource(cleaner, released::incrementAndGet)) {
            System.out.println("open " + released + ' ' + (resource.cleanable != null));
        }
        System.out.println("closed " + released);
        Resource twice = new Resource(cleaner, released::incrementAndGet);
        twice.close();
        twice.close();
        System.out.println("closed twice " + released);
        try {
            cleaner.register(null, () -> {});
        } catch (NullPointerException e) {
            System.out.println("null object: " + e.getMessage());
        }
        try {
            cleaner.register(new Object(), null);
        } catch (NullPointerException e) {
            System.out.println("null action: " + e.getMessage());
        }
    }

    static void unreachable(Cleaner cleaner) throws InterruptedException {
        CountDownLatch all = new CountDownLatch(20);
        AtomicInteger names = new AtomicInteger();
        make(cleaner, all, names);
        collectUntil(all, 2);
        long left = all.getCount();
        System.out.println("cleaned: " + (left <= 2) + ", all by the cleaner's thread: " + (names.get() >= 20 - left));
    }

    static void make(Cleaner cleaner, CountDownLatch all, AtomicInteger names) throws InterruptedException {
        Thread maker = new Thread(() -> {
            for (int i = 0; i < 20; i++) {
                new Resource(cleaner, () -> {
                    names.addAndGet(Thread.currentThread().getName().startsWith("Cleaner-") ? 1 : 0);
                    all.countDown();
                });
            }
        });
        maker.start();
        maker.join();
    }

    /** An action that throws is no reason to leave out the others. */
    static void failing(Cleaner cleaner) throws InterruptedException {
        CountDownLatch after = new CountDownLatch(12);
        Thread maker = new Thread(() -> {
            for (int i = 0; i < 12; i++) {
                boolean fails = i % 2 == 0;
                new Resource(cleaner, () -> {
                    after.countDown();
                    if (fails) {
                        throw new IllegalStateException("ignored");
                    }
                });
            }
        });
        maker.start();
        maker.join();
        System.out.println("cleaned beside failures: " + collectUntil(after, 2));
    }

    static void ownThreads() throws InterruptedException {
        List<String> threads = new ArrayList<>();
        Cleaner cleaner = Cleaner.create(run -> {
            Thread thread = new Thread(run, "sweeper");
            synchronized (threads) {
                threads.add(thread.getName() + ' ' + thread.isDaemon());
            }
            return thread;
        });
        CountDownLatch done = new CountDownLatch(1);
        String[] by = new String[1];
        Thread maker = new Thread(() -> new Resource(cleaner, () -> {
            by[0] = Thread.currentThread().getName() + ' ' + Thread.currentThread().isDaemon();
            done.countDown();
        }));
        maker.start();
        maker.join();
        System.out.println(collectUntil(done, 0) + " by " + by[0] + ", made " + threads);
    }

    /** The action refers to the object, so it never becomes unreachable; but it can be cleaned by hand. */
    static void keptByItsAction() throws InterruptedException {
        AtomicInteger cleaned = new AtomicInteger();
        Cleaner cleaner = Cleaner.create();
        Object[] object = {new Object()};
        Object own = object[0];
        Cleaner.Cleanable cleanable = cleaner.register(own, () -> cleaned.addAndGet(own.hashCode() == 0 ? 2 : 1));
        object[0] = null;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(5);
        }
        System.out.println("kept " + cleaned);
        cleanable.clean();
        System.out.println("by hand " + (cleaned.get() > 0));
    }

    /** A few may be left over, if some stack happens to have a word like their address. */
    static boolean collectUntil(CountDownLatch latch, int leftOver) throws InterruptedException {
        for (int i = 0; i < 500 && latch.getCount() > leftOver; i++) {
            System.gc();
            byte[][] garbage = new byte[10][1000];
            latch.await(garbage.length, TimeUnit.MILLISECONDS);
        }
        return latch.getCount() <= leftOver;
    }
}
