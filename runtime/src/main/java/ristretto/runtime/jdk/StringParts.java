package ristretto.runtime.jdk;

/** Strings for the runtime's own classes. */
public final class StringParts {

    /** A string of these bytes, which nobody else may have; {@code wide} only where some character needs it. */
    public static String make(byte[] value, boolean wide) {
        String text = new String();
        StringSubstitute.setValue(text, value);
        StringSubstitute.setCoder(text, (byte) (wide ? 1 : 0));
        return text;
    }

    private StringParts() {}
}
