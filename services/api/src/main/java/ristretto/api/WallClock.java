package ristretto.api;

import ristretto.sdk.Immediate;
import ristretto.sdk.Service;

/** The date. Who uses it by the name {@code clock} has it in {@code System.currentTimeMillis} and {@code Instant.now} too; those ask once only. */
@Service
public interface WallClock {
    /** Nanoseconds since the beginning of 1970, UTC, as the board's clock has them. */
    @Immediate
    long nanosecondsSinceEpoch();
}
