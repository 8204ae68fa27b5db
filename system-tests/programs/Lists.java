import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Random;

/** ArrayList, LinkedList, sublists, list iterators and the algorithms of Collections. */
public class Lists {
    private static void exercise(List<Integer> list) {
        for (int i = 0; i < 12; i++) {
            list.add(i * 7 % 12);
        }
        list.add(3, 100);
        list.remove(0);
        list.remove(Integer.valueOf(9));
        list.set(1, -5);
        System.out.println(list + " " + list.size() + " " + list.indexOf(100) + " " + list.lastIndexOf(3) + " " + list.contains(42));
        ListIterator<Integer> i = list.listIterator();
        while (i.hasNext()) {
            int value = i.next();
            if (value % 2 == 0) {
                i.set(value / 2);
            } else if (value > 5) {
                i.remove();
            } else {
                i.add(-value);
            }
        }
        System.out.println(list);
        List<Integer> part = list.subList(2, 6);
        Collections.reverse(part);
        part.add(77);
        System.out.println(list + " " + part);
        part.clear();
        list.addAll(1, List.of(8, 9, 10));
        list.removeIf(v -> v < 0);
        list.replaceAll(v -> v * 3);
        System.out.println(list + " " + list.hashCode() + " " + list.equals(new ArrayList<>(list)) + Arrays.toString(list.toArray(new Integer[0])));
    }

    public static void main(String[] args) {
        exercise(new ArrayList<>());
        exercise(new LinkedList<>());
        List<String> words = new ArrayList<>(List.of("delta", "alpha", "charlie", "bravo", "echo"));
        Collections.sort(words);
        System.out.println(words + " " + Collections.binarySearch(words, "charlie") + " " + Collections.max(words) + Collections.min(words));
        Collections.swap(words, 0, 4);
        Collections.rotate(words, 2);
        System.out.println(words + " " + Collections.frequency(words, "echo") + " " + Collections.nCopies(3, "x"));
        Collections.shuffle(words, new Random(42));
        System.out.println(words + " " + Collections.unmodifiableList(words).get(0) + " " + Collections.emptyList().size());
        words.sort(Collections.reverseOrder());
        System.out.println(words + " " + List.copyOf(words).containsAll(List.of("alpha", "echo")) + " " + words.retainAll(List.of("alpha", "bravo")) + words);
        LinkedList<Integer> deque = new LinkedList<>(List.of(1, 2, 3));
        deque.addFirst(0);
        deque.addLast(4);
        deque.push(-1);
        System.out.println(deque.pollFirst() + " " + deque.peekLast() + " " + deque.removeLast() + " " + deque + " " + deque.descendingIterator().next());
        List<Integer> large = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            large.add(random.nextInt(1000));
        }
        Collections.sort(large);
        System.out.println(large.get(0) + " " + large.get(1500) + " " + large.getLast() + " " + large.reversed().getFirst());
        try {
            Collections.unmodifiableList(words).add("x");
        } catch (UnsupportedOperationException e) {
            System.out.println("unmodifiable");
        }
    }
}
