package ristretto.runtime;

import ristretto.magic.NoInline;
import ristretto.magic.Rare;

/**
 * The exceptions that the language itself throws, worded as HotSpot words them. The compiler calls these methods where
 * a check fails, and throws what they answer; their frames never show in a trace. Each is kept out of line, so that a
 * check costs its caller one branch and one call.
 */
@Rare
public final class Exceptions {
    /** Thrown when not even the error itself can be allocated. It has no trace. */
    private static final OutOfMemoryError LAST_RESORT = new OutOfMemoryError("Java heap space");

    private static boolean runningOut;

    @NoInline
    public static Throwable nullPointer() {
        return new NullPointerException();
    }

    @NoInline
    public static Throwable nullPointer(String message) {
        return new NullPointerException(message);
    }

    @NoInline
    public static Throwable arrayIndex(int index, int length) {
        return new ArrayIndexOutOfBoundsException(outOfBounds(index, length));
    }

    private static String outOfBounds(int index, int length) {
        return new Text()
                .put("Index ")
                .put(index)
                .put(" out of bounds for length ")
                .put(length)
                .toString();
    }

    @NoInline
    public static Throwable index(int index, int length) {
        return new IndexOutOfBoundsException(outOfBounds(index, length));
    }

    @NoInline
    public static Throwable classCast(Object object, long target) {
        return new ClassCastException(CastMessage.of(ClassNames.of(object), ClassNames.ofDescriptor(target)));
    }

    @NoInline
    public static Throwable division() {
        return new ArithmeticException("/ by zero");
    }

    @NoInline
    public static Throwable negativeArraySize(int length) {
        return new NegativeArraySizeException(new Text().put(length).toString());
    }

    @NoInline
    public static Throwable arrayStore(Object value) {
        return new ArrayStoreException(ClassNames.of(value));
    }

    /** The allocation of the error may itself run out of memory, and then comes here again. */
    @NoInline
    public static Throwable outOfMemory() {
        if (runningOut) {
            return LAST_RESORT;
        }
        runningOut = true;
        try {
            return new OutOfMemoryError("Java heap space");
        } catch (OutOfMemoryError error) {
            return error;
        } finally {
            runningOut = false;
        }
    }

    @NoInline
    public static Throwable stackOverflow() {
        return StackLimit.error();
    }

    @NoInline
    public static Throwable abstractMethod() {
        return new AbstractMethodError();
    }

    /** An exception that leaves a static initialiser; errors pass as they are. */
    @NoInline
    public static Throwable initializerFailed(Throwable cause) {
        return cause instanceof Error ? cause : new ExceptionInInitializerError(cause);
    }

    /** A class whose static initialiser had failed before is used again. */
    @NoInline
    public static Throwable noClassDef(String className, Throwable failure) {
        String message = failure.getMessage();
        Throwable cause = new ExceptionInInitializerError(
                "Exception " + ClassNames.of(failure) + (message == null ? "" : ": " + message) + " [in thread \""
                        + Thread.currentThread().getName() + "\"]");
        cause.setStackTrace(failure.getStackTrace());
        return new NoClassDefFoundError("Could not initialize class " + className).initCause(cause);
    }

    /** A library got to something that the compiler does not support; the message says what, why and by which way. */
    @NoInline
    public static Throwable unsupported(String message) {
        return new UnsupportedOperationException(message);
    }

    /** A library got to a class that is not on the class path. */
    @NoInline
    public static Throwable missingClass(String internalName) {
        return new NoClassDefFoundError(internalName);
    }

    private Exceptions() {}
}
