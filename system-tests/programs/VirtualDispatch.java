import java.util.Comparator;
import java.util.function.Function;

/** Which method a call arrives at. */
public class VirtualDispatch {
    interface Shape {
        double area();

        default String describe() {
            return name() + " " + area() + hidden();
        }

        private String hidden() {
            return "!";
        }

        static Shape unit() {
            return () -> 1.0;
        }

        default String name() {
            return "shape";
        }
    }

    abstract static class Named implements Shape {
        final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }
    }

    static class Square extends Named {
        final double side;

        Square(double side) {
            super("square");
            this.side = side;
        }

        @Override
        public double area() {
            return side * side;
        }
    }

    static final class Cube extends Square {
        Cube(double side) {
            super(side);
        }

        @Override
        public double area() {
            return 6 * super.area();
        }

        @Override
        public String describe() {
            return "[" + super.describe() + "]";
        }
    }

    interface Left {
        default String side() {
            return "left";
        }
    }

    interface Right {
        default String side() {
            return "right";
        }
    }

    interface LowerLeft extends Left {
        @Override
        default String side() {
            return "lower " + Left.super.side();
        }
    }

    static class Both implements Left, Right {
        @Override
        public String side() {
            return Left.super.side() + Right.super.side();
        }
    }

    static class Diamond implements Left, LowerLeft {}

    static class Secretive {
        private String side() {
            return "private";
        }

        String call() {
            return side();
        }
    }

    static class OpenAgain extends Secretive implements Left {}

    static class PrivateParent {
        private String f() {
            return "parent f";
        }

        String viaParent() {
            return f();
        }
    }

    static class PublicChild extends PrivateParent {
        public String f() {
            return "child f";
        }
    }

    static class GrandChild extends PublicChild {
        @Override
        public String f() {
            return "grandchild f";
        }
    }

    abstract static class Node<T> {
        abstract T value();

        Node<T> self() {
            return this;
        }
    }

    static class Text extends Node<String> {
        @Override
        String value() {
            return "text";
        }

        @Override
        Text self() {
            return this;
        }
    }

    static class Number extends Node<Integer> implements Comparable<Number> {
        final int n;

        Number(int n) {
            this.n = n;
        }

        @Override
        Integer value() {
            return n;
        }

        @Override
        public int compareTo(Number other) {
            return Integer.compare(n, other.n);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Number o && o.n == n;
        }

        @Override
        public int hashCode() {
            return 31 * n;
        }

        @Override
        public String toString() {
            return "Number" + n;
        }
    }

    interface Marker {}

    static class Marked implements Marker {
        @Override
        public String toString() {
            return "marked";
        }

        @Override
        public int hashCode() {
            return 77;
        }
    }

    static class Plain implements Marker {}

    abstract static class NeverMade {
        abstract int f();

        String g() {
            return "g" + f();
        }
    }

    static class Fields {
        String name = "outer";
        static String shared = "shared";

        String name() {
            return name;
        }
    }

    static class HidingFields extends Fields {
        String name = "inner";

        @Override
        String name() {
            return name + super.name + ((Fields) this).name;
        }
    }

    static class Hidden {
        private int x = 99;
    }

    interface HasX {
        int x = 7;
    }

    static class Mixed extends Hidden implements HasX {
        int get() {
            return x;
        }
    }

    static String overload(Object o) {
        return "object";
    }

    static String overload(String s) {
        return "string";
    }

    static String overload(long l) {
        return "long";
    }

    static String overload(Integer i) {
        return "Integer";
    }

    static String overload(int... i) {
        return "int..." + i.length;
    }

    class Inner {
        int depth = 1;

        class Deeper {
            int sum() {
                return depth + field;
            }
        }
    }

    int field = 41;

    static String objectMethods(Marker marker) {
        return marker.toString() + marker.hashCode() + marker.equals(marker) + marker.getClass().getName();
    }

    static String callNever(NeverMade never) {
        return never == null ? "null" : never.g();
    }

    public static void main(String[] args) {
        Shape[] shapes = {new Square(2), new Cube(2), Shape.unit(), () -> 0.5, new Named("anonymous") {
            @Override
            public double area() {
                return -1;
            }
        }};
        for (Shape shape : shapes) {
            System.out.println(shape.describe() + " " + shape.area());
        }
        Left[] lefts = {new Both(), new Diamond(), new OpenAgain(), new Left() {}};
        for (Left left : lefts) {
            System.out.println(left.side());
        }
        System.out.println(new OpenAgain().call() + ((Right) new Both()).side());
        PrivateParent[] parents = {new PrivateParent(), new PublicChild(), new GrandChild()};
        for (PrivateParent parent : parents) {
            System.out.println(parent.viaParent() + " " + parent.f());
        }
        PublicChild child = new GrandChild();
        System.out.println(child.f() + new PublicChild().f());
        Node<?>[] nodes = {new Text(), new Number(4)};
        for (Node<?> node : nodes) {
            System.out.println(node.value() + " " + (node.self() == node));
        }
        System.out.println(new Text().self().value().length());
        Comparable<Number> comparable = new Number(3);
        System.out.println(comparable.compareTo(new Number(5)) + " " + comparable.equals(new Number(3)) + comparable.hashCode());
        System.out.println(objectMethods(new Marked()));
        Marker plain = new Plain();
        System.out.println(plain.equals(new Plain()) + " " + (plain.hashCode() == plain.hashCode()) + " "
                + plain.toString().startsWith("VirtualDispatch$Plain@"));
        System.out.println(callNever(null));
        try {
            NeverMade never = args.length > 5 ? (NeverMade) (Object) "x" : null;
            never.g();
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        Fields fields = new HidingFields();
        System.out.println(fields.name + fields.name() + ((HidingFields) fields).name + HidingFields.shared);
        System.out.println(new Mixed().get() + " " + new Hidden().x);
        byte b = 1;
        char c = 'c';
        System.out.println(overload(b) + overload(c) + overload("s") + overload((Object) "s") + overload(1L) + overload(1.0)
                + overload(Integer.valueOf(3)) + overload() + overload(1, 2));
        VirtualDispatch outer = new VirtualDispatch();
        System.out.println(outer.new Inner().new Deeper().sum());
        Comparator<String> byLength = Comparator.comparing(String::length);
        System.out.println(byLength.reversed().compare("a", "bb") + " " + byLength.thenComparing(Function.identity()).compare("a", "b"));
        int[] numbers = {1, 2, 3};
        int[] copy = numbers.clone();
        copy[0] = 9;
        String[][] texts = {{"a"}, {"b"}};
        String[][] shallow = texts.clone();
        shallow[0][0] = "changed";
        System.out.println(numbers[0] + copy.length + texts[0][0] + numbers.equals(copy) + (numbers.getClass() == copy.getClass())
                + texts.getClass().getName() + numbers.toString().startsWith("[I@"));
    }
}
