package ristretto.tool.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import ristretto.tool.House;
import ristretto.tool.Progress;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.HouseComponents;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.Terminal;

/** {@code ./ristretto run}: builds what changed, boots, and gives the terminal to the system. */
@Command(name = "run", description = "Build a system, boot it in QEMU, and give it the terminal. Ctrl-A X ends it.")
public final class RunCommand implements Callable<Integer> {
    @Mixin
    private SystemChoice system;

    @Mixin
    private GdbOption gdb;

    @Mixin
    private DebugKernelOption debugKernel;

    @Override
    public Integer call() throws Exception {
        House house = House.ofThisRun();
        HouseComponents known = system.components(house);
        SystemDescription description = system.description(house, known);
        SystemBuilder builder = new SystemBuilder(known, new AheadOfTimeCompiler(), debugKernel.kind());
        Path elf = system.bootFile(house, description);
        Machine machine = Machine.of(elf, description.platform());
        if (gdb.isPresent()) {
            List<Path> symbols = builder.buildForDebugger(description, List.of(), elf);
            machine = gdb.waiting(house, description.name(), symbols, machine);
        } else {
            builder.build(description, List.of(), elf);
        }
        Progress.say("booting %s (Ctrl-A X ends it)", description.name());
        return Terminal.run(machine.onTerminal());
    }
}
