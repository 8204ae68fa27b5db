import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** Lambdas and method references of every kind, with captures and boxing. */
public class Lambdas {
    private final String prefix;

    Lambdas(String prefix) {
        this.prefix = prefix;
    }

    private String with(String text) {
        return prefix + text;
    }

    private static int twice(int value) {
        return 2 * value;
    }

    private Function<String, String> bound() {
        return this::with;
    }

    private Supplier<String> capturing(int a, long b, double c, boolean d, String e) {
        return () -> prefix + a + b + c + d + e;
    }

    private interface Tri<A, B, C, R> {
        R apply(A a, B b, C c);

        default Tri<A, B, C, String> described() {
            return (a, b, c) -> "<" + apply(a, b, c) + ">";
        }
    }

    private static <T> T apply(T value, UnaryOperator<T> operator) {
        return operator.apply(value);
    }

    public static void main(String[] args) {
        Lambdas lambdas = new Lambdas("p-");
        Function<Integer, Integer> twice = Lambdas::twice;
        Function<String, Lambdas> constructor = Lambdas::new;
        BiFunction<Lambdas, String, String> unbound = Lambdas::with;
        ToIntFunction<String> length = String::length;
        Function<Integer, int[]> array = int[]::new;
        Supplier<List<String>> list = ArrayList::new;
        IntBinaryOperator sum = Integer::sum;
        BinaryOperator<Integer> max = Math::max;
        Predicate<String> empty = String::isEmpty;
        System.out.println(twice.apply(21) + " " + constructor.apply("q-").with("x") + " " + unbound.apply(lambdas, "y"));
        System.out.println(length.applyAsInt("four") + " " + array.apply(5).length + " " + list.get() + " " + sum.applyAsInt(3, 4));
        System.out.println(max.apply(8, 3) + " " + empty.negate().or(s -> s == null).test("") + " " + lambdas.bound().apply("z"));
        System.out.println(lambdas.capturing(1, 2L, 3.5, true, "e").get());
        System.out.println(twice.andThen(twice).compose((Integer i) -> i + 1).apply(5) + " " + Function.<Integer>identity().apply(9));
        Tri<Integer, Integer, Long, Long> product = (a, b, c) -> a * b * c;
        System.out.println(product.described().apply(2, 3, 7L) + " " + apply("a", s -> s + s) + " " + apply(3, i -> i * i));
        StringBuilder log = new StringBuilder();
        Consumer<Object> append = log::append;
        append.andThen(o -> log.append(';')).accept("one");
        append.accept(2);
        System.out.println(log);
        Comparator<String> order = Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder());
        List<String> words = new ArrayList<>(List.of("bb", "a", "ccc", "aa", "c"));
        words.sort(order);
        System.out.println(words + " " + words.stream().min(order.reversed()).get());
        Function<Integer, Function<Integer, Integer>> curried = a -> b -> a - b;
        System.out.println(curried.apply(10).apply(4));
        Runnable[] runnables = new Runnable[3];
        for (int i = 0; i < 3; i++) {
            int n = i;
            runnables[i] = () -> System.out.print(n * n + " ");
        }
        for (Runnable runnable : runnables) {
            runnable.run();
        }
        System.out.println();
        Supplier<Supplier<String>> nested = () -> () -> "nested";
        System.out.println(nested.get().get());
    }
}
