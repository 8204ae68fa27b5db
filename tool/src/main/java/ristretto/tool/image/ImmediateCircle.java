package ristretto.tool.image;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ristretto.sdk.system.ProcessDescription;
import ristretto.tool.UserError;
import ristretto.tool.description.SystemDescription;

/**
 * Holds a system against the rule that immediate calls go in no circle: a process that makes one does nothing else until it is answered, so that in a circle each might wait for the other for ever. A
 * process calls another one so if its code calls an immediate method of an interface, the other one's code serves that interface, and the description lets it use a service of the other one. What goes to
 * standard output is such a call, too. Where a process takes services of the interface as arguments, it may call each that serves it.
 */
final class ImmediateCircle {
    /** @param how what one process calls of another, and where, for people */
    private record Edge(String from, String to, String how) {}

    private final Map<String, List<Edge>> edges = new LinkedHashMap<>();

    private ImmediateCircle() {}

    /**
     * @param calls of each image, as {@link ristretto.compiler.waiting.ImmediateCalls} writes them
     * @throws UserError if there is a circle
     */
    static void check(SystemDescription system, Map<String, String> calls) {
        ImmediateCircle circle = new ImmediateCircle();
        circle.collect(system, calls);
        circle.check();
    }

    /** The methods that say that they never wait, with their reasons. */
    static List<String> neverWaiting(String calls) {
        return rows(calls, "", "never").map(row -> row[2] + ": " + row[3]).toList();
    }

    private static Stream<String[]> rows(String calls, String process, String kind) {
        return calls.lines()
                .map(line -> line.split("\t", -1))
                .filter(row -> row[0].equals(process) && row[1].equals(kind));
    }

    private void collect(SystemDescription system, Map<String, String> calls) {
        Map<String, String> providers = new HashMap<>();
        Map<String, Set<String>> served = new HashMap<>();
        for (ProcessDescription process : system.table().processes()) {
            process.provides().forEach(service -> providers.put(service, process.name()));
            Set<String> interfaces = served.computeIfAbsent(process.name(), any -> new HashSet<>());
            of(process, "serves", system, calls).forEach(row -> interfaces.add(row[2]));
        }
        for (ProcessDescription process : system.table().processes()) {
            List<Edge> own = edges.computeIfAbsent(process.name(), any -> new ArrayList<>());
            Set<String> taken = new HashSet<>();
            of(process, "takes", system, calls).forEach(row -> taken.add(row[2]));
            for (String[] row : of(process, "calls", system, calls)) {
                boolean mayBeAnyone = process.receives() > 0 && taken.contains(row[2]);
                (mayBeAnyone
                                ? served.keySet().stream()
                                : process.uses().stream().map(providers::get).distinct())
                        .filter(provider ->
                                served.getOrDefault(provider, Set.of()).contains(row[2]))
                        .forEach(provider -> own.add(new Edge(
                                process.name(),
                                provider,
                                "%s calls %s of %s, in %s".formatted(process.name(), row[2], provider, row[3]))));
            }
            String console = providers.get(process.streams());
            if (console != null) {
                own.add(new Edge(
                        process.name(), console, "%s writes to %s, its streams".formatted(process.name(), console)));
            }
        }
    }

    /** Of all versions of the process. */
    private static List<String[]> of(
            ProcessDescription process, String kind, SystemDescription system, Map<String, String> calls) {
        if (system.oneImage()) {
            return calls.values().stream()
                    .flatMap(text -> rows(text, process.name(), kind))
                    .toList();
        }
        List<String> images = new ArrayList<>(List.of(process.image()));
        images.addAll(process.versions());
        return images.stream()
                .flatMap(image -> rows(calls.getOrDefault(image, ""), "", kind))
                .toList();
    }

    private void check() {
        for (String process : edges.keySet()) {
            List<Edge> circle = shortest(process);
            if (circle != null) {
                StringBuilder text = new StringBuilder(
                        "immediate calls go in a circle, in which each process may wait for the next one for ever:");
                circle.forEach(edge ->
                        text.append(System.lineSeparator()).append("    ").append(edge.how()));
                text.append(System.lineSeparator())
                        .append(
                                "    one of these calls must go, or its method must neither be @Immediate nor have services or buffers as arguments or results");
                throw new UserError(text.toString());
            }
        }
    }

    /** The shortest way from a process back to itself; null: there is none. */
    private List<Edge> shortest(String start) {
        Map<String, Edge> reachedBy = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            for (Edge edge : edges.getOrDefault(open.remove(), List.of())) {
                if (reachedBy.putIfAbsent(edge.to(), edge) == null) {
                    open.add(edge.to());
                }
            }
        }
        if (!reachedBy.containsKey(start)) {
            return null;
        }
        LinkedList<Edge> way = new LinkedList<>();
        String at = start;
        do {
            Edge edge = reachedBy.get(at);
            way.addFirst(edge);
            at = edge.from();
        } while (!at.equals(start));
        return way;
    }
}
