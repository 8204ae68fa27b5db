package ristretto.test.templates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program for each check that the language makes by itself: null before each kind of access, the index of each kind of array, sizes, casts, stores into
 * arrays, division. In each the same access stands in many positions, since compilers leave a check out, move it or join it with others by where it
 * stands: behind the same check, in a loop, in {@code try}, {@code finally}, {@code catch}, a lambda, a constructor.
 */
public final class CheckPrograms {
    /** @param use an expression of any type, or a block, that uses {@code x} of the type and the number {@code n} */
    private record Check(String name, String type, String good, String bad, String use) {}

    private static final String FRAME = """
            package checks;

            import java.util.function.*;

            public class %1$s {
                int field = 5;
                long wide = 6;
                double fraction = 0.5;
                boolean flag = true;
                byte small = 7;
                String text = "t";
                int[] array = {1};
                %1$s next;
                static int count;
                int method(int a) { return a + 1; }
                final int last() { return 3; }
                private int own() { return 4; }
                record Disc(int radius) implements Shape { public int area(int n) { return 3; } }
                interface Shape { int area(int n); }
                record Square(int side) implements Shape { public int area(int n) { return side * n; } }

                static int n = 1;
                static %2$s x = %3$s;

                static Object use(%2$s x, int n) { %5$s }

                static void told(String where, Throwable e) {
                    System.out.println(where + ": " + e.getClass().getName() + ": " + e.getMessage() + " " + e.getStackTrace()[0].getLineNumber());
                }

                static Object inTry(%2$s x, int n) {
                    Object before = "before";
                    try { before = "in"; %5$s } catch (RuntimeException e) { told("try after " + before, e); return "caught"; }
                }

                static Object inFinally(%2$s x, int n) {
                    String path = "";
                    try {
                        try {
                            path += "a";
                            if (n < 100) { %5$s }
                            path += "b";
                        } finally {
                            path += "c";
                            try { throw new IllegalStateException("inner"); } catch (IllegalStateException e) { path += "d"; } finally { path += "e"; }
                        }
                    } catch (RuntimeException e) { told("finally", e); }
                    finally { System.out.println(path); }
                    return path;
                }

                static Object insideFinally(%2$s x, int n) {
                    try { throw new IllegalStateException("lost"); } finally { if (n < 100) { %5$s } }
                }

                static int inLoop(%2$s good, %2$s bad) {
                    int done = 0;
                    for (int i = 0; i < 6; i++) {
                        %2$s x = i == 4 ? bad : good;
                        try { use(x, n); done++; } catch (RuntimeException e) { told("turn " + i, e); continue; } finally { done += 10; }
                    }
                    return done;
                }

                static Object again(%2$s x, int n) {
                    Object first = null;
                    try { first = use(x, n); } catch (RuntimeException e) { told("first", e); }
                    class Inner { Object run() { %5$s } }
                    try { return new Inner().run(); } catch (RuntimeException e) { told("second", e); }
                    Supplier<Object> lambda = () -> { %5$s };
                    return lambda.get();
                }

                static Object inCatch(%2$s x, int n) {
                    try { Integer.parseInt("no"); } catch (NumberFormatException e) { if (n < 100) { %5$s } }
                    return "after";
                }

                final Object made;
                %1$s(%2$s x, int n) { made = use(x, n); }
                %1$s() { made = null; }

                static class Initialised {
                    static Object value = use(x, n);
                }

                static void positions(String name, %2$s good, %2$s bad) {
                    System.out.println(name);
                    Object value = inTry(bad, n);
                    System.out.println(value != null && value.getClass().isArray() ? "array" : value);
                    inFinally(bad, n);
                    try { insideFinally(bad, n); } catch (RuntimeException e) { told("inside finally", e); }
                    System.out.println(inLoop(good, bad));
                    try { again(bad, n); } catch (RuntimeException e) { told("again", e); }
                    try { inCatch(bad, n); } catch (RuntimeException e) { told("catch", e); }
                    try { System.out.println(new %1$s(bad, n).made == null); } catch (RuntimeException e) { told("constructor", e); }
                }

                public static void main(String[] arguments) {
                    positions("bad", %3$s, %4$s);
                    positions("good", %4$s, %3$s);
                    x = %4$s;
                    try { System.out.println(Initialised.value == null); } catch (ExceptionInInitializerError e) { told("initialiser", e.getCause()); }
                    try { System.out.println(Initialised.value == null); } catch (NoClassDefFoundError e) { System.out.println(e.getMessage()); }
                    System.out.println(count);
                }
            }
            """;

    /** Name of the main class and source of each. */
    public static Map<String, String> all() {
        Map<String, String> programs = new LinkedHashMap<>();
        for (Check check : checks()) {
            String text =
                    FRAME.formatted(check.name(), check.type(), check.good(), check.bad(), statement(check.use()));
            programs.put("checks." + check.name(), text);
        }
        return programs;
    }

