package ristretto.desk;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;

/** The runtime's platform {@code kernel}, as one process has loaded it. */
final class Platform {
    private static final String RUNTIME = "ristretto.runtime.";
    private static final String PACKAGE = RUNTIME + "platform.kernel.";

    private final ClassLoader loader;
    private final MethodHandle write;
    private final MethodHandle read;
    private final MethodHandle exit;
    private final MethodHandle sinceEpoch;
    private final MethodHandle waitUntil;
    private final MethodHandle awaitInput;
    private final MethodHandle takeAll;
    private final MethodHandle announceWaitOfAll;
    private final MethodHandle areExpected;
    private final MethodHandle arrivalsExist;
    private final MethodHandle beginOthers;
    private final MethodHandle newFiber;

    Platform(ClassLoader loader, long startupPage) {
        this.loader = loader;
        call(handle("Startup", "begin", void.class, long.class), startupPage);
        write = handle("StandardStreams", "write", void.class, int.class, byte[].class, int.class, int.class);
        read = handle("StandardStreams", "read", int.class, byte[].class, int.class, int.class);
        exit = handle("Exit", "now", void.class, int.class, byte[].class);
        sinceEpoch = handle("Clock", "sinceEpochNanoseconds", long.class);
        waitUntil = handle("Clock", "waitUntil", boolean.class, long.class);
        awaitInput = handle("StandardStreams", "awaitInput", boolean.class, long.class);
        takeAll = runtime("Arrivals", "takeAll");
        announceWaitOfAll = runtime("Arrivals", "announceWaitOfAll");
        areExpected = runtime("Arrivals", "areExpected");
        arrivalsExist = runtime("Arrivals", "exist");
        beginOthers = runtime("OtherThreads", "begin");
        newFiber = fiberConstructor();
    }

    private MethodHandle handle(String type, String name, Class<?> result, Class<?>... parameters) {
        try {
            return MethodHandles.publicLookup()
                    .findStatic(loader.loadClass(PACKAGE + type), name, MethodType.methodType(result, parameters));
        } catch (ReflectiveOperationException e) {
            throw missing(e);
        }
    }

    /** A method without parameters that is the runtime's own. */
    private MethodHandle runtime(String type, String name) {
        try {
            Method method = loader.loadClass(RUNTIME + type).getDeclaredMethod(name);
            method.setAccessible(true);
            return MethodHandles.lookup().unreflect(method);
        } catch (ReflectiveOperationException e) {
            throw missing(e);
        }
    }

    private MethodHandle fiberConstructor() {
        try {
            Constructor<?> constructor =
                    loader.loadClass(RUNTIME + "Fiber").getDeclaredConstructor(Thread.class, boolean.class);
            constructor.setAccessible(true);
            return MethodHandles.lookup().unreflectConstructor(constructor);
        } catch (ReflectiveOperationException e) {
            throw missing(e);
        }
    }

    private static IllegalStateException missing(ReflectiveOperationException cause) {
        return new IllegalStateException("the process's class path lacks Ristretto's runtime", cause);
    }

    private static Object call(MethodHandle method, Object... arguments) {
        try {
            return method.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    void write(int stream, byte[] bytes, int offset, int length) {
        call(write, stream, bytes, offset, length);
    }

    int read(byte[] bytes, int offset, int length) {
        return (int) call(read, bytes, offset, length);
    }

    /** Never comes back. */
    void exit(int code, byte[] reason) {
        call(exit, code, reason);
    }

    long sinceEpochNanoseconds() {
        return (long) call(sinceEpoch);
    }

    /** Until this time, or a signal. */
    void waitUntil(long deadline) {
        call(waitUntil, deadline);
    }

    /** Whether there is input, or its end. */
    boolean hasInput() {
        return (boolean) call(awaitInput, 0L);
    }

    void takeAll() {
        call(takeAll);
    }

    boolean announceWaitOfAll() {
        return (boolean) call(announceWaitOfAll);
    }

    boolean areExpected() {
        return (boolean) call(areExpected);
    }

    boolean arrivalsExist() {
        return (boolean) call(arrivalsExist);
    }

    /** The process has more than one thread from now on. */
    void beginOthers() {
        call(beginOthers);
    }

    /** By which the runtime knows a thread. */
    Object newFiber(Thread thread) {
        return call(newFiber, thread, false);
    }
}
