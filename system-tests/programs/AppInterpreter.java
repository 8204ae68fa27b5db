import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small Lisp: closures as lambdas, a recursive interface, string switches, errors as exceptions. */
public class AppInterpreter {
    interface Value {}

    record Num(long value) implements Value {
        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    record Sym(String name) implements Value {}

    record Seq(List<Value> items) implements Value {}

    interface Function extends Value {
        Value apply(List<Value> arguments);
    }

    static final class Scope {
        final Map<String, Value> values = new HashMap<>();
        final Scope outer;

        Scope(Scope outer) {
            this.outer = outer;
        }

        Value get(String name) {
            for (Scope s = this; s != null; s = s.outer) {
                Value value = s.values.get(name);
                if (value != null) {
                    return value;
                }
            }
            throw new IllegalArgumentException("unknown name " + name);
        }
    }

    static int at;

    static Value read(String[] tokens) {
        String token = tokens[at++];
        if (!token.equals("(")) {
            try {
                return new Num(Long.parseLong(token));
            } catch (NumberFormatException e) {
                return new Sym(token);
            }
        }
        List<Value> items = new ArrayList<>();
        while (!tokens[at].equals(")")) {
            items.add(read(tokens));
        }
        at++;
        return new Seq(items);
    }

    static Value eval(Value expression, Scope scope) {
        if (expression instanceof Sym s) {
            return scope.get(s.name());
        }
        if (!(expression instanceof Seq(List<Value> items))) {
            return expression;
        }
        if (items.getFirst() instanceof Sym(String head)) {
            switch (head) {
                case "if":
                    boolean yes = ((Num) eval(items.get(1), scope)).value() != 0;
                    return eval(items.get(yes ? 2 : 3), scope);
                case "define":
                    scope.values.put(((Sym) items.get(1)).name(), eval(items.get(2), scope));
                    return new Num(0);
                case "lambda":
                    List<Value> parameters = ((Seq) items.get(1)).items();
                    return (Function) arguments -> {
                        Scope inner = new Scope(scope);
                        for (int i = 0; i < parameters.size(); i++) {
                            inner.values.put(((Sym) parameters.get(i)).name(), arguments.get(i));
                        }
                        return eval(items.get(2), inner);
                    };
                default:
                    break;
            }
        }
        Function function = (Function) eval(items.getFirst(), scope);
        List<Value> arguments = new ArrayList<>();
        for (Value argument : items.subList(1, items.size())) {
            arguments.add(eval(argument, scope));
        }
        return function.apply(arguments);
    }

    interface Operation {
        long on(long a, long b);
    }

    static Function operator(Operation operation) {
        return arguments -> new Num(operation.on(((Num) arguments.get(0)).value(), ((Num) arguments.get(1)).value()));
    }

    public static void main(String[] args) {
        Scope global = new Scope(null);
        global.values.put("+", operator((a, b) -> a + b));
        global.values.put("-", operator((a, b) -> a - b));
        global.values.put("*", operator((a, b) -> a * b));
        global.values.put("/", operator((a, b) -> a / b));
        global.values.put("<", operator((a, b) -> a < b ? 1 : 0));
        String[] programs = {
            "( + 1 ( * 2 3 ) )",
            "( define fib ( lambda ( n ) ( if ( < n 2 ) n ( + ( fib ( - n 1 ) ) ( fib ( - n 2 ) ) ) ) ) )",
            "( fib 18 )",
            "( define adder ( lambda ( n ) ( lambda ( m ) ( + n m ) ) ) )",
            "( ( adder 40 ) 2 )",
            "( / 1 0 )",
            "( nothing )",
            "( 1 2 )",
            "( + 1"
        };
        for (String program : programs) {
            try {
                at = 0;
                System.out.println(eval(read(program.split(" ")), global));
            } catch (ArithmeticException | IllegalArgumentException e) {
                System.out.println("error: " + e.getMessage());
            } catch (ClassCastException | ArrayIndexOutOfBoundsException e) {
                System.out.println("error: " + e.getClass().getSimpleName());
            }
        }
    }
}
