package ristretto.runtime;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;

/**
 * What reflection finds in one class: its constructors, the components of a record, the subclasses that a sealed class permits. The compiler
 * makes a subclass for each class of which the program can ask: the program's own records and sealed classes, and those that it names by a literal
 * or by {@code Class.forName} with a constant.
 *
 * <p>Where a parameter is a primitive, arguments are unboxed and widened as {@link Constructor#newInstance} says; its access check is not made.
 */
public abstract class Members {
    /** Those of the class, in the order of its class file; of a class of the JDK only public ones without parameters. */
    public abstract Constructor<?>[] constructors();

    /** Whether {@link #constructors} lacks some. */
    public abstract boolean lacksSome();

    /** Of a record, in the order of its header; null for other classes. */
    public abstract RecordComponent[] components();

    /** Of a sealed class or interface; null for others. */
    public abstract Class<?>[] permitted();

    /** Calls the constructor of this number; there are as many arguments as it has parameters. */
    public abstract Object construct(int number, Object[] arguments);

    /** Calls the accessor of the component of this number. */
    public abstract Object read(int number, Object theRecord);

    /** Null for a class about which nothing is known. */
    public static Members of(Class<?> type) {
        return ClassObjects.members(type);
    }

    /** The argument, if it may be passed for a parameter of this class. */
    public static Object reference(Object argument, Class<?> type) {
        if (argument != null && !ClassObjects.isInstance(type, argument)) {
            throw new ArgumentMismatch();
        }
        return argument;
    }

    public static boolean toBoolean(Object argument) {
        if (notNull(argument) instanceof Boolean value) {
            return value;
        }
        throw new ArgumentMismatch();
    }

    public static char toChar(Object argument) {
        if (notNull(argument) instanceof Character value) {
            return value;
        }
        throw new ArgumentMismatch();
    }

    public static byte toByte(Object argument) {
        if (notNull(argument) instanceof Byte value) {
            return value;
        }
        throw new ArgumentMismatch();
    }

    public static short toShort(Object argument) {
        return notNull(argument) instanceof Short value ? value : toByte(argument);
    }

    public static int toInt(Object argument) {
        if (notNull(argument) instanceof Integer value) {
            return value;
        }
        return argument instanceof Character value ? value : toShort(argument);
    }

    public static long toLong(Object argument) {
        return notNull(argument) instanceof Long value ? value : toInt(argument);
    }

    public static float toFloat(Object argument) {
        return notNull(argument) instanceof Float value ? value : toLong(argument);
    }

    public static double toDouble(Object argument) {
        return notNull(argument) instanceof Double value ? value : toFloat(argument);
    }

    private static Object notNull(Object argument) {
        if (argument == null) {
            throw new ArgumentMismatch();
        }
        return argument;
    }

    /** An argument of a class that the parameter does not take; nothing was called. */
    public static final class ArgumentMismatch extends RuntimeException {
        ArgumentMismatch() {
            super(null, null, false, false);
        }
    }
}
