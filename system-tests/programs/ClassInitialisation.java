import java.util.function.Supplier;

/** When initialisers run, in which order, and what their failure leaves behind. */
public class ClassInitialisation {
    static int log(String text) {
        System.out.println("  init " + text);
        return text.length();
    }

    interface Constants {
        int LENGTH = log("Constants");
        Object SHARED = new int[] {LENGTH};
        int FOLDED = 42;
    }

    static class Implementor implements Constants {
        static {
            log("Implementor");
        }

        int read() {
            return LENGTH + ((int[]) SHARED)[0];
        }

        static int folded() {
            return FOLDED;
        }
    }

    interface WithDefault {
        int VALUE = log("WithDefault");

        default int twice() {
            return 2 * VALUE;
        }
    }

    interface Between extends WithDefault {
        int OTHER = log("Between");
    }

    interface WithoutDefault {
        int VALUE = log("WithoutDefault");

        int f();
    }

    static class Base {
        static int count = log("Base");
    }

    static class Derived extends Base implements Between, WithoutDefault {
        static int own = log("Derived");

        public int f() {
            return 1;
        }

        static void nothing() {}
    }

    static class OnlyInherits extends Base {
        static void nothing() {}
    }

    static class NoInitialiserButInterface implements WithDefaultToo {}

    interface WithDefaultToo {
        int VALUE = log("WithDefaultToo");

        default void g() {}
    }

    interface ForLambda {
        int VALUE = log("ForLambda");

        int get();

        default int more() {
            return get() + VALUE;
        }
    }

    interface ForLambdaWithout {
        int VALUE = log("ForLambdaWithout");

        int get();
    }

    static class Broken {
        static int value = fail();

        static int fail() {
            throw new IllegalStateException("broken");
        }

        static void use() {}
    }

    static class BelowBroken extends Broken {
        static {
            log("BelowBroken");
        }

        static int number = 3;

        static void below() {}
    }

    static class SilentlyBelowBroken extends BrokenToo {
        static void below() {}
    }

    static class BrokenToo {
        static int value = Broken.fail();
    }

    static class ErrorInside {
        static {
            if (log("ErrorInside") > 0) {
                throw new AssertionError("an error passes as it is");
            }
        }

        static void use() {}
    }

    static class First {
        static int a = Second.b + 1;

        static int get() {
            return a;
        }
    }

    static class Second {
        static int b = First.a + 10;
    }

    static class Parent {
        static {
            log("Parent");
            Child.hello();
        }

        static int x = log("Parent.x");
    }

    static class Child extends Parent {
        static int y = log("Child.y");

        static void hello() {
            System.out.println("  hello x=" + x + " y=" + y);
        }
    }

    enum Colour {
        RED, GREEN {
            @Override
            String text() {
                return "green " + COUNT;
            }
        };

        static final int COUNT = log("Colour " + values().length);

        String text() {
            return "colour";
        }
    }

    static class Holder {
        static final Object LAZY = new Object() {
            {
                log("Holder");
            }
        };
    }

    static class Arguments {
        static {
            log("Arguments");
        }

        static int take(int value) {
            return value;
        }

        static int field;
    }

    static class Superclass {
        final int seen;

        Superclass() {
            seen = value();
        }

        int value() {
            return -1;
        }
    }

    static class Subclass extends Superclass {
        int mine = 7;
        final int constant = 8;

        @Override
        int value() {
            return mine + constant;
        }
    }

    static class StaticByInstance {
        static int made = log("StaticByInstance");
        static StaticByInstance one = new StaticByInstance();
        static int after = log("after");
        int sawAfter = after;
    }

    static void attempt(String name, Runnable action) {
        System.out.println(name);
        try {
            action.run();
            System.out.println("  fine");
        } catch (Throwable t) {
            System.out.println("  " + t.getClass().getName() + ": " + t.getMessage()
                    + (t.getCause() == null ? "" : " / " + t.getCause()));
        }
    }

    static int before(String text) {
        System.out.println("  " + text);
        return 1;
    }

    public static void main(String[] args) {
        attempt("folded constant", () -> System.out.println("  " + Implementor.folded()));
        attempt("interface constants", () -> System.out.println("  " + new Implementor().read()));
        attempt("derived", Derived::nothing);
        attempt("between", () -> System.out.println("  " + Between.OTHER));
        attempt("without default", () -> System.out.println("  " + WithoutDefault.VALUE));
        attempt("only inherits", OnlyInherits::nothing);
        attempt("no initialiser but interface", () -> new NoInitialiserButInterface().g());
        attempt("lambda with default", () -> {
            ForLambda f = () -> 3;
            System.out.println("  made");
            System.out.println("  " + f.more());
        });
        attempt("lambda without default", () -> {
            ForLambdaWithout f = () -> 3;
            System.out.println("  made " + f.get());
            System.out.println("  " + ForLambdaWithout.VALUE);
        });
        attempt("broken below", BelowBroken::below);
        attempt("broken below again", BelowBroken::below);
        attempt("broken below field", () -> BelowBroken.number++);
        attempt("broken", Broken::use);
        attempt("broken new", Broken::new);
        attempt("broken silently", SilentlyBelowBroken::below);
        attempt("broken silently again", SilentlyBelowBroken::below);
        attempt("error inside", ErrorInside::use);
        attempt("error inside again", ErrorInside::use);
        attempt("cycle", () -> System.out.println("  " + First.get() + " " + Second.b));
        attempt("parent", () -> System.out.println("  " + Child.y));
        attempt("enum", () -> System.out.println("  " + Colour.GREEN.text() + Colour.RED.text()));
        attempt("class literal", () -> System.out.println("  " + Holder.class.getName()));
        attempt("array of class", () -> System.out.println("  " + new Holder[2].length));
        attempt("cast of null", () -> System.out.println("  " + ((Holder) (Object) null)));
        attempt("holder", () -> System.out.println("  " + (Holder.LAZY != null)));
        attempt("arguments first", () -> System.out.println("  " + Arguments.take(before("argument"))));
        attempt("virtual call in constructor", () -> {
            Subclass s = new Subclass();
            System.out.println("  " + s.seen + " " + s.value());
        });
        attempt("static by instance", () -> System.out.println("  " + StaticByInstance.one.sawAfter));
        Supplier<Object> lazy = () -> Never.VALUE;
        System.out.println(lazy != null);
    }

    static class Never {
        static Object VALUE = log("Never");
    }
}
