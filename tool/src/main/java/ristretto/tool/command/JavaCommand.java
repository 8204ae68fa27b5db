package ristretto.tool.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ristretto.tool.House;
import ristretto.tool.UserError;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.image.Systems;
import ristretto.tool.image.UserProgram;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ProgramRun;

/**
 * {@code ./ristretto java -cp PATH Main args…}: compiles a program, boots it as the only one on a minimal system, and
 * behaves as {@code java} would: same streams, same exit code.
 */
@Command(name = "java", description = "Compile a Java program ahead of time, boot it on a minimal system, and run it.")
public final class JavaCommand implements Callable<Integer> {
    @Option(
            names = {"-cp", "-classpath", "--class-path"},
            defaultValue = ".",
            paramLabel = "PATH",
            description = "Folders and jars, separated by ':'.")
    private String classPath;

    @Parameters(index = "0", paramLabel = "MAIN", description = "The main class.")
    private String mainClass;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ARGUMENTS", description = "For the program.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        House house = House.ofThisRun();
        UserProgram program = UserProgram.check(classPath, mainClass);
        SystemDescription description =
                Systems.find(house, "java", program.among(house)).with(mainClass, arguments);
        Path elf = Files.createTempDirectory("ristretto-").resolve("program.elf");
        elf.getParent().toFile().deleteOnExit();
        elf.toFile().deleteOnExit();
        try {
            new SystemBuilder(house, new AheadOfTimeCompiler()).build(description, program.classPath(), elf);
            return run(new Machine(elf, description.memoryBytes()));
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
