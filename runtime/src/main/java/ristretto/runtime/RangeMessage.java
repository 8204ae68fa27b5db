package ristretto.runtime;

import java.util.List;
import ristretto.magic.Rare;

/**
 * The texts of the JDK's index checks. Its Preconditions makes a list of the numbers, and passes it to what makes the exception, which passes it back
 * to be put into words; here the numbers wait in a field meanwhile, and every program is spared a list. Nothing in between switches to another
 * fiber.
 */
@Rare
public final class RangeMessage {
    private static Object[] numbers;

    /** In place of {@code List.of}. */
    public static <E> List<E> of(Object[] newNumbers) {
        numbers = newNumbers;
        return null;
    }

    public static String text(String kind) {
        Object[] arguments = numbers;
        numbers = null;
        Text text = new Text();
        if ("checkIndex".equals(kind)) {
            put(text.put("Index "), arguments[0]);
        } else {
            put(text.put("Range ["), arguments[0]);
            text.put(", ");
            if ("checkFromIndexSize".equals(kind)) {
                put(text, arguments[0]);
                text.put(" + ");
            }
            put(text, arguments[1]);
            text.put(")");
        }
        put(text.put(" out of bounds for length "), arguments[arguments.length - 1]);
        return text.toString();
    }

    private static void put(Text text, Object number) {
        text.put(number instanceof Integer small ? small : (Long) number);
    }

    private RangeMessage() {}
}
