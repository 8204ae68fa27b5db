package ristretto.runtime.jdk;

import java.util.concurrent.atomic.AtomicInteger;
import ristretto.runtime.InitialValue;
import ristretto.runtime.Substitute;

/** The names of a program's pools begin with {@code pool-1}, however many the build's JVM has made. */
final class ExecutorsSubstitute {

    @Substitute("java.util.concurrent.Executors$DefaultThreadFactory")
    static final class DefaultFactory {
        @InitialValue("poolNumber")
        static AtomicInteger pools() {
            return new AtomicInteger(1);
        }

        private DefaultFactory() {}
    }

    private ExecutorsSubstitute() {}
}
