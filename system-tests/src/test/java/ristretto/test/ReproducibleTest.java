package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.House;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.ImageKind;
import ristretto.tool.image.KernelKind;
import ristretto.tool.image.Optimisation;
import ristretto.tool.image.Systems;

/** Two builds of one source are identical byte for byte: nothing of the time, of the machine or of chance gets into an image. */
class ReproducibleTest {
    private static final House HOUSE = ImageFactory.HOUSE;

    @TempDir
    Path folder;

    @Test
    void theKernelIsTheSameEachTime() throws IOException {
        assertArrayEquals(
                kernel("first", HOUSE.kernelClassPath()), kernel("second", elsewhere(HOUSE.kernelClassPath())));
    }

    @Test
    void aProcessIsTheSameEachTime() throws IOException {
        List<Path> application = List.of(HOUSE.root().resolve("services/shell/target/classes"));
        byte[] first = process("first", application, HOUSE.underComponents());
        assertArrayEquals(first, process("second", elsewhere(application), elsewhere(HOUSE.underComponents())));
    }

    @Test
    void aProgramForLinuxIsTheSameEachTime() throws IOException {
        assertArrayEquals(executable("first"), executable("second"));
    }

    @Test
    void aBootImageIsTheSameEachTime() throws IOException {
        assertArrayEquals(bootImage("first"), bootImage("second"));
    }

    /** The same classes in another folder. */
    private List<Path> elsewhere(List<Path> classPath) throws IOException {
        List<Path> copies = new ArrayList<>();
        for (Path entry : classPath) {
            Path copy = folder.resolve("elsewhere").resolve(HOUSE.root().relativize(entry));
            if (!Files.exists(copy)) {
                copy(entry, copy);
            }
            copies.add(copy);
        }
        return copies;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, target);
                }
            }
        }
    }

    private byte[] executable(String name) throws IOException {
        Path elf = folder.resolve(name);
        List<Path> application = List.of(HOUSE.classes("bench"));
        new AheadOfTimeCompiler()
                .executable(application, HOUSE.underPrograms(), "ristretto.bench.Hello", Optimisation.SPEED, elf);
        return Files.readAllBytes(elf);
    }

    private byte[] kernel(String name, List<Path> classPath) throws IOException {
        Path elf = folder.resolve(name);
        new AheadOfTimeCompiler().kernel(classPath, KernelKind.SHIPPED, true, elf);
        return Files.readAllBytes(elf);
    }

    private byte[] process(String name, List<Path> application, List<Path> system) throws IOException {
        Path elf = folder.resolve(name);
        Path symbols = folder.resolve(name + ".symbols");
        new AheadOfTimeCompiler().process(application, system, "ristretto.shell.Shell", ImageKind.SMALL, elf, symbols);
        return Files.readAllBytes(elf);
    }

    private byte[] bootImage(String name) throws IOException {
        SystemDescription system = Systems.find(HOUSE, "demo");
        return Files.readAllBytes(ImageFactory.builder().build(system, List.of(), folder.resolve(name + ".elf")));
    }
}
