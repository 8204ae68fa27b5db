import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.LongBinaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** Lambdas with captured values of every type, method references of every kind, local and anonymous classes. */
public class Captures {
    int field = 3;
    static int shared = 4;

    interface Everything {
        String call(boolean z, byte b, char c, short s, int i, long j, float f, double d, Object o);
    }

    interface Generic<T extends Comparable<T>> {
        T apply(T a, T b);
    }

    static class Base {
        String name() {
            return "base";
        }
    }

    static class Derived extends Base {
        @Override
        String name() {
            return "derived";
        }

        Supplier<String> above() {
            return super::name;
        }

        Supplier<String> here() {
            return this::name;
        }
    }

    record Point(int x, int y) {
        Point {
            if (x < 0) {
                throw new IllegalArgumentException("x is " + x);
            }
        }

        static Point origin() {
            return new Point(0, 0);
        }

        Point plus(Point other) {
            return new Point(x + other.x, y + other.y);
        }
    }

    class Inner {
        int value = field * 10;

        Supplier<Integer> both() {
            return () -> value + field++ + Captures.this.field;
        }
    }

    static String captured(boolean z, byte b, char c, short s, int i, long j, float f, double d, Object o, int[] a) {
        Supplier<String> all = () -> z + " " + b + " " + c + " " + s + " " + i + " " + j + " " + f + " " + d + " " + o + " " + a[0];
        a[0]++;
        return all.get();
    }

    IntSupplier counter() {
        int[] count = {0};
        return () -> count[0] += field;
    }

    static <T, R> List<R> map(List<T> list, Function<? super T, ? extends R> f) {
        List<R> result = new ArrayList<>();
        for (T t : list) {
            result.add(f.apply(t));
        }
        return result;
    }

    static int sum(Integer... numbers) {
        int sum = 0;
        for (int n : numbers) {
            sum += n;
        }
        return sum;
    }

    static Function<Integer, Function<Integer, Function<Integer, Integer>>> curried() {
        return a -> b -> c -> a * 100 + b * 10 + c;
    }

    static Supplier<Supplier<String>> nestedIn(String text) {
        class Local {
            final String twice = text + text;

            String get(int n) {
                return n == 0 ? twice : new Local().get(n - 1) + shared;
            }
        }
        return () -> () -> new Local().get(2);
    }

    static Runnable recursive;

    public static void main(String[] args) {
        System.out.println(captured(true, (byte) -1, 'c', (short) -300, 7, 1L << 40, 1.5f, -0.0, "o", new int[] {9}));
        Everything everything = (z, b, c, s, i, j, f, d, o) -> z + "" + b + c + s + i + j + f + d + o;
        System.out.println(everything.call(false, (byte) 127, '\u00e9', (short) 1, -1, Long.MIN_VALUE, Float.NaN, 1e-300, null));
        Captures captures = new Captures();
        IntSupplier counter = captures.counter();
        System.out.println(counter.getAsInt() + counter.getAsInt() + " " + captures.new Inner().both().get() + captures.field);
        Derived derived = new Derived();
        System.out.println(derived.above().get() + derived.here().get());
        BiFunction<Integer, Integer, Point> constructor = Point::new;
        Function<Point, Integer> accessor = Point::x;
        BinaryOperator<Point> plus = Point::plus;
        Supplier<Point> origin = Point::origin;
        Predicate<Object> equal = new Point(1, 2)::equals;
        System.out.println(constructor.apply(1, 2) + " " + accessor.apply(new Point(5, 6)) + plus.apply(new Point(1, 1), origin.get()) + equal.test(new Point(1, 2)));
        IntFunction<int[]> array = int[]::new;
        Function<Integer, String[][]> arrays = String[][]::new;
        Supplier<List<String>> list = ArrayList::new;
        System.out.println(array.apply(3).length + arrays.apply(2).getClass().getName() + list.get());
        Function<Integer, Integer> boxed = Captures::shift;
        ToIntFunction<Integer> unboxed = Captures::shift;
        IntPredicate even = n -> n % 2 == 0;
        LongBinaryOperator longs = Math::max;
        DoubleUnaryOperator root = Math::sqrt;
        Function<Character, Object> widened = c -> (int) c;
        BiFunction<Integer, Integer, Integer> variable = Captures::sum;
        Function<Integer, Long> longer = i -> (long) i;
        Consumer<Object> ignoresResult = new ArrayList<>()::add;
        ignoresResult.accept("x");
        System.out.println(boxed.apply(1) + unboxed.applyAsInt(2) + " " + even.negate().and(n -> n > 3).test(5) + longs.applyAsLong(3, 4)
                + root.applyAsDouble(2) + widened.apply('a') + variable.apply(3, 4) + longer.apply(5));
        Generic<String> greater = (a, b) -> a.compareTo(b) > 0 ? a : b;
        Generic<Integer> less = (a, b) -> a.compareTo(b) < 0 ? a : b;
        System.out.println(greater.apply("a", "b") + less.apply(3, 2));
        System.out.println(map(List.of("a", "bb", "ccc"), String::length) + "" + map(List.of(1, 2), Integer::toHexString) + map(Arrays.asList(1, null), String::valueOf));
        System.out.println(curried().apply(1).apply(2).apply(3) + nestedIn("t").get().get());
        int[] depth = {0};
        recursive = () -> {
            if (depth[0]++ < 5) {
                recursive.run();
            }
        };
        recursive.run();
        System.out.println(depth[0]);
        UnaryOperator<String> same = UnaryOperator.identity();
        System.out.println(same.andThen(String::toUpperCase).compose((Integer i) -> "n" + i).apply(5));
        Object anonymous = new Object() {
            final int own = args.length + shared;

            @Override
            public String toString() {
                return "anonymous " + own + captures.field;
            }
        };
        System.out.println(anonymous);
        Runnable both = (Runnable & java.io.Serializable) () -> System.out.println("serializable");
        both.run();
        System.out.println(both instanceof java.io.Serializable);
        for (Supplier<?> failing : List.<Supplier<?>>of(() -> new Point(-1, 0), ((String) null + "x")::length, () -> (Integer) (Object) "s")) {
            try {
                System.out.println(failing.get());
            } catch (RuntimeException e) {
                System.out.println(e.getMessage());
            }
        }
        try {
            String none = args.length == 0 ? null : "x";
            Supplier<Integer> length = none::length;
            System.out.println(length.get());
        } catch (NullPointerException e) {
            System.out.println("null receiver");
        }
        try {
            Function<Object, Object> raw = cast((Function<String, Integer>) String::length);
            raw.apply(5);
        } catch (ClassCastException e) {
            System.out.println("wrong argument");
        }
        Runnable first = nothing();
        System.out.println(first == nothing());
    }

    @SuppressWarnings("unchecked")
    static <T> T cast(Object o) {
        return (T) o;
    }

    static Runnable nothing() {
        return () -> {};
    }

    static int shift(int n) {
        return n << shared;
    }
}
