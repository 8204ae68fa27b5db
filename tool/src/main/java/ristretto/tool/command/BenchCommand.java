package ristretto.tool.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ristretto.tool.House;
import ristretto.tool.bench.Figure;
import ristretto.tool.bench.Measurements;
import ristretto.tool.bench.Report;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.image.Systems;

/** {@code ./ristretto bench}: our figures beside the anchors'. Exit code 1 where one could not be measured. */
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
        Measurements measurements = new Measurements(house, builder, name -> Systems.find(house, name));
        List<Figure> figures = measurements.take();
        System.out.print(Report.table(figures, measurements.kernelHash()));
        if (json != null) {
            Report.writeJson(figures, json);
        }
        return figures.stream().allMatch(figure -> figure.value().isPresent()) ? 0 : 1;
    }
}
