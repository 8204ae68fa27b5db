import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.*;

/** A pipeline of threads over queues, and the concurrent maps and counters that they share. */
public class ThreadPipeline {
    private static final String END = "";

    private static Thread stage(String name, LinkedBlockingQueue<String> from, LinkedBlockingQueue<String> to, java.util.function.UnaryOperator<String> work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        for (String item = from.take(); !item.equals(END); item = from.take()) {
                            to.put(work.apply(item));
                        }
                        to.put(END);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.start();
        return thread;
    }

    public static void main(String[] args) throws InterruptedException {
        LinkedBlockingQueue<String> source = new LinkedBlockingQueue<>(2);
        LinkedBlockingQueue<String> middle = new LinkedBlockingQueue<>(2);
        LinkedBlockingQueue<String> sink = new LinkedBlockingQueue<>(2);
        stage("upper", source, middle, String::toUpperCase);
        stage("reverse", middle, sink, s -> new StringBuilder(s).reverse().toString());
        Thread feeder = new Thread(() -> {
            try {
                for (String word : "a pipeline of threads that hand words to each other".split(" ")) {
                    source.put(word);
                }
                source.put(END);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        feeder.start();
        StringBuilder result = new StringBuilder();
        for (String word = sink.take(); !word.equals(END); word = sink.take()) {
            result.append(word).append(' ');
        }
        System.out.println(result);
        ConcurrentHashMap<String, Integer> words = new ConcurrentHashMap<>();
        LongAdder adder = new LongAdder();
        LongAccumulator largest = new LongAccumulator(Long::max, Long.MIN_VALUE);
        AtomicReference<String> last = new AtomicReference<>("");
        AtomicIntegerArray array = new AtomicIntegerArray(4);
        Map<String, Integer> plain = new HashMap<>();
        Thread[] threads = new Thread[6];
        for (int t = 0; t < threads.length; t++) {
            int n = t;
            threads[t] = new Thread(() -> {
                for (int i = 0; i < 100; i++) {
                    words.merge("w" + i % 5, 1, Integer::sum);
                    words.computeIfAbsent("t" + n, k -> n * 10);
                    adder.increment();
                    largest.accumulate(n * 1000 + i);
                    array.incrementAndGet(i % 4);
                    last.accumulateAndGet("x" + i % 10, (a, b) -> a.compareTo(b) > 0 ? a : b);
                    synchronized (plain) {
                        plain.merge("sum", i, Integer::sum);
                    }
                    if (i % 10 == 0) {
                        Thread.yield();
                    }
                }
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(new TreeMap<>(words) + " " + adder + " " + largest + " " + last + " " + array + " " + plain);
    }
}
