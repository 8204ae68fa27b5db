package ristretto.runtime.jdk;

import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import ristretto.runtime.Alias;
import ristretto.runtime.ClassNames;
import ristretto.runtime.ClassObjects;
import ristretto.runtime.Members;
import ristretto.runtime.Resources;
import ristretto.runtime.Substitute;

/** {@code Class} over the read-only objects that the compiler lays down: there is no loader and no module behind them, and of reflection {@link Members}. */
@Substitute("java.lang.Class")
final class ClassSubstitute {
    @Alias("getEnumConstantsShared")
    static native Object[] enumConstants(Class<?> self);

    static InputStream getResourceAsStream(Class<?> self, String name) {
        if (name.startsWith("/")) {
            return Resources.open(name.substring(1));
        }
        Class<?> element = self;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        String packageName = element.getPackageName();
        return Resources.open(packageName.isEmpty() ? name : packageName.replace('.', '/') + "/" + name);
    }

    static String getName(Class<?> self) {
        return ClassObjects.name(self);
    }

    static String getTypeName(Class<?> self) {
        return self.isArray() ? self.getComponentType().getTypeName() + "[]" : ClassObjects.name(self);
    }

    static String getSimpleName(Class<?> self) {
        return ClassObjects.simpleName(self);
    }

    /** Of a local or anonymous class there is none in the JDK; nothing here knows those from others. */
    static String getCanonicalName(Class<?> self) {
        return self.isArray()
                ? self.getComponentType().getCanonicalName() + "[]"
                : ClassObjects.name(self).replace('$', '.');
    }

    static Class<?> getComponentType(Class<?> self) {
        return ClassObjects.componentType(self);
    }

    static Class<?> componentType(Class<?> self) {
        return ClassObjects.componentType(self);
    }

    static boolean isInterface(Class<?> self) {
        return ClassObjects.isInterface(self);
    }

    static boolean isArray(Class<?> self) {
        return ClassObjects.isArray(self);
    }

    static boolean isPrimitive(Class<?> self) {
        return ClassObjects.isPrimitive(self);
    }

    static boolean isRecord(Class<?> self) {
        return ClassObjects.isRecord(self);
    }

    static boolean isEnum(Class<?> self) {
        return ClassObjects.isEnum(self);
    }

    static boolean isHidden(Class<?> self) {
        return false;
    }

    static int getModifiers(Class<?> self) {
        return ClassObjects.modifiers(self);
    }

    static Class<?> getSuperclass(Class<?> self) {
        return ClassObjects.superclass(self);
    }

    static boolean isInstance(Class<?> self, Object object) {
        return ClassObjects.isInstance(self, object);
    }

    static boolean isAssignableFrom(Class<?> self, Class<?> other) {
        return ClassObjects.isAssignable(self, other);
    }

    static Object cast(Class<?> self, Object object) {
        if (object != null && !ClassObjects.isInstance(self, object)) {
            throw new ClassCastException("Cannot cast " + ClassNames.of(object) + " to " + ClassObjects.name(self));
        }
        return object;
    }

    static Object[] getEnumConstantsShared(Class<?> self) {
        return ClassObjects.enumConstants(self);
    }

    static RecordComponent[] getRecordComponents(Class<?> self) {
        return ClassObjects.isRecord(self) ? members(self, "record components").components() : null;
    }

    static boolean isSealed(Class<?> self) {
        return getPermittedSubclasses(self) != null;
    }

    static Class<?>[] getPermittedSubclasses(Class<?> self) {
        return ClassObjects.isSealed(self)
                ? members(self, "permitted subclasses").permitted()
                : null;
    }

    static Constructor<?>[] getDeclaredConstructors(Class<?> self) {
        if (!ClassObjects.canHaveConstructors(self)) {
            return new Constructor<?>[0];
        }
        Members members = members(self, "constructors");
        if (members.lacksSome()) {
            throw unsupported(self, "all constructors");
        }
        return members.constructors();
    }

    static Constructor<?>[] getConstructors(Class<?> self) {
        List<Constructor<?>> found = new ArrayList<>();
        for (Constructor<?> constructor : getDeclaredConstructors(self)) {
            if (Modifier.isPublic(constructor.getModifiers())) {
                found.add(constructor);
            }
        }
        return found.toArray(new Constructor<?>[0]);
    }

    static Constructor<?> getDeclaredConstructor(Class<?> self, Class<?>[] parameters) throws NoSuchMethodException {
        return constructor(self, parameters, false);
    }

    static Constructor<?> getConstructor(Class<?> self, Class<?>[] parameters) throws NoSuchMethodException {
        return constructor(self, parameters, true);
    }

    private static Constructor<?> constructor(Class<?> self, Class<?>[] parameters, boolean isPublic)
            throws NoSuchMethodException {
        Class<?>[] wanted = parameters == null ? new Class<?>[0] : parameters;
        if (ClassObjects.canHaveConstructors(self)) {
            Members members = members(self, "constructors");
            for (Constructor<?> constructor : members.constructors()) {
                boolean found = Arrays.equals(constructor.getParameterTypes(), wanted);
                if (found && (!isPublic || Modifier.isPublic(constructor.getModifiers()))) {
                    return constructor;
                }
            }
            if (members.lacksSome()) {
                throw unsupported(self, "constructors with parameters");
            }
        }
        StringJoiner names = new StringJoiner(",", ClassObjects.name(self) + ".<init>(", ")");
        for (Class<?> parameter : wanted) {
            names.add(parameter == null ? "null" : ClassObjects.name(parameter));
        }
        throw new NoSuchMethodException(names.toString());
    }

    private static Members members(Class<?> self, String what) {
        Members members = ClassObjects.members(self);
        if (members == null) {
            throw unsupported(self, what);
        }
        return members;
    }

    private static UnsupportedOperationException unsupported(Class<?> self, String what) {
        return new UnsupportedOperationException("reflection on " + what + " of " + ClassObjects.name(self)
                + ": only of the program's own classes that it names by a literal, or by"
                + " Class.forName with a constant, and of its records");
    }

    static String toString(Class<?> self) {
        if (self.isPrimitive()) {
            return ClassObjects.name(self);
        }
        return (self.isInterface() ? "interface " : "class ") + ClassObjects.name(self);
    }

    private ClassSubstitute() {}
}
