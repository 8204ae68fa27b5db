import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Records: generated methods, compact constructors, nesting, patterns. */
public class Records {
    private record Point(int x, int y) {
        static final Point ORIGIN = new Point(0, 0);

        Point {
            if (x < -100) {
                throw new IllegalArgumentException("x " + x);
            }
        }

        Point(int both) {
            this(both, both);
        }

        double distance() {
            return Math.sqrt((double) x * x + (double) y * y);
        }
    }

    private record Everything(boolean z, byte b, short s, char c, int i, long l, float f, double d, String t, int[] a) {}

    private record Line(Point from, Point to) {}

    private record Empty() {}

    private record Named<T>(String name, T value) implements Comparable<Named<T>> {
        @Override
        public int compareTo(Named<T> other) {
            return name.compareTo(other.name);
        }

        @Override
        public String toString() {
            return name + "=" + value;
        }
    }

    private static String describe(Object object) {
        return switch (object) {
            case Line(Point(var x1, var y1), Point(int x2, int y2)) when x1 == x2 -> "vertical " + (y2 - y1);
            case Line(Point from, Point to) -> "line of " + from + " to " + to;
            case Point(int x, int y) -> "point " + (x + y);
            case Named<?>(String name, Integer value) -> name + " int " + value;
            case Named<?>(var name, var value) -> name + " other " + value;
            default -> "unknown " + object;
        };
    }

    public static void main(String[] args) {
        Point p = new Point(3, 4);
        System.out.println(p + " " + p.equals(new Point(3, 4)) + " " + p.equals(new Point(4)) + " " + p.hashCode() + " " + p.distance());
        System.out.println(new Empty() + " " + new Empty().equals(new Empty()) + " " + new Empty().hashCode() + " " + Point.ORIGIN);
        Everything e = new Everything(true, (byte) 1, (short) 2, 'c', 4, 5L, 6.5f, -0.0, "t", null);
        System.out.println(e + " " + e.hashCode() + " " + e.equals(new Everything(true, (byte) 1, (short) 2, 'c', 4, 5L, 6.5f, 0.0, "t", null)));
        System.out.println(e.equals(new Everything(true, (byte) 1, (short) 2, 'c', 4, 5L, 6.5f, -0.0, new String("t"), null)));
        Map<Point, String> map = new HashMap<>();
        map.put(new Point(1, 2), "a");
        map.put(new Point(2, 1), "b");
        System.out.println(map.get(new Point(1, 2)) + map.get(new Point(2, 1)) + map.get(p));
        for (Object o : List.of(new Line(p, new Point(3, 9)), new Line(p, Point.ORIGIN), p, new Named<>("n", 5), new Named<>("m", "v"), "x")) {
            System.out.println(describe(o));
        }
        System.out.println(new Named<>("a", 1).compareTo(new Named<>("b", 0)) + " " + Objects.hash(1, "x", null));
        try {
            new Point(-101, 0);
        } catch (IllegalArgumentException x) {
            System.out.println(x.getMessage());
        }
        if (new Line(p, p) instanceof Line(Point(int x, int y), var to) && to == p) {
            System.out.println(x * y);
        }
    }
}
