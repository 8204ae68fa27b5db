import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** A subclass of a JDK collection, an iterator of our own, a generic memo. */
public class AppLruCache {
    static final class Cache<K, V> extends LinkedHashMap<K, V> {
        private final int limit;

        Cache(int limit) {
            super(16, 0.75f, true);
            this.limit = limit;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > limit;
        }
    }

    static final class Range implements Iterable<Integer> {
        private final int from;
        private final int to;

        Range(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public Iterator<Integer> iterator() {
            return new Iterator<>() {
                private int next = from;

                @Override
                public boolean hasNext() {
                    return next < to;
                }

                @Override
                public Integer next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException("after " + to);
                    }
                    return next++;
                }
            };
        }
    }

    static <A, B> Function<A, B> remembered(Function<A, B> function, int limit) {
        Cache<A, B> cache = new Cache<>(limit);
        return argument -> {
            B value = cache.get(argument);
            if (value == null) {
                System.out.println("computing " + argument);
                value = function.apply(argument);
                cache.put(argument, value);
            }
            return value;
        };
    }

    public static void main(String[] args) {
        Function<Integer, Integer> square = remembered(x -> x * x, 3);
        for (int n : new Range(1, 5)) {
            System.out.println(square.apply(n));
        }
        System.out.println(square.apply(2) + square.apply(4) + square.apply(1));
        Iterator<Integer> one = new Range(0, 1).iterator();
        one.next();
        try {
            one.next();
        } catch (NoSuchElementException e) {
            System.out.println(e.getMessage());
        }
        try {
            one.remove();
        } catch (UnsupportedOperationException e) {
            System.out.println("unsupported: " + e.getMessage());
        }
    }
}
