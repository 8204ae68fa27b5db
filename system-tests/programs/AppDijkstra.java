import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** Shortest paths: priority queue of records, maps of maps, default methods. */
public class AppDijkstra {
    record Edge(String to, int length) {}

    record Reached(String node, int distance, String from) implements Comparable<Reached> {
        @Override
        public int compareTo(Reached other) {
            return Integer.compare(distance, other.distance);
        }
    }

    private final Map<String, List<Edge>> edges = new HashMap<>();

    void road(String a, String b, int length) {
        edges.computeIfAbsent(a, k -> new ArrayList<>()).add(new Edge(b, length));
        edges.computeIfAbsent(b, k -> new ArrayList<>()).add(new Edge(a, length));
    }

    Map<String, Reached> from(String start) {
        Map<String, Reached> reached = new TreeMap<>();
        PriorityQueue<Reached> queue = new PriorityQueue<>();
        queue.add(new Reached(start, 0, null));
        while (!queue.isEmpty()) {
            Reached next = queue.poll();
            if (reached.putIfAbsent(next.node(), next) != null) {
                continue;
            }
            for (Edge edge : edges.getOrDefault(next.node(), List.of())) {
                queue.add(new Reached(edge.to(), next.distance() + edge.length(), next.node()));
            }
        }
        return reached;
    }

    public static void main(String[] args) {
        AppDijkstra map = new AppDijkstra();
        map.road("A", "B", 7);
        map.road("A", "C", 9);
        map.road("A", "F", 14);
        map.road("B", "C", 10);
        map.road("B", "D", 15);
        map.road("C", "D", 11);
        map.road("C", "F", 2);
        map.road("D", "E", 6);
        map.road("E", "F", 9);
        Map<String, Reached> reached = map.from("A");
        reached.forEach((node, r) -> System.out.println(node + " " + r.distance()));
        Deque<String> path = new ArrayDeque<>();
        for (String at = "E"; at != null; at = reached.get(at).from()) {
            path.push(at);
        }
        System.out.println(String.join(" -> ", path));
    }
}
