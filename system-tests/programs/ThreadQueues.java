import java.util.*;
import java.util.concurrent.*;

/** Producers and consumers over every kind of blocking queue. */
public class ThreadQueues {
    private static void pass(String name, BlockingQueue<Integer> queue) throws InterruptedException {
        Thread[] producers = new Thread[3];
        for (int p = 0; p < producers.length; p++) {
            int base = p * 1000;
            producers[p] = new Thread(() -> {
                for (int i = 0; i < 50; i++) {
                    try {
                        queue.put(base + i);
                    } catch (InterruptedException e) {
                        System.out.println("never");
                    }
                }
            });
            producers[p].start();
        }
        long[] sums = new long[2];
        Thread[] consumers = new Thread[sums.length];
        for (int c = 0; c < consumers.length; c++) {
            int n = c;
            consumers[c] = new Thread(() -> {
                try {
                    for (int i = 0; i < 75; i++) {
                        sums[n] += queue.take();
                    }
                } catch (InterruptedException e) {
                    System.out.println("never");
                }
            });
            consumers[c].start();
        }
        for (Thread thread : producers) {
            thread.join();
        }
        for (Thread thread : consumers) {
            thread.join();
        }
        System.out.println(name + " " + (sums[0] + sums[1]) + " " + queue.size() + " " + queue.poll(1, TimeUnit.MILLISECONDS));
    }

    private record Late(long at, String name) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(at, ((Late) other).at);
        }
    }

    public static void main(String[] args) throws InterruptedException {
        pass("array", new ArrayBlockingQueue<>(4));
        pass("linked", new LinkedBlockingQueue<>());
        pass("linked, bounded", new LinkedBlockingQueue<>(1));
        pass("deque", new LinkedBlockingDeque<>(2));
        pass("priority", new PriorityBlockingQueue<>());
        pass("synchronous", new SynchronousQueue<>());
        pass("synchronous, fair", new SynchronousQueue<>(true));
        pass("transfer", new LinkedTransferQueue<>());
        DelayQueue<Late> delayed = new DelayQueue<>();
        long now = System.nanoTime();
        delayed.add(new Late(now + 20_000_000, "second"));
        delayed.add(new Late(now + 5_000_000, "first"));
        delayed.add(new Late(now + 40_000_000, "third"));
        System.out.println(delayed.poll() == null);
        for (int i = 0; i < 3; i++) {
            System.out.println(delayed.take().name());
        }
        System.out.println(new SynchronousQueue<String>().offer("nobody takes it", 1, TimeUnit.MILLISECONDS));
        LinkedTransferQueue<String> transfer = new LinkedTransferQueue<>();
        Thread taker = new Thread(() -> {
            try {
                System.out.println("took " + transfer.take());
            } catch (InterruptedException e) {
                System.out.println("never");
            }
        });
        taker.start();
        transfer.transfer("handed over");
        taker.join();
        BlockingQueue<Integer> full = new ArrayBlockingQueue<>(1);
        full.add(1);
        try {
            full.add(2);
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(full.offer(2) + " " + full.offer(2, 2, TimeUnit.MILLISECONDS) + " " + full.remainingCapacity());
        ConcurrentLinkedQueue<Integer> free = new ConcurrentLinkedQueue<>();
        ConcurrentSkipListMap<Integer, String> map = new ConcurrentSkipListMap<>();
        Thread[] threads = new Thread[4];
        for (int t = 0; t < threads.length; t++) {
            int base = t;
            threads[t] = new Thread(() -> {
                for (int i = 0; i < 25; i++) {
                    free.add(i * 4 + base);
                    map.put(i * 4 + base, "v" + base);
                    Thread.yield();
                }
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(free.stream().mapToInt(i -> i).sum() + " " + map.firstKey() + " " + map.lastKey() + " " + map.size() + " " + map.headMap(3));
    }
}
