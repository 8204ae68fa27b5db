/** Sealed hierarchies and pattern switches over them: an evaluator and a simplifier of expressions. */
public class Sealed {
    private sealed interface Expression permits Constant, Variable, Binary, Negation {}

    private record Constant(int value) implements Expression {}

    private record Variable(String name) implements Expression {}

    private record Binary(char operator, Expression left, Expression right) implements Expression {}

    private record Negation(Expression inner) implements Expression {}

    private static int evaluate(Expression e, int x) {
        return switch (e) {
            case Constant c -> c.value();
            case Variable v -> x;
            case Negation(Expression inner) -> -evaluate(inner, x);
            case Binary(char op, Expression l, Expression r) when op == '+' -> evaluate(l, x) + evaluate(r, x);
            case Binary(char op, Expression l, Expression r) when op == '*' -> evaluate(l, x) * evaluate(r, x);
            case Binary b -> throw new IllegalArgumentException("operator " + b.operator());
        };
    }

    private static Expression simplify(Expression e) {
        return switch (e) {
            case Binary(char op, Constant(int a), Constant(int b)) when op == '+' -> new Constant(a + b);
            case Binary(char op, Constant(int a), Constant(int b)) when op == '*' -> new Constant(a * b);
            case Binary(char op, Constant(int a), Expression r) when op == '*' && a == 0 -> new Constant(0);
            case Binary(char op, Constant(int a), Expression r) when op == '*' && a == 1 -> simplify(r);
            case Binary(char op, Expression l, Expression r) -> {
                Expression left = simplify(l);
                Expression right = simplify(r);
                yield left.equals(l) && right.equals(r) ? e : simplify(new Binary(op, left, right));
            }
            case Negation(Negation(Expression inner)) -> simplify(inner);
            case Negation(Constant(int c)) -> new Constant(-c);
            case Negation n -> n;
            case Constant c -> c;
            case Variable v -> v;
        };
    }

    private static String show(Expression e) {
        return switch (e) {
            case Constant(int c) when c < 0 -> "(" + c + ")";
            case Constant(int c) -> String.valueOf(c);
            case Variable(String n) -> n;
            case Negation(var i) -> "-" + show(i);
            case Binary(char op, var l, var r) -> "(" + show(l) + " " + op + " " + show(r) + ")";
        };
    }

    private static String kind(Object o) {
        return switch (o) {
            case null -> "nothing";
            case Integer i when i > 10 -> "large " + i;
            case Integer i -> "int " + i;
            case String s when s.isEmpty() -> "empty";
            case String s -> "text " + s;
            case int[] a -> "ints " + a.length;
            case Object[] a -> "objects " + a.length;
            case Character c -> "char " + c;
            default -> o.getClass().getSimpleName();
        };
    }

    public static void main(String[] args) {
        Expression x = new Variable("x");
        Expression e = new Binary('+', new Binary('*', new Constant(2), new Binary('+', x, new Constant(3))), new Negation(new Negation(x)));
        System.out.println(show(e) + " at 5 is " + evaluate(e, 5));
        Expression s = new Binary('*', new Binary('+', new Constant(2), new Constant(-1)), new Binary('*', new Constant(0), e));
        System.out.println(show(s) + " simplified " + show(simplify(s)) + " " + simplify(e));
        try {
            evaluate(new Binary('/', x, x), 1);
        } catch (IllegalArgumentException i) {
            System.out.println(i.getMessage());
        }
        for (Object o : new Object[] {null, 5, 50, "", "abc", new int[3], new String[2], 'c', 2.5, e}) {
            System.out.println(kind(o));
        }
    }
}
