import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayFIFOQueue;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntAVLTreeSet;
import it.unimi.dsi.fastutil.ints.IntHeapPriorityQueue;
import it.unimi.dsi.fastutil.ints.IntIterator;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSortedSet;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.objects.Object2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntLinkedOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntMap;
import it.unimi.dsi.fastutil.objects.ObjectArrayList;
import it.unimi.dsi.fastutil.objects.ObjectOpenHashSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeSet;

// library: it.unimi.dsi:fastutil-core
/** Collections of primitives, each held against the JDK's boxed one under the same random operations. */
public class Collections {
    public static void main(String[] arguments) {
        hashMaps();
        trees();
        lists();
        queues();
        sorting();
        linked();
        sets();
        failures();
    }

    private static void hashMaps() {
        Long2IntOpenHashMap counts = new Long2IntOpenHashMap();
        counts.defaultReturnValue(-1);
        Map<Long, Integer> expected = new HashMap<>();
        Random random = new Random(5);
        for (int i = 0; i < 50_000; i++) {
            long key = random.nextLong() % 5000;
            switch (random.nextInt(4)) {
                case 0 -> {
                    counts.remove(key);
                    expected.remove(key);
                }
                case 1 -> {
                    counts.addTo(key, 2);
                    expected.merge(key, 2, (a, b) -> a + b);
                    if (counts.get(key) != expected.get(key)) {
                        counts.put(key, expected.get(key).intValue());
                    }
                }
                default -> {
                    counts.put(key, i);
                    expected.put(key, i);
                }
            }
        }
        System.out.println(counts.size() + " " + counts.equals(expected) + " " + (counts.hashCode() == expected.hashCode()) + " " + counts.get(123456789L));
        Int2ObjectOpenHashMap<String> names = new Int2ObjectOpenHashMap<>();
        for (int i = 0; i < 1000; i++) {
            names.put(i * 7919, "n" + i);
        }
        names.int2ObjectEntrySet().removeIf(entry -> entry.getIntKey() % 2 == 0);
        System.out.println(names.size() + " " + names.get(7919) + " " + names.containsValue("n999") + " " + names.getOrDefault(5, "none"));
        Object2DoubleOpenHashMap<String> sums = new Object2DoubleOpenHashMap<>();
        for (String word : "to be or not to be that is the question".split(" ")) {
            sums.mergeDouble(word, 1.25, Double::sum);
        }
        System.out.println(sums.getDouble("be") + " " + sums.getDouble("to") + " " + sums.object2DoubleEntrySet().stream().mapToDouble(e -> e.getDoubleValue()).sum());
    }

    private static void trees() {
        IntAVLTreeSet set = new IntAVLTreeSet();
        TreeSet<Integer> expected = new TreeSet<>();
        Random random = new Random(6);
        for (int i = 0; i < 20_000; i++) {
            int value = random.nextInt(3000) - 1500;
            boolean same = random.nextInt(3) == 0 ? set.remove(value) == expected.remove(value) : set.add(value) == expected.add(value);
            if (!same) {
                System.out.println("differs at " + i);
            }
        }
        IntSortedSet part = set.subSet(-100, 100);
        System.out.println(set.equals(expected) + " " + part.size() + " " + expected.subSet(-100, 100).size() + " " + part.firstInt() + " " + set.headSet(0).lastInt());
        IntIterator iterator = set.iterator(1000);
        System.out.println(iterator.nextInt() + " " + expected.higher(1000));
    }

