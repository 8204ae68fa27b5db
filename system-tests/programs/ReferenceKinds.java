import java.util.Arrays;
import java.util.List;
import java.util.function.*;

/** Every kind of method reference, with boxing, widening, varargs, bound receivers that are evaluated once, and null. */
public class ReferenceKinds {
    interface Three<A, B, C, R> {
        R apply(A a, B b, C c);
    }

    static int evaluated;
    int base = 10;

    ReferenceKinds() {}

    ReferenceKinds(int base) {
        this.base = base;
    }

    static ReferenceKinds receiver() {
        evaluated++;
        return new ReferenceKinds(evaluated * 100);
    }

    int plus(int n) {
        return base + n;
    }

    static long sum(Integer... numbers) {
        return Arrays.stream(numbers).mapToLong(i -> i).sum();
    }

    static String kind(Object o) {
        return "object";
    }

    static String kind(long l) {
        return "long";
    }

    @Override
    public String toString() {
        return "base" + base;
    }

    class Inner {
        final int n;

        Inner(int n) {
            this.n = n + base;
        }
    }

    static class Sub extends ReferenceKinds {
        @Override
        int plus(int n) {
            IntUnaryOperator up = super::plus;
            IntUnaryOperator own = this::twice;
            return up.applyAsInt(n) * 1000 + own.applyAsInt(n);
        }

        private int twice(int n) {
            return 2 * n;
        }

        IntFunction<Inner> maker() {
            return Inner::new;
        }
    }

    static <T extends Comparable<T>> T largest(T a, T b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    public static void main(String[] args) {
        IntBinaryOperator bound = (a, b) -> 0;
        IntUnaryOperator once = receiver()::plus;
        System.out.println(once.applyAsInt(1) + once.applyAsInt(2) + " " + evaluated);
        ToIntBiFunction<ReferenceKinds, Integer> unbound = ReferenceKinds::plus;
        System.out.println(unbound.applyAsInt(new Sub(), 5) + " " + bound.applyAsInt(1, 2));
        Function<Integer, Long> boxed = Integer::longValue;
        LongSupplier widened = "text"::length;
        ToDoubleFunction<String> more = String::length;
        System.out.println(boxed.apply(7) + widened.getAsLong() + more.applyAsDouble("abc"));
        Three<Integer, Integer, Integer, Long> varargs = ReferenceKinds::sum;
        Supplier<Long> none = ReferenceKinds::sum;
        System.out.println(varargs.apply(1, 2, 3) + none.get());
        IntFunction<String> toLong = ReferenceKinds::kind;
        Function<Integer, String> toObject = ReferenceKinds::kind;
        System.out.println(toLong.apply(1) + " " + toObject.apply(1));
        Supplier<ReferenceKinds> empty = ReferenceKinds::new;
        IntFunction<ReferenceKinds> withNumber = ReferenceKinds::new;
        System.out.println(empty.get() + " " + withNumber.apply(3) + " " + new Sub().maker().apply(4).n);
        IntFunction<int[][]> arrays = int[][]::new;
        Function<Integer, String[]> boxedArrays = String[]::new;
        System.out.println(arrays.apply(3).length + " " + boxedArrays.apply(2).getClass().getSimpleName());
        UnaryOperator<int[]> copies = int[]::clone;
        int[] original = {1, 2};
        System.out.println(copies.apply(original) != original && Arrays.equals(copies.apply(original), original));
        BinaryOperator<String> generic = ReferenceKinds::largest;
        System.out.println(generic.apply("a", "b") + List.of(3, 9, 4).stream().reduce(Integer::max).get());
        Consumer<Object> ignoring = System.out::println;
        ignoring.andThen(o -> System.out.println("then " + o)).accept("printed");
        Predicate<String> is = "x"::equals;
        System.out.println(is.test("x") + " " + is.negate().test("x") + " " + Predicate.not(String::isEmpty).test(""));
        String nothing = null;
        try {
            Supplier<Integer> length = nothing::length;
            System.out.println("made " + length);
        } catch (NullPointerException e) {
            System.out.println("receiver is null at once");
        }
        ToIntFunction<String> later = String::length;
        try {
            later.applyAsInt(null);
        } catch (NullPointerException e) {
            System.out.println("receiver is null later");
        }
        try {
            arrays.apply(-1);
        } catch (NegativeArraySizeException e) {
            System.out.println(e.getMessage());
        }
        Runnable thrower = () -> {
            throw new IllegalStateException("in lambda");
        };
        try {
            ((Runnable) thrower::run).run();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
    }
}
