package ristretto.runtime.jdk;

import ristretto.runtime.ClassNames;
import ristretto.runtime.ClassObjects;
import ristretto.runtime.Deadline;
import ristretto.runtime.Monitors;
import ristretto.runtime.ObjectCopy;
import ristretto.runtime.ObjectIdentity;
import ristretto.runtime.Substitute;

/** The natives of {@code Object}.  */
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

    static void notify(Object self) {
        Monitors.notifyOne(self);
    }

    static void notifyAll(Object self) {
        Monitors.notifyAll(self);
    }

    /** @param milliseconds 0: until notified */
    static void wait0(Object self, long milliseconds) throws InterruptedException {
        Monitors.await(self, milliseconds == 0 ? Deadline.NEVER : Deadline.afterMilliseconds(milliseconds));
    }

    private ObjectSubstitute() {}
}
