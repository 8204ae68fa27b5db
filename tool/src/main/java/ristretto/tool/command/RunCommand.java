package ristretto.tool.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import ristretto.tool.House;
import ristretto.tool.Progress;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.Terminal;

/** {@code ./ristretto run}: builds what changed, boots, and gives the terminal to the system. */
@Command(name = "run", description = "Build a system, boot it in QEMU, and give it the terminal. Ctrl-A X ends it.")
public final class RunCommand implements Callable<Integer> {
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
        Path elf = new SystemBuilder(house, new AheadOfTimeCompiler())
                .build(description, List.of(), Systems.bootFile(house, description));
        Progress.say("booting %s (Ctrl-A X ends it)", description.name());
        return Terminal.run(new Machine(elf, description.memoryBytes()).onTerminal());
    }
}
