import java.util.*;

/** Iterators: removal, concurrent modification, order, and views that write through. */
public class IteratorCorners {
    static void attempt(String name, Runnable action) {
        try {
            action.run();
            System.out.println(name + ": fine");
        } catch (RuntimeException e) {
            System.out.println(name + ": " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    static void removal(String name, Collection<Integer> numbers) {
        for (Iterator<Integer> i = numbers.iterator(); i.hasNext(); ) {
            if (i.next() % 3 == 0) {
                i.remove();
            }
        }
        System.out.println(name + " " + numbers);
        attempt("twice", () -> {
            Iterator<Integer> i = numbers.iterator();
            i.next();
            i.remove();
            i.remove();
        });
        attempt("before next", () -> numbers.iterator().remove());
        attempt("during", () -> {
            for (int n : numbers) {
                numbers.add(n + 100);
            }
        });
        attempt("last but one", () -> {
            int left = numbers.size() - 1;
            for (Integer n : numbers) {
                if (--left == 0) {
                    numbers.remove(n);
                }
            }
        });
        attempt("beyond", () -> {
            Iterator<Integer> i = numbers.iterator();
            while (true) {
                i.next();
            }
        });
        numbers.removeIf(n -> n > 5);
        System.out.println(numbers);
    }

    public static void main(String[] args) {
        List<Integer> source = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        removal("ArrayList", new ArrayList<>(source));
        removal("LinkedList", new LinkedList<>(source));
        removal("HashSet", new HashSet<>(source));
        removal("LinkedHashSet", new LinkedHashSet<>(source));
        removal("TreeSet", new TreeSet<>(Comparator.<Integer>reverseOrder()));
        removal("TreeSet", new TreeSet<>(source));
        removal("ArrayDeque", new ArrayDeque<>(source));
        removal("PriorityQueue", new PriorityQueue<>(source));
        ListIterator<String> both = new ArrayList<>(List.of("a", "b", "c")).listIterator(1);
        both.add("x");
        System.out.println(both.previous() + both.nextIndex() + both.next() + both.next());
        both.set("y");
        System.out.println(both.previous());
        Map<String, Integer> map = new TreeMap<>(Map.of("a", 1, "b", 2, "c", 3));
        map.entrySet().iterator().next().setValue(100);
        map.values().remove(2);
        map.keySet().retainAll(Set.of("a", "z"));
        System.out.println(map);
        attempt("view", () -> map.keySet().add("q"));
        List<Integer> list = new ArrayList<>(source);
        List<Integer> part = list.subList(2, 6);
        part.clear();
        System.out.println(list + " " + part);
        list.add(1);
        attempt("part", () -> part.size());
        attempt("fixed", () -> Arrays.asList(1, 2).add(3));
        attempt("immutable", () -> List.copyOf(list).iterator().remove());
        attempt("unmodifiable", () -> Collections.unmodifiableMap(map).put("x", 1));
        attempt("of null", () -> List.of("a").contains(null));
        attempt("duplicate", () -> Set.of(1, 1));
    }
}
