package ristretto.runtime.jdk;

import java.io.InputStream;
import ristretto.runtime.Alias;
import ristretto.runtime.ClassNames;
import ristretto.runtime.ClassObjects;
import ristretto.runtime.Resources;
import ristretto.runtime.Substitute;

/** {@code Class} over the read-only objects that the compiler lays down: there is no loader, no module and no reflection behind them. */
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

    static String toString(Class<?> self) {
        if (self.isPrimitive()) {
            return ClassObjects.name(self);
        }
        return (self.isInterface() ? "interface " : "class ") + ClassObjects.name(self);
    }

    private ClassSubstitute() {}
}
