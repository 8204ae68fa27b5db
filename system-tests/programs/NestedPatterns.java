import java.util.List;

/** Record patterns inside each other, with guards, dominance, null components, generic records, and accessors that throw. */
public class NestedPatterns {
    sealed interface Expression permits Number, Binary, Negation, Variable {}

    record Number(int value) implements Expression {}

    record Variable(String name) implements Expression {}

    record Negation(Expression inner) implements Expression {}

    record Binary(char operator, Expression left, Expression right) implements Expression {}

    record Box<T>(T content) {}

    record Pair<A, B>(A first, B second) {}

    record Failing(int n) {
        public int n() {
            if (n < 0) {
                throw new IllegalStateException("accessor " + n);
            }
            return n;
        }
    }

    static Expression simplify(Expression e) {
        return switch (e) {
            case Binary(char o, Number(int a), Number(int b)) when o == '+' -> new Number(a + b);
            case Binary(char o, Number(int a), Number(int b)) when o == '/' && b != 0 -> new Number(a / b);
            case Binary(char o, Number(int a), var other) when o == '*' && a == 0 -> new Number(0);
            case Binary(char o, var left, Number(var one)) when (o == '*' || o == '/') && one == 1 -> simplify(left);
            case Binary(char o, Expression l, Expression r) -> new Binary(o, simplify(l), simplify(r));
            case Negation(Negation(var inner)) -> simplify(inner);
            case Negation(Number(int n)) -> new Number(-n);
            case Negation n -> new Negation(simplify(n.inner()));
            case Variable v -> v;
            case Number n -> n;
        };
    }

    static String boxes(Object o) {
        return switch (o) {
            case Box<?>(Box<?>(Box<?>(var deep))) -> "three " + deep;
            case Box<?>(Box<?>(String s)) when s.length() > 2 -> "long " + s;
            case Box<?>(Box<?>(String s)) -> "short " + s;
            case Box<?>(Integer i) -> "int " + (i + 1);
            case Box<?>(int[] a) when a.length > 1 -> "ints " + a[1];
            case Box<?>(var any) -> "box of " + (any == null ? "null" : any.getClass().getSimpleName());
            case Pair<?, ?>(Box<?>(var a), Pair<?, ?>(var b, Box<?>(var c))) -> "" + a + b + c;
            case Pair<?, ?>(var a, var b) when a == b -> "same";
            case Pair<?, ?> p -> p.toString();
            default -> "other";
        };
    }

    static String failing(Object o) {
        try {
            return o instanceof Failing(int n) && n > 3 ? "big" : "small or none";
        } catch (MatchException e) {
            return e.getMessage() + " / " + e.getCause().getMessage();
        }
    }

    public static void main(String[] args) {
        Expression x = new Variable("x");
        List<Expression> expressions = List.of(
                new Binary('+', new Number(1), new Number(Integer.MAX_VALUE)),
                new Binary('/', new Number(1), new Number(0)),
                new Binary('*', new Number(0), x),
                new Binary('*', new Binary('/', x, new Number(1)), new Number(1)),
                new Negation(new Negation(new Negation(new Number(7)))),
                new Negation(new Negation(x)),
                new Binary('-', new Negation(new Number(2)), x));
        for (Expression e : expressions) {
            System.out.println(simplify(e));
        }
        Object[] objects = {
            new Box<>(new Box<>(new Box<>(null))), new Box<>(new Box<>("abc")), new Box<>(new Box<>("ab")), new Box<>(new Box<>(null)), new Box<>(5),
            new Box<>(null), new Box<>(new int[] {1, 2}), new Box<>(new int[1]), new Pair<>(new Box<>(1), new Pair<>('b', new Box<>("c"))),
            new Pair<>(new Box<>(1), new Pair<>('b', "no box")), new Pair<>(null, null), new Pair<>("a", "b"), "none"
        };
        for (Object o : objects) {
            System.out.println(boxes(o));
        }
        System.out.println(failing(new Failing(5)) + ", " + failing(new Failing(1)) + ", " + failing(new Failing(-1)) + ", " + failing("x"));
        try {
            simplify(null);
        } catch (NullPointerException e) {
            System.out.println("null");
        }
        Object o = new Pair<>(1, "s");
        if (!(o instanceof Pair<?, ?>(Integer n, String s))) {
            throw new AssertionError();
        }
        System.out.println(n + s);
    }
}
