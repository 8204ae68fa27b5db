package ristretto.runtime.jdk;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;
import ristretto.runtime.Alias;
import ristretto.runtime.StandardOutput;
import ristretto.runtime.Substitute;
import ristretto.runtime.Types;
import ristretto.runtime.Utf8;

/**
 * {@code PrintStream} encodes UTF-8 itself and hands each text to its stream at once, in place of a BufferedWriter over
 * an OutputStreamWriter over a CharsetEncoder: a program that prints a line needs none of that.
 */
@Substitute("java.io.PrintStream")
final class PrintStreamSubstitute {

    @Alias("autoFlush")
    static native boolean autoFlush(PrintStream self);

    @Alias("autoFlush")
    static native void setAutoFlush(PrintStream self, boolean autoFlush);

    @Alias("charset")
    static native void setCharset(PrintStream self, Charset charset);

    @Alias("closing")
    static native boolean closing(PrintStream self);

    @Alias("closing")
    static native void setClosing(PrintStream self, boolean closing);

    @Alias("trouble")
    static native void setTrouble(PrintStream self, boolean trouble);

    @Alias("<init>")
    static void init_(PrintStream self, boolean autoFlush, OutputStream out) {
        init_(self, out, autoFlush, Charset.defaultCharset());
    }

    @Alias("<init>")
    static void init_(PrintStream self, OutputStream out, boolean autoFlush, Charset charset) {
        Utf8.require(charset);
        Filter.setOut(self, out);
        setAutoFlush(self, autoFlush);
        setCharset(self, charset);
    }

    /** Nobody interrupts; the JDK's own would make the current thread part of every program. */
    static void write(PrintStream self, byte[] bytes, int offset, int length) {
        OutputStream out = Filter.out(self);
        try {
            if (out == null) {
                throw new IOException("Stream closed");
            }
            out.write(bytes, offset, length);
            if (autoFlush(self)) {
                out.flush();
            }
        } catch (IOException e) {
            setTrouble(self, true);
        }
    }

    static void write(PrintStream self, int value) {
        write(self, new byte[] {(byte) value}, 0, 1);
    }

    static void write(PrintStream self, String text) {
        byte[] bytes = Utf8.encode(text);
        self.write(bytes, 0, bytes.length);
    }

    static void write(PrintStream self, char[] text) {
        write(self, String.valueOf(text));
    }

    static void writeln(PrintStream self, String text) {
        byte[] bytes = Utf8.encodeLine(text);
        self.write(bytes, 0, bytes.length);
    }

    static void writeln(PrintStream self, char[] text) {
        writeln(self, String.valueOf(text));
    }

    /** The JDK's own goes by way of {@code toString} of any object, and so would bring in every one of them. */
    static void println(PrintStream self, String text) {
        if (Types.haveSameClass(self, StandardOutput.OUTPUT)) {
            writeln(self, text == null ? "null" : text);
        } else {
            self.print(text);
            newLine(self);
        }
    }

    static void print(PrintStream self, String text) {
        write(self, text == null ? "null" : text);
    }

    static void newLine(PrintStream self) {
        self.write('\n');
    }

    static PrintStream format(PrintStream self, String format, Object[] arguments) {
        write(self, String.format(format, arguments));
        return self;
    }

    static PrintStream format(PrintStream self, Locale locale, String format, Object[] arguments) {
        write(self, String.format(locale, format, arguments));
        return self;
    }

    static void close(PrintStream self) {
        if (!closing(self)) {
            setClosing(self, true);
            try {
                Filter.out(self).close();
            } catch (IOException e) {
                setTrouble(self, true);
            }
            Filter.setOut(self, null);
        }
    }

    @Substitute("java.io.FilterOutputStream")
    static final class Filter {

        @Alias("out")
        static native OutputStream out(FilterOutputStream self);

        @Alias("out")
        static native void setOut(FilterOutputStream self, OutputStream out);

        private Filter() {}
    }

    private PrintStreamSubstitute() {}
}
