package ristretto.test.templates;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every way out of {@code try} through every kind of {@code finally}: one program for each pair, in a loop and with another around it. */
final class FinallyPrograms {
    private static final Map<String, String> EXITS = Map.ofEntries(
            Map.entry("Falls", "path.append(\"end \");"),
            Map.entry("Returns", "if (n > 0) { return path.append(\"returned \").length() + n++; }"),
            Map.entry("Breaks", "if (n > 0) { break; }"),
            Map.entry("Continues", "if (i > 0) { continue; }"),
            Map.entry("BreaksOut", "if (i == n) { break outer; }"),
            Map.entry("Throws", "if (i == n) { throw new IllegalStateException(\"thrown \" + i); }"),
            Map.entry("Divides", "n = 10 / (i - n);"),
            Map.entry(
                    "ThrowsError",
                    "if (i == 1) { throw new AssertionError(\"error \" + i, new RuntimeException(\"cause\")); }"));
    private static final Map<String, String> FINALLIES = Map.ofEntries(
            Map.entry("Nothing", "path.append(\"f\").append(n).append(' ');"),
            Map.entry("Return", "if (i == 1) { return -1; }"),
            Map.entry("Throw", "if (i == n + 1) { throw new IllegalArgumentException(\"instead\"); }"),
            Map.entry("Break", "if (n == 1) { break; }"),
            Map.entry("Continue", "if (i == 1) { path.append(\"swallowed \"); continue; }"),
            Map.entry("Change", "n += 2; total = -total;"),
            Map.entry("Nested", """
                    try { if (i == 1) { throw new UnsupportedOperationException("inner"); } }
                    catch (UnsupportedOperationException e) { path.append(e.getMessage()).append(' '); }
                    finally { n--; path.append("ff "); }"""));

    private static final String FRAME = """
            package finallies;

            public class %1$s {
                static StringBuilder path = new StringBuilder();

                static int run(int n) {
                    int total = 1;
                    outer:
                    for (int round = 0; round < 2; round++) {
                        for (int i = 0; i < 3; i++) {
                            try {
                                total = total * 3 + i;
                                path.append("t").append(i).append(' ');
                                %2$s
                                total += 100;
                            } catch (ArithmeticException | IllegalStateException e) {
                                path.append("caught ").append(e.getMessage()).append(' ');
                                if (n == 2) { return total; }
                            } finally {
                                %3$s
                            }
                            total += 1000;
                        }
                        path.append("round ");
                    }
                    return total + n;
                }

                static class Resource implements AutoCloseable {
                    final int n;
                    Resource(int n) { this.n = n; if (n == 3) { throw new IllegalStateException("not opened"); } }
                    public void close() { path.append("closed").append(n).append(' '); if (n == 1) { throw new IllegalArgumentException("closing"); } }
                }

                static int withResources(int n) {
                    int total = 1;
                    outer:
                    for (int round = 0; round < 2; round++) {
                        for (int i = 0; i < 3; i++) {
                            try (Resource first = new Resource(n); Resource second = new Resource(n + 1)) {
                                %2$s
                                total += first.n + second.n;
                            } finally {
                                total *= 2;
                            }
                        }
                    }
                    return total;
                }

                static int around(int n) {
                    try {
                        return run(n);
                    } finally {
                        path.append("around ");
                    }
                }

                static void show(Throwable e) {
                    System.out.println(e + " cause " + e.getCause() + " suppressed " + java.util.Arrays.toString(e.getSuppressed())
                            + " at " + e.getStackTrace()[0].getLineNumber());
                }

                public static void main(String[] arguments) {
                    for (int n = -1; n < 4; n++) {
                        path.setLength(0);
                        try { System.out.println(around(n)); } catch (RuntimeException | AssertionError e) { show(e); }
                        System.out.println(n + ": " + path);
                        path.setLength(0);
                        try { System.out.println(withResources(n)); } catch (RuntimeException | AssertionError e) { show(e); }
                        System.out.println(n + ": " + path);
                    }
                }
            }
            """;

    static Map<String, String> all() {
        Map<String, String> programs = new LinkedHashMap<>();
        EXITS.keySet().stream()
                .sorted()
                .forEach(exit -> FINALLIES.keySet().stream().sorted().forEach(last -> {
                    String name = exit + "Through" + last;
                    programs.put("finallies." + name, FRAME.formatted(name, EXITS.get(exit), FINALLIES.get(last)));
                }));
        return programs;
    }

    private FinallyPrograms() {}
}
