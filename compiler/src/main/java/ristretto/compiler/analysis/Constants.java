package ristretto.compiler.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import ristretto.compiler.heap.BuildTimeHeap;
import ristretto.compiler.model.JavaField;
import ristretto.compiler.model.JavaMethod;

/**
 * The string constants of the program, and what waits for some of them: methods that have a large body only if a constant asks for it, and
 * tables of what constants name.
 */
final class Constants {
    private final Set<String> all = new LinkedHashSet<>();
    /** Every process runs in this time zone, so whoever asks for zones may get that without naming it. */
    private static final String ZONE = "UTC";

    /** Without those that only the JDK mentions: it has lists of all names of some kinds. */
    private final Set<String> ofProgram = new LinkedHashSet<>(Set.of(ZONE));

    private final Map<JavaMethod, Pattern> waiting = new LinkedHashMap<>();
    private final Map<JavaField, Set<String>> told = new HashMap<>();

    void addOfProgram(String text) {
        ofProgram.add(text);
    }

    /** Answers the methods whose own body is wanted from now on. */
    List<JavaMethod> add(String text) {
        List<JavaMethod> wanted = new ArrayList<>();
        if (all.add(text)) {
            for (Iterator<Map.Entry<JavaMethod, Pattern>> i = waiting.entrySet().iterator(); i.hasNext(); ) {
                Map.Entry<JavaMethod, Pattern> entry = i.next();
                if (entry.getValue().matcher(text).find()) {
                    wanted.add(entry.getKey());
                    i.remove();
                }
            }
        }
        return wanted;
    }

    /** Whether some constant asks for the own body of this substituted method; if not, one that comes later may. */
    boolean want(JavaMethod method) {
        Pattern pattern = Pattern.compile(method.annotations.unless());
        boolean isWanted = all.stream().anyMatch(text -> pattern.matcher(text).find());
        if (!isWanted) {
            waiting.put(method, pattern);
        }
        return isWanted;
    }

    void tellTables(BuildTimeHeap heap) {
        for (JavaField table : List.copyOf(heap.tables())) {
            Set<String> known = told.computeIfAbsent(table, t -> new HashSet<>());
            for (String text : List.copyOf(ofProgram)) {
                if (known.add(text)) {
                    heap.tell(table, text);
                }
            }
        }
    }
}
