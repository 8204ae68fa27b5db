package ristretto.tool.bench;

import java.util.List;
import ristretto.tool.House;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.image.Systems;

/** The collector's longest pauses, which {@code ristretto.bench.CollectorPause} counts in the system {@code bench-collector}. */
public final class PauseFigures implements Report.Suite {
    private static final String DEFAULT = "collectorPause";
    private static final String BOUNDED = "collectorPauseBounded";
    private static final String NONE = "collectorPauseNone";
    private static final String SYSTEM = "bench-collector";

    private final House house;
    private final SystemBuilder builder;

    public PauseFigures(House house, SystemBuilder builder) {
        this.house = house;
        this.builder = builder;
    }

    @Override
    public Report take() {
        FigureTable figures = new FigureTable();
        take(figures);
        String preface = "QEMU virt, rv64, one core, -icount shift=0,sleep=off";
        return new Report(preface, List.of(), figures.all(), "");
    }

    /** As a part of another suite. */
    public void take(FigureTable figures) {
        String remark =
                "8 MiB heap, three quarters of it alive: trees, lists, a hash map; what the longest of 60,000 changes took";
        figures.add(
                Figure.unmeasured(DEFAULT, "longest collector pause, instructions", "2,000,000", List.of(), remark));
        figures.add(Figure.unmeasured(BOUNDED, "the same with bounded steps", "200,000", List.of(), remark));
        figures.add(Figure.unmeasured(NONE, "the same while nothing is collected", "", List.of(), remark));
        figures.attempt(
                () -> CountedSystem.run(house, builder, Systems.find(house, SYSTEM), figures), DEFAULT, BOUNDED, NONE);
    }
}
