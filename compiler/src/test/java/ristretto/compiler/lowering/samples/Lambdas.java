package ristretto.compiler.lowering.samples;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lambdas and method references of every kind, with every conversion. */
public final class Lambdas {
    interface Marker {}

    interface Base<T> {
        Object make(T value);
    }

    interface Narrower extends Base<String> {
        @Override
        String make(String value);
    }

    interface WithDefault {
        int value();

        default Supplier<String> described() {
            return () -> "value " + value() + own(2);
        }

        private int own(int factor) {
            return value() * factor;
        }

        static Supplier<String> made(String text) {
            return () -> twice(text);
        }

        private static String twice(String text) {
            return text + text;
        }
    }

    interface LongFirst {
        String join(long a, int b, double c, String d, byte e);
    }

    static class Parent {
        final String name;

        Parent(String name) {
            this.name = name;
        }

        Parent(int number) {
            this("number" + number);
        }

        String hello() {
            return "parent " + name;
        }
    }

    static final class Child extends Parent {
        Child(String name) {
            super(name);
        }

        @Override
        String hello() {
            Supplier<String> parents = super::hello;
            Supplier<String> own = this::secret;
            return "child of " + parents.get() + own.get();
        }

        private String secret() {
            return " secret " + name;
        }
    }

    private int counter;

    private Runnable counting(int step) {
        return () -> counter += step;
    }

    private static long widened(long value) {
        return value * 3;
    }

    private static int boxedArgument(Integer value) {
        return value + 1;
    }

    private static String joined(Object... parts) {
        return List.of(parts).toString();
    }

    private static int dropped(StringBuilder out) {
        out.append("dropped;");
        return 1;
    }

    private static long droppedLong(StringBuilder out) {
        out.append("long;");
        return 1;
    }

    public static String run() throws Exception {
        StringBuilder out = new StringBuilder();
        kinds(out);
        conversions(out);
        captures(out);
        shapes(out);
        failures(out);
        return out.toString();
    }

    private static void kinds(StringBuilder out) throws Exception {
        Function<String, Integer> unbound = String::length;
        Supplier<Integer> bound = "four"::length;
        Function<String, Integer> statics = Integer::parseInt;
        Supplier<List<String>> constructor = ArrayList::new;
        Function<Integer, Parent> fromInt = Parent::new;
        Function<String, Parent> fromString = Parent::new;
        IntFunction<int[]> array = int[]::new;
        Function<List<String>, Integer> interfaceMethod = List::size;
        Function<int[], Object> cloned = int[]::clone;
        Comparator<String> interfaceStatic = Comparator.naturalOrder();
        Supplier<Comparator<String>> interfaceStaticReference = Comparator::<String>naturalOrder;
        BiFunction<Integer, Integer, Integer> sum = Integer::sum;
        Function<Object, String> variadic = Lambdas::joined;
        Callable<String> callable = () -> "called";
        out.append(unbound.apply("abc") + "," + bound.get() + "," + statics.apply("17") + constructor.get());
        out.append(fromInt.apply(3).name + fromString.apply("s").name + array.apply(2).length);
        out.append(interfaceMethod.apply(List.of("x")) + "," + ((int[]) cloned.apply(new int[] {7}))[0]);
        out.append(interfaceStatic.compare("a", "b")
                + interfaceStaticReference.get().compare("b", "a"));
        out.append(sum.apply(2, 3) + variadic.apply("v") + callable.call());
        out.append(new Child("c").hello());
        WithDefault five = () -> 5;
        out.append(five.described().get() + WithDefault.made("m").get() + '\n');
    }

