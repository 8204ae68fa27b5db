package ristretto.runtime.jdk;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import ristretto.runtime.Alias;
import ristretto.runtime.Members;
import ristretto.runtime.Substitute;

/** Constructors and accessors of records, as {@link Members} has them. Access is not checked: nobody knows who calls. */
final class ReflectionSubstitute {
    private static final int ENUM = 0x4000;
    private static final String MISMATCH = "argument type mismatch";

    @Substitute("java.lang.reflect.AccessibleObject")
    public static final class Accessible {
        @Alias("override")
        static native void setOverride(AccessibleObject self, boolean flag);

        static void setAccessible(AccessibleObject self, boolean flag) {
            setOverride(self, flag);
        }

        private Accessible() {}
    }

    @Substitute("java.lang.reflect.Constructor")
    public static final class Constructors {
        @Alias("new")
        static native Constructor<?> create(
                Class<?> declaring,
                Class<?>[] parameters,
                Class<?>[] exceptions,
                int modifiers,
                int slot,
                String signature,
                byte[] annotations,
                byte[] parameterAnnotations);

        @Alias("slot")
        static native int slot(Constructor<?> self);

        static void setAccessible(Constructor<?> self, boolean flag) {
            Accessible.setOverride(self, flag);
        }

        static Object newInstance(Constructor<?> self, Object[] arguments)
                throws InstantiationException, InvocationTargetException {
            int modifiers = self.getDeclaringClass().getModifiers();
            if ((modifiers & ENUM) != 0) {
                throw new IllegalArgumentException("Cannot reflectively create enum objects");
            }
            if (Modifier.isAbstract(modifiers)) {
                throw new InstantiationException();
            }
            expectCount(arguments, self.getParameterCount());
            try {
                return Members.of(self.getDeclaringClass()).construct(slot(self), arguments);
            } catch (Members.ArgumentMismatch mismatch) {
                throw new IllegalArgumentException(MISMATCH);
            } catch (Throwable thrown) {
                throw new InvocationTargetException(thrown);
            }
        }

        private Constructors() {}
    }

    @Substitute("java.lang.reflect.Method")
    public static final class Methods {
        @Alias("new")
        static native Method create(
                Class<?> declaring,
                String name,
                Class<?>[] parameters,
                Class<?> result,
                Class<?>[] exceptions,
                int modifiers,
                int slot,
                String signature,
                byte[] annotations,
                byte[] parameterAnnotations,
                byte[] annotationDefault);

        @Alias("slot")
        static native int slot(Method self);

        static void setAccessible(Method self, boolean flag) {
            Accessible.setOverride(self, flag);
        }

        static Object invoke(Method self, Object target, Object[] arguments) throws InvocationTargetException {
            if (target == null) {
                throw new NullPointerException("Cannot invoke \"Object.getClass()\" because \"obj\" is null");
            }
            Class<?> declaring = self.getDeclaringClass();
            if (!declaring.isInstance(target)) {
                throw new IllegalArgumentException("object of type "
                        + target.getClass().getName() + " is not an instance of " + declaring.getName());
            }
            expectCount(arguments, 0);
            try {
                return Members.of(declaring).read(slot(self), target);
            } catch (Throwable thrown) {
                throw new InvocationTargetException(thrown);
            }
        }

        private Methods() {}
    }

    @Substitute("java.lang.reflect.RecordComponent")
    public static final class Components {
        @Alias("new")
        static native RecordComponent create();

        @Alias("clazz")
        static native void setDeclaring(RecordComponent self, Class<?> declaring);

        @Alias("name")
        static native void setName(RecordComponent self, String name);

        @Alias("type")
        static native void setType(RecordComponent self, Class<?> type);

        @Alias("accessor")
        static native void setAccessor(RecordComponent self, Method accessor);

        @Alias("signature")
        static native void setSignature(RecordComponent self, String signature);

        private Components() {}
    }

    private static void expectCount(Object[] arguments, int expected) {
        int count = arguments == null ? 0 : arguments.length;
        if (count != expected) {
            throw new IllegalArgumentException("wrong number of arguments: " + count + " expected: " + expected);
        }
    }

    /** What the compiler calls. */
    public static Constructor<?> constructor(
            Class<?> declaring,
            Class<?>[] parameters,
            Class<?>[] exceptions,
            int modifiers,
            int number,
            String signature) {
        return Constructors.create(declaring, parameters, exceptions, modifiers, number, signature, null, null);
    }

    /** What the compiler calls. */
    public static RecordComponent component(
            Class<?> declaring, String name, Class<?> type, int modifiers, int number, String signature) {
        RecordComponent component = Components.create();
        Components.setDeclaring(component, declaring);
        Components.setName(component, name);
        Components.setType(component, type);
        Components.setSignature(component, signature);
        String ofAccessor = signature == null ? null : "()" + signature;
        Method accessor = Methods.create(
                declaring,
                name,
                new Class<?>[0],
                type,
                new Class<?>[0],
                modifiers,
                number,
                ofAccessor,
                null,
                null,
                null);
        Components.setAccessor(component, accessor);
        return component;
    }

    private ReflectionSubstitute() {}
}
