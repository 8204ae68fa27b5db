package ristretto.tool.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ristretto.tool.House;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ProgramRun;

/** The collector's longest pauses, which {@code ristretto.bench.CollectorPause} counts in the system {@code bench-collector}. */
public final class PauseFigures implements Report.Suite {
    private static final String DEFAULT = "collectorPause";
    private static final String BOUNDED = "collectorPauseBounded";
    private static final String NONE = "collectorPauseNone";
    private static final String SYSTEM = "bench-collector";
    private static final Pattern RESULT = Pattern.compile("(?m)^(collector\\w+) ([0-9]+)$");

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
        figures.attempt(() -> run(figures), DEFAULT, BOUNDED, NONE);
    }

    private void run(FigureTable figures) throws IOException, InterruptedException {
        SystemDescription system = Systems.find(house, SYSTEM);
        Path elf = house.build().resolve("systems").resolve(SYSTEM + ".elf");
        Machine machine = new Machine(builder.build(system, List.of(), elf), system.memoryBytes(), true);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        int exitCode = ProgramRun.run(machine, new ByteArrayInputStream(new byte[0]), output, error);
        if (exitCode != 0) {
            throw new IOException("exit code " + exitCode + ": " + error.toString(StandardCharsets.UTF_8));
        }
        Matcher result = RESULT.matcher(output.toString(StandardCharsets.UTF_8));
        while (result.find()) {
            figures.measured(result.group(1), Long.parseLong(result.group(2)));
        }
    }
}
