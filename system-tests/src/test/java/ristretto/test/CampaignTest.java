package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which shards of a long run need not run again. */
class CampaignTest {
    private static final int SHARDS = 3;

    @TempDir
    Path folder;

    private Path stamp;

    /** Of two lines, as {@code ./ristretto} writes it. */
    @BeforeEach
    void writeStamp() throws IOException {
        stamp = Files.writeString(folder.resolve("stamp"), "/jdk\n123 456\n");
    }

    private Campaign campaign(String size) throws IOException {
        return new Campaign(folder.resolve("kept/done"), size, SHARDS, stamp);
    }

    @Test
    void goesOnBehindWhatHasEnded() throws IOException {
        Campaign first = campaign("30");
        first.good(1);
        first.end(3, "some result");
        Campaign next = campaign("30");
        assertTrue(next.hasEnded(1));
        assertFalse(next.hasEnded(2));
        assertTrue(next.hasEnded(3));
        assertEquals(List.of("", "some result"), List.copyOf(next.results()));
        next.good(2);
        assertFalse(campaign("30").hasEnded(1), "all had ended: a new one");
    }

    @Test
    void anotherSizeIsAnotherRun() throws IOException {
        campaign("30").good(1);
        assertFalse(campaign("60").hasEnded(1));
    }

    @Test
    void otherSourcesAreAnotherRun() throws IOException {
        campaign("30").good(1);
        Files.writeString(stamp, "/jdk\n123 457\n");
        assertFalse(campaign("30").hasEnded(1));
    }
}
