package ristretto.runtime;

import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;

/** Arrays of arrays, made at once. */
public final class MultiArray {

    /** An array of this class whose lengths are the 32-bit numbers at {@code lengths}, outermost first; all checked before the first is made. */
    public static Object allocate(long descriptor, long lengths, int dimensions) {
        for (int i = 0; i < dimensions; i++) {
            int length = Memory.loadInt(lengths + 4L * i);
            if (length < 0) {
                throw new NegativeArraySizeException(new Text().put(length).toString());
            }
        }
        return fill(descriptor, lengths, dimensions);
    }

    private static Object fill(long descriptor, long lengths, int dimensions) {
        int length = Memory.loadInt(lengths);
        Object array = newArray(descriptor, length);
        if (dimensions > 1) {
            Object[] elements = (Object[]) array;
            long element = Memory.loadLong(descriptor + ObjectLayout.CLASS_ELEMENT);
            for (int i = 0; i < length; i++) {
                elements[i] = fill(element, lengths + 4, dimensions - 1);
            }
        }
        return array;
    }

    /** An array of the class with this descriptor. */
    public static Object newArray(long descriptor, int length) {
        long elementBytes = Memory.loadInt(descriptor + ObjectLayout.CLASS_SIZE);
        long address = Heap.allocateArray(ObjectLayout.ARRAY_DATA + length * elementBytes, length, descriptor);
        if (address == 0) {
            throw new OutOfMemoryError("Java heap space");
        }
        return Memory.objectAt(Object.class, address);
    }

    private MultiArray() {}
}
