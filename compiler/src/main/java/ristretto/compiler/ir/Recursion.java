package ristretto.compiler.ir;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import ristretto.compiler.model.JavaMethod;

/**
 * A set of methods that cuts every cycle of the call graph: the targets of back edges of a depth-first search. Between two entries of
 * such methods the stack grows by a bounded amount, so only these check at entry how much is left.
 */
final class Recursion {
    private final Map<JavaMethod, Set<JavaMethod>> calls;
    private final Set<JavaMethod> seen = new HashSet<>();
    private final Set<JavaMethod> onPath = new HashSet<>();
    private final Set<JavaMethod> found = new LinkedHashSet<>();

    Recursion(Map<JavaMethod, Set<JavaMethod>> calls) {
        this.calls = calls;
    }

    Set<JavaMethod> find() {
        calls.keySet().forEach(this::search);
        return found;
    }

    private record Visit(JavaMethod method, Iterator<JavaMethod> callees) {}

    private Visit enter(JavaMethod method) {
        onPath.add(method);
        return new Visit(method, calls.getOrDefault(method, Set.of()).iterator());
    }

    private void search(JavaMethod root) {
        if (!seen.add(root)) {
            return;
        }
        Deque<Visit> path = new ArrayDeque<>();
        path.push(enter(root));
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (!visit.callees.hasNext()) {
                onPath.remove(visit.method);
                path.pop();
                continue;
            }
            JavaMethod callee = visit.callees.next();
            if (onPath.contains(callee)) {
                found.add(callee);
            } else if (seen.add(callee)) {
                path.push(enter(callee));
            }
        }
    }
}
