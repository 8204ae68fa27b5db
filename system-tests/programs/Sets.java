import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/** Sets, queues, deques and bit sets. */
public class Sets {
    public static void main(String[] args) {
        Set<String> linked = new LinkedHashSet<>(List.of("x", "a", "m"));
        linked.add("a");
        linked.addAll(Set.of("q"));
        System.out.println(linked + " " + linked.contains("m") + " " + new TreeSet<>(linked));
        Set<Integer> a = new HashSet<>(List.of(1, 2, 3, 4));
        Set<Integer> b = new HashSet<>(List.of(3, 4, 5));
        Set<Integer> both = new TreeSet<>(a);
        both.retainAll(b);
        a.removeAll(b);
        b.addAll(a);
        System.out.println(both + " " + a + " " + b + " " + a.equals(Set.of(2, 1)) + " " + b.hashCode());
        TreeSet<Integer> tree = new TreeSet<>(Comparator.reverseOrder());
        for (int i = 0; i < 20; i++) {
            tree.add(i * 13 % 20);
        }
        System.out.println(tree + " " + tree.first() + " " + tree.ceiling(7) + " " + tree.lower(3) + " " + tree.headSet(15) + " " + tree.subSet(12, 5)
                + " " + tree.descendingSet().tailSet(17) + " " + tree.pollLast());
        PriorityQueue<int[]> queue = new PriorityQueue<>((p, q) -> p[0] != q[0] ? Integer.compare(p[0], q[0]) : q[1] - p[1]);
        for (int i = 0; i < 15; i++) {
            queue.add(new int[] {i * 7 % 5, i});
        }
        StringBuilder order = new StringBuilder();
        while (!queue.isEmpty()) {
            int[] next = queue.poll();
            order.append(next[0]).append(':').append(next[1]).append(' ');
        }
        System.out.println(order);
        ArrayDeque<Integer> deque = new ArrayDeque<>(2);
        for (int i = 0; i < 40; i++) {
            if (i % 3 == 0) {
                deque.addFirst(i);
            } else {
                deque.addLast(i);
            }
            if (i % 5 == 4) {
                deque.pollFirst();
                deque.pollLast();
            }
        }
        System.out.println(deque + " " + deque.peekFirst() + " " + deque.contains(7));
        Iterator<Integer> down = deque.descendingIterator();
        down.next();
        down.remove();
        System.out.println(deque.size() + " " + deque.getLast());
        BitSet bits = new BitSet();
        for (int i = 2; i < 120; i++) {
            bits.set(i);
        }
        for (int i = 2; i * i < 120; i++) {
            for (int j = i * i; bits.get(i) && j < 120; j += i) {
                bits.clear(j);
            }
        }
        System.out.println(bits + " " + bits.cardinality() + " " + bits.nextSetBit(90) + " " + bits.nextClearBit(2) + " " + bits.length());
        BitSet other = new BitSet();
        other.set(0, 50);
        other.and(bits);
        other.flip(1, 10);
        System.out.println(other + " " + other.intersects(bits) + " " + bits.previousSetBit(100));
        try {
            for (Integer i : b) {
                b.remove(i);
                b.add(i + 100);
            }
        } catch (java.util.ConcurrentModificationException e) {
            System.out.println("modified");
        }
    }
}
