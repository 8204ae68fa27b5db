import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.*;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Divide and conquer in pools, parallel streams, parallel sorting. */
public class ThreadForkJoin {
    private static class Sum extends RecursiveTask<Long> {
        private final int[] values;
        private final int from;
        private final int to;

        Sum(int[] values, int from, int to) {
            this.values = values;
            this.from = from;
            this.to = to;
        }

        @Override
        protected Long compute() {
            if (to - from < 100) {
                long sum = 0;
                for (int i = from; i < to; i++) {
                    sum += values[i];
                }
                return sum;
            }
            int middle = (from + to) >>> 1;
            Sum left = new Sum(values, from, middle);
            left.fork();
            return new Sum(values, middle, to).compute() + left.join();
        }
    }

    private static class Doubling extends RecursiveAction {
        private final int[] values;
        private final int from;
        private final int to;

        Doubling(int[] values, int from, int to) {
            this.values = values;
            this.from = from;
            this.to = to;
        }

        @Override
        protected void compute() {
            if (to - from < 50) {
                for (int i = from; i < to; i++) {
                    values[i] *= 2;
                }
            } else {
                int middle = (from + to) >>> 1;
                invokeAll(new Doubling(values, from, middle), new Doubling(values, middle, to));
            }
        }
    }

    private static class Counter extends CountedCompleter<Integer> {
        private final int from;
        private final int to;
        private int count;
        private Counter left;
        private Counter right;

        Counter(Counter parent, int from, int to) {
            super(parent);
            this.from = from;
            this.to = to;
        }

        @Override
        public void compute() {
            if (to - from > 10) {
                int middle = (from + to) >>> 1;
                setPendingCount(2);
                left = new Counter(this, from, middle);
                right = new Counter(this, middle, to);
                left.fork();
                right.fork();
            } else {
                for (int i = from; i < to; i++) {
                    count += i % 3 == 0 ? 1 : 0;
                }
            }
            tryComplete();
        }

        @Override
        public void onCompletion(CountedCompleter<?> caller) {
            if (left != null) {
                count = left.count + right.count;
            }
        }

        @Override
        public Integer getRawResult() {
            return count;
        }
    }

    public static void main(String[] args) throws Exception {
        int[] values = new Random(5).ints(5000, 0, 1000).toArray();
        long expected = Arrays.stream(values).asLongStream().sum();
        try (ForkJoinPool pool = new ForkJoinPool(4)) {
            System.out.println(pool.invoke(new Sum(values, 0, values.length)) == expected);
            pool.invoke(new Doubling(values, 0, values.length));
            System.out.println(pool.submit(new Sum(values, 0, values.length)).get() == 2 * expected);
            System.out.println(pool.invoke(new Counter(null, 0, 1000)));
            ForkJoinTask<?> failing = pool.submit((Runnable) () -> {
                throw new IllegalStateException("in the pool");
            });
            try {
                failing.get();
            } catch (ExecutionException e) {
                System.out.println(e.getCause().getClass() + " " + failing.isCompletedAbnormally());
            }
            System.out.println(pool.getParallelism() + " " + pool.submit(() -> Thread.currentThread() instanceof ForkJoinWorkerThread).get());
        }
        System.out.println(new Sum(values, 0, values.length).invoke() == 2 * expected);
        System.out.println(new Sum(values, 0, values.length).fork().join() == 2 * expected);
        System.out.println(ForkJoinPool.commonPool().submit(() -> Thread.currentThread().isDaemon()).get());
        System.out.println(IntStream.range(0, 10_000).parallel().filter(i -> i % 7 == 0).count());
        System.out.println(LongStream.rangeClosed(1, 1000).parallel().reduce(0, Long::sum));
        System.out.println(Arrays.asList(5, 3, 9, 1).parallelStream().sorted().map(String::valueOf).toList());
        int[] sorted = new Random(6).ints(20_000).toArray();
        Arrays.parallelSort(sorted);
        boolean inOrder = true;
        for (int i = 1; i < sorted.length; i++) {
            inOrder &= sorted[i - 1] <= sorted[i];
        }
        int[] prefix = {1, 2, 3, 4, 5};
        Arrays.parallelPrefix(prefix, Integer::sum);
        System.out.println(inOrder + " " + Arrays.toString(prefix));
        BigInteger large = BigInteger.TWO.pow(20_000).subtract(BigInteger.ONE);
        System.out.println(large.parallelMultiply(large).bitLength());
        ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();
        IntStream.range(0, 500).forEach(i -> map.put(i, i));
        System.out.println(map.reduceValues(10, Integer::sum) + " " + map.search(10, (k, v) -> v == 250 ? k : null));
    }
}
