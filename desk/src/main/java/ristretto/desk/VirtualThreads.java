package ristretto.desk;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.concurrent.Executor;

/**
 * Virtual threads of the JVM with a scheduler of one's own, which the JDK has and shows to nobody: the packages {@code java.lang} and {@code jdk.internal.vm} must be open to the desk ({@code --add-opens
 * java.base/java.lang=ALL-UNNAMED}, likewise the other), or they are entered by {@code sun.misc.Unsafe}, of which the JVM warns.
 */
final class VirtualThreads {
    private static final Lookup JDK = lookup();
    private static final MethodHandle PIN = ofContinuation("pin");
    private static final MethodHandle UNPIN = ofContinuation("unpin");

    /** A thread that such a thread makes, and that is virtual, has the same scheduler. */
    static Thread.Builder.OfVirtual scheduledBy(Executor scheduler) {
        try {
            Class<?> builder = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder");
            return (Thread.Builder.OfVirtual) in(builder)
                    .findConstructor(builder, MethodType.methodType(void.class, Executor.class))
                    .invoke(scheduler);
        } catch (Throwable e) {
            throw unknown(e);
        }
    }

    /** Until {@link #unpin} the present thread, which is virtual, keeps its carrier where it waits. */
    static void pin() {
        call(PIN);
    }

    static void unpin() {
        call(UNPIN);
    }

    private static void call(MethodHandle method) {
        try {
            method.invokeExact();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw unknown(e);
        }
    }

    private static MethodHandle ofContinuation(String name) {
        try {
            Class<?> type = Class.forName("jdk.internal.vm.Continuation");
            return in(type).findStatic(type, name, MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw unknown(e);
        }
    }

    /** The thread that goes on where its scheduler runs this. */
    static Thread of(Runnable turn) {
        try {
            for (Field field : turn.getClass().getDeclaredFields()) {
                Object value = in(turn.getClass()).unreflectGetter(field).invoke(turn);
                if (value instanceof Thread thread) {
                    return thread;
                }
            }
        } catch (Throwable e) {
            throw unknown(e);
        }
        throw unknown(null);
    }

    private static IllegalStateException unknown(Throwable cause) {
        return new IllegalStateException("the virtual threads of this JVM are not those of Java 25", cause);
    }

    private static Lookup in(Class<?> type) throws IllegalAccessException {
        return isOpen(type.getPackageName())
                ? MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                : JDK.in(type);
    }

    private static boolean isOpen(String jdkPackage) {
        return Thread.class.getModule().isOpen(jdkPackage, VirtualThreads.class.getModule());
    }

    /** Null: it is not needed. */
    private static Lookup lookup() {
        if (isOpen("java.lang") && isOpen("jdk.internal.vm")) {
            return null;
        }
        try {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            Field field = type.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            Object unsafe = field.get(null);
            Field trusted = Lookup.class.getDeclaredField("IMPL_LOOKUP");
            Method base = type.getMethod("staticFieldBase", Field.class);
            Method offset = type.getMethod("staticFieldOffset", Field.class);
            Method get = type.getMethod("getObject", Object.class, long.class);
            return (Lookup) get.invoke(unsafe, base.invoke(unsafe, trusted), offset.invoke(unsafe, trusted));
        } catch (ReflectiveOperationException e) {
            throw unknown(e);
        }
    }

    private VirtualThreads() {}
}
