package ristretto.tool.command;

import com.google.gson.GsonBuilder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ristretto.tool.House;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.HouseComponents;
import ristretto.tool.image.KernelKind;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.report.BillOfMaterials;
import ristretto.tool.report.HtmlReport;
import ristretto.tool.report.SystemReport;
import ristretto.tool.report.TextReport;

/** {@code ./ristretto report}: what the build knows of a system. */
@Command(
        name = "report",
        description =
                "Print what each process of a system may touch, its share of the processor, memory and stacks, and the map of memory.")
public final class ReportCommand implements Callable<Integer> {
    private enum Format {
        text,
        json,
        html,
        cyclonedx
    }

    @Mixin
    private SystemChoice system;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private Format format;

    @Override
    public Integer call() throws Exception {
        House house = House.ofThisRun();
        HouseComponents known = system.components(house);
        SystemDescription description = system.description(house, known);
        SystemBuilder builder = new SystemBuilder(known, new AheadOfTimeCompiler(), KernelKind.SHIPPED);
        if (format == Format.cyclonedx) {
            System.out.println(
                    new BillOfMaterials(description.name(), builder.imageFiles(description), known.own()).json());
            return 0;
        }
        SystemReport report = SystemReport.of(
                description,
                builder.memoryMap(description),
                builder.imageBytes(description),
                builder.stacks(description),
                builder.neverWaiting(description));
        switch (format) {
            case text -> System.out.print(TextReport.of(report));
            case html -> System.out.print(HtmlReport.of(report));
            case cyclonedx -> throw new IllegalStateException("written above, without a report");
            case json ->
                System.out.println(new GsonBuilder()
                        .serializeNulls()
                        .disableHtmlEscaping()
                        .setPrettyPrinting()
                        .create()
                        .toJson(report));
        }
        return 0;
    }
}
