package ristretto.desk;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The runtime's platform {@code kernel}, as one process has loaded it. */
final class Platform {
    private static final String PACKAGE = "ristretto.runtime.platform.kernel.";

    private final ClassLoader loader;
    private final MethodHandle write;
    private final MethodHandle read;
    private final MethodHandle exit;
    private final MethodHandle sinceEpoch;
    private final MethodHandle waitUntil;

    Platform(ClassLoader loader, long startupPage) {
        this.loader = loader;
        call(handle("Startup", "begin", void.class, long.class), startupPage);
        write = handle("StandardStreams", "write", void.class, int.class, byte[].class, int.class, int.class);
        read = handle("StandardStreams", "read", int.class, byte[].class, int.class, int.class);
        exit = handle("Exit", "now", void.class, int.class, byte[].class);
        sinceEpoch = handle("Clock", "sinceEpochNanoseconds", long.class);
        waitUntil = handle("Clock", "waitUntil", boolean.class, long.class);
    }

    private MethodHandle handle(String type, String name, Class<?> result, Class<?>... parameters) {
        try {
            return MethodHandles.publicLookup()
                    .findStatic(loader.loadClass(PACKAGE + type), name, MethodType.methodType(result, parameters));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the process's class path lacks Ristretto's runtime", e);
        }
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

    void waitUntil(long deadline) {
        boolean isOver = false;
        while (!isOver) {
            isOver = (boolean) call(waitUntil, deadline);
        }
    }
}
