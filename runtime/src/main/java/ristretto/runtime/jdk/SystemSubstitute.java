package ristretto.runtime.jdk;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Objects;
import ristretto.runtime.Alias;
import ristretto.runtime.ArrayCopy;
import ristretto.runtime.Delete;
import ristretto.runtime.InitialValue;
import ristretto.runtime.ObjectIdentity;
import ristretto.runtime.Properties;
import ristretto.runtime.StandardInput;
import ristretto.runtime.StandardOutput;
import ristretto.runtime.Substitute;
import ristretto.runtime.Threads;
import ristretto.runtime.platform.Clock;
import ristretto.runtime.platform.Startup;

/**
 * {@code System} without the virtual machine's boot sequence: the streams are made at build time, the clock is the
 * machine's, and there are a few fixed properties in place of a map that the host would fill.
 */
@Substitute("java.lang.System")
final class SystemSubstitute {
    private static final long NANOSECONDS_PER_MILLISECOND = 1_000_000;

    @InitialValue("out")
    static PrintStream initialOutput() {
        return StandardOutput.OUTPUT;
    }

    @InitialValue("err")
    static PrintStream initialError() {
        return StandardOutput.ERROR;
    }

    @InitialValue("in")
    static InputStream initialInput() {
        return StandardInput.INPUT;
    }

    @InitialValue("lineSeparator")
    static String initialLineSeparator() {
        return "\n";
    }

    @Alias("out")
    static native void setOutput(PrintStream stream);

    @Alias("err")
    static native void setError(PrintStream stream);

    @Alias("in")
    static native void setInput(InputStream stream);

    static void setOut0(PrintStream stream) {
        setOutput(stream);
    }

    static void setErr0(PrintStream stream) {
        setError(stream);
    }

    static void setIn0(InputStream stream) {
        setInput(stream);
    }

    static long nanoTime() {
        return Clock.nanoseconds();
    }

    static long currentTimeMillis() {
        return Clock.sinceEpochNanoseconds() / NANOSECONDS_PER_MILLISECOND;
    }

    static void arraycopy(Object source, int sourcePosition, Object target, int targetPosition, int length) {
        ArrayCopy.copy(source, sourcePosition, target, targetPosition, length);
    }

    static int identityHashCode(Object object) {
        return object == null ? 0 : ObjectIdentity.hash(object);
    }

    static void exit(int code) {
        Threads.exit(code);
    }

    static String getProperty(String key) {
        return Properties.get(key);
    }

    static String getProperty(String key, String ifAbsent) {
        String value = Properties.get(key);
        return value == null ? ifAbsent : value;
    }

    static String getenv(String name) {
        Objects.requireNonNull(name);
        return Startup.environment(name);
    }

    @Delete("there are no dynamic libraries")
    static native void loadLibrary(String name);

    @Delete("there are no dynamic libraries")
    static native void load(String name);

    private SystemSubstitute() {}
}
