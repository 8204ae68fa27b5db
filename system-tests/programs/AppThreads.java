import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads, an executor, a blocking queue, locks: the results do not depend on who runs when. */
public class AppThreads {
    private static int shared;

    private static synchronized void increment() {
        shared++;
    }

    public static void main(String[] args) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> {
                for (int k = 0; k < 1000; k++) {
                    increment();
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(shared);

        BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(2);
        Thread producer = Thread.ofVirtual().start(() -> {
            try {
                for (int i = 1; i <= 10; i++) {
                    queue.put(i);
                }
                queue.put(-1);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        int sum = 0;
        for (int next = queue.take(); next >= 0; next = queue.take()) {
            sum += next;
        }
        producer.join();
        System.out.println(sum);

        try (ExecutorService executor = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                int n = i;
                results.add(executor.submit(() -> n * n));
            }
            for (Future<Integer> result : results) {
                System.out.print(result.get() + " ");
            }
            System.out.println();
        }

        AtomicInteger atomic = new AtomicInteger();
        ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();
        CountDownLatch latch = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            int n = i;
            Thread.startVirtualThread(() -> {
                map.merge(n % 2, atomic.addAndGet(n), Integer::sum);
                latch.countDown();
            });
        }
        latch.await();
        System.out.println(atomic.get() + " " + map.size());
    }
}
