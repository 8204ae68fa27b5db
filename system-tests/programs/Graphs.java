import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** Breadth-first search, Dijkstra, topological order, union-find. */
public class Graphs {
    private record Edge(String to, int weight) {}

    private record Step(String node, int distance) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            return distance != other.distance ? Integer.compare(distance, other.distance) : node.compareTo(other.node);
        }
    }

    private final Map<String, List<Edge>> edges = new TreeMap<>();

    private void add(String from, String to, int weight) {
        edges.computeIfAbsent(from, k -> new ArrayList<>()).add(new Edge(to, weight));
        edges.computeIfAbsent(to, k -> new ArrayList<>());
    }

    private Map<String, Integer> distances(String start) {
        Map<String, Integer> best = new TreeMap<>();
        PriorityQueue<Step> queue = new PriorityQueue<>();
        queue.add(new Step(start, 0));
        while (!queue.isEmpty()) {
            Step step = queue.poll();
            if (best.putIfAbsent(step.node(), step.distance()) == null) {
                for (Edge edge : edges.get(step.node())) {
                    queue.add(new Step(edge.to(), step.distance() + edge.weight()));
                }
            }
        }
        return best;
    }

    private List<String> reachable(String start) {
        List<String> order = new ArrayList<>(List.of(start));
        ArrayDeque<String> queue = new ArrayDeque<>(order);
        while (!queue.isEmpty()) {
            for (Edge edge : edges.get(queue.poll())) {
                if (!order.contains(edge.to())) {
                    order.add(edge.to());
                    queue.add(edge.to());
                }
            }
        }
        return order;
    }

    private List<String> topological() {
        Map<String, Integer> incoming = new HashMap<>();
        edges.values().forEach(list -> list.forEach(e -> incoming.merge(e.to(), 1, Integer::sum)));
        PriorityQueue<String> ready = new PriorityQueue<>();
        edges.keySet().stream().filter(n -> !incoming.containsKey(n)).forEach(ready::add);
        List<String> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            String node = ready.poll();
            order.add(node);
            for (Edge edge : edges.get(node)) {
                if (incoming.merge(edge.to(), -1, Integer::sum) == 0) {
                    ready.add(edge.to());
                }
            }
        }
        return order;
    }

    private static int find(int[] parents, int i) {
        while (parents[i] != i) {
            parents[i] = parents[parents[i]];
            i = parents[i];
        }
        return i;
    }

    public static void main(String[] args) {
        Graphs graph = new Graphs();
        String[] lines = {"a b 4", "a c 1", "c b 2", "b d 5", "c d 8", "d e 3", "f e 1", "e g 2"};
        for (String line : lines) {
            String[] parts = line.split(" ");
            graph.add(parts[0], parts[1], Integer.parseInt(parts[2]));
        }
        System.out.println(graph.distances("a") + " " + graph.reachable("a") + " " + graph.topological());
        int[] parents = new int[20];
        Arrays.setAll(parents, i -> i);
        for (int i = 0; i < 20; i++) {
            parents[find(parents, i)] = find(parents, i * 3 % 20);
        }
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            groups.append(find(parents, i)).append(' ');
        }
        System.out.println(groups);
    }
}
