import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sealed interfaces, records with checks, and pattern switches with guards and nested patterns. */
public class AppShapes {
    sealed interface Shape permits Circle, Rectangle, Triangle, Group {}

    record Point(int x, int y) {
        Point plus(Point other) {
            return new Point(x + other.x, y + other.y);
        }
    }

    record Circle(Point center, int radius) implements Shape {
        Circle {
            if (radius <= 0) {
                throw new IllegalArgumentException("radius " + radius);
            }
        }
    }

    record Rectangle(Point corner, int width, int height) implements Shape {}

    record Triangle(Point a, Point b, Point c) implements Shape {}

    record Group(String name, List<Shape> shapes) implements Shape {}

    static double area(Shape shape) {
        return switch (shape) {
            case Circle(var center, int radius) -> Math.PI * radius * radius;
            case Rectangle(Point(int x, int y), int w, int h) when w == h -> (double) w * w;
            case Rectangle r -> (double) r.width() * r.height();
            case Triangle(Point(var ax, var ay), Point(var bx, var by), Point(var cx, var cy)) ->
                Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2.0;
            case Group group -> group.shapes().stream().mapToDouble(AppShapes::area).sum();
        };
    }

    static String describe(Object object) {
        return switch (object) {
            case null -> "nothing";
            case Circle c when c.radius() > 10 -> "large circle";
            case Circle c -> "circle of " + c.radius();
            case Rectangle(var corner, var w, var h) when w == h -> "square of " + w;
            case Shape s -> s.getClass().getSimpleName() + " " + s;
            case Integer i when i > 100 -> "big number";
            case Integer i -> "number " + i;
            case String s -> "text of " + s.length();
            case int[] array -> array.length + " ints";
            default -> "something else";
        };
    }

    public static void main(String[] args) {
        Point origin = new Point(0, 0);
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Circle(origin, 2));
        shapes.add(new Circle(origin.plus(new Point(3, 4)), 20));
        shapes.add(new Rectangle(origin, 3, 4));
        shapes.add(new Rectangle(new Point(1, 1), 5, 5));
        shapes.add(new Triangle(origin, new Point(4, 0), new Point(0, 3)));
        shapes.add(new Group("both", List.of(shapes.get(2), shapes.get(4))));
        shapes.sort(Comparator.comparingDouble(AppShapes::area).reversed());
        for (Shape shape : shapes) {
            System.out.println(describe(shape) + ": " + area(shape));
        }
        for (Object o : new Object[] {null, 7, 700, "abc", new int[3], 2.5}) {
            System.out.println(describe(o));
        }
        System.out.println(new Circle(origin, 1).equals(new Circle(new Point(0, 0), 1)));
        System.out.println(new Point(3, 4).hashCode() == new Point(3, 4).hashCode());
        try {
            new Circle(origin, 0);
        } catch (IllegalArgumentException e) {
            System.out.println(e);
        }
    }
}
