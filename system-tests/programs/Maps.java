import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/** Maps of all kinds, through growth, collisions and removal. */
public class Maps {
    private record Bad(int value) implements Comparable<Bad> {
        @Override
        public int hashCode() {
            return value % 3;
        }

        @Override
        public int compareTo(Bad other) {
            return Integer.compare(value, other.value);
        }
    }

    private static void exercise(Map<Integer, String> map) {
        for (int i = 0; i < 200; i++) {
            map.put(i * 37 % 501, "v" + i);
        }
        for (int i = 0; i < 100; i++) {
            map.remove(i * 3);
        }
        long sum = 0;
        for (Map.Entry<Integer, String> e : map.entrySet()) {
            sum += e.getKey() * (long) e.getValue().hashCode();
        }
        map.merge(1, "x", String::concat);
        map.merge(1, "y", String::concat);
        map.computeIfAbsent(1000, k -> "computed" + k);
        map.computeIfPresent(1000, (k, v) -> v + "!");
        map.compute(1001, (k, v) -> v == null ? "fresh" : v);
        map.putIfAbsent(1001, "late");
        System.out.println(map.size() + " " + sum + " " + map.get(1) + " " + map.get(1000) + " " + map.get(1001) + " " + map.getOrDefault(9999, "none")
                + " " + map.containsKey(4) + " " + map.containsValue("v7"));
        map.keySet().removeIf(k -> k > 20);
        System.out.println(new TreeMap<>(map) + " " + map.equals(new HashMap<>(map)) + " " + map.hashCode());
        map.replaceAll((k, v) -> v.substring(1));
        map.values().remove("0");
        System.out.println(new TreeMap<>(map).values());
    }

    public static void main(String[] args) {
        exercise(new HashMap<>());
        exercise(new LinkedHashMap<>());
        exercise(new TreeMap<>());
        exercise(new ConcurrentHashMap<>());
        exercise(new Hashtable<>());
        Map<Bad, Integer> bad = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            bad.put(new Bad(i), i * i);
        }
        for (int i = 0; i < 300; i += 2) {
            bad.remove(new Bad(i));
        }
        System.out.println(bad.size() + " " + bad.get(new Bad(151)) + " " + bad.get(new Bad(150)));
        LinkedHashMap<String, Integer> cache = new LinkedHashMap<>(4, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
                return size() > 3;
            }
        };
        for (String s : "a b c a d e a".split(" ")) {
            cache.put(s, s.length());
            cache.get("a");
        }
        System.out.println(cache + " " + cache.firstEntry() + " " + cache.reversed());
        TreeMap<String, Integer> tree = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        tree.putAll(Map.of("Delta", 4, "alpha", 1, "CHARLIE", 3, "bravo", 2));
        System.out.println(tree + " " + tree.firstKey() + " " + tree.floorKey("c") + " " + tree.higherEntry("charlie") + " " + tree.headMap("D")
                + " " + tree.tailMap("bravo", false) + " " + tree.descendingMap() + " " + tree.pollFirstEntry() + tree.subMap("b", "d"));
        Map<String, Integer> identity = new IdentityHashMap<>();
        identity.put(new String("k"), 1);
        identity.put(new String("k"), 2);
        System.out.println(identity.size() + " " + Map.of("one", 1).get("one") + " " + Collections.singletonMap("a", "b") + " " + Map.entry("k", "v"));
        Map<Object, Object> nulls = new HashMap<>();
        nulls.put(null, null);
        nulls.put("x", null);
        System.out.println(nulls.containsKey(null) + " " + nulls.get("x") + " " + nulls.size() + " " + new WeakHashMap<>(Map.of(1, 2)));
    }
}
