import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Reflection on what the build sees: components of records, constructors of classes that the program names, what a sealed class permits. */
public class RecordsAndConstructors {
    record Point(int x, int y) {}

    record Everything(
            boolean flag,
            byte small,
            short medium,
            char letter,
            int number,
            long large,
            float rough,
            double exact,
            String text,
            int[] numbers,
            List<String> names,
            Point point) {
        Everything {
            if (number < 0) {
                throw new IllegalArgumentException("number " + number);
            }
        }

        Everything(int number) {
            this(true, (byte) 1, (short) 2, 'c', number, 5, 6f, 7d, "t", new int[] {1, 2}, List.of("n"), new Point(1, 2));
        }
    }

    record Generic<T extends Comparable<T>>(T value, Map<String, T> more) {}

    record Empty() {}

    record Failing(int value) {
        @Override
        public int value() {
            throw new IllegalStateException("no value today");
        }
    }

    sealed interface Shape permits Circle, Square {}

    record Circle(double radius) implements Shape {}

    record Square(double side) implements Shape {}

    public static class Plain {
        static {
            System.out.println("Plain is initialised");
        }

        final String made;

        public Plain() {
            made = "by nothing";
        }

        private Plain(String text, int times) {
            made = "by " + text.repeat(times);
        }

        protected Plain(long number, double other) throws java.io.IOException {
            if (number == 0) {
                throw new java.io.IOException("zero");
            }
            made = "by " + number + " and " + other;
        }

        @Override
        public String toString() {
            return "Plain made " + made;
        }
    }

    abstract static class Unfinished {
        Unfinished() {}
    }

    static class OnlyWithText {
        OnlyWithText(String text) {}
    }

    enum Color {
        RED
    }

    interface Attempt {
        Object make() throws Exception;
    }

    static void attempt(String what, Attempt attempt) {
        try {
            System.out.println(what + ": " + attempt.make());
        } catch (InvocationTargetException e) {
            System.out.println(what + ": " + e + " because of " + e.getCause());
        } catch (Exception e) {
            System.out.println(what + ": " + e);
        }
    }

