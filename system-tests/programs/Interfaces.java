/** Default, static and private methods of interfaces, diamonds, abstract classes, covariant results, bridges. */
public class Interfaces {
    private interface Shape extends Comparable<Shape> {
        double area();

        default String describe() {
            return name() + " of " + area();
        }

        private String name() {
            return getClass().getSimpleName();
        }

        static Shape unit() {
            return new Square(1);
        }

        @Override
        default int compareTo(Shape other) {
            return Double.compare(area(), other.area());
        }
    }

    private interface Left {
        default String side() {
            return "left";
        }
    }

    private interface Right {
        default String side() {
            return "right";
        }
    }

    private static final class Both implements Left, Right {
        @Override
        public String side() {
            return Left.super.side() + " and " + Right.super.side();
        }
    }

    private abstract static class Base implements Shape, Cloneable {
        protected int uses;

        abstract Base scaled(double factor);

        @Override
        public String toString() {
            uses++;
            return describe() + " used " + uses;
        }
    }

    private static class Square extends Base {
        final double side;

        Square(double side) {
            this.side = side;
        }

        @Override
        public double area() {
            return side * side;
        }

        @Override
        Square scaled(double factor) {
            return new Square(side * factor);
        }

        @Override
        protected Square clone() throws CloneNotSupportedException {
            return (Square) super.clone();
        }
    }

    private static final class Tile extends Square {
        Tile() {
            super(0.5);
        }

        @Override
        public String describe() {
            return "tile, a " + super.describe();
        }
    }

    public static void main(String[] args) throws CloneNotSupportedException {
        Shape[] shapes = {new Square(3), new Tile(), Shape.unit()};
        java.util.Arrays.sort(shapes);
        for (Shape shape : shapes) {
            System.out.println(shape + " " + (shape instanceof Cloneable) + " " + (shape instanceof Tile));
        }
        Square square = new Square(2);
        System.out.println(square.scaled(2).side + " " + square);
        Square copy = square.clone();
        System.out.println(copy + " " + square + " " + (copy == square));
        Base base = square;
        System.out.println(base.scaled(3).area() + " " + new Both().side() + " " + ((Left) new Both()).side());
        Object object = shapes;
        System.out.println((object instanceof Shape[]) + " " + (object instanceof Object[]) + " " + (object instanceof Comparable<?>[])
                + " " + (object instanceof Square[]) + " " + (object instanceof Cloneable));
    }
}
