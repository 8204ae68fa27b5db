package ristretto.test.generated;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a random Java program that ends and prints what it computed: arithmetic of every type, arrays, objects with virtual methods,
 * records, enums, strings, lambdas, exceptions with {@code finally}, switches over numbers, strings and patterns. The
 * same seed gives the same text for ever, so a seed is all that a failure needs to be told.
 */
public final class ProgramGenerator {
    private static final String FRAME = """
            package %1$s;

            import java.util.*;
            import java.util.function.*;

            public class Generated {
                static int fuel = 3000;
                static int lines = 400;

                static class Failure extends RuntimeException {
                    Failure(String message) { super(message); }
                }

                static class OutOfFuel extends Error {}

                enum Color { RED(3), GREEN(-1) { int shade() { return 5; } }, BLUE(70);
                    final int weight;
                    Color(int weight) { this.weight = weight; }
                    int shade() { return weight * 2; }
                }

                record Pair(int number, String text) {}

                sealed interface Node permits Leaf, Branch, Odd {
                    int value(int n);
                    default Node next() { return this; }
                }

                record Leaf(int n) implements Node {
                    public int value(int m) { return n * 31 + m; }
                }

                static final class Branch implements Node {
                    final int n;
                    final Node other;
                    Branch(int n, Node other) { this.n = n; this.other = other; }
                    public int value(int m) { return %2$s; }
                    public Node next() { return other; }
                }

                static final class Odd implements Node {
                    int calls;
                    public int value(int m) { calls++; return %3$s; }
                    @Override public String toString() { return "odd" + calls; }
                }

                static final Node root = new Branch(4, new Leaf(9));

                static Node make(int n) {
                    return switch (n & 3) { case 0 -> new Leaf(n); case 1 -> new Branch(n, root); case 2 -> new Odd(); default -> null; };
                }

                static void burn() { if (--fuel < 0) { throw new OutOfFuel(); } }
                static void print(Object o) { if (--lines >= 0) { System.out.println(cut(String.valueOf(o))); } }
                static String cut(String s) { return s.length() > 60 ? s.substring(0, 60) : s; }
                static String tail(String s, int n) { return s.substring(Math.min(n & 3, s.length())); }
                static int number(String s) { try { return Integer.parseInt(s); } catch (NumberFormatException e) { return s.length(); } }
                static int twice(int n) { return 2 * n; }
                static String what(RuntimeException e) { return e.getClass().getName() + ": " + e.getMessage(); }
                static synchronized void synchronizedly(Runnable r) { synchronized (root) { r.run(); } }
                static String describe(Object o) {
                    if (o instanceof int[] ints) { return Arrays.toString(ints); }
                    return o instanceof Node n && !(o instanceof Odd) ? "node" + n.value(1) : String.valueOf(o);
                }
                static int switchOn(Object o) {
                    return switch (o) { case null -> -1; case Integer i -> i; case String s -> s.length(); case Node n -> n.value(2); default -> 7; };
                }

            """;
    private static final List<String> BRANCH_VALUES =
            List.of("n * 31 + m", "(n ^ m) >>> 3", "other == null ? n : n + other.value(m)", "n / m");
    private static final List<String> ODD_VALUES =
            List.of("calls + m", "calls % 3 == 0 ? -m : m / calls", "calls << m");
    private static final int METHODS = 7;

    private final Choice choice;
    private final Methods methods;
    private final Scope statics = new Scope();
    private final StringBuilder text = new StringBuilder();

    private ProgramGenerator(long seed) {
        choice = new Choice(seed);
        methods = new Methods(choice);
    }

    /** The source of class {@code Generated} in a package. */
    public static String source(long seed, String packageName) {
        return new ProgramGenerator(seed).program(packageName);
    }

    private String program(String packageName) {
        text.append(FRAME.formatted(packageName, choice.of(BRANCH_VALUES), choice.of(ODD_VALUES)));
        fields();
        for (int i = 0; i < METHODS; i++) {
            method(i);
        }
        main();
        return text.append("}\n").toString();
    }

    private void fields() {
        Expressions expressions = new Expressions(choice, new Scope(), new Methods(choice));
        for (Kind kind :
                List.of(Kind.INT, Kind.LONG, Kind.STRING, Kind.INTS, Kind.DOUBLE, Kind.OBJECT, Kind.LIST, Kind.BYTES)) {
            String name = statics.fresh("s");
            text.append("    static ")
                    .append(kind.type)
                    .append(' ')
                    .append(name)
                    .append(" = ");
            text.append(expressions.of(kind, 0)).append(";\n");
            statics.add(name, kind, true, true);
        }
    }

    private void method(int number) {
        Kind result = choice.any(
                Kind.INT, Kind.LONG, Kind.DOUBLE, Kind.STRING, Kind.BOOLEAN, Kind.INTS, Kind.NODE, Kind.CHAR);
        Scope scope = new Scope();
        List<Kind> kinds = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        statics.all().forEach(field -> scope.add(field.name(), field.kind(), true, true));
        for (int i = choice.below(4); i > 0; i--) {
            Kind kind = choice.any(
                    Kind.INT,
                    Kind.LONG,
                    Kind.DOUBLE,
                    Kind.STRING,
                    Kind.INTS,
                    Kind.NODE,
                    Kind.OBJECT,
                    Kind.BYTE,
                    Kind.FLOAT);
            String name = scope.fresh("a");
            kinds.add(kind);
            parameters.add(kind.type + " " + name);
            scope.add(name, kind, true, false);
        }
        text.append("\n    static ")
                .append(result.type)
                .append(" m")
                .append(number)
                .append('(');
        text.append(String.join(", ", parameters)).append(") {\n        burn();\n");
        Expressions expressions = new Expressions(choice, scope, methods);
        Statements statements = new Statements(choice, scope, expressions, text, result, 14);
        for (int i = choice.between(2, 6); i > 0; i--) {
            if (!statements.statement(3)) {
                break;
            }
        }
        text.append("        return ").append(expressions.of(result, 2)).append(";\n    }\n");
        methods.add(new Methods.Signature("m" + number, result, kinds));
    }

    private void main() {
        Expressions expressions = new Expressions(choice, statics, methods);
        text.append("\n    public static void main(String[] arguments) {\n");
        for (Methods.Signature method : methods.all()) {
            for (int i = 0; i < 2; i++) {
                List<String> values = new ArrayList<>();
                method.parameters().forEach(kind -> values.add(expressions.of(kind, 1)));
                String shown = method.name() + "(" + String.join(", ", values) + ")";
                String value = method.result() == Kind.NODE || method.result() == Kind.INTS
                        ? "describe(" + shown + ")"
                        : shown;
                text.append("        try { print(\"")
                        .append(method.name())
                        .append(" \" + ")
                        .append(value);
                text.append(
                        "); } catch (RuntimeException e) { trace(e); } catch (OutOfFuel e) { print(\"out of fuel\"); fuel = 500; }\n");
            }
        }
        text.append("        print(s0 + \" \" + s1 + \" \" + s2 + \" \" + Arrays.toString(s3) + \" \" + s4);\n");
        text.append("        if (lines < 0) { System.out.println(lines); }\n    }\n");
        text.append("""

                    static void trace(RuntimeException e) {
                        StringBuilder trace = new StringBuilder(what(e));
                        for (StackTraceElement element : e.getStackTrace()) {
                            if (element.getClassName().startsWith(Generated.class.getName())) {
                                trace.append(' ').append(element.getMethodName()).append(':').append(element.getLineNumber());
                            }
                        }
                        System.out.println(trace);
                    }
                """.indent(0));
    }
}
