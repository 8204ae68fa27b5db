package ristretto.runtime.jdk;

/** For {@code @Unless}: classes of charsets beside the three that {@code String} knows by itself. */
final class OtherCharsets {
    static final String CLASSES =
            "^class sun\\.nio\\.cs\\.(UTF_16|UTF_32|CESU|ISO_8859_(?!1$)|IBM|KOI|MS|TIS|GBK|GB|EUC|Big5|SJIS)";

    private OtherCharsets() {}
}
