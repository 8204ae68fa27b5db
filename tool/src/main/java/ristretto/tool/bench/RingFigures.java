package ristretto.tool.bench;

import java.util.List;
import ristretto.tool.House;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.image.Systems;

/** What a message through a ring takes, which {@code ristretto.bench.ring} counts in the system {@code bench-ring}. */
final class RingFigures {
    private static final String BATCH = "ringMessage";
    private static final String SINGLE = "ringMessageSingle";
    private static final String SYSTEM = "bench-ring";

    private final House house;
    private final SystemBuilder builder;

    RingFigures(House house, SystemBuilder builder) {
        this.house = house;
        this.builder = builder;
    }

    void take(FigureTable figures) {
        figures.add(
                Figure.unmeasured(
                        BATCH,
                        "message of 64 bytes through a ring, both sides, instructions",
                        "60",
                        List.of(),
                        "steady state, 32 at a time, between arrays of two processes; median of 63, so without a kernel entry"));
        figures.add(Figure.unmeasured(
                SINGLE,
                "the same one at a time, each published by itself",
                "",
                List.of(),
                "two instructions of each count are the counter's"));
        figures.attempt(() -> CountedSystem.run(house, builder, Systems.find(house, SYSTEM), figures), BATCH, SINGLE);
    }
}
