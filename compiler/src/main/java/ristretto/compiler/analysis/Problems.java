package ristretto.compiler.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ristretto.compiler.CompilationFailure;
import ristretto.compiler.model.JavaMethod;

/** What cannot be compiled, each with class, method, line, reason and how the program gets there. */
public final class Problems {
    private static final int LONGEST_CHAIN = 12;
    private static final int MOST_SHOWN = 20;

    private final Set<String> found = new LinkedHashSet<>();

    public void add(JavaMethod where, int line, String reason) {
        StringBuilder text = new StringBuilder(place(where, line)).append(": ").append(reason);
        JavaMethod caller = where.reachedFrom;
        for (int i = 0; caller != null && i < LONGEST_CHAIN; i++) {
            text.append(System.lineSeparator()).append("    reached from ").append(caller.displayName());
            caller = caller.reachedFrom;
        }
        found.add(text.toString());
    }

    private static String place(JavaMethod method, int line) {
        String file = method.bodyOwner.sourceFile();
        return method.displayName() + "(" + (line > 0 ? file + ":" + line : file) + ")";
    }

    public void failIfAny() {
        if (found.isEmpty()) {
            return;
        }
        List<String> shown = new ArrayList<>(found).subList(0, Math.min(found.size(), MOST_SHOWN));
        if (found.size() > MOST_SHOWN) {
            shown = new ArrayList<>(shown);
            shown.add("and " + (found.size() - MOST_SHOWN) + " more");
        }
        throw new CompilationFailure(shown);
    }
}
