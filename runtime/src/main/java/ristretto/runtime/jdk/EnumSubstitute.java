package ristretto.runtime.jdk;

import ristretto.runtime.Substitute;

/** Constants by name without a map per class. */
@Substitute("java.lang.Enum")
final class EnumSubstitute {

    static Enum<?> valueOf(Class<?> type, String name) {
        if (name == null) {
            throw new NullPointerException("Name is null");
        }
        for (Object constant : ClassSubstitute.enumConstants(type)) {
            if (((Enum<?>) constant).name().equals(name)) {
                return (Enum<?>) constant;
            }
        }
        throw new IllegalArgumentException("No enum constant " + type.getCanonicalName() + "." + name);
    }

    private EnumSubstitute() {}
}
