import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Generic classes and methods, bounds, wildcards, bridges, heap pollution. */
public class Generics {
    private static final class Stack<T> implements Iterable<T> {
        private Object[] elements = new Object[1];
        private int size;

        void push(T value) {
            if (size == elements.length) {
                elements = Arrays.copyOf(elements, 2 * size);
            }
            elements[size++] = value;
        }

        @SuppressWarnings("unchecked")
        T pop() {
            if (size == 0) {
                throw new NoSuchElementException("empty");
            }
            return (T) elements[--size];
        }

        @Override
        public Iterator<T> iterator() {
            return new Iterator<>() {
                private int next = size;

                @Override
                public boolean hasNext() {
                    return next > 0;
                }

                @SuppressWarnings("unchecked")
                @Override
                public T next() {
                    return (T) elements[--next];
                }
            };
        }
    }

    private static <T extends Comparable<? super T>> T largest(Iterable<? extends T> values) {
        T best = null;
        for (T value : values) {
            if (best == null || value.compareTo(best) > 0) {
                best = value;
            }
        }
        return best;
    }

    private static double sum(List<? extends Number> numbers) {
        double total = 0;
        for (Number number : numbers) {
            total += number.doubleValue();
        }
        return total;
    }

    private static void fill(List<? super Integer> list) {
        for (int i = 0; i < 3; i++) {
            list.add(i);
        }
    }

    @SafeVarargs
    private static <T> List<T> listOf(T... values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    private record Pair<A, B>(A first, B second) {
        <C> Pair<A, C> withSecond(C other) {
            return new Pair<>(first, other);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public static void main(String[] args) {
        Stack<String> stack = new Stack<>();
        for (String s : "the quick brown fox".split(" ")) {
            stack.push(s);
        }
        System.out.println(largest(stack) + " " + stack.pop() + " " + stack.pop());
        for (String s : stack) {
            System.out.print(s + " ");
        }
        System.out.println(sum(listOf(1, 2.5, 3L, 4f)) + " " + sum(List.of()));
        List<Number> numbers = new ArrayList<>();
        fill(numbers);
        List<Object> objects = new ArrayList<>();
        fill(objects);
        System.out.println(numbers + " " + objects + " " + new Pair<>("a", 1).withSecond(2.5));
        List raw = new ArrayList<String>();
        raw.add(42);
        try {
            String text = ((List<String>) raw).get(0);
            System.out.println(text);
        } catch (ClassCastException e) {
            System.out.println("polluted");
        }
        try {
            new Stack<Integer>().pop();
        } catch (NoSuchElementException e) {
            System.out.println(e.getMessage());
        }
    }
}
