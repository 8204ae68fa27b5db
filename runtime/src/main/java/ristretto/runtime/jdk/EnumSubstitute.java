package ristretto.runtime.jdk;

import ristretto.runtime.Alias;
import ristretto.runtime.Substitute;

/** Constants by name without a map per class. */
final class EnumSubstitute {

    @Substitute("java.lang.Enum")
    static final class Enums {

        static Enum<?> valueOf(Class<?> type, String name) {
            if (name == null) {
                throw new NullPointerException("Name is null");
            }
            for (Object constant : Classes.getEnumConstantsShared(type)) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return (Enum<?>) constant;
                }
            }
            throw new IllegalArgumentException("No enum constant " + type.getCanonicalName() + "." + name);
        }

        private Enums() {}
    }

    @Substitute("java.lang.Class")
    static final class Classes {

        @Alias("getEnumConstantsShared")
        static native Object[] getEnumConstantsShared(Class<?> self);

        /** Of a local or anonymous class there is none in the JDK; nothing here knows those from others. */
        static String getCanonicalName(Class<?> self) {
            return self.isArray()
                    ? self.getComponentType().getCanonicalName().concat("[]")
                    : self.getName().replace('$', '.');
        }

        private Classes() {}
    }

    private EnumSubstitute() {}
}
