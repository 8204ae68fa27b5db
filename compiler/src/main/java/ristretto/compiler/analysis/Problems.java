package ristretto.compiler.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ristretto.compiler.CompilationFailure;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaMethod;

/**
 * What cannot be compiled. Each report begins with a place in the program, not in the JDK: class, method and line from which the
 * unsupported thing is reached; then what it is, why it is unsupported, and the way there.
 */
public final class Problems {
    private static final int LONGEST_CHAIN = 12;
    private static final int MOST_SHOWN = 10;

    private final Set<String> found = new LinkedHashSet<>();
    /** Places in programs that are reported already: one thing of the JDK often leads to many that are not supported. */
    private final Set<String> reported = new HashSet<>();

    public void add(JavaMethod where, int line, String reason) {
        List<JavaMethod> chain = new ArrayList<>();
        JavaMethod inProgram = where;
        while (inProgram != null && inProgram.owner.origin != JavaClass.Origin.APPLICATION) {
            chain.add(inProgram);
            inProgram = inProgram.reachedFrom;
        }
        if (inProgram == null) {
            inProgram = where;
            chain.clear();
        }
        StringBuilder text = new StringBuilder();
        if (chain.isEmpty()) {
            text.append(place(inProgram, line)).append(": ").append(reason);
        } else {
            JavaMethod used = chain.getLast();
            String place = place(inProgram, used.reachedAtLine);
            if (!reported.add(place)) {
                return;
            }
            text.append(place).append(": ").append(used.displayName()).append(" is not supported");
            String cause = used == where ? "" : where.displayName() + ": ";
            text.append(" (").append(cause).append(reason).append(')');
        }
        appendWay(text, where.reachedFrom, inProgram);
        found.add(text.toString());
    }

    private static void appendWay(StringBuilder text, JavaMethod first, JavaMethod last) {
        JavaMethod method = first;
        for (int i = 0; method != null && i < LONGEST_CHAIN; i++) {
            text.append(System.lineSeparator()).append("    reached from ").append(method.displayName());
            method = method == last ? null : method.reachedFrom;
        }
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
