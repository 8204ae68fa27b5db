package ristretto.runtime;

import ristretto.magic.Memory;
import ristretto.magic.NoInline;
import ristretto.magic.ObjectLayout;
import ristretto.magic.Rare;

/** What is wrong with a call of {@code System.arraycopy}, in HotSpot's words and in its order of checks. */
@Rare
final class ArrayCopyFailure {

    @NoInline
    static RuntimeException ofTypes(Object source, Object target) {
        Class<?> from = source.getClass();
        Class<?> to = target.getClass();
        String text;
        if (!from.isArray()) {
            text = "source type " + from.getName() + " is not an array";
        } else if (!to.isArray()) {
            text = "destination type " + to.getName() + " is not an array";
        } else {
            text = "type mismatch: can not copy " + kind(from) + "[] into " + kind(to) + "[]";
        }
        return new ArrayStoreException("arraycopy: " + text);
    }

    @NoInline
    static RuntimeException ofRange(Object source, int sourcePosition, Object target, int targetPosition, int length) {
        String text;
        if (sourcePosition < 0) {
            text = "source index " + sourcePosition + outOfBounds(source);
        } else if (targetPosition < 0) {
            text = "destination index " + targetPosition + outOfBounds(target);
        } else if (length < 0) {
            text = "length " + length + " is negative";
        } else if (sourcePosition + length < 0 || sourcePosition + length > length(source)) {
            text = "last source index " + Integer.toUnsignedString(sourcePosition + length) + outOfBounds(source);
        } else {
            text = "last destination index " + Integer.toUnsignedString(targetPosition + length) + outOfBounds(target);
        }
        return new ArrayIndexOutOfBoundsException("arraycopy: " + text);
    }

    @NoInline
    static RuntimeException ofElement(Object source, Class<?> element) {
        return new ArrayStoreException("arraycopy: element type mismatch: can not cast one of the elements of "
                + source.getClass().getComponentType().getName() + "[] to the type of the destination array, "
                + element.getName());
    }

    private static String outOfBounds(Object array) {
        return " out of bounds for " + kind(array.getClass()) + "[" + length(array) + "]";
    }

    private static String kind(Class<?> array) {
        Class<?> element = array.getComponentType();
        return element.isPrimitive() ? element.getName() : "object array";
    }

    private static int length(Object array) {
        return Memory.loadInt(Memory.addressOf(array) + ObjectLayout.ARRAY_LENGTH);
    }

    private ArrayCopyFailure() {}
}
