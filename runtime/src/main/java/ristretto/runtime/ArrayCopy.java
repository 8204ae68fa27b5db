package ristretto.runtime;

import ristretto.magic.Assembly;
import ristretto.magic.Memory;
import ristretto.magic.NoInline;
import ristretto.magic.ObjectLayout;

/**
 * {@code System.arraycopy}: all checks first, then one move of memory; element by element only where the elements'
 * class has to be checked. The messages are HotSpot's.
 */
public final class ArrayCopy {
    private static final Object[] ANY = {};

    public static void copy(Object source, int sourcePosition, Object target, int targetPosition, int length) {
        if (source == null || target == null) {
            throw new NullPointerException();
        }
        long from = Memory.addressOf(source);
        long to = Memory.addressOf(target);
        long fromClass = Memory.loadLong(from);
        long toClass = Memory.loadLong(to);
        long fromMap = Memory.loadLong(fromClass + ObjectLayout.CLASS_REFERENCES);
        boolean same = fromClass == toClass && (fromMap & 1) != 0;
        if (!same && !bothReferences(toClass, fromMap)) {
            throw ArrayCopyFailure.ofTypes(source, target);
        }
        int fromLength = Memory.loadInt(from + ObjectLayout.ARRAY_LENGTH);
        int toLength = Memory.loadInt(to + ObjectLayout.ARRAY_LENGTH);
        if ((sourcePosition | targetPosition | length) < 0
                || sourcePosition > fromLength - length
                || targetPosition > toLength - length) {
            throw ArrayCopyFailure.ofRange(source, sourcePosition, target, targetPosition, length);
        }
        if (same || isAnyReference(toClass)) {
            long size = Memory.loadInt(fromClass + ObjectLayout.CLASS_SIZE);
            long data = ObjectLayout.ARRAY_DATA;
            long start = to + data + size * targetPosition;
            if (Collector.marking && (fromMap & ~ObjectLayout.PRIMITIVES_ARRAY) != 0) {
                Collector.overwriteAll(start, start + size * length);
            }
            move(start, from + data + size * sourcePosition, size * length);
        } else {
            copyChecked((Object[]) source, sourcePosition, (Object[]) target, targetPosition, length);
        }
    }

    private static boolean bothReferences(long toClass, long fromMap) {
        return fromMap == ObjectLayout.REFERENCES_ARRAY
                && Memory.loadLong(toClass + ObjectLayout.CLASS_REFERENCES) == ObjectLayout.REFERENCES_ARRAY;
    }

    /** An {@code Object[]} takes everything. */
    private static boolean isAnyReference(long arrayClass) {
        return arrayClass == Memory.loadLong(Memory.addressOf(ANY));
    }

    @NoInline
    private static void copyChecked(
            Object[] source, int sourcePosition, Object[] target, int targetPosition, int length) {
        long array = Memory.loadLong(Memory.addressOf(target));
        long element = Memory.loadLong(array + ObjectLayout.CLASS_ELEMENT);
        for (int i = 0; i < length; i++) {
            Object value = source[sourcePosition + i];
            if (value != null && !Types.isInstance(Memory.loadLong(Memory.addressOf(value)), element)) {
                throw ArrayCopyFailure.ofElement(source, target);
            }
            target[targetPosition + i] = value;
        }
    }

    /** C's {@code memmove}. */
    @Assembly("memmove")
    public static native void move(long to, long from, long bytes);

    private ArrayCopy() {}
}
