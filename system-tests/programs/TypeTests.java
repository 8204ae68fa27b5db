import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/** instanceof, casts, array stores and Class objects, of classes, interfaces, arrays of both, and null. */
public class TypeTests {
    interface I {}

    interface J extends I {}

    static class A {}

    static class B extends A implements I {}

    static class C extends B implements J {}

    static class D extends A {}

    static final class E extends D implements Runnable {
        @Override
        public void run() {}
    }

    static class NeverMade extends A {}

    interface NeverImplemented {}

    static String tests(Object o) {
        StringBuilder s = new StringBuilder();
        s.append(o instanceof A ? 'A' : '-').append(o instanceof B ? 'B' : '-').append(o instanceof C ? 'C' : '-');
        s.append(o instanceof D ? 'D' : '-').append(o instanceof E ? 'E' : '-').append(o instanceof I ? 'I' : '-');
        s.append(o instanceof J ? 'J' : '-').append(o instanceof NeverMade ? 'N' : '-');
        s.append(o instanceof NeverImplemented ? 'n' : '-').append(o instanceof Runnable ? 'R' : '-');
        s.append(o instanceof Object ? 'O' : '-').append(o instanceof Object[] ? "[O" : "--");
        s.append(o instanceof A[] ? "[A" : "--").append(o instanceof I[] ? "[I" : "--").append(o instanceof int[] ? "[i" : "--");
        s.append(o instanceof Object[][] ? "[[O" : "---").append(o instanceof I[][] ? "[[I" : "---");
        s.append(o instanceof int[][] ? "[[i" : "---").append(o instanceof Cloneable ? "Cl" : "--");
        s.append(o instanceof Serializable ? "Se" : "--").append(o instanceof Serializable[] ? "[Se" : "---");
        s.append(o instanceof Comparable<?> ? "Co" : "--").append(o instanceof CharSequence ? "CS" : "--");
        s.append(o instanceof Number ? "Nu" : "--").append(o instanceof Comparable<?>[] ? "[Co" : "---");
        return s.toString();
    }

    interface Action {
        Object run();
    }

    static String cast(Action action) {
        try {
            Object o = action.run();
            return o == null ? "null" : "fine " + o.getClass().getName();
        } catch (ClassCastException | ArrayStoreException | NegativeArraySizeException e) {
            return e.toString();
        }
    }

    static String store(Object[] array, Object value) {
        try {
            array[0] = value;
            return array[0] == value ? "stored" : "lost";
        } catch (ArrayStoreException e) {
            return e.getMessage();
        }
    }

    @SafeVarargs
    static <T> T[] array(T... elements) {
        return elements;
    }

    static <T> T unchecked(Object o) {
        @SuppressWarnings("unchecked")
        T t = (T) o;
        return t;
    }

    public static void main(String[] args) {
        Object[] objects = {
            null, new A(), new B(), new C(), new D(), new E(), "text", 1, 2.0, 'c', new Object(), new int[1], new int[1][1],
            new Object[1], new A[1], new B[1], new C[1][1], new I[1], new J[1], new I[1][1], new String[1], new Integer[1],
            new Object[1][1], new Cloneable[1], new int[0][][], new List<?>[1], new ArrayList<String>(), (Runnable) () -> {},
            new Runnable[1], new Serializable[1], new long[0], new boolean[0], new StringBuilder()
        };
        for (Object o : objects) {
            System.out.println(tests(o));
        }
        System.out.println(cast(() -> (String) (Object) 1));
        System.out.println(cast(() -> (String) null));
        System.out.println(cast(() -> (int[]) (Object) new long[1]));
        System.out.println(cast(() -> (I[]) (Object) new C[2]));
        System.out.println(cast(() -> (C[]) (Object) new B[2]));
        System.out.println(cast(() -> (Object[]) (Object) new int[2]));
        System.out.println(cast(() -> (Object[]) (Object) new int[2][]));
        System.out.println(cast(() -> (NeverMade) (Object) new A()));
        System.out.println(cast(() -> (NeverImplemented) (Object) new A()));
        System.out.println(cast(() -> (Runnable) (Object) "x"));
        System.out.println(cast(() -> (I & J & Serializable) (Object) new C()));
        System.out.println(cast(() -> {
            String s = TypeTests.<String>unchecked(5);
            return s;
        }));
        System.out.println(cast(() -> {
            List<Object> list = new ArrayList<>(List.of(1, "x"));
            List<String> strings = unchecked(list);
            return strings.get(1) + strings.get(0);
        }));
        System.out.println(store(new A[1], new C()) + store(new B[1], new A()) + store(new I[1], new C()) + store(new I[1], new D()));
        System.out.println(store(new Object[1], 1) + store(new String[1], null) + store(new Integer[1], 1L));
        System.out.println(store(new Object[1][], new int[0][]) + store(new Object[1][], new Runnable[1]) + store(new Object[1][], new int[1]));
        System.out.println(store(new Cloneable[1], new int[1]) + store(new Serializable[1], new I[1]) + store(new Cloneable[1], "s"));
        System.out.println(store(new I[1][], new J[1]) + store(new I[1][], new B[1]) + store(new J[1][], new B[1]) + store(new A[1][], new B[1]));
        System.out.println(store(new Comparable<?>[1], "s") + store(new RandomAccess[1], new ArrayList<>()) + store(new Runnable[1], new E()));
        System.out.println(store(new int[1][], new int[2]) + store(new int[1][], new long[2]) + store(new Object[1], new int[1]));
        System.out.println(array("a", "b").getClass().getName() + array(1, 2).getClass().getName() + array(1, "b").length + array().length);
        System.out.println(Arrays.copyOf(new B[] {new C()}, 3).getClass().getName() + Arrays.copyOf(new A[] {new B()}, 1, B[].class)[0].getClass());
        System.out.println(cast(() -> Arrays.copyOf(new A[] {new D()}, 1, B[].class)));
        System.out.println(new ArrayList<>(List.of("x", "y")).toArray(new String[0]).getClass().getSimpleName());
        Class<?>[] classes = {
            Object.class, I.class, J.class, A.class, C.class, int.class, int[].class, Object[].class, C[].class, I[].class, Runnable.class
        };
        for (Class<?> one : classes) {
            StringBuilder line = new StringBuilder(one + " " + one.getSimpleName() + " " + one.getSuperclass() + " ");
            for (Class<?> other : classes) {
                line.append(one.isAssignableFrom(other) ? '1' : '0');
            }
            line.append(one.isInstance(new C())).append(one.isInstance(new C[0])).append(one.isInstance(null));
            System.out.println(line);
        }
        Object o = args.length == 0 ? new C() : null;
        System.out.println(o instanceof B b && b instanceof I ? "both" : "not both");
        System.out.println(!(o instanceof A a) ? "no A" : a.getClass().getSimpleName());
    }
}
