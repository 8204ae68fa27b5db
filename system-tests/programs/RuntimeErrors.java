import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Each exception that the language or the basic library throws by itself, with its message. */
public class RuntimeErrors {
    private interface Action {
        Object run() throws Exception;
    }

    private static String nothing;
    private static int zero;
    private int field;

    private static void check(String name, Action action) {
        try {
            System.out.println(name + ": no exception but " + action.run());
        } catch (Exception e) {
            System.out.println(name + ": " + e);
        }
    }

    public static void main(String[] args) {
        int[] array = {1, 2, 3};
        Object text = "text";
        Object[] strings = new String[1];
        RuntimeErrors none = null;
        List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
        check("division", () -> 1 / zero);
        check("remainder", () -> 1L % zero);
        check("index", () -> array[3]);
        check("negative index", () -> array[-1]);
        check("cast", () -> (Integer) text);
        check("array cast", () -> (int[]) text);
        check("store", () -> strings[0] = 1);
        check("size", () -> new int[zero - 2]);
        check("null call", () -> nothing.length());
        check("null field", () -> none.field);
        check("null unboxing", () -> (int) (Integer) null);
        check("null throw", () -> {
            throw null;
        });
        check("list index", () -> list.get(3));
        check("list set", () -> list.set(-1, 0));
        check("string index", () -> "abc".charAt(5));
        check("substring", () -> "abc".substring(2, 1));
        check("number", () -> Integer.parseInt("12x"));
        check("empty number", () -> Integer.parseInt(""));
        check("long number", () -> Long.parseLong("99999999999999999999"));
        check("double number", () -> Double.parseDouble("1.2.3"));
        check("iterator", () -> new ArrayList<>().iterator().next());
        check("immutable", () -> List.of(1).add(2));
        check("null element", () -> List.of(1, null));
        check("modification", () -> {
            for (Integer i : list) {
                list.add(i);
            }
            return list;
        });
        check("enum", () -> Thread.State.valueOf("SLEEPY"));
        check("optional", () -> java.util.Optional.empty().get());
        check("illegal", () -> new ArrayList<>(-1));
        check("iterator remove", () -> {
            Iterator<Integer> i = list.iterator();
            i.remove();
            return i;
        });
        check("copy", () -> {
            System.arraycopy(array, 1, array, 0, 3);
            return array;
        });
        check("clone", () -> new RuntimeErrors().copy());
        System.out.println(new ConcurrentModificationException().getMessage() + new NoSuchElementException("x").getMessage());
    }

    private Object copy() throws CloneNotSupportedException {
        return super.clone();
    }
}
