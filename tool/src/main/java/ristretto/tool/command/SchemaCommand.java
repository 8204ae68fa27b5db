package ristretto.tool.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ristretto.tool.description.DescriptionSchema;

/** {@code ./ristretto schema}: what an editor needs to know of system descriptions. */
@Command(name = "schema", description = "Print the JSON schema of system descriptions, for editors.")
public final class SchemaCommand implements Callable<Integer> {
    @Option(names = "--part", description = "For files that others include: nothing has to be there.")
    private boolean part;

    @Override
    public Integer call() {
        System.out.println(DescriptionSchema.json(part));
        return 0;
    }
}
