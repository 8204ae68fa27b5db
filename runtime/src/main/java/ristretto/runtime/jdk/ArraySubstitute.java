package ristretto.runtime.jdk;

import ristretto.runtime.ClassObjects;
import ristretto.runtime.Substitute;

/** Arrays whose class is known at run time only. */
@Substitute("java.lang.reflect.Array")
final class ArraySubstitute {
    static Object newArray(Class<?> componentType, int length) {
        return ClassObjects.newArray(componentType, length);
    }

    private ArraySubstitute() {}
}
