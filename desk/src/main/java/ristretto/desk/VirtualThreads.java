package ristretto.desk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.concurrent.Executor;

/**
 * Virtual threads of the JVM with a scheduler of one's own, which the JDK has and shows to nobody: the package {@code java.lang} must be open to the desk ({@code --add-opens
 * java.base/java.lang=ALL-UNNAMED}), or it is entered by {@code sun.misc.Unsafe}, of which the JVM warns.
 */
final class VirtualThreads {
    private static final Lookup JDK = lookup();

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
        return Thread.class.getModule().isOpen("java.lang", VirtualThreads.class.getModule())
                ? MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                : JDK.in(type);
    }

    /** Null: it is not needed. */
    private static Lookup lookup() {
        if (Thread.class.getModule().isOpen("java.lang", VirtualThreads.class.getModule())) {
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