    private static void conversions(StringBuilder out) {
        IntToLongFunction widen = Lambdas::widened;
        ToLongFunction<Integer> unboxAndWiden = Lambdas::widened;
        ToIntFunction<Integer> boxes = Lambdas::boxedArgument;
        IntFunction<Integer> intToBox = Lambdas::boxedArgument;
        Function<Integer, Object> boxToObject = Lambdas::boxedArgument;
        ToDoubleFunction<Short> shortToDouble = value -> value;
        Function<Byte, Long> byteToLong = value -> widened(value);
        ToDoubleFunction<Integer> lengthToDouble = Integer::intValue;
        DoubleUnaryOperator root = Math::sqrt;
        ToIntFunction<Character> characterToInt = Character::getNumericValue;
        ToLongFunction<Character> characterToLong = Lambdas::widened;
        Function<Integer, Number> toNumber = Integer::valueOf;
        Supplier<Object> primitiveToObject = "abc"::length;
        LongSupplier intToLong = "abcd"::length;
        BooleanSupplier truth = "".isEmpty() ? () -> true : () -> false;
        IntBinaryOperator maximum = Math::max;
        BinaryOperator<Integer> boxedMaximum = Math::max;
        ToIntFunction<List<Integer>> erased = List::getFirst;
        out.append(widen.applyAsLong(5) + "," + unboxAndWiden.applyAsLong(6) + "," + boxes.applyAsInt(7));
        out.append(
                "," + intToBox.apply(8) + "," + boxToObject.apply(9) + "," + shortToDouble.applyAsDouble((short) -3));
        out.append("," + byteToLong.apply((byte) -4) + "," + lengthToDouble.applyAsDouble(11) + ","
                + root.applyAsDouble(2));
        out.append("," + characterToInt.applyAsInt('z') + "," + characterToLong.applyAsLong('\uffff'));
        out.append("," + toNumber.apply(12) + primitiveToObject.get() + intToLong.getAsLong() + truth.getAsBoolean());
        out.append("," + maximum.applyAsInt(3, 4) + boxedMaximum.apply(-1, -2) + erased.applyAsInt(List.of(42)) + '\n');
        Consumer<StringBuilder> voided = Lambdas::dropped;
        Consumer<StringBuilder> voidedLong = Lambdas::droppedLong;
        Consumer<List<String>> voidedBoolean = list -> list.add("added");
        Consumer<String> voidedConstructor = Parent::new;
        List<String> list = new ArrayList<>();
        voided.accept(out);
        voidedLong.accept(out);
        voidedBoolean.accept(list);
        voidedConstructor.accept("p");
        out.append(list).append('\n');
    }

    private static void captures(StringBuilder out) {
        boolean z = true;
        byte b = 1;
        short s = 2;
        char c = 'c';
        int i = 3;
        long l = 4;
        float f = 5.5f;
        double d = 6.5;
        String t = "t";
        int[] a = {7};
        Supplier<String> all = () -> "" + z + b + s + c + i + l + f + d + t + a[0];
        LongFirst mixed = (p, q, r, u, v) -> l + p + "," + q + r + u + v + d;
        ObjIntConsumer<StringBuilder> appended =
                (target, value) -> target.append(value + l).append(t);
        out.append(all.get() + mixed.join(1L << 40, 2, 3.5, "u", (byte) -1));
        appended.accept(out, 9);
        Lambdas lambdas = new Lambdas();
        Runnable count = lambdas.counting(4);
        count.run();
        count.run();
        out.append(lambdas.counter);
        Function<Integer, Function<Integer, Function<Integer, Integer>>> curried = x -> y -> w -> x * 100 + y * 10 + w;
        out.append(curried.apply(1).apply(2).apply(3)).append('\n');
    }

    private static Supplier<String> constant() {
        return () -> "constant";
    }

    private static Supplier<String> capturing(String text) {
        return () -> text;
    }

    private static void shapes(StringBuilder out) throws Exception {
        Runnable marked = (Runnable & Marker & Serializable) () -> out.append("marked;");
        marked.run();
        out.append((Object) marked instanceof Marker).append((Object) marked instanceof Serializable);
        Narrower narrow = value -> "narrow " + value;
        Base<String> base = narrow;
        out.append(base.make("bridge")).append(narrow.make("direct"));
        Comparator<String> serializable = (Comparator<String> & Serializable) String::compareTo;
        out.append(serializable.compare("a", "c")).append((Object) serializable instanceof Serializable);
        out.append(constant() == constant()).append(capturing("a") == capturing("a"));
        UnaryOperator<String> identity = UnaryOperator.identity();
        out.append(identity.andThen(String::toUpperCase)
                .compose((Object o) -> o + "!")
                .apply(1));
        Map<Integer, List<String>> grouped = Stream.of("a", "bb", "cc", "ddd")
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.reverseOrder()))
                .collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.toList()));
        out.append(grouped).append('\n');
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void failures(StringBuilder out) {
        Function raw = (Function<String, Integer>) String::length;
        Function rawLambda = (Function<String, String>) text -> text;
        ToIntFunction rawInt = (ToIntFunction<Integer>) Integer::intValue;
        Supplier<Integer> nothing = () -> null;
        attempt(out, () -> raw.apply(1));
        attempt(out, () -> rawLambda.apply(List.of()));
        attempt(out, () -> rawInt.applyAsInt("x"));
        attempt(out, () -> rawInt.applyAsInt(null));
        attempt(out, () -> raw.apply(null));
        attempt(out, () -> System.identityHashCode(nothing.get() + 1));
        String none = null;
        attempt(out, () -> ((Supplier<Integer>) none::length).get());
    }

    private static void attempt(StringBuilder out, Runnable action) {
        try {
            action.run();
            out.append("fine;");
        } catch (ClassCastException | NullPointerException expected) {
            out.append(expected.getClass().getSimpleName()).append(';');
        }
    }
}
