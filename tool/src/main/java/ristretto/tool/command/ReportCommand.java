package ristretto.tool.command;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import ristretto.tool.House;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.image.Systems;

/** {@code ./ristretto report}: what the build knows of a system; so far, how much stack the entry points of its images need. */
@Command(name = "report", description = "Print how much stack each entry point of a system's images needs.")
public final class ReportCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            defaultValue = "demo",
            paramLabel = "SYSTEM",
            description = "A name in systems/, or a .toml file.")
    private String system;

    @Override
    public Integer call() throws Exception {
        House house = House.ofThisRun();
        SystemDescription description = Systems.find(house, system);
        System.out.println("Deepest stack of each entry point, in bytes");
        for (Map.Entry<String, String> image : new SystemBuilder(house, new AheadOfTimeCompiler())
                .stacks(description)
                .entrySet()) {
            System.out.println(image.getKey());
            image.getValue().lines().forEach(line -> System.out.println("  " + line));
        }
        return 0;
    }
}
