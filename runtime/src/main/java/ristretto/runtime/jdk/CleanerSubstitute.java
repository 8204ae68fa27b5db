package ristretto.runtime.jdk;

import java.lang.ref.Cleaner;
import java.lang.reflect.Constructor;
import ristretto.runtime.InitialValue;
import ristretto.runtime.Substitute;

/**
 * The cleaner that the JDK keeps for itself has no thread here: what its owner cleans is cleaned, and what is forgotten without that
 * (a timer, an executor) is not. The build machine's own would bring along all that it has to clean there.
 */
@Substitute("jdk.internal.ref.CleanerFactory")
final class CleanerSubstitute {

    @InitialValue("commonCleaner")
    static Cleaner commonCleaner() {
        try {
            Constructor<Cleaner> constructor = Cleaner.class.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private CleanerSubstitute() {}
}
