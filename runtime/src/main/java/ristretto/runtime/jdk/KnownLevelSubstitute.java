package ristretto.runtime.jdk;

import java.util.logging.Level;
import ristretto.runtime.Substitute;

/** There are no class loaders that keep a level alive: it is, as long as it is known. */
@Substitute("java.util.logging.Level$KnownLevel")
final class KnownLevelSubstitute {
    static void registerWithClassLoader(Level level) {}

    private KnownLevelSubstitute() {}
}