    private static String statement(String use) {
        return use.startsWith("{") || use.endsWith(";") ? use : "return " + use + ";";
    }

    private static List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (String field : List.of("field", "wide", "fraction", "flag", "small", "text", "array", "next")) {
            checks.add(onObject("NullGet" + capital(field), "x." + field));
        }
        checks.add(onObject("NullPutInt", "x.field = n"));
        checks.add(onObject("NullPutLong", "x.wide = n"));
        checks.add(onObject("NullPutReference", "x.text = \"s\" + n"));
        checks.add(onObject("NullIncrement", "x.field++"));
        checks.add(onObject("NullCompound", "x.wide <<= n"));
        checks.add(onObject("NullPutOrder", "{ x.field = count++; return 1; }"));
        checks.add(onObject("NullCall", "x.method(n)"));
        checks.add(onObject("NullCallOrder", "x.method(count++)"));
        checks.add(onObject("NullCallFinal", "x.last()"));
        checks.add(onObject("NullCallPrivate", "x.own()"));
        checks.add(onObject("NullChain", "x.array[0]"));
        checks.add(onObject("NullMethodReference", "{ IntUnaryOperator f = x::method; return f.applyAsInt(1); }"));
        checks.add(onObject("NullSynchronized", "{ synchronized (x) { return n; } }"));
        checks.add(onObject("NullGetClass", "x.getClass().getSimpleName()"));
        checks.add(of("NullCallInterface", "Shape", "new Square(2)", "null", "x.area(n)"));
        checks.add(of("NullRecord", "Square", "new Square(2)", "null", "x.side()"));
        checks.add(of(
                "NullRecordPattern", "Object", "new Square(2)", "null", "x instanceof Square(int side) ? side : -1"));
        checks.add(of(
                "NullEnumSwitch",
                "Thread.State",
                "Thread.State.NEW",
                "null",
                "switch (x) { case NEW -> 1; default -> 2; }"));
        checks.add(of("NullStringSwitch", "String", "\"a\"", "null", "switch (x) { case \"a\" -> 1; default -> 2; }"));
        checks.add(
                of("NullPatternSwitch", "Object", "\"a\"", "null", "switch (x) { case String s -> 1; default -> 2; }"));
        checks.add(of("NullString", "String", "\"abc\"", "null", "x.length()"));
        checks.add(of("NullConcat", "String", "\"abc\"", "null", "x.concat(\"d\")"));
        checks.add(
                of("NullThrow", "IllegalStateException", "new IllegalStateException(\"thrown\")", "null", "throw x;"));
        checks.add(of("NullUnboxInt", "Integer", "5", "null", "x + n"));
        checks.add(of("NullUnboxLong", "Long", "5L", "null", "x * n"));
        checks.add(of("NullUnboxBoolean", "Boolean", "true", "null", "x ? 1 : 2"));
        checks.add(of("NullUnboxChar", "Character", "'c'", "null", "(int) x"));
        checks.add(of("NullUnboxDouble", "Double", "1.5", "null", "x / n"));
        checks.add(of("NullUnboxTernary", "Integer", "5", "null", "{ long l = n > 0 ? x : 7L; return l; }"));
        checks.add(of(
                "NullIterate",
                "java.util.List<String>",
                "java.util.List.of(\"a\")",
                "null",
                "{ for (String s : x) { count++; } return n; }"));
        checks.add(of("NullIterateArray", "int[]", "{1, 2}", "null", "{ for (int i : x) { count++; } return n; }"));
        checks.add(of("NullArrayOfArrays", "int[][]", "{{1, 2}}", "{null, null}", "x[0][n]"));
        checks.add(of("NullRequire", "Object", "\"a\"", "null", "java.util.Objects.requireNonNull(x, \"required\")"));
        List<String> types = List.of("boolean", "byte", "char", "short", "int", "long", "float", "double", "String");
        for (String type : types) {
            String name = capital(type);
            String value = type.equals("String") ? "\"v\"" : type.equals("boolean") ? "true" : "(" + type + ") 3";
            String three = "new " + type + "[3]";
            checks.add(of("NullLoad" + name, type + "[]", three, "null", "x[n]"));
            checks.add(of("NullStore" + name, type + "[]", three, "null", "x[n] = " + value));
            checks.add(of("NullLength" + name, type + "[]", three, "null", "x.length"));
            checks.add(of("IndexLoad" + name, type + "[]", three, "new " + type + "[1]", "x[n]"));
            checks.add(of("IndexStore" + name, type + "[]", three, "new " + type + "[1]", "x[n] = " + value));
            checks.add(
                    of("IndexNegative" + name, "int", "0", "-1", "{ " + type + "[] a = " + three + "; return a[x]; }"));
            checks.add(of("SizeNegative" + name, "int", "1", "-7", "new " + type + "[x]"));
        }
        for (String type : List.of("int", "long", "char", "byte", "short")) {
            String zero = type.equals("long") ? "0L" : "(" + type + ") 0";
            String seven = type.equals("long") ? "7L" : "(" + type + ") 7";
            checks.add(of("Divide" + capital(type), type, seven, zero, "100 / x"));
            checks.add(of("Remainder" + capital(type), type, seven, zero, "100 % x"));
            checks.add(of("DivideAssign" + capital(type), type, seven, zero, "{ int r = 50; r /= x; return r; }"));
        }
        checks.add(of("IndexIncrement", "int[]", "{1, 2}", "{1}", "x[n]++"));
        checks.add(of("IndexCompound", "byte[]", "{1, 2}", "{1}", "x[n] += 300"));
        checks.add(of("IndexOrder", "int[]", "{1, 2}", "{1}", "x[n] = count++"));
        checks.add(of("IndexNullOrder", "int[]", "{1, 2}", "null", "x[n] = count++"));
        checks.add(of("IndexDivideOrder", "int[]", "{1, 2}", "{1}", "x[n] = 1 / (n - 1)"));
        checks.add(of("IndexNested", "int[][]", "{{1}, {1, 2}}", "{{1, 2}, {1}}", "x[n][n]"));
        checks.add(of("IndexString", "String", "\"ab\"", "\"a\"", "x.charAt(n)"));
        checks.add(of("IndexSubstring", "String", "\"ab\"", "\"\"", "x.substring(n)"));
        checks.add(of(
                "IndexList",
                "java.util.List<String>",
                "new java.util.ArrayList<>(java.util.List.of(\"a\", \"b\"))",
                "new java.util.ArrayList<>()",
                "x.get(n)"));
        checks.add(of(
                "IndexCopy", "int[]", "{1, 2, 3}", "{1}", "{ System.arraycopy(x, n, new int[9], 3, 2); return n; }"));
        checks.add(of("SizeNested", "int", "2", "-1", "new int[n][x]"));
        checks.add(of("SizeNestedZero", "int", "2", "-1", "new int[n - 1][x]"));
        checks.add(of("SizeOrder", "int", "2", "-1", "new int[x][count++]"));
        checks.add(of("CastClass", "Object", "\"a\"", "5", "(String) x"));
        checks.add(of("CastInterface", "Object", "new Square(1)", "\"a\"", "(Shape) x"));
        checks.add(of("CastInteger", "Object", "5", "5L", "(Integer) x + 1"));
        checks.add(of("CastArray", "Object", "new int[1]", "new long[1]", "((int[]) x).length"));
        checks.add(of("CastArrayOfStrings", "Object", "new String[1]", "new Object[1]", "((String[]) x).length"));
        checks.add(of("CastArrayOfArrays", "Object", "new int[1][1]", "new int[1]", "((Object[]) x).length"));
        checks.add(of("CastArrayToClass", "Object", "\"a\"", "new String[2]", "((CharSequence) x).length()"));
        checks.add(of(
                "CastGeneric",
                "java.util.List",
                "java.util.List.of(\"a\")",
                "java.util.List.of(1)",
                "{ java.util.List<String> l = x; return l.get(0).length(); }"));
        checks.add(of(
                "CastIntersection",
                "Object",
                "\"a\"",
                "new Square(1)",
                "((CharSequence & Comparable<String>) x).length()"));
        checks.add(of("StoreObject", "Object[]", "new Object[2]", "new Integer[2]", "x[n] = \"text\""));
        checks.add(of("StoreArray", "Object[]", "new int[2][]", "new long[2][]", "x[n] = new int[3]"));
        checks.add(of("StoreNull", "Object[]", "new Integer[1]", "new Integer[2]", "x[n] = null"));
        checks.add(of("StoreInterface", "Object[]", "new Shape[2]", "new Square[2]", "x[n] = new Disc(1)"));
        checks.add(of(
                "StoreCopy",
                "Object[]",
                "new Object[3]",
                "new Integer[3]",
                "{ System.arraycopy(new Object[] {1, \"b\"}, 0, x, n, 2); return n; }"));
        checks.add(of(
                "StoreCopyType",
                "Object",
                "new int[3]",
                "new long[3]",
                "{ System.arraycopy(new int[3], 0, x, n, 2); return n; }"));
        checks.add(of(
                "StoreFill",
                "Object[]",
                "new Object[3]",
                "new Integer[3]",
                "{ java.util.Arrays.fill(x, \"s\"); return n; }"));
        return checks;
    }

    private static Check onObject(String name, String use) {
        return new Check(name, name, "new " + name + "()", "null", use);
    }

    private static Check of(String name, String type, String good, String bad, String use) {
        return new Check(name, type, value(type, good), value(type, bad), use);
    }

    /** An initialiser of an array where an expression stands. */
    private static String value(String type, String value) {
        return value.startsWith("{") ? "new " + type + value : value;
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private CheckPrograms() {}
}
