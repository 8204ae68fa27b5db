package ristretto.runtime.jdk;

import ristretto.magic.TailCalls;
import ristretto.runtime.Alias;
import ristretto.runtime.Monitors;
import ristretto.runtime.Substitute;
import ristretto.runtime.Threads;

/**
 * The natives of {@code Thread}, over fibers. What the virtual machine keeps in a thread's field {@code eetop} is the address of
 * its fiber here; it is 0 before the start and after the end, as there.
 */
@Substitute("java.lang.Thread")
public final class ThreadSubstitute {
    @Alias("eetop")
    public static native long fiberAddress(Thread self);

    @Alias("eetop")
    public static native void setFiberAddress(Thread self, long address);

    @Alias("holder")
    public static native Object holder(Thread self);

    /** What a thread does after its {@code run}. */
    @Alias("exit")
    public static native void leave(Thread self);

    @Alias("dispatchUncaughtException")
    public static native void dispatch(Thread self, Throwable uncaught);

    @Alias("uncaughtExceptionHandler")
    static native void setHandler(Thread self, Thread.UncaughtExceptionHandler handler);

    @Alias("defaultUncaughtExceptionHandler")
    static native void setDefaultHandler(Thread.UncaughtExceptionHandler handler);

    static Thread currentThread() {
        return Threads.current();
    }

    static Thread currentCarrierThread() {
        return Threads.current();
    }

    static boolean holdsLock(Object lock) {
        return Monitors.isHeld(lock);
    }

    static void start0(Thread self) {
        Threads.start(self);
    }

    @TailCalls
    static void yield() {
        Threads.yield();
    }

    /** Whoever spins waits for another fiber, which must run for it. */
    static void onSpinWait() {
        Threads.yield();
    }

    static void sleepNanos(long nanoseconds) throws InterruptedException {
        Threads.sleep(nanoseconds);
    }

    static Thread.State threadState(Thread self) {
        return Threads.state(self);
    }

    static void interrupt0(Thread self) {
        Threads.wakeForInterrupt(self);
    }

    static void clearInterruptEvent() {}

    static void setPriority0(Thread self, int priority) {}

    static void setNativeName(Thread self, String name) {}

    static void uncaughtExceptionHandler(Thread self, Thread.UncaughtExceptionHandler handler) {
        Threads.need();
        setHandler(self, handler);
    }

    static void setDefaultUncaughtExceptionHandler(Thread.UncaughtExceptionHandler handler) {
        Threads.need();
        setDefaultHandler(handler);
    }

    static StackTraceElement[] asyncGetStackTrace(Thread self) {
        return Threads.trace(self);
    }

    static Thread[] getThreads() {
        return Threads.all();
    }

    static StackTraceElement[][] dumpThreads(Thread[] threads) {
        StackTraceElement[][] traces = new StackTraceElement[threads.length][];
        for (int i = 0; i < threads.length; i++) {
            traces[i] = Threads.trace(threads[i]);
        }
        return traces;
    }

    static Object[] scopedValueCache() {
        return Threads.scopedValueCache();
    }

    static void setScopedValueCache(Object[] cache) {
        Threads.setScopedValueCache(cache);
    }

    /** Looked for only where a thread's own field has been lost to a stack overflow, which cannot happen here. */
    static Object findScopedValueBindings() {
        return null;
    }

    static void ensureMaterializedForStackWalk(Object object) {}

    private ThreadSubstitute() {}
}
