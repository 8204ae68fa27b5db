package ristretto.tool.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ristretto.tool.House;
import ristretto.tool.Progress;
import ristretto.tool.UserError;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.desk.DeskSystem;
import ristretto.tool.desk.DeskTerminal;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.HouseComponents;
import ristretto.tool.image.KernelKind;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.image.TestGateway;
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

    @Mixin
    private GatewayOption gateway;

    @Option(
            names = "--gateway-socket",
            paramLabel = "PATH",
            description = "Of --gateway: the Unix socket at which the test waits for the machine.")
    private Path gatewaySocket;

    @Option(
            names = "--on",
            defaultValue = "qemu",
            paramLabel = "qemu|jvm",
            description =
                    "qemu: the emulated machine. jvm: the desk, which runs the same components and kernel classes in this JVM.")
    private String on;

    @Override
    public Integer call() throws Exception {
        House house = House.ofThisRun();
        if (gateway.services().isEmpty() != (gatewaySocket == null)) {
            throw new UserError("--gateway and --gateway-socket: expected both or neither");
        }
        HouseComponents known = system.components(house);
        SystemDescription description = system.description(house, known, gateway);
        if (on.equals("jvm")) {
            return onTheDesk(description, known);
        }
        if (!on.equals("qemu")) {
            throw new UserError("--on: expected qemu or jvm, got \"" + on + "\"");
        }
        SystemBuilder builder = new SystemBuilder(known, new AheadOfTimeCompiler(), debugKernel.kind());
        Path elf = system.bootFile(house, description, gateway);
        Machine machine = Machine.of(elf, description.platform());
        if (gatewaySocket != null) {
            machine = machine.with(TestGateway.arguments(gatewaySocket));
        }
        if (gdb.isPresent()) {
            List<Path> symbols = builder.buildForDebugger(description, List.of(), elf);
            machine = gdb.waiting(house, description.name(), symbols, machine);
        } else {
            builder.build(description, List.of(), elf);
        }
        Progress.say("booting %s (Ctrl-A X ends it)", description.name());
        return Terminal.run(machine.onTerminal());
    }

    private Integer onTheDesk(SystemDescription description, HouseComponents known) throws Exception {
        if (gatewaySocket != null) {
            throw new UserError("--on jvm: no --gateway; @BootTest(on = Place.JVM, services = …) has it without");
        }
        if (gdb.isPresent() || debugKernel.kind() != KernelKind.SHIPPED) {
            throw new UserError(
                    "--on jvm: neither --gdb nor --debug-kernel; there a debugger of Java sees components and kernel");
        }
        DeskSystem desk = new DeskSystem(description, known);
        Progress.say(
                "%s on the desk: no machine, but its kernel and components in this JVM (Ctrl-A X ends it)",
                description.name());
        return DeskTerminal.run(desk);
    }
}
