package ristretto.runtime.jdk;

import ristretto.runtime.Alias;
import ristretto.runtime.Delete;
import ristretto.runtime.MainThread;
import ristretto.runtime.Substitute;
import ristretto.runtime.platform.Clock;

/** The one thread of a process. Whoever would start another is told at build time. */
final class ThreadSubstitute {

    @Substitute("java.lang.Thread")
    static final class Threads {

        static Thread currentThread() {
            return MainThread.current();
        }

        static Thread currentCarrierThread() {
            return MainThread.current();
        }

        static String getName(Thread self) {
            return MainThread.NAME;
        }

        static long threadId(Thread self) {
            return 1;
        }

        static void runWith(Thread self, Object bindings, Runnable task) {
            task.run();
        }

        static boolean isVirtual(Thread self) {
            return false;
        }

        static boolean holdsLock(Object lock) {
            return true;
        }

        static void interrupt(Thread self) {}

        static boolean interrupted() {
            return false;
        }

        static void yield() {}

        static void onSpinWait() {}

        static void sleep(long milliseconds) {
            if (milliseconds < 0) {
                throw new IllegalArgumentException("timeout value is negative");
            }
            Clock.waitUntil(Clock.nanoseconds() + milliseconds * 1_000_000);
        }

        @Delete("a process has one thread; more work belongs into more processes")
        static native void start(Thread self);

        private Threads() {}
    }

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

    private ThreadSubstitute() {}
}
