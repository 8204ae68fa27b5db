package ristretto.tool.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ristretto.compiler.link.Toolchain;
import ristretto.tool.House;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.image.Systems;
import ristretto.tool.image.UserProgram;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ProgramRun;

/** {@code ./ristretto bench compiler}: what the compiled code is worth, beside C and beside HotSpot. */
public final class CompilerFigures implements Report.Suite {
    private static final String COUNTED = "ristretto.bench.compiler.Counted";
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final House house;
    private final SystemBuilder builder;
    private final FigureTable figures = new FigureTable();
    private final StringBuilder details = new StringBuilder();

    public CompilerFigures(House house, SystemBuilder builder) {
        this.house = house;
        this.builder = builder;
        add("versusC", "instructions, Java divided by C", "1.15", "ten programs, geometric mean; see below");
    }

    private void add(String key, String title, String bar, String remark) {
        figures.add(Figure.unmeasured(key, title, bar, List.of(), remark));
    }

    @Override
    public Report take() throws IOException {
        figures.attempt(this::versusC, "versusC");
        String preface =
                "Instructions: QEMU virt, rv64, one core, -icount shift=0,sleep=off, start-up and first run excluded.";
        return new Report(preface, List.of(), figures.all(), details.toString());
    }

    private void versusC() throws IOException, InterruptedException {
        CountedRuns ours = CountedRuns.parse(counted(COUNTED));
        CountedRuns c = new TwinsInC(house.root().resolve("bench/c"), Toolchain.open()).run();
        compare("instructions", ours, "clang -O2", c);
        ours.expectSameResults(c);
        figures.measured("versusC", ours.relativeTo(c));
    }

    private void compare(String unit, CountedRuns ours, String title, CountedRuns others) {
        details.append(String.format(Locale.ROOT, "%-20s %14s %14s %8s%n", unit, "Ristretto", title, "ratio"));
        for (Map.Entry<String, Long> cost : ours.costs().entrySet()) {
            long other = others.costs().getOrDefault(cost.getKey(), 0L);
            details.append(String.format(
                    Locale.ROOT,
                    "%-20s %,14d %,14d %8.3f%n",
                    cost.getKey(),
                    cost.getValue(),
                    other,
                    (double) cost.getValue() / other));
        }
    }

    /** What a program prints that runs alone on a machine that counts instructions. */
    private String counted(String mainClass) throws IOException, InterruptedException {
        UserProgram program = UserProgram.check(house.classes("bench").toString(), mainClass);
        SystemDescription system =
                Systems.find(house, "java", program.among(house)).with(mainClass, List.of());
        Path elf = house.build().resolve("systems").resolve("bench-compiler.elf");
        builder.build(system, program.classPath(), elf);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        Machine machine = new Machine(elf, system.memoryBytes(), true);
        int exitCode = ProgramRun.run(machine, new ByteArrayInputStream(new byte[0]), output, error, LIMIT);
        if (exitCode != 0) {
            throw new IOException(
                    mainClass + " ended with exit code " + exitCode + ": " + error.toString(StandardCharsets.UTF_8));
        }
        return output.toString(StandardCharsets.UTF_8);
    }
}
