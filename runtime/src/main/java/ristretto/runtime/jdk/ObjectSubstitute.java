package ristretto.runtime.jdk;

import ristretto.runtime.ClassNames;
import ristretto.runtime.ClassObjects;
import ristretto.runtime.ObjectCopy;
import ristretto.runtime.ObjectIdentity;
import ristretto.runtime.Substitute;

/** The natives of {@code Object}. Nobody else runs in a process, so a notification reaches nobody. */
@Substitute("java.lang.Object")
final class ObjectSubstitute {

    static int hashCode(Object self) {
        return ObjectIdentity.hash(self);
    }

    static String toString(Object self) {
        return ClassNames.of(self) + "@" + Integer.toHexString(self.hashCode());
    }

    static Class<?> getClass(Object self) {
        return ClassObjects.of(self);
    }

    static Object clone(Object self) throws CloneNotSupportedException {
        return ObjectCopy.of(self);
    }

    static void notify(Object self) {}

    static void notifyAll(Object self) {}

    private ObjectSubstitute() {}
}
