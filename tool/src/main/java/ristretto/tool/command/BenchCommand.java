package ristretto.tool.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ristretto.tool.House;
import ristretto.tool.bench.BrakingFigures;
import ristretto.tool.bench.CompilerFigures;
import ristretto.tool.bench.ComponentFigures;
import ristretto.tool.bench.KernelSuite;
import ristretto.tool.bench.Measurements;
import ristretto.tool.bench.PauseFigures;
import ristretto.tool.bench.Report;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.image.Systems;

/**
 * {@code ./ristretto bench}: our figures beside the anchors'; {@code ./ristretto bench SUITE}: those of one part. Exit code 1 where one
 * could not be measured.
 */
@Command(
        name = "bench",
        description = "Measure, by counted instructions, and print a table beside seL4's and Linux's figures.")
public final class BenchCommand implements Callable<Integer> {
    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures to this file.")
    private Path json;

    @Override
    public Integer call() throws Exception {
        House house = House.ofThisRun();
        SystemBuilder builder = new SystemBuilder(house, new AheadOfTimeCompiler());
        return finish(new Measurements(house, builder, name -> Systems.find(house, name)), json);
    }

    // Each suite of one part is a method here, annotated @Command(name, description) with an option --json of its own.

    @Command(
            name = "compiler",
            description = "The speed of compiled code beside C and HotSpot, sizes of images, times of compilation.")
    int compiler(
            @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures to this file.")
                    Path json)
            throws Exception {
        House house = House.ofThisRun();
        return finish(new CompilerFigures(house, new SystemBuilder(house, new AheadOfTimeCompiler())), json);
    }

    @Command(name = "components", description = "Calls and streams between components.")
    int components(
            @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures to this file.")
                    Path json)
            throws Exception {
        House house = House.ofThisRun();
        return finish(new ComponentFigures(house, new SystemBuilder(house, new AheadOfTimeCompiler())), json);
    }

    @Command(
            name = "braking",
            description = "Deadlines that the system braking misses; a million periods take some minutes.")
    int braking(
            @Option(
                            names = "--periods",
                            paramLabel = "NUMBER",
                            defaultValue = "1000000",
                            description = "Of a millisecond. Default: ${DEFAULT-VALUE}.")
                    long periods,
            @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures to this file.")
                    Path json)
            throws Exception {
        House house = House.ofThisRun();
        return finish(new BrakingFigures(house, new SystemBuilder(house, new AheadOfTimeCompiler()), periods), json);
    }

    @Command(name = "kernel", description = "The kernel: instructions of its calls, worst cases and size.")
    int kernel(
            @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures to this file.")
                    Path json,
            @Option(
                            names = "--keep",
                            paramLabel = "FOLDER",
                            description = "Leave the image there, with symbols, and a listing of what was measured.")
                    Path keep)
            throws Exception {
        House house = House.ofThisRun();
        return finish(new KernelSuite(house, new SystemBuilder(house, new AheadOfTimeCompiler()), keep), json);
    }

    @Command(name = "pauses", description = "The longest pauses of the collector.")
    int pauses(
            @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures to this file.")
                    Path json)
            throws Exception {
        House house = House.ofThisRun();
        return finish(new PauseFigures(house, new SystemBuilder(house, new AheadOfTimeCompiler())), json);
    }

    /** Takes a suite's figures, prints them, and writes them to {@code json} if that is given. */
    private static int finish(Report.Suite suite, Path json) throws Exception {
        Report report = suite.take();
        System.out.print(report.table());
        if (json != null) {
            report.writeJson(json);
        }
        return report.isComplete() ? 0 : 1;
    }
}
