import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.StringJoiner;
import java.util.StringTokenizer;
import java.util.function.IntFunction;

/** Iterators written by hand, joiners, tokenizers, spliterators. */
public class Iteration {
    private record Range(int from, int to) implements Iterable<Integer> {
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
                        throw new NoSuchElementException("after " + (to - 1));
                    }
                    return next++;
                }
            };
        }
    }

    private static <T> Iterable<T> map(Iterable<Integer> source, IntFunction<T> function) {
        return () -> {
            Iterator<Integer> inner = source.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return inner.hasNext();
                }

                @Override
                public T next() {
                    return function.apply(inner.next());
                }
            };
        };
    }

    public static void main(String[] args) {
        int total = 0;
        for (int i : new Range(3, 9)) {
            total += i;
        }
        System.out.println(total);
        for (String s : map(new Range(0, 4), i -> "<" + i * i + ">")) {
            System.out.print(s);
        }
        System.out.println();
        try {
            Iterator<Integer> i = new Range(0, 1).iterator();
            i.next();
            i.next();
        } catch (NoSuchElementException e) {
            System.out.println(e.getMessage());
        }
        try {
            new Range(0, 1).iterator().remove();
        } catch (UnsupportedOperationException e) {
            System.out.println(e);
        }
        StringJoiner joiner = new StringJoiner("|", "{", "}").setEmptyValue("nothing");
        System.out.println(joiner);
        System.out.println(joiner.add("a").add("b").merge(new StringJoiner("-").add("c").add("d")) + " " + joiner.length());
        StringTokenizer tokens = new StringTokenizer("a b;c  d", " ;");
        System.out.print(tokens.countTokens());
        while (tokens.hasMoreTokens()) {
            System.out.print(" " + tokens.nextToken());
        }
        System.out.println();
        Spliterator<Integer> half = new ArrayList<>(List.of(1, 2, 3, 4, 5)).spliterator();
        Spliterator<Integer> first = half.trySplit();
        first.forEachRemaining(i -> System.out.print(i + " "));
        System.out.print("/ ");
        half.tryAdvance(i -> System.out.print(i + " "));
        System.out.println(half.estimateSize());
        new Range(0, 3).forEach(System.out::print);
        System.out.println();
    }
}
