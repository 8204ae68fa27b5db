package ristretto.tool.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ristretto.tool.House;
import ristretto.tool.UserError;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.Optimisation;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.image.Systems;
import ristretto.tool.image.UserProgram;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ProgramRun;

/**
 * {@code ./ristretto java -cp PATH Main args…}: compiles a program, boots it as the only one on a minimal system, or runs it as a
 * native program of Linux, and behaves as {@code java} would: same streams, same exit code.
 */
@Command(
        name = "java",
        description = "Compile a Java program ahead of time, and run it: booted on a minimal system, or on Linux.")
public final class JavaCommand implements Callable<Integer> {
    private static final String RISCV64 = "riscv64";
    private static final String LINUX = "linux-x86_64";

    @Option(
            names = {"-cp", "-classpath", "--class-path"},
            defaultValue = ".",
            paramLabel = "PATH",
            description = "Folders and jars, separated by ':'.")
    private String classPath;

    @Option(
            names = "--target",
            defaultValue = RISCV64,
            paramLabel = "TARGET",
            description = "riscv64 (in QEMU, on our kernel) or linux-x86_64 (a native program). Default: riscv64.")
    private String target;

    @Option(names = "--optimise", paramLabel = "FOR", description = "linux-x86_64 only: speed or size. Default: speed.")
    private String optimise;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "linux-x86_64 only: write the executable to this file, and do not run it.")
    private Path output;

    @Option(
            names = "--collect",
            paramLabel = "WHEN",
            description =
                    "To test the collector: always (at every allocation) or steps (a tiny step at every allocation); "
                            + "the heap is checked after each collection.")
    private String collect;

    @Mixin
    private GdbOption gdb;

    @Mixin
    private DebugKernelOption debugKernel;

    @Parameters(index = "0", paramLabel = "MAIN", description = "The main class.")
    private String mainClass;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ARGUMENTS", description = "For the program.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        House house = House.ofThisRun();
        UserProgram program = UserProgram.check(classPath, mainClass);
        SystemBuilder builder = new SystemBuilder(house, new AheadOfTimeCompiler(substitutes()), debugKernel.kind());
        return switch (target) {
            case RISCV64 -> onOurKernel(house, program, builder);
            case LINUX -> onLinux(program, builder);
            default ->
                throw new UserError("--target: expected " + RISCV64 + " or " + LINUX + ", got \"" + target + "\"");
        };
    }

    private int onLinux(UserProgram program, SystemBuilder builder) throws IOException, InterruptedException {
        Path executable = builder.executable(program.classPath(), program.mainClass(), optimisation());
        if (output != null) {
            Files.copy(executable, output, StandardCopyOption.REPLACE_EXISTING);
            return 0;
        }
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).inheritIO().start();
        Thread onDeath = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(onDeath);
        return process.waitFor();
    }

    private List<String> substitutes() {
        return switch (collect == null ? "" : collect) {
            case "" -> List.of();
            case "always", "steps" -> List.of("collect/" + collect);
            default -> throw new UserError("--collect: expected always or steps, got \"" + collect + "\"");
        };
    }

    private Optimisation optimisation() {
        return switch (optimise == null ? "speed" : optimise) {
            case "speed" -> Optimisation.SPEED;
            case "size" -> Optimisation.SIZE;
            default -> throw new UserError("--optimise: expected speed or size, got \"" + optimise + "\"");
        };
    }

    private int onOurKernel(House house, UserProgram program, SystemBuilder builder)
            throws IOException, InterruptedException {
        if (optimise != null || output != null) {
            throw new UserError("--optimise and --output: expected --target " + LINUX + ", got --target " + RISCV64);
        }
        SystemDescription description =
                Systems.find(house, "java", program.among(house)).with(mainClass, arguments);
        Path elf = Files.createTempDirectory("ristretto-").resolve("program.elf");
        elf.getParent().toFile().deleteOnExit();
        elf.toFile().deleteOnExit();
        try {
            Machine machine = Machine.of(elf, description.platform());
            if (gdb.isPresent()) {
                List<Path> symbols = builder.buildForDebugger(description, program.classPath(), elf);
                machine = gdb.waiting(house, description.name(), symbols, machine);
            } else {
                builder.build(description, program.classPath(), elf);
            }
            return run(machine);
        } finally {
            Files.deleteIfExists(elf);
        }
    }

    private static int run(Machine machine) throws InterruptedException {
        OutputStream output = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
        OutputStream error = new BufferedOutputStream(new FileOutputStream(FileDescriptor.err));
        try {
            return ProgramRun.run(machine, System.in, output, error);
        } catch (IOException e) {
            throw new UserError("ristretto: " + e.getMessage());
        }
    }
}
