package ristretto.compiler.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The cycles of a call graph: for each set of methods that can all reach each other, one shortest cycle through its
 * first method. By Tarjan's strongly connected components (SIAM Journal on Computing 1, 1972), with a stack of its own
 * instead of recursion.
 */
final class CallCycles<M> {
    private static final class Visit<M> {
        final M method;
        final List<M> callees;
        final int number;
        int next;
        int lowest;

        Visit(M method, List<M> callees, int number) {
            this.method = method;
            this.callees = callees;
            this.number = number;
            this.lowest = number;
        }
    }

    private final Collection<M> methods;
    private final Function<M, List<M>> calleesOf;
    private final Map<M, Visit<M>> visits = new HashMap<>();
    private final Deque<M> component = new ArrayDeque<>();
    private final Set<M> inComponent = new HashSet<>();
    private final Map<M, Set<M>> memberships = new HashMap<>();

    CallCycles(Collection<M> methods, Function<M, List<M>> calleesOf) {
        this.methods = methods;
        this.calleesOf = calleesOf;
    }

    /** Each cycle as the methods in calling order, ordered by the methods' own order. */
    List<List<M>> find() {
        for (M method : methods) {
            if (!visits.containsKey(method)) {
                explore(method);
            }
        }
        List<List<M>> cycles = new ArrayList<>();
        Set<Set<M>> reported = new HashSet<>();
        for (M method : methods) {
            Set<M> members = memberships.get(method);
            if (reported.add(members)) {
                List<M> cycle = shortestCycle(method, members);
                if (!cycle.isEmpty()) {
                    cycles.add(cycle);
                }
            }
        }
        return cycles;
    }

    private void explore(M root) {
        Deque<Visit<M>> path = new ArrayDeque<>();
        path.push(enter(root));
        while (!path.isEmpty()) {
            Visit<M> visit = path.peek();
            if (visit.next < visit.callees.size()) {
                M callee = visit.callees.get(visit.next++);
                Visit<M> seen = visits.get(callee);
                if (seen == null) {
                    path.push(enter(callee));
                } else if (inComponent.contains(callee)) {
                    visit.lowest = Math.min(visit.lowest, seen.number);
                }
            } else {
                path.pop();
                if (!path.isEmpty()) {
                    path.peek().lowest = Math.min(path.peek().lowest, visit.lowest);
                }
                if (visit.lowest == visit.number) {
                    leave(visit.method);
                }
            }
        }
    }

    private Visit<M> enter(M method) {
        Visit<M> visit = new Visit<>(method, calleesOf.apply(method), visits.size());
        visits.put(method, visit);
        component.push(method);
        inComponent.add(method);
        return visit;
    }

    private void leave(M root) {
        Set<M> members = new LinkedHashSet<>();
        M member;
        do {
            member = component.pop();
            inComponent.remove(member);
            members.add(member);
            memberships.put(member, members);
        } while (!member.equals(root));
    }

    /** From the method back to itself within the component; empty if it does not call itself at all. */
    private List<M> shortestCycle(M start, Set<M> members) {
        Map<M, M> reachedFrom = new HashMap<>();
        Deque<M> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            M method = open.remove();
            for (M callee : calleesOf.apply(method)) {
                if (callee.equals(start)) {
                    LinkedList<M> cycle = new LinkedList<>();
                    for (M at = method; at != null; at = reachedFrom.get(at)) {
                        cycle.addFirst(at);
                    }
                    return cycle;
                }
                if (members.contains(callee) && !reachedFrom.containsKey(callee)) {
                    reachedFrom.put(callee, method);
                    open.add(callee);
                }
            }
        }
        return List.of();
    }
}
