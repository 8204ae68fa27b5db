package ristretto.runtime;

import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;

/** A shallow copy of any object or array, for {@code Object.clone}. */
public final class ObjectCopy {

    public static Object of(Object original) throws CloneNotSupportedException {
        long from = Memory.addressOf(original);
        long descriptor = Memory.loadLong(from);
        long bytes = Boundaries.sizeAt(from);
        boolean isArray = (Memory.loadLong(descriptor + ObjectLayout.CLASS_REFERENCES) & 1) != 0;
        if (!isArray && !(original instanceof Cloneable)) {
            throw new CloneNotSupportedException(ClassNames.of(original));
        }
        long copy = isArray
                ? Heap.allocateArray(bytes, Memory.loadInt(from + ObjectLayout.ARRAY_LENGTH), descriptor)
                : Heap.allocate(bytes, descriptor);
        if (copy == 0) {
            throw new OutOfMemoryError("Java heap space");
        }
        int head = isArray ? ObjectLayout.ARRAY_DATA : ObjectLayout.HEADER_BYTES;
        Memory.copy(from + head, copy + head, bytes - head);
        return Memory.objectAt(Object.class, copy);
    }

    private ObjectCopy() {}
}
