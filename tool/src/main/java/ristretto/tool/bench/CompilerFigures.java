package ristretto.tool.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import ristretto.compiler.link.Toolchain;
import ristretto.tool.House;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.ImageKind;
import ristretto.tool.image.Optimisation;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.image.Systems;
import ristretto.tool.image.UserProgram;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ProgramRun;

/** {@code ./ristretto bench compiler}: what the compiled code is worth, beside C and beside HotSpot. */
public final class CompilerFigures implements Report.Suite {
    private static final String COUNTED = "ristretto.bench.compiler.Counted";
    private static final String TIMED = "ristretto.bench.compiler.Timed";
    private static final String COLLECTIONS = "ristretto.bench.compiler.CollectionsProgram";
    private static final String FIBERS = "bench-fibers";
    private static final String HELLO = "ristretto.bench.Hello";
    private static final String HEAP = "128M";
    private static final int WARM_UPS = 30;
    private static final int RUNS = 15;
    private static final int START_LOOPS = 5;
    private static final int STARTS = 200;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final House house;
    private final SystemBuilder builder;
    private final FigureTable figures = new FigureTable();
    private final StringBuilder details = new StringBuilder();

    public CompilerFigures(House house, SystemBuilder builder) {
        this.house = house;
        this.builder = builder;
        add("versusC", "instructions, Java divided by C", "1.15", "ten programs, geometric mean; see below");
        add(
                "versusHotSpot",
                "time, linux-x86_64 divided by HotSpot",
                "1.3",
                "fifteen programs, geometric mean, each side with a heap of " + HEAP + "; see below");
        add(
                "startMilliseconds",
                "start of hello on Linux, ms",
                "1",
                "all of a process, from fork to exit, in a loop of the shell; the best of five loops");
        add("helloImageBytes", "image of hello, bytes", "40,960", "riscv64, compiled for size, with its trace table");
        add("collectionsImageBytes", "image of collections, bytes", "256,000", "maps, lists, streams, String.format");
        add("compileHelloSeconds", "compile hello, seconds", "3", "the second time in a process");
        add("compileDemoSeconds", "build demo, seconds", "60", "kernel and all images from scratch");
        add("fiberSwitch", "switch of fibers, instructions", "60", "two that yield to each other, scheduler included");
        add("throwCatch", "exception, instructions", "1,500", "made with its trace, thrown, and caught two frames up");
    }

    private void add(String key, String title, String bar, String remark) {
        figures.add(Figure.unmeasured(key, title, bar, List.of(), remark));
    }

    @Override
    public Report take() throws IOException {
        figures.attempt(this::images, "helloImageBytes", "collectionsImageBytes");
        figures.attempt(this::compileTimes, "compileHelloSeconds", "compileDemoSeconds");
        figures.attempt(this::start, "startMilliseconds");
        figures.attempt(
                () -> CountedSystem.run(house, builder, Systems.find(house, FIBERS), figures),
                "fiberSwitch",
                "throwCatch");
        new PauseFigures(house, builder).take(figures);
        figures.attempt(this::versusC, "versusC");
        figures.attempt(this::versusHotSpot, "versusHotSpot");
        String preface =
                "Instructions: QEMU virt, rv64, one core, -icount shift=0,sleep=off, start-up and first run excluded.\n"
                        + "Times: medians of runs in turns, on a machine that may have other things to do.";
        return new Report(preface, List.of(), figures.all(), details.toString());
    }

    private void versusC() throws IOException, InterruptedException {
        CountedRuns ours = CountedRuns.parse(counted(COUNTED));
        CountedRuns c = new TwinsInC(house.root().resolve("bench/c"), Toolchain.open()).run();
        compare("instructions", ours, "clang -O2", c);
        ours.expectSameResults(c);
        figures.measured("versusC", ours.relativeTo(c));
    }

    private void versusHotSpot() throws IOException, InterruptedException {
        List<Path> classPath = List.of(house.classes("bench"), house.classes("magic"));
        Path executable = builder.executable(classPath, TIMED, Optimisation.SPEED);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> hotSpot =
                List.of(java, "-Xmx" + HEAP, "-cp", house.classes("bench") + ":" + house.classes("magic"), TIMED);
        try (TimedProcess ours = new TimedProcess(List.of(executable.toString()), Map.of("RISTRETTO_HEAP", HEAP));
                TimedProcess others = new TimedProcess(hotSpot, Map.of())) {
            Map.Entry<CountedRuns, CountedRuns> times = TimedProcess.inTurns(ours, others, WARM_UPS, RUNS);
            compare("nanoseconds", times.getKey(), "HotSpot", times.getValue());
            times.getKey().expectSameResults(times.getValue());
            figures.measured("versusHotSpot", times.getKey().relativeTo(times.getValue()));
        }
    }

    private void images() throws IOException {
        List<Path> classPath = List.of(house.classes("bench"));
        figures.measured("helloImageBytes", Files.size(builder.program("hello", classPath, HELLO)));
        figures.measured("collectionsImageBytes", Files.size(builder.program("collections", classPath, COLLECTIONS)));
    }

    private void compileTimes() throws IOException {
        Path folder = Files.createTempDirectory("ristretto-bench-images-");
        try {
            AheadOfTimeCompiler compiler = new AheadOfTimeCompiler();
            SystemBuilder scratch = new SystemBuilder(house, compiler, folder);
            long start = System.nanoTime();
            scratch.build(Systems.find(house, "demo"), List.of(), folder.resolve("demo.elf"));
            figures.measured("compileDemoSeconds", secondsSince(start));
            for (int i = 0; i < 2; i++) {
                start = System.nanoTime();
                Path elf = folder.resolve("hello.elf");
                compiler.process(
                        List.of(house.classes("bench")),
                        house.underPrograms(),
                        HELLO,
                        ImageKind.SMALL,
                        elf,
                        folder.resolve("hello.symbols"));
                figures.measured("compileHelloSeconds", secondsSince(start));
            }
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void start() throws IOException, InterruptedException {
        Path hello = builder.executable(List.of(house.classes("bench")), HELLO, Optimisation.SPEED);
        double best = Double.MAX_VALUE;
        for (int i = 0; i < START_LOOPS; i++) {
            String loop = "i=0; while [ $i -lt " + STARTS + " ]; do \"$0\" || exit 1; i=$((i+1)); done";
            long start = System.nanoTime();
            Process shell = new ProcessBuilder("sh", "-c", loop, hello.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (shell.waitFor() != 0) {
                throw new IOException("hello failed on Linux");
            }
            best = Math.min(best, secondsSince(start) * 1000 / STARTS);
        }
        figures.measured("startMilliseconds", best);
    }

    private void compare(String unit, CountedRuns ours, String title, CountedRuns others) {
        details.append(details.isEmpty() ? "" : System.lineSeparator());
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
