package ristretto.bench.compiler;

import java.util.HashMap;
import java.util.Map;

/** Puts, looks up and removes boxed numbers in a map. */
final class HashMapChurn implements Benchmark {
    private static final int OPERATIONS = 100_000;

    private long result;

    @Override
    public String name() {
        return "HashMap churn";
    }

    @Override
    public void prepare() {
        result = 0;
    }

    @Override
    public void run() {
        Map<Integer, Integer> map = new HashMap<>();
        Pseudorandom random = new Pseudorandom(5);
        for (int i = 0; i < OPERATIONS; i++) {
            int key = random.next(20_000);
            switch (i % 4) {
                case 0, 1 -> map.merge(key, i, Integer::sum);
                case 2 -> result += map.getOrDefault(key, 1);
                default -> result += map.remove(key) == null ? 0 : 1;
            }
        }
        for (Map.Entry<Integer, Integer> entry : map.entrySet()) {
            result = result * 31 + entry.getKey() + entry.getValue();
        }
    }

    @Override
    public long result() {
        return result;
    }
}