    /** As a library would print any record. */
    static String print(Record value) throws ReflectiveOperationException {
        StringBuilder text = new StringBuilder(value.getClass().getSimpleName()).append('{');
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object content = component.getAccessor().invoke(value);
            text.append(component.getType().getSimpleName()).append(' ').append(component.getName()).append('=');
            text.append(content instanceof int[] numbers ? Arrays.toString(numbers) : content).append("; ");
        }
        return text.append('}').toString();
    }

    /** As a library would make one that differs in a component: the canonical constructor is found by the components' types. */
    static <R extends Record> R with(R value, String name, Object other) throws ReflectiveOperationException {
        @SuppressWarnings("unchecked")
        Class<R> type = (Class<R>) value.getClass();
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = components[i].getName().equals(name) ? other : components[i].getAccessor().invoke(value);
        }
        Constructor<R> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    static void records() throws Exception {
        System.out.println(print(new Point(3, -4)));
        System.out.println(print(new Everything(8)));
        System.out.println(print(new Generic<>("v", Map.of("a", "b"))));
        System.out.println(print(new Empty()));
        System.out.println(with(new Point(3, -4), "y", 5));
        System.out.println(with(new Everything(9), "text", "other").text());
        System.out.println(with(new Everything(9), "large", 7).large());
        System.out.println(with(new Everything(9), "exact", 'x').exact());
        attempt("number below zero", () -> with(new Everything(9), "number", -1));
        attempt("text for a number", () -> with(new Everything(9), "number", "1"));
        attempt("long for an int", () -> with(new Everything(9), "number", 1L));
        attempt("list for a text", () -> with(new Everything(9), "text", List.of()));
        attempt("null for a text", () -> with(new Everything(9), "text", null).text());
        attempt("failing accessor", () -> print(new Failing(1)));
        System.out.println(String.class.getRecordComponents() == null);
        System.out.println(Point.class.isRecord() + " " + Plain.class.isRecord());
        for (RecordComponent component : Everything.class.getRecordComponents()) {
            System.out.println(component + ", " + component.getAccessor() + ", of " + component.getDeclaringRecord().getName()
                    + ", signature " + component.getGenericSignature());
        }
        RecordComponent x = Point.class.getRecordComponents()[0];
        attempt("of null", () -> x.getAccessor().invoke(null));
        attempt("of another", () -> x.getAccessor().invoke("text"));
        attempt("with an argument", () -> x.getAccessor().invoke(new Point(1, 2), 3));
        attempt("as it is", () -> x.getAccessor().invoke(new Point(1, 2)));
        attempt("no such", () -> Point.class.getDeclaredConstructor(int.class));
        attempt("no such, two", () -> Point.class.getDeclaredConstructor(int.class, String[].class));
        System.out.println(x.getAccessor().equals(Point.class.getRecordComponents()[0].getAccessor()));
    }

    public static void main(String[] arguments) throws Exception {
        records();
        Class<?> named = Class.forName("RecordsAndConstructors$Plain");
        attempt("by name", () -> named.getDeclaredConstructor().newInstance());
        attempt("by literal", () -> Plain.class.getConstructor().newInstance());
        attempt("private", () -> {
            Constructor<Plain> constructor = Plain.class.getDeclaredConstructor(String.class, int.class);
            constructor.setAccessible(true);
            return constructor.newInstance("ab", 3);
        });
        Constructor<Plain> numbers = Plain.class.getDeclaredConstructor(long.class, double.class);
        attempt("widened", () -> numbers.newInstance(3, 4f));
        attempt("widened letters", () -> numbers.newInstance('a', (byte) 4));
        attempt("too wide", () -> numbers.newInstance(3.0, 4f));
        attempt("truth", () -> numbers.newInstance(true, 4f));
        attempt("throws", () -> numbers.newInstance(0, 4f));
        attempt("one argument", () -> numbers.newInstance(0));
        attempt("no arguments", () -> numbers.newInstance());
        attempt("private is not public", () -> Plain.class.getConstructor(String.class, int.class));
        attempt("abstract", () -> Unfinished.class.getDeclaredConstructor().newInstance());
        attempt("none without parameters", () -> OnlyWithText.class.getDeclaredConstructor());
        attempt("an enum", () -> Color.class.getDeclaredConstructor(String.class, int.class).newInstance("BLUE", 2));
        attempt("an interface", () -> Shape.class.getDeclaredConstructor());
        attempt("an array", () -> int[].class.getDeclaredConstructor());
        attempt("a primitive", () -> int.class.getDeclaredConstructor());
        attempt("of the JDK", () -> ((List<?>) Class.forName("java.util.ArrayList").getDeclaredConstructor().newInstance()).size());
        attempt("of the JDK, by literal", () -> ArrayList.class.getConstructor().newInstance());
        Constructor<?>[] all = Plain.class.getDeclaredConstructors();
        Arrays.sort(all, Comparator.comparing(Constructor::toString));
        for (Constructor<?> constructor : all) {
            System.out.println(constructor + ", " + constructor.getName() + ", " + constructor.getParameterCount() + ", "
                    + Arrays.toString(constructor.getParameterTypes()) + ", " + Arrays.toString(constructor.getExceptionTypes())
                    + ", " + Modifier.toString(constructor.getModifiers()));
        }
        System.out.println(Plain.class.getConstructors().length);
        System.out.println(Shape.class.isSealed() + " " + Arrays.toString(Shape.class.getPermittedSubclasses()));
        System.out.println(Point.class.isSealed() + " " + Arrays.toString(Point.class.getPermittedSubclasses()));
        for (Class<?> type : new Class<?>[] {String.class, Plain.class, Point.class, Shape.class, Unfinished.class, OnlyWithText.class,
                int.class, int[][].class, Plain[].class, Point[][].class, Thread.State.class, RecordsAndConstructors.class}) {
            System.out.println(type + ": " + Modifier.toString(type.getModifiers()) + " " + type.isSealed());
        }
    }
}
