package ristretto.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shell's dates, known ones and as the JDK writes them. */
class UtcTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00Z",
        "999999999, 1970-01-01T00:00:00Z",
        "951782399000000000, 2000-02-28T23:59:59Z",
        "951782400000000000, 2000-02-29T00:00:00Z",
        "4107542400000000000, 2100-03-01T00:00:00Z",
        "9223372036854775807, 2262-04-11T23:47:16Z",
        "-1, 1969-12-31T23:59:59Z"
    })
    void isWhatTheCalendarSays(long nanoseconds, String expected) {
        assertEquals(expected, UtcText.of(nanoseconds));
    }

    @Test
    void isWhatTheJdkSays() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            long nanoseconds = random.nextLong();
            Instant instant = Instant.ofEpochSecond(0, nanoseconds).truncatedTo(ChronoUnit.SECONDS);
            assertEquals(instant.toString(), UtcText.of(nanoseconds));
        }
    }
}
