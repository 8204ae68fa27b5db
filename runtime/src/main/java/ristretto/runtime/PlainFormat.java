package ristretto.runtime;

/** {@code String.format} for the messages of the JDK's parsers of numbers: one {@code %s}, of a number or a text. The compiler calls this for them. */
public final class PlainFormat {

    public static String format(String format, Object[] arguments) {
        int place = format.indexOf("%s");
        String text = arguments[0] instanceof Integer number ? number.toString() : (String) arguments[0];
        return format.substring(0, place).concat(text).concat(format.substring(place + 2));
    }

    private PlainFormat() {}
}
