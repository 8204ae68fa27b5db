import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.*;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Ten thousand virtual threads, and what they are. */
public class ThreadVirtual {
    public static void main(String[] args) throws Exception {
        AtomicLong sum = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            int n = i;
            threads.add(Thread.startVirtualThread(() -> sum.addAndGet(n)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(sum);
        Thread virtual = Thread.ofVirtual().name("virtual").unstarted(() -> System.out.println(
                Thread.currentThread().getName() + " " + Thread.currentThread().isVirtual() + " " + Thread.currentThread().isDaemon()
                        + " " + Thread.currentThread().getPriority() + " " + Thread.currentThread().getThreadGroup().getName()));
        System.out.println(virtual.getState() + " " + virtual.isDaemon());
        virtual.start();
        virtual.join();
        System.out.println(virtual.getState() + " " + virtual.isAlive());
        try {
            virtual.setDaemon(false);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        AtomicInteger together = new AtomicInteger();
        CountDownLatch gate = new CountDownLatch(1);
        List<Thread> blocked = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            blocked.add(Thread.ofVirtual().name("b-", i).start(() -> {
                try {
                    gate.await();
                    Thread.sleep(1);
                } catch (InterruptedException e) {
                    System.out.println("never");
                }
                together.incrementAndGet();
            }));
        }
        Thread.sleep(20);
        System.out.println(together + " " + blocked.getLast().getState() + " " + blocked.getLast().getName());
        gate.countDown();
        for (Thread thread : blocked) {
            thread.join();
        }
        System.out.println(together);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                int n = i;
                results.add(executor.submit(() -> {
                    Thread.sleep(2);
                    return n;
                }));
            }
            int total = 0;
            for (Future<Integer> result : results) {
                total += result.get();
            }
            System.out.println(total);
        }
        ThreadFactory factory = Thread.ofVirtual().name("made-", 0).factory();
        System.out.println(factory.newThread(() -> {}).getName() + " " + factory.newThread(() -> {}).getName());
        Thread interrupted = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(100_000);
            } catch (InterruptedException e) {
                System.out.println(e.getMessage() + " " + Thread.currentThread().isInterrupted());
            }
        });
        Thread.sleep(1);
        interrupted.interrupt();
        interrupted.join();
        Object lock = new Object();
        int[] count = new int[1];
        List<Thread> contending = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            contending.add(Thread.startVirtualThread(() -> {
                synchronized (lock) {
                    int before = count[0];
                    Thread.yield();
                    count[0] = before + 1;
                }
            }));
        }
        for (Thread thread : contending) {
            thread.join();
        }
        System.out.println(count[0] + " " + Thread.startVirtualThread(() -> {}).join(java.time.Duration.ofSeconds(10)));
    }
}
