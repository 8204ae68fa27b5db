import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tests for, casts to and handlers of classes of which there are no instances, or only later ones. */
public class TypesWithoutInstances {
    interface Animal {}

    static class Dodo implements Animal {
        String speak() {
            return "…";
        }
    }

    static class Cat implements Animal {
        String speak() {
            return "meow";
        }
    }

    static class Lost extends RuntimeException {}

    static class Found extends RuntimeException {
        Found(String message) {
            super(message);
        }
    }

    static String speak(Object o) {
        if (o instanceof Dodo dodo) {
            return dodo.speak();
        } else if (o instanceof Cat cat) {
            return cat.speak();
        }
        return o instanceof Map<?, ?> map ? "map of " + map.size() : "nothing";
    }

    static int negated(Object o) {
        int result = 1;
        while (!(o instanceof Dodo)) {
            result *= 2;
            if (result > 100) {
                break;
            }
        }
        boolean dodo = o instanceof Dodo;
        boolean both = o instanceof Dodo && o.hashCode() == 1 || o instanceof Cat;
        return result + (dodo ? 1 : 0) + (both ? 1000 : 0);
    }

    static int onStack(int a, Object o) {
        return a * 10 + (o instanceof Dodo ? ((Dodo) o).speak().length() : a + (o instanceof Cat ? 2 : 3)) * 7;
    }

    static String handlers(int kind) {
        StringBuilder text = new StringBuilder();
        try {
            try {
                if (kind == 1) {
                    throw new Found("found");
                }
                if (kind == 2) {
                    throw new IllegalStateException("state");
                }
                text.append("none ");
            } catch (Lost e) {
                text.append("lost ");
            } catch (Found e) {
                text.append(e.getMessage()).append(' ');
            } finally {
                text.append("finally ");
            }
        } catch (Lost | UnsupportedOperationException e) {
            text.append("impossible ");
        } catch (RuntimeException e) {
            text.append(e.getMessage());
        }
        return text.toString();
    }

    static Object later(int n) {
        return n == 0 ? new Cat() : later(n - 1);
    }

    public static void main(String[] args) {
        Object nothing = args.length > 5 ? args : "text";
        System.out.println(speak(nothing) + " " + speak(later(3)) + " " + speak(null));
        System.out.println(negated(nothing) + " " + negated(later(0)));
        System.out.println(onStack(3, nothing) + " " + onStack(4, later(1)));
        for (int kind = 0; kind < 3; kind++) {
            System.out.println(handlers(kind));
        }
        try {
            Dodo dodo = (Dodo) nothing;
            System.out.println(dodo.speak());
        } catch (ClassCastException e) {
            System.out.println(e.getMessage());
        }
        try {
            Dodo dodo = (Dodo) (args.length > 5 ? nothing : null);
            System.out.println(dodo == null);
            System.out.println(dodo.speak());
        } catch (NullPointerException e) {
            System.out.println("null");
        }
        List<Object> list = new ArrayList<>(List.of(1, "two", 3L));
        for (Object o : list) {
            String kind =
                    switch (o) {
                        case Dodo d -> "dodo " + d.speak();
                        case Integer i when i > 0 -> "positive";
                        case String s -> "string " + s;
                        default -> "other";
                    };
            System.out.println(kind);
        }
    }
}
