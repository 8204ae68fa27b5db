import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Bridges of generic and covariant methods, and the casts that they make. */
public class BridgeMethods {
    interface Shape<T extends Comparable<T>> {
        T key();

        default int compare(Shape<T> other) {
            return key().compareTo(other.key());
        }
    }

    static class Named implements Shape<String>, Cloneable {
        String name = "n";

        @Override
        public String key() {
            return name;
        }

        @Override
        public Named clone() throws CloneNotSupportedException {
            Named copy = (Named) super.clone();
            copy.name += "'";
            return copy;
        }
    }

    abstract static class Handler<T> {
        abstract String handle(T value);

        String twice(T value) {
            return handle(value) + handle(value);
        }
    }

    static class Strings extends Handler<String> {
        @Override
        String handle(String value) {
            return value + value.length();
        }
    }

    static class Narrower extends Strings {
        @Override
        String handle(String value) {
            return "<" + super.handle(value) + ">";
        }
    }

    static class Base {
        Object get() {
            return "base";
        }
    }

    static class Middle extends Base {
        @Override
        CharSequence get() {
            return "middle of " + super.get();
        }
    }

    static class Last extends Middle {
        @Override
        String get() {
            return "last of " + super.get();
        }
    }

    static <A, B extends A> B narrow(A a) {
        @SuppressWarnings("unchecked")
        B b = (B) a;
        return b;
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    public static void main(String[] args) throws Exception {
        Named named = new Named();
        Shape<String> shape = named.clone();
        System.out.println(shape.key() + shape.compare(named) + ((Comparable) ((Shape) named).key()).compareTo("m"));
        Handler raw = new Narrower();
        System.out.println(raw.twice("ab"));
        try {
            raw.handle(5);
        } catch (ClassCastException e) {
            System.out.println(e.getMessage().startsWith("class java.lang.Integer cannot be cast to class java.lang.String"));
        }
        Base base = new Last();
        Middle middle = new Last();
        System.out.println(base.get() + " " + middle.get().length() + " " + new Last().get().charAt(0));
        Function<Object, Integer> f = Object::hashCode;
        Function<? super String, ? extends Number> g = f;
        System.out.println(g.apply("a").intValue());
        Supplier<Integer> wrong = () -> narrow((Object) "text");
        try {
            int n = wrong.get();
            System.out.println(n);
        } catch (ClassCastException e) {
            System.out.println("no Integer");
        }
        List numbers = new ArrayList<Integer>(List.of(3, 1, 2));
        numbers.sort(Comparator.reverseOrder());
        System.out.println(numbers);
        numbers.add("x");
        try {
            numbers.sort(null);
        } catch (ClassCastException e) {
            System.out.println("not comparable");
        }
    }
}
