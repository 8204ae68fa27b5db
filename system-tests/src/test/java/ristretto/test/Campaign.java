package ristretto.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A long run that is cut into shards, each known by its first seed. Which were good is written down; if the run is interrupted, the next
 * one of the same size and the same sources goes on behind them. When all were good, the next one begins anew.
 */
public final class Campaign {
    private final Path file;
    private final Set<Long> good = new HashSet<>();

    /**
     * @param file where to write; its first line tells the run, each further one a shard
     * @param size in words; another size is another run
     * @param shards into which it is cut
     */
    public Campaign(Path file, String size, long shards) throws IOException {
        this.file = file;
        Path stamp = ImageFactory.HOUSE.build().resolve("stamp");
        String run =
                size + " of " + (Files.exists(stamp) ? Files.readString(stamp).strip() : "unknown sources");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (lines.isEmpty() || !lines.getFirst().equals(run) || lines.size() > shards) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, run + "\n");
        } else {
            lines.subList(1, lines.size()).forEach(line -> good.add(Long.valueOf(line)));
        }
    }

    /** Whether it was good before this run began. */
    public boolean wasGood(long seed) {
        return good.contains(seed);
    }

    public void good(long seed) throws IOException {
        Files.writeString(file, seed + "\n", StandardOpenOption.APPEND);
    }
}
