package ristretto.runtime.jdk;

import ristretto.runtime.Alias;
import ristretto.runtime.InitialValue;
import ristretto.runtime.Substitute;
import ristretto.runtime.ThreadNumbers;

/** What belongs to threads in classes beside {@code Thread}. */
final class ThreadLocalSubstitute {

    @Substitute("java.lang.ThreadLocal")
    static final class Locals {

        @Alias("initialValue")
        static native Object initialValue(ThreadLocal<?> self);

        @Alias("set")
        static native void set(ThreadLocal<?> self, Thread thread, Object value);

        static void printStackTrace(ThreadLocal<?> self) {}

        static Object setInitialValue(ThreadLocal<?> self, Thread thread) {
            Object value = initialValue(self);
            set(self, thread, value);
            return value;
        }

        private Locals() {}
    }

    @Substitute("java.util.concurrent.ThreadLocalRandom")
    static final class Probe {

        static int getProbe() {
            return 1;
        }

        static int advanceProbe(int probe) {
            return probe;
        }

        static void localInit() {}

        private Probe() {}
    }

    @Substitute("java.lang.Thread$ThreadIdentifiers")
    static final class Identifiers {

        static long next() {
            return ThreadNumbers.nextIdentifier();
        }

        private Identifiers() {}
    }

    @Substitute("java.lang.Thread$ThreadNumbering")
    static final class Numbering {

        static int next() {
            return ThreadNumbers.nextNumber();
        }

        private Numbering() {}
    }

    @Substitute("java.lang.Thread$Constants")
    static final class Groups {

        @InitialValue("VTHREAD_GROUP")
        static ThreadGroup virtual() {
            return ThreadNumbers.virtualGroup();
        }

        private Groups() {}
    }

    /** Virtual threads are fibers like all others: the JDK has a kind of its own for such machines. */
    @Substitute("jdk.internal.vm.ContinuationSupport")
    static final class Continuations {

        static boolean isSupported() {
            return false;
        }

        private Continuations() {}
    }

    /** A process has no class loaders. */
    @Substitute("java.lang.ClassLoader")
    static final class Loaders {

        static ClassLoader getSystemClassLoader() {
            return null;
        }

        private Loaders() {}
    }

    private ThreadLocalSubstitute() {}
}
