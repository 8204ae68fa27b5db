package ristretto.runtime.jdk;

import ristretto.runtime.ClassObjects;
import ristretto.runtime.Substitute;

/** Arrays whose class is known at run time only. */
@Substitute("java.lang.reflect.Array")
final class ArraySubstitute {
    static Object newArray(Class<?> componentType, int length) {
        return ClassObjects.newArray(componentType, length);
    }

    static int getLength(Object array) {
        return switch (array) {
            case Object[] elements -> elements.length;
            case int[] elements -> elements.length;
            case byte[] elements -> elements.length;
            case char[] elements -> elements.length;
            case long[] elements -> elements.length;
            case double[] elements -> elements.length;
            case boolean[] elements -> elements.length;
            case float[] elements -> elements.length;
            case short[] elements -> elements.length;
            default -> throw noArray();
        };
    }

    /** Elements of primitive type are boxed. An index out of bounds is not told of, as the JVM does not tell it here. */
    static Object get(Object array, int index) {
        if (index < 0 || index >= getLength(array)) {
            throw new ArrayIndexOutOfBoundsException();
        }
        return switch (array) {
            case Object[] elements -> elements[index];
            case int[] elements -> elements[index];
            case byte[] elements -> elements[index];
            case char[] elements -> elements[index];
            case long[] elements -> elements[index];
            case double[] elements -> elements[index];
            case boolean[] elements -> elements[index];
            case float[] elements -> elements[index];
            case short[] elements -> elements[index];
            default -> throw noArray();
        };
    }

    private static IllegalArgumentException noArray() {
        return new IllegalArgumentException("Argument is not an array");
    }

    private ArraySubstitute() {}
}
