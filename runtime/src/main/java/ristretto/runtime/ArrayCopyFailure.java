package ristretto.runtime;

import ristretto.magic.Memory;
import ristretto.magic.NoInline;
import ristretto.magic.ObjectLayout;
import ristretto.magic.Rare;

/** What is wrong with a call of {@code System.arraycopy}, in HotSpot's words and in its order of checks. */
@Rare
final class ArrayCopyFailure {
    private static final String NO_ARRAY = " is not an array";

    @NoInline
    static RuntimeException ofTypes(Object source, Object target) {
        Text text = new Text();
        if (!isArray(source)) {
            text.put("arraycopy: source type ").put(ClassNames.of(source)).put(NO_ARRAY);
        } else if (!isArray(target)) {
            text.put("arraycopy: destination type ").put(ClassNames.of(target)).put(NO_ARRAY);
        } else {
            text.put("arraycopy: type mismatch: can not copy ").put(kind(source));
            text.put("[] into ").put(kind(target)).put("[]");
        }
        return new ArrayStoreException(text.toString());
    }

    @NoInline
    static RuntimeException ofRange(Object source, int sourcePosition, Object target, int targetPosition, int length) {
        Text text = new Text().put("arraycopy: ");
        if (sourcePosition < 0) {
            outOfBounds(text, "source index ", sourcePosition, source);
        } else if (targetPosition < 0) {
            outOfBounds(text, "destination index ", targetPosition, target);
        } else if (length < 0) {
            text.put("length ").put(length).put(" is negative");
        } else if ((long) sourcePosition + length > length(source)) {
            outOfBounds(text, "last source index ", (long) sourcePosition + length, source);
        } else {
            outOfBounds(text, "last destination index ", (long) targetPosition + length, target);
        }
        return new ArrayIndexOutOfBoundsException(text.toString());
    }

    @NoInline
    static RuntimeException ofElement(Object source, Object target) {
        Text text = new Text();
        text.put("arraycopy: element type mismatch: can not cast one of the elements of ");
        putElement(text, ClassNames.of(source));
        text.put("[] to the type of the destination array, ");
        putElement(text, ClassNames.of(target));
        return new ArrayStoreException(text.toString());
    }

    /** Of the name of an array of references: that of the elements' class. */
    private static void putElement(Text text, String array) {
        boolean ofObjects = Text.at(array, 1) == 'L';
        int end = ofObjects ? array.length() - 1 : array.length();
        for (int i = ofObjects ? 2 : 1; i < end; i++) {
            text.put(Text.at(array, i));
        }
    }

    private static void outOfBounds(Text text, String what, long index, Object array) {
        text.put(what).put(index).put(" out of bounds for ");
        text.put(kind(array)).put("[").put(length(array)).put("]");
    }

    private static boolean isArray(Object object) {
        return Text.at(ClassNames.of(object), 0) == '[';
    }

    private static String kind(Object array) {
        return switch (Text.at(ClassNames.of(array), 1)) {
            case 'Z' -> "boolean";
            case 'B' -> "byte";
            case 'C' -> "char";
            case 'D' -> "double";
            case 'F' -> "float";
            case 'I' -> "int";
            case 'J' -> "long";
            case 'S' -> "short";
            default -> "object array";
        };
    }

    private static int length(Object array) {
        return Memory.loadInt(Memory.addressOf(array) + ObjectLayout.ARRAY_LENGTH);
    }

    private ArrayCopyFailure() {}
}
