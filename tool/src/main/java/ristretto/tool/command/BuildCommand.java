package ristretto.tool.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ristretto.tool.House;
import ristretto.tool.Progress;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.HouseComponents;
import ristretto.tool.image.SystemBuilder;

/** {@code ./ristretto build}: the boot ELF of a system, and where it lies. */
@Command(name = "build", description = "Build a system's bootable ELF.")
public final class BuildCommand implements Callable<Integer> {
    @Mixin
    private SystemChoice system;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the ELF goes. Default: build/systems/NAME.elf.")
    private Path output;

    @Mixin
    private DebugKernelOption debugKernel;

    @Mixin
    private GatewayOption gateway;

    @Override
    public Integer call() throws Exception {
        House house = House.ofThisRun();
        HouseComponents known = system.components(house);
        SystemDescription description = system.description(house, known, gateway);
        Path file = output == null ? system.bootFile(house, description, gateway) : output.toAbsolutePath();
        Path elf = new SystemBuilder(known, new AheadOfTimeCompiler(), debugKernel.kind())
                .build(description, List.of(), file);
        Progress.say("built %s", elf);
        return 0;
    }
}
