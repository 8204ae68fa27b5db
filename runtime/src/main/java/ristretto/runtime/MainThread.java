package ristretto.runtime;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;

/**
 * The thread that runs {@code main}, its group, and the groups above and beside it, as the virtual machine would have made
 * them before the program. They are made on the build machine and are part of the image, where a program asks for them.
 */
final class MainThread {
    private static final long IDENTIFIER = 3;
    private static final int STARTED = 5;

    static final ThreadGroup SYSTEM = make(ThreadGroup.class, new Class<?>[0]);
    static final ThreadGroup MAIN = group("main");
    static final ThreadGroup VIRTUAL = group("VirtualThreads");
    static final Thread THREAD = thread();

    private static ThreadGroup group(String name) {
        Class<?>[] parameters = {ThreadGroup.class, String.class, int.class, boolean.class};
        return make(ThreadGroup.class, parameters, SYSTEM, name, Thread.MAX_PRIORITY, false);
    }

    /** What the constructor takes from the builder's own thread is set anew. */
    private static Thread thread() {
        Thread made = new Thread(MAIN, null, "main", 0, false);
        made.setDaemon(false);
        made.setPriority(Thread.NORM_PRIORITY);
        made.setContextClassLoader(null);
        set(Thread.class, made, "tid", IDENTIFIER);
        set(Thread.class, made, "eetop", 1L);
        Object holder = get(Thread.class, made, "holder");
        set(holder.getClass(), holder, "threadStatus", STARTED);
        return made;
    }

    private static <T> T make(Class<T> type, Class<?>[] parameters, Object... values) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object get(Class<?> type, Object object, String field) {
        try {
            return field(type, field).get(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Class<?> type, Object object, String field, Object value) {
        try {
            field(type, field).set(object, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private MainThread() {}
}
