package ristretto.runtime.jdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import ristretto.runtime.Alias;
import ristretto.runtime.HeldOutput;
import ristretto.runtime.Substitute;
import ristretto.runtime.Unless;
import ristretto.runtime.Utf8;
import ristretto.runtime.Utf8Reader;

/** What is inside of an InputStreamReader and an OutputStreamWriter: UTF-8, without buffers of {@code java.nio}; unless the program has other charsets. */
final class TextStreamSubstitute {

    @Substitute("java.io.Reader")
    static final class Readers {

        @Alias("lock")
        static native void setLock(Reader self, Object lock);

        private Readers() {}
    }

    @Substitute("java.io.Writer")
    static final class Writers {

        @Alias("lock")
        static native void setLock(Writer self, Object lock);

        private Writers() {}
    }

    @Substitute("sun.nio.cs.StreamDecoder")
    static final class Decoder {

        @Alias("in")
        static native InputStream in(Object self);

        @Alias("in")
        static native void setIn(Object self, InputStream in);

        @Unless(OtherCharsets.CLASSES)
        @Alias("<init>")
        static void init_(Object self, InputStream in, Object lock, Charset charset) {
            Utf8.require(charset);
            Readers.setLock((Reader) self, lock);
            setIn(self, in);
        }

        @Unless(OtherCharsets.CLASSES)
        static int implRead(Object self, char[] buffer, int offset, int end) throws IOException {
            return Utf8Reader.read(in(self), buffer, offset, end);
        }

        @Unless(OtherCharsets.CLASSES)
        static boolean implReady(Object self) {
            try {
                return in(self).available() > 0;
            } catch (IOException e) {
                return false;
            }
        }

        @Unless(OtherCharsets.CLASSES)
        static void implClose(Object self) throws IOException {
            in(self).close();
        }

        @Unless(OtherCharsets.CLASSES)
        static String encodingName(Object self) {
            return "UTF8";
        }

        private Decoder() {}
    }

    @Substitute("sun.nio.cs.StreamEncoder")
    static final class Encoder {

        @Alias("out")
        static native OutputStream out(Object self);

        @Alias("out")
        static native void setOut(Object self, OutputStream out);

        @Unless(OtherCharsets.CLASSES)
        @Alias("<init>")
        static void init_(Object self, OutputStream out, Object lock, Charset charset) {
            Utf8.require(charset);
            Writers.setLock((Writer) self, lock);
            setOut(self, new HeldOutput(out));
        }

        @Unless(OtherCharsets.CLASSES)
        static void implWrite(Object self, char[] text, int offset, int length) throws IOException {
            ((HeldOutput) out(self)).write(text, offset, length);
        }

        @Unless(OtherCharsets.CLASSES)
        static void implFlushBuffer(Object self) throws IOException {
            ((HeldOutput) out(self)).release();
        }

        @Unless(OtherCharsets.CLASSES)
        static void implFlush(Object self) throws IOException {
            out(self).flush();
        }

        @Unless(OtherCharsets.CLASSES)
        static void implClose(Object self) throws IOException {
            out(self).close();
        }

        @Unless(OtherCharsets.CLASSES)
        static String encodingName(Object self) {
            return "UTF8";
        }

        private Encoder() {}
    }

    private TextStreamSubstitute() {}
}
