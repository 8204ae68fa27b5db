package ristretto.compiler.heap;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import ristretto.compiler.CompilationFailure;
import ristretto.compiler.model.JavaField;
import ristretto.compiler.model.JavaMethod;

/**
 * Reads any field of any class in the build JVM. The JDK hides some fields from reflection and closes its packages; both are
 * opened here by way of {@code java.lang} alone, which the start script opens.
 */
final class HostFields {
    /** Field of a Throwable in which HotSpot keeps things of its own. */
    private static final String BACKTRACE = "backtrace";

    private final ClassLoader loader;
    private final Map<Class<?>, Map<String, Field>> fields = new HashMap<>();
    private final Method declaredFields;
    private final Method openPackage;

    HostFields(ClassLoader loader) {
        this.loader = loader;
        try {
            declaredFields = Class.class.getDeclaredMethod("getDeclaredFields0", boolean.class);
            declaredFields.setAccessible(true);
            openPackage = Module.class.getDeclaredMethod("implAddOpens", String.class);
            openPackage.setAccessible(true);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new CompilationFailure(
                    "the compiler's JVM must be started with --add-opens java.base/java.lang=ALL-UNNAMED");
        }
    }

    /** The class in the build JVM, initialised. */
    Class<?> hostClass(String internalName) {
        String name = internalName.replace('/', '.');
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException e) {
            throw new CompilationFailure("class " + name + " cannot be initialised at build time: it is not found");
        } catch (ExceptionInInitializerError e) {
            throw new CompilationFailure(
                    "the initialiser of class " + name + ", which runs at build time, failed: " + e.getCause());
        }
    }

    /** The value of a static field (object null) or instance field. */
    Object value(JavaField field, Object object) {
        if (field.name.equals(BACKTRACE) && object instanceof Throwable) {
            return null;
        }
        Class<?> owner = hostClass(field.owner.name);
        Field reflected = fields.computeIfAbsent(owner, this::fieldsOf).get(field.name);
        if (reflected == null) {
            throw new CompilationFailure("field " + field + " is not in the build JVM's class");
        }
        try {
            return reflected.get(object);
        } catch (IllegalAccessException e) {
            throw new CompilationFailure("field " + field + " cannot be read at build time: " + e.getMessage());
        }
    }

    /** What the method that gives a static field its value answers in the build JVM; it may look into the classes of the field and of the value. */
    Object initialValue(JavaField field) {
        JavaMethod method = field.initialValue;
        try {
            open(hostClass(field.owner.name));
            Method reflected = hostClass(method.owner.name).getDeclaredMethod(method.name);
            reflected.setAccessible(true);
            open(reflected.getReturnType());
            return reflected.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new CompilationFailure(method.displayName() + " failed at build time: " + e);
        }
    }

    private void open(Class<?> owner) throws ReflectiveOperationException {
        if (owner.getModule().isNamed()) {
            openPackage.invoke(owner.getModule(), owner.getPackageName());
        }
    }

    /** Whether a static method of one of our classes wants the resources that the string may mean as well. */
    boolean wantsResources(String owner, String method) {
        return Arrays.stream(hostClass(owner).getDeclaredMethods())
                .anyMatch(one -> one.getName().equals(method) && one.getParameterCount() == 2);
    }

    /**
     * What a static method of one of our classes answers in the build JVM for a string.
     *
     * @param resources that the string may mean, or null where the method does not want them
     */
    Object call(String owner, String method, String argument, Map<String, byte[]> resources) {
        try {
            Class<?> type = hostClass(owner);
            Method reflected = resources == null
                    ? type.getDeclaredMethod(method, String.class)
                    : type.getDeclaredMethod(method, String.class, Map.class);
            reflected.setAccessible(true);
            return resources == null ? reflected.invoke(null, argument) : reflected.invoke(null, argument, resources);
        } catch (ReflectiveOperationException e) {
            throw new CompilationFailure(owner + "." + method + " failed at build time for \"" + argument + "\": " + e
                    + (e.getCause() == null ? "" : ": " + e.getCause()));
        }
    }

    private Map<String, Field> fieldsOf(Class<?> owner) {
        try {
            open(owner);
            Map<String, Field> byName = new HashMap<>();
            for (Field field : (Field[]) declaredFields.invoke(owner, false)) {
                field.setAccessible(true);
                byName.put(field.getName(), field);
            }
            return byName;
        } catch (ReflectiveOperationException e) {
            throw new CompilationFailure("fields of " + owner + " cannot be read at build time: " + e);
        }
    }
}
