package ristretto.runtime.jdk;

import java.util.function.Function;
import ristretto.runtime.Substitute;

/** How {@code java.util.logging} writes a record where nothing else is configured: nothing can be. */
@Substitute("jdk.internal.logger.SurrogateLogger")
final class LogFormatSubstitute {
    private static final String DEFAULT = "%1$tb %1$td, %1$tY %1$tl:%1$tM:%1$tS %1$Tp %2$s%n%4$s: %5$s%6$s%n";

    static String getSimpleFormat(Function<String, String> properties) {
        return DEFAULT;
    }

    private LogFormatSubstitute() {}
}
