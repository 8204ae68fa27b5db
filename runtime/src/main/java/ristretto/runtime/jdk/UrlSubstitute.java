package ristretto.runtime.jdk;

import java.net.URL;
import java.net.URLStreamHandler;
import ristretto.runtime.Substitute;

/**
 * Addresses can be taken apart, put together and compared; there is nothing that could be opened. Two hosts are the same where their names are, as
 * on a JVM that cannot find out their numbers.
 */
@Substitute("java.net.URL")
final class UrlSubstitute {

    /** Null where the protocol is not known: its addresses are malformed, then. */
    static URLStreamHandler getURLStreamHandler(String protocol) {
        return switch (protocol) {
            case "http" -> new AddressHandler(80);
            case "https" -> new AddressHandler(443);
            case "ftp" -> new AddressHandler(21);
            case "file" -> new AddressHandler(-1);
            default -> null;
        };
    }

    /** As those of the JDK, ours let nothing pass that is no authority. */
    static boolean isBuiltinStreamHandler(URL self, URLStreamHandler handler) {
        return handler instanceof AddressHandler;
    }

    private UrlSubstitute() {}
}
