package ristretto.compiler.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ristretto.compiler.analysis.Program;
import ristretto.compiler.analysis.VirtualCall;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaMethod;

/**
 * Gives every selector that has several targets one index, the same in all classes that understand it, so that calls through
 * a class and through an interface cost the same: two loads and a jump. Selectors share an index where no class understands both
 * (graph colouring, greedy, widest first). Numbers the classes so that the subclasses of a class follow it.
 */
public final class VirtualTables {
    private final Map<String, Integer> indices = new HashMap<>();
    private final Map<JavaClass, List<JavaMethod>> tables = new HashMap<>();
    private final Set<JavaMethod> polymorphic = new LinkedHashSet<>();

    public VirtualTables(Program program) {
        Map<String, Set<JavaClass>> users = new LinkedHashMap<>();
        program.virtualCalls.forEach((call, targets) -> {
            if (targets.size() > 1) {
                polymorphic.addAll(targets);
                Set<JavaClass> classes = users.computeIfAbsent(call.selector(), s -> new LinkedHashSet<>());
                program.instantiated.stream()
                        .filter(type -> type.isSubclassOf(call.type()))
                        .forEach(classes::add);
            }
        });
        colour(users);
        program.virtualCalls.forEach((call, targets) -> {
            if (targets.size() > 1) {
                fill(program, call);
            }
        });
        number(program);
    }

    private void colour(Map<String, Set<JavaClass>> users) {
        List<Set<JavaClass>> taken = new ArrayList<>();
        users.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Set<JavaClass>> e) ->
                                -e.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> {
                    int index = 0;
                    while (index < taken.size() && !Collections.disjoint(taken.get(index), entry.getValue())) {
                        index++;
                    }
                    if (index == taken.size()) {
                        taken.add(new HashSet<>());
                    }
                    taken.get(index).addAll(entry.getValue());
                    indices.put(entry.getKey(), index);
                });
    }

    private void fill(Program program, VirtualCall call) {
        int index = indices.get(call.selector());
        for (JavaClass type : program.instantiated) {
            if (type.isSubclassOf(call.type())) {
                List<JavaMethod> table = tables.computeIfAbsent(type, t -> new ArrayList<>());
                while (table.size() <= index) {
                    table.add(null);
                }
                table.set(index, program.world.select(type, call.method()));
            }
        }
    }

    private static void number(Program program) {
        Map<JavaClass, List<JavaClass>> children = new LinkedHashMap<>();
        Set<JavaClass> seen = new HashSet<>();
        for (JavaClass type : program.instantiated) {
            for (JavaClass c = type; c.superclass != null && !c.isArray() && seen.add(c); c = c.superclass) {
                children.computeIfAbsent(c.superclass, s -> new ArrayList<>()).add(c);
            }
        }
        number(program.world.get("java/lang/Object"), 1, children);
    }

    private static int number(JavaClass type, int next, Map<JavaClass, List<JavaClass>> children) {
        type.number = next++;
        for (JavaClass child : children.getOrDefault(type, List.of())) {
            next = number(child, next, children);
        }
        type.lastNumber = next - 1;
        return next;
    }

    int index(String selector) {
        return indices.get(selector);
    }

    /** Entries by index; null where the class does not understand that selector. */
    List<JavaMethod> table(JavaClass type) {
        return tables.getOrDefault(type, List.of());
    }

    /** Methods that are called through tables, and so share one calling convention: they may throw. */
    Set<JavaMethod> polymorphic() {
        return polymorphic;
    }
}
