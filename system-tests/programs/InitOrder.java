/** When static and instance initialisers run, and what is seen before. */
public class InitOrder {
    private static final StringBuilder LOG = new StringBuilder();

    private static int log(String text, int value) {
        LOG.append(text).append(' ');
        return value;
    }

    private static class Parent {
        static int parentStatic = log("Parent.static", 1);
        int field = log("Parent.field", 2);

        {
            log("Parent.block", 0);
        }

        Parent() {
            log("Parent()", 0);
            hook();
        }

        void hook() {
            log("Parent.hook", 0);
        }
    }

    private static class Child extends Parent {
        static final int CONSTANT = 5;
        static final Integer BOXED = log("Child.static", 6);
        int field = log("Child.field", 3);
        final String text = "set";

        Child() {
            super();
            log("Child()", 0);
        }

        @Override
        void hook() {
            LOG.append("Child.hook(field=" + field + ",text=" + text + ") ");
        }
    }

    private interface WithField {
        int VALUE = log("WithField", 9);

        default void nothing() {}
    }

    private static class Implementor implements WithField {}

    private static class Lazy {
        static {
            log("Lazy", 0);
        }

        static void touch() {}
    }

    private static class Cycle1 {
        static final int A = Cycle2.B + 1;
    }

    private static class Cycle2 {
        static final int B = Cycle1.A + 1;
    }

    private static void flush(String title) {
        System.out.println(title + ": " + LOG);
        LOG.setLength(0);
    }

    public static void main(String[] args) {
        flush("start");
        System.out.println(Child.CONSTANT);
        flush("constant");
        Child[] none = new Child[2];
        flush("array " + none.length);
        new Child();
        flush("new");
        new Child();
        flush("again");
        System.out.println(Child.parentStatic);
        flush("inherited");
        new Implementor();
        flush("implementor");
        System.out.println(WithField.VALUE);
        flush("interface field");
        if (args.length > 5) {
            Lazy.touch();
        }
        flush("not touched");
        Lazy.touch();
        flush("touched");
        System.out.println(Cycle1.A + " " + Cycle2.B);
    }
}
