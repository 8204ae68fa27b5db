package ristretto.runtime.jdk;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import ristretto.runtime.Alias;
import ristretto.runtime.InternTable;
import ristretto.runtime.Substitute;
import ristretto.runtime.Unless;
import ristretto.runtime.Utf8;

/**
 * Strings from and to bytes in the three charsets that {@code String} knows by itself. All others bring encoders, decoders and the tables
 * behind them, and with them the JDK's own methods.
 */
@Substitute("java.lang.String")
final class StringSubstitute {
    @Alias("value")
    static native void setValue(String self, byte[] value);

    @Alias("coder")
    static native void setCoder(String self, byte coder);

    @Alias("value")
    static native byte[] value(String self);

    @Alias("coder")
    static native byte coder(String self);

    @Unless(OtherCharsets.CLASSES)
    @Alias("<init>")
    static void init_(String self, Charset charset, byte[] bytes, int offset, int length) {
        String text;
        if (charset == StandardCharsets.UTF_8) {
            text = Utf8.decode(bytes, offset, length);
        } else if (charset == StandardCharsets.ISO_8859_1 || charset == StandardCharsets.US_ASCII) {
            text = Utf8.decodeSingle(bytes, offset, length, charset == StandardCharsets.US_ASCII);
        } else {
            throw new UnsupportedOperationException("charset " + charset.name());
        }
        setValue(self, value(text));
        setCoder(self, coder(text));
    }

    @Unless(OtherCharsets.CLASSES)
    static byte[] encodeWithEncoder(Charset charset, byte coder, byte[] value, boolean replace) {
        throw new UnsupportedOperationException("charset " + charset.name());
    }

    static String newStringNoRepl1(byte[] bytes, Charset charset) {
        return new String(bytes, charset);
    }

    static byte[] getBytesNoRepl1(String text, Charset charset) {
        return text.getBytes(charset);
    }

    static String valueOfCodePoint(int codePoint) {
        return String.valueOf(Character.toChars(codePoint));
    }

    static String intern(String self) {
        return InternTable.intern(self);
    }

    private StringSubstitute() {}
}
