package ristretto.test.generated;

import java.util.ArrayList;
import java.util.List;

/** The variables that can be named at a place of a generated program. */
final class Scope {
    /**
     * @param isAssignable counters of loops and captured variables are not
     * @param isFinal lambdas may capture it
     */
    record Variable(String name, Kind kind, boolean isAssignable, boolean isFinal) {}

    private final List<Variable> variables = new ArrayList<>();
    private int made;

    /** To give to {@link #close}. */
    int open() {
        return variables.size();
    }

    void close(int mark) {
        variables.subList(mark, variables.size()).clear();
    }

    /** Takes only final variables along, as a lambda's body sees them; gives back the rest for {@link #restore}. */
    List<Variable> captureOnly() {
        List<Variable> all = List.copyOf(variables);
        variables.removeIf(variable -> !variable.isFinal());
        return all;
    }

    void restore(List<Variable> all) {
        variables.clear();
        variables.addAll(all);
    }

    String fresh(String prefix) {
        return prefix + made++;
    }

    void add(String name, Kind kind, boolean isAssignable, boolean isFinal) {
        variables.add(new Variable(name, kind, isAssignable, isFinal));
    }

    List<Variable> readable(Kind kind) {
        return variables.stream().filter(variable -> variable.kind() == kind).toList();
    }

    List<Variable> assignable() {
        return variables.stream().filter(Variable::isAssignable).toList();
    }

    List<Variable> all() {
        return List.copyOf(variables);
    }
}
