package ristretto.test.templates;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What initialises a class, and when: one program for each kind of use, from several places, twice, and where the initialiser throws. A class is used
 * whose superclass and interfaces have initialisers too.
 */
final class InitialisationPrograms {
    private record Use(String name, String code) {}

    private static final Use[] USES = {
        new Use("StaticMethod", "Used.method()"),
        new Use("StaticField", "Used.field"),
        new Use("StaticFieldWritten", "Used.field = 9"),
        new Use("StaticFieldIncremented", "Used.field++"),
        new Use("ConstantInt", "Used.CONSTANT"),
        new Use("ConstantString", "Used.TEXT"),
        new Use("ComputedFinal", "Used.COMPUTED"),
        new Use("InheritedField", "Used.inherited"),
        new Use("InheritedMethod", "Used.inheritedMethod()"),
        new Use("InterfaceConstant", "Used.OF_INTERFACE"),
        new Use("InterfaceStaticMethod", "Plain.helper()"),
        new Use("InterfaceComputedField", "Plain.computed"),
        new Use("NewObject", "new Used().number"),
        new Use("NewArray", "new Used[3].length"),
        new Use("NewNestedArray", "new Used[1][2].length"),
        new Use("InstanceOf", "object instanceof Used"),
        new Use("Cast", "(Used) null"),
        new Use("ClassLiteral", "Used.class.getSimpleName()"),
        new Use("MethodReference", "((java.util.function.IntSupplier) Used::method).getAsInt()"),
        new Use("MethodReferenceUnused", "((java.util.function.IntSupplier) Used::method) != null"),
        new Use("ConstructorReference", "((java.util.function.Supplier<Used>) Used::new).get().number"),
        new Use("Lambda", "((java.util.function.IntSupplier) () -> Used.field + 1).getAsInt()"),
        new Use("SubclassObject", "new Sub().number"),
        new Use("SubclassMethod", "Sub.method()"),
        new Use("NestedEnum", "Used.Kind.SECOND.ordinal()"),
        new Use("NestedRecord", "new Used.Point(1, 2).sum()"),
        new Use("AnonymousSubclass", "new Used() { int twice() { return number * 2; } }.twice()"),
        new Use("Argument", "three(1, Used.field, Used.method())"),
        new Use("ArgumentThrows", "three(1, Integer.parseInt(\"x\"), Used.method())"),
        new Use("Condition", "object != null && Used.method() > 0 || Used.field > 100"),
    };

    private static final String FRAME = """
            package initialisations;

            public class %1$s {
                static int log(String s, int n) { System.out.println("init " + s); return n; }
                static boolean fails;
                static int three(int a, int b, int c) { return a * 100 + b * 10 + c; }
                static void maybeFail(String s) { if (fails) { throw new IllegalStateException("failing " + s); } }

                interface Plain {
                    int OF_INTERFACE = log("Plain.OF_INTERFACE", 8);
                    int computed = log("Plain.computed", 3);
                    static int helper() { return 4; }
                }

                interface WithDefault extends Plain {
                    int other = log("WithDefault.other", 5);
                    default int given() { return other; }
                }

                static class Base {
                    static int inherited = log("Base.inherited", 11);
                    static int inheritedMethod() { return inherited + 1; }
                    static { System.out.println("init Base block, Used not yet " + (inherited > 0)); }
                }

                static class Used extends Base implements WithDefault {
                    static final int CONSTANT = 7;
                    static final String TEXT = "text" + CONSTANT;
                    static int early = late();
                    static final int COMPUTED = log("Used.COMPUTED", 12);
                    static int field = log("Used.field", 1);
                    int number = log("Used.number", 2);
                    static int late() { return log("Used.late", COMPUTED); }
                    static int method() { return field + early; }
                    static { maybeFail("Used"); }
                    enum Kind { FIRST, SECOND; static { log("Kind", field); } }
                    record Point(int x, int y) { static int points = log("Point", 0); int sum() { return x + y + points; } }
                }

                static class Sub extends Used {
                    static { log("Sub", 0); }
                }

                static Object object = "o";

                static Object use() { return %2$s; }

                static class Later {
                    static Object value = use();
                    static { System.out.println("Later has " + value); }
                    static void touch() {}
                }

                static void attempt(String where, java.util.function.Supplier<Object> action) {
                    try {
                        System.out.println(where + " " + action.get());
                    } catch (Throwable e) {
                        System.out.println(where + " " + e + " cause " + e.getCause());
                    }
                }

                public static void main(String[] arguments) {
                    fails = arguments.length > 0 || %3$b;
                    System.out.println("start");
                    attempt("first", () -> use());
                    attempt("second", () -> use());
                    for (int i = 0; i < 2; i++) {
                        attempt("loop", () -> %2$s);
                    }
                    attempt("later", () -> { Later.touch(); return Later.value; });
                    attempt("later again", () -> { Later.touch(); return Later.value; });
                    attempt("default", () -> new Used().given());
                }
            }
            """;

    static Map<String, String> all() {
        Map<String, String> programs = new LinkedHashMap<>();
        for (Use use : USES) {
            programs.put("initialisations." + use.name(), FRAME.formatted(use.name(), use.code(), false));
            programs.put(
                    "initialisations." + use.name() + "Fails", FRAME.formatted(use.name() + "Fails", use.code(), true));
        }
        return programs;
    }

    private InitialisationPrograms() {}
}