    private static void lists() {
        IntArrayList list = new IntArrayList();
        List<Integer> expected = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            int at = random.nextInt(expected.size() + 1);
            list.add(at, i);
            expected.add(at, i);
            if (i % 3 == 0) {
                list.removeInt(at / 2);
                expected.remove(at / 2);
            }
        }
        list.removeIf(value -> value % 5 == 0);
        expected.removeIf(value -> value % 5 == 0);
        System.out.println(list.equals(expected) + " " + list.hashCode() + " " + expected.hashCode() + " " + list.subList(3, 9));
        LongArrayList longs = LongArrayList.of(5, 3, 9);
        longs.sort((a, b) -> Long.compare(b, a));
        longs.addElements(1, new long[] {7, 7});
        System.out.println(longs + " " + longs.indexOf(7) + " " + longs.longStream().sum());
        ObjectArrayList<String> texts = ObjectArrayList.wrap(new String[] {"z", "a", "m"});
        texts.unstableSort(null);
        System.out.println(texts + " " + texts.top());
    }

    private static void queues() {
        IntHeapPriorityQueue heap = new IntHeapPriorityQueue((a, b) -> Integer.compare(b, a));
        PriorityQueue<Integer> expected = new PriorityQueue<>((a, b) -> Integer.compare(b, a));
        IntArrayFIFOQueue fifo = new IntArrayFIFOQueue();
        ArrayDeque<Integer> deque = new ArrayDeque<>();
        Random random = new Random(8);
        int differences = 0;
        for (int i = 0; i < 10_000; i++) {
            if (random.nextInt(3) > 0 || heap.isEmpty()) {
                int value = random.nextInt();
                heap.enqueue(value);
                expected.add(value);
                fifo.enqueue(value);
                deque.addLast(value);
            } else {
                differences += heap.dequeueInt() == expected.remove() ? 0 : 1;
                differences += fifo.dequeueInt() == deque.removeFirst() ? 0 : 1;
            }
        }
        System.out.println(differences + " " + heap.size() + " " + fifo.size());
    }

    private static void sorting() {
        int[] numbers = new Random(9).ints(20_000, -1000, 1000).toArray();
        int[] expected = numbers.clone();
        Arrays.sort(expected);
        int[] radix = numbers.clone();
        IntArrays.radixSort(radix);
        int[] quick = numbers.clone();
        IntArrays.quickSort(quick, Integer::compare);
        int[] merge = numbers.clone();
        IntArrays.mergeSort(merge);
        System.out.println(Arrays.equals(radix, expected) + " " + Arrays.equals(quick, expected) + " " + Arrays.equals(merge, expected) + " " + IntArrays.binarySearch(radix, radix[777]));
        IntArrays.shuffle(radix, new Random(3));
        System.out.println(Arrays.hashCode(radix));
    }

    private static void linked() {
        Object2IntLinkedOpenHashMap<String> map = new Object2IntLinkedOpenHashMap<>();
        for (String word : "delta alpha charlie bravo echo".split(" ")) {
            map.put(word, word.length());
        }
        map.getAndMoveToFirst("charlie");
        map.getAndMoveToLast("delta");
        System.out.println(map + " " + map.firstKey() + " " + map.removeLastInt());
        for (Object2IntMap.Entry<String> entry : map.object2IntEntrySet()) {
            entry.setValue(entry.getIntValue() * 10);
        }
        System.out.println(map);
    }

    private static void sets() {
        IntOpenHashSet set = new IntOpenHashSet(new int[] {4, 8, 15, 16, 23, 42});
        set.retainAll(IntOpenHashSet.of(8, 16, 42, 99));
        System.out.println(set.size() + " " + set.contains(16) + " " + set.intStream().sum() + " " + set.clone().equals(set));
        ObjectOpenHashSet<String> words = new ObjectOpenHashSet<>(List.of("a", "b", "c"));
        System.out.println(words.add("a") + " " + words.addAll(List.of("c", "d")) + " " + words.size() + " " + words.get("d"));
    }

    private static void failures() {
        List<Runnable> wrong = List.of(
                () -> new IntArrayList().getInt(0),
                () -> new IntArrayFIFOQueue().dequeueInt(),
                () -> IntOpenHashSet.of().iterator().nextInt(),
                () -> new IntAVLTreeSet().firstInt(),
                () -> new Long2IntOpenHashMap(10, 1.5f),
                () -> IntArrayList.of(1, 2).subList(1, 5));
        for (Runnable each : wrong) {
            try {
                each.run();
            } catch (NoSuchElementException | IndexOutOfBoundsException | IllegalArgumentException e) {
                System.out.println(e);
            }
        }
    }
}
