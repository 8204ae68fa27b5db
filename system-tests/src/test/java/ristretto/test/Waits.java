package ristretto.test;

import java.time.Duration;

/** How long the tests wait for a machine that may share its processors with a compiler. */
final class Waits {
    static final Duration COMMAND = Duration.ofSeconds(60);

    private Waits() {}
}
