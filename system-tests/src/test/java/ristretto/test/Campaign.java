package ristretto.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * A long run that is cut into shards, each known by its first seed. Which have ended is written down, and in one line what came of them; if the run is interrupted, the next
 * one of the same size and the same sources goes on behind them. When all have ended, the next one begins anew.
 */
public final class Campaign {
    private final Path file;
    private final SequencedMap<Long, String> ended = new TreeMap<>();

    /**
     * @param file where to write; its first line tells the run, each further one a shard
     * @param size in words; another size is another run
     * @param shards into which it is cut
     */
    public Campaign(Path file, String size, long shards) throws IOException {
        this(file, size, shards, ImageFactory.HOUSE.build().resolve("stamp"));
    }

    /** @param stamp a file of any number of lines that is different for other sources; where there is none nothing is known of them */
    Campaign(Path file, String size, long shards, Path stamp) throws IOException {
        this.file = file;
        String sources = Files.exists(stamp) ? String.join(" ", Files.readAllLines(stamp)) : "unknown sources";
        String run = size + " of " + sources;
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (lines.isEmpty() || !lines.getFirst().equals(run) || lines.size() > shards) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, run + "\n");
        } else {
            for (String line : lines.subList(1, lines.size())) {
                String[] parts = line.split(" ", 2);
                ended.put(Long.valueOf(parts[0]), parts.length > 1 ? parts[1] : "");
            }
        }
    }

    /** Whether it had ended before this run began. */
    public boolean hasEnded(long seed) {
        return ended.containsKey(seed);
    }

    /** What came of the shards that had ended before this run began. */
    public Collection<String> results() {
        return ended.values();
    }

    /** A shard that was good, of which no more is to be known; one that was not is not written down, and runs again. */
    public void good(long seed) throws IOException {
        end(seed, "");
    }

    /** @param result in one line */
    public synchronized void end(long seed, String result) throws IOException {
        Files.writeString(file, (seed + " " + result).strip() + "\n", StandardOpenOption.APPEND);
    }
}
