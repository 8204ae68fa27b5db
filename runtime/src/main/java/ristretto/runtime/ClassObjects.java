package ristretto.runtime;

import ristretto.magic.Functions;
import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;

/** What a java.lang.Class object says of its class, see {@link ObjectLayout}. */
public final class ClassObjects {
    private static final int SEALED = 0x20;
    private static final int INTERFACE = 0x200;
    private static final int ENUM = 0x4000;
    private static final int PRIMITIVE = 1 << 16;
    private static final int ARRAY = 1 << 17;
    private static final int RECORD = 1 << 18;

    private static long word(Class<?> type, int offset) {
        return Memory.loadLong(Memory.addressOf(type) + Memory.sizeOf(Class.class) + offset);
    }

    /** 0 for primitive classes. */
    public static long descriptor(Class<?> type) {
        return word(type, ObjectLayout.OBJECT_DESCRIPTOR);
    }

    private static int half(Class<?> type, int offset) {
        return Memory.loadInt(Memory.addressOf(type) + Memory.sizeOf(Class.class) + offset);
    }

    private static int flags(Class<?> type) {
        return half(type, ObjectLayout.OBJECT_FLAGS);
    }

    /** 0 where the class does not have that word. */
    private static long optional(Class<?> type, int flag) {
        int before = Integer.bitCount(flags(type) & ObjectLayout.OBJECT_OPTIONAL & flag - 1);
        return has(type, flag) ? word(type, ObjectLayout.OBJECT_MORE + 8 * before) : 0;
    }

    /** Class of the elements of an array; null for other classes. */
    public static Class<?> componentType(Class<?> type) {
        if (!isArray(type)) {
            return null;
        }
        long element = Memory.loadLong(descriptor(type) + ObjectLayout.CLASS_ELEMENT);
        if (element != 0) {
            return Memory.objectAt(Class.class, Memory.loadLong(element + ObjectLayout.CLASS_OBJECT));
        }
        return switch (Text.at(name(type), 1)) {
            case 'Z' -> boolean.class;
            case 'B' -> byte.class;
            case 'C' -> char.class;
            case 'D' -> double.class;
            case 'F' -> float.class;
            case 'I' -> int.class;
            case 'J' -> long.class;
            default -> short.class;
        };
    }

    public static String name(Class<?> type) {
        return ClassNames.at(half(type, ObjectLayout.OBJECT_NAME));
    }

    private static boolean has(Class<?> type, int flag) {
        return (flags(type) & flag) != 0;
    }

    public static boolean isInterface(Class<?> type) {
        return has(type, INTERFACE);
    }

    public static boolean isArray(Class<?> type) {
        return has(type, ARRAY);
    }

    public static boolean isPrimitive(Class<?> type) {
        return has(type, PRIMITIVE);
    }

    public static boolean isRecord(Class<?> type) {
        return has(type, RECORD);
    }

    public static boolean isEnum(Class<?> type) {
        return has(type, ENUM) && superclass(type) == Enum.class;
    }

    public static int modifiers(Class<?> type) {
        return flags(type) & 0xffff & ~SEALED;
    }

    public static boolean isSealed(Class<?> type) {
        return has(type, SEALED);
    }

    public static boolean canHaveConstructors(Class<?> type) {
        return !has(type, INTERFACE | ARRAY | PRIMITIVE);
    }

    public static Class<?> superclass(Class<?> type) {
        long descriptor = descriptor(type);
        long superclass =
                descriptor == 0 || isInterface(type) ? 0 : Memory.loadLong(descriptor + ObjectLayout.CLASS_SUPER);
        return superclass == 0
                ? null
                : Memory.objectAt(Class.class, Memory.loadLong(superclass + ObjectLayout.CLASS_OBJECT));
    }

    public static String simpleName(Class<?> type) {
        if (isArray(type)) {
            return componentType(type).getSimpleName().concat("[]");
        }
        String name = name(type);
        return name.substring(name.length() - (flags(type) >>> ObjectLayout.OBJECT_SIMPLE_NAME_SHIFT));
    }

    /** The shared array of an enum's constants; null for other classes. */
    public static Object[] enumConstants(Class<?> type) {
        long values = optional(type, ObjectLayout.OBJECT_ENUM_VALUES);
        return values == 0 ? null : (Object[]) Functions.call(values);
    }

    /** See {@link Members}; null for classes about which nothing is known. */
    public static Members members(Class<?> type) {
        long members = optional(type, ObjectLayout.OBJECT_MEMBERS);
        return members == 0 ? null : (Members) Functions.call(members);
    }

    /** The class of an object. */
    public static Class<?> of(Object object) {
        long descriptor = Memory.loadLong(Memory.addressOf(object));
        return Memory.objectAt(Class.class, Memory.loadLong(descriptor + ObjectLayout.CLASS_OBJECT));
    }

    public static boolean isInstance(Class<?> type, Object object) {
        long target = descriptor(type);
        return object != null && target != 0 && Types.isInstance(Memory.loadLong(Memory.addressOf(object)), target);
    }

    public static boolean isAssignable(Class<?> target, Class<?> source) {
        if (target == source) {
            return true;
        }
        return descriptor(target) != 0
                && descriptor(source) != 0
                && Types.isInstance(descriptor(source), descriptor(target));
    }

    /** A new array of elements of a class. */
    public static Object newArray(Class<?> type, int length) {
        if (length < 0) {
            throw new NegativeArraySizeException(Integer.toString(length));
        }
        if (isPrimitive(type)) {
            return newPrimitiveArray(type, length);
        }
        long descriptor = optional(type, ObjectLayout.OBJECT_ARRAY);
        if (descriptor == 0) {
            throw new UnsupportedOperationException("arrays of " + type.getName() + " made by reflection");
        }
        return MultiArray.newArray(descriptor, length);
    }

    private static Object newPrimitiveArray(Class<?> type, int length) {
        if (type == int.class) {
            return new int[length];
        }
        if (type == byte.class) {
            return new byte[length];
        }
        if (type == char.class) {
            return new char[length];
        }
        if (type == long.class) {
            return new long[length];
        }
        if (type == double.class) {
            return new double[length];
        }
        if (type == boolean.class) {
            return new boolean[length];
        }
        if (type == float.class) {
            return new float[length];
        }
        if (type == short.class) {
            return new short[length];
        }
        throw new IllegalArgumentException();
    }

    private ClassObjects() {}
}
