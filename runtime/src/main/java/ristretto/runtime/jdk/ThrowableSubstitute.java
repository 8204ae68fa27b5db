package ristretto.runtime.jdk;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import ristretto.magic.Rare;
import ristretto.runtime.Alias;
import ristretto.runtime.Backtrace;
import ristretto.runtime.ClassNames;
import ristretto.runtime.Substitute;
import ristretto.runtime.Text;
import ristretto.runtime.TraceText;

/**
 * A Throwable records the return addresses of the stack, and they become class, method and line when somebody asks. The
 * text is made as a whole and printed at once.
 */
@Rare
@Substitute("java.lang.Throwable")
final class ThrowableSubstitute {

    /** The JDK's own would make every class of the program have a {@code Class}. */
    static String toString(Throwable self) {
        String name = ClassNames.of(self);
        String message = self.getLocalizedMessage();
        return message == null
                ? name
                : new Text().put(name).put(": ").put(message).toString();
    }

    @Alias("backtrace")
    static native void setBacktrace(Throwable self, Object backtrace);

    static Throwable fillInStackTrace(Throwable self, int dummy) {
        setBacktrace(self, Backtrace.record());
        return self;
    }

    @Alias("backtrace")
    static native Object backtrace(Throwable self);

    @Alias("stackTrace")
    static native StackTraceElement[] stackTrace(Throwable self);

    @Alias("stackTrace")
    static native void setStackTrace(Throwable self, StackTraceElement[] elements);

    /** What stands for elements that nobody has asked for yet; no elements, set by the program, are another array. */
    @Alias("UNASSIGNED_STACK")
    static native StackTraceElement[] unassigned();

    /** The JDK's own asks the virtual machine to fill in elements that were made before, and their modules. */
    static StackTraceElement[] getOurStackTrace(Throwable self) {
        if (backtrace(self) instanceof long[] addresses) {
            StackTraceElement[] elements = stackTrace(self);
            if (elements == null || elements == unassigned()) {
                elements = Backtrace.elements(self, addresses);
                setStackTrace(self, elements);
            }
            setBacktrace(self, null);
        }
        StackTraceElement[] elements = stackTrace(self);
        return elements == null ? new StackTraceElement[0] : elements;
    }

    @Alias("suppressedExceptions")
    static native List<Throwable> suppressed(Throwable self);

    /** The list is the JDK's constant for none, null, or one that {@code addSuppressed} made. */
    static Throwable[] getSuppressed(Throwable self) {
        return suppressed(self) instanceof ArrayList<Throwable> list
                ? list.toArray(new Throwable[list.size()])
                : new Throwable[0];
    }

    @Alias("cause")
    static native Throwable ownCause(Throwable self);

    @Alias("cause")
    static native void setOwnCause(Throwable self, Throwable cause);

    /** The JDK's own calls {@code toString} as of any object, which would make that of every class a part of the program. */
    static Throwable initCause(Throwable self, Throwable cause) {
        if (ownCause(self) != self) {
            String text = cause == null ? "a null" : cause.toString();
            throw new IllegalStateException(
                    new Text().put("Can't overwrite cause with ").put(text).toString(), self);
        }
        if (cause == self) {
            throw new IllegalArgumentException("Self-causation not permitted", self);
        }
        setOwnCause(self, cause);
        return self;
    }

    static void printStackTrace(Throwable self, PrintStream stream) {
        stream.print(TraceText.of(self));
    }

    static void printStackTrace(Throwable self, PrintWriter writer) {
        writer.print(TraceText.of(self));
    }

    private ThrowableSubstitute() {}
}
