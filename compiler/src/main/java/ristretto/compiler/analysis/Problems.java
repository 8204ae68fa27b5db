package ristretto.compiler.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import ristretto.compiler.CompilationFailure;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaMethod;
import ristretto.compiler.model.Unsupported;

/**
 * What cannot be compiled. Each report begins with a place in the program, not in the JDK: class, method and line from which the
 * unsupported thing is reached; then what it is, why it is unsupported, and the way there.
 *
 * <p>The rule: what the program's own classes reach, through the JDK or at once, fails the build. What they reach only by way of a library
 * (a jar other than the program's) is a warning, and an exception with the same text where it is really reached: a library's author
 * provided for many machines, and most of that a given program never uses.
 */
public final class Problems {
    private static final int LONGEST_CHAIN = 12;
    private static final int MOST_SHOWN = 10;
    private static final int LONGEST_CHAIN_IN_EXCEPTION = 4;

    private record Report(JavaMethod where, boolean isInside, String place, String text) {}

    private final Set<Report> reports = new LinkedHashSet<>();
    private final Supplier<Set<String>> reachedWithoutLibraries;
    private Set<String> ofProgram;

    /** Every problem fails the build. */
    public Problems() {
        this(null);
    }

    /** @param reachedWithoutLibraries symbols of the methods that the program reaches without a library; asked for once all is known */
    public Problems(Supplier<Set<String>> reachedWithoutLibraries) {
        this.reachedWithoutLibraries = reachedWithoutLibraries;
    }

    /** A method that has no body, or none that can be compiled. Answers what it throws, should the build not fail. */
    public Unsupported addMethod(JavaMethod where, String reason) {
        return report(where, false, 0, reason, null);
    }

    /** An instruction of a method. Answers what is to be thrown in its place, should the build not fail. */
    public Unsupported add(JavaMethod where, int line, String reason) {
        return report(where, true, line, reason, null);
    }

    public Unsupported addMissingClass(JavaMethod where, int line, String reason, String className) {
        return report(where, true, line, reason, className);
    }

    private Unsupported report(JavaMethod where, boolean isInside, int line, String reason, String missingClass) {
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
        JavaMethod used = chain.isEmpty() ? null : chain.getLast();
        String place = place(inProgram, used == null ? line : used.reachedAtLine);
        String what = place + ": " + reason;
        if (used != null) {
            String cause = used == where ? "" : where.displayName() + ": ";
            what = place + ": " + used.displayName() + " is not supported (" + cause + reason + ")";
        }
        reports.add(new Report(
                where,
                isInside,
                used == null ? what : place,
                what + way(where.reachedFrom, inProgram, LONGEST_CHAIN, System.lineSeparator() + "    ")));
        return missingClass != null
                ? new Unsupported(true, missingClass)
                : new Unsupported(false, what + way(where.reachedFrom, inProgram, LONGEST_CHAIN_IN_EXCEPTION, ", "));
    }

    private boolean isOfProgram(Report report) {
        if (reachedWithoutLibraries == null) {
            return true;
        }
        if (ofProgram == null) {
            ofProgram = reachedWithoutLibraries.get();
        }
        JavaMethod written = report.where;
        while (written.owner.origin == JavaClass.Origin.SYNTHETIC && written.reachedFrom != null) {
            written = written.reachedFrom;
        }
        boolean isInLibrary = report.isInside && written.owner.ofLibrary;
        return !isInLibrary && ofProgram.contains(written.symbol());
    }

    private static String way(JavaMethod first, JavaMethod last, int longest, String separator) {
        StringBuilder text = new StringBuilder();
        JavaMethod method = first;
        for (int i = 0; method != null && i < longest; i++) {
            text.append(separator).append("reached from ").append(method.displayName());
            method = method == last ? null : method.reachedFrom;
        }
        return text.toString();
    }

    private static String place(JavaMethod method, int line) {
        String file = method.bodyOwner.sourceFile();
        return method.displayName() + "(" + (line > 0 ? file + ":" + line : file) + ")";
    }

    /** What only libraries reach, which the program's author should know. */
    public List<String> warnings() {
        return having(false);
    }

    public void failIfAny() {
        List<String> failures = having(true);
        if (failures.isEmpty()) {
            return;
        }
        List<String> shown = new ArrayList<>(failures.subList(0, Math.min(failures.size(), MOST_SHOWN)));
        if (failures.size() > MOST_SHOWN) {
            shown.add("and " + (failures.size() - MOST_SHOWN) + " more");
        }
        throw new CompilationFailure(shown);
    }

    /** One for each place in the program: one thing of the JDK often leads to many that are not supported. */
    private List<String> having(boolean fails) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Report report : reports) {
            if (isOfProgram(report) == fails) {
                texts.putIfAbsent(report.place, report.text);
            }
        }
        return List.copyOf(texts.values());
    }
}
