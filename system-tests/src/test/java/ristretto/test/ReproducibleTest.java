package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.House;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.Optimisation;

/** Two builds of one source are identical byte for byte: nothing of the time, of the machine or of chance gets into an image. */
class ReproducibleTest {
    private static final House HOUSE = ImageFactory.HOUSE;

    @TempDir
    Path folder;

    @Test
    void theKernelIsTheSameEachTime() throws IOException {
        assertArrayEquals(kernel("first"), kernel("second"));
    }

    @Test
    void aProcessIsTheSameEachTime() throws IOException {
        assertArrayEquals(process("first"), process("second"));
    }

    @Test
    void aProgramForLinuxIsTheSameEachTime() throws IOException {
        assertArrayEquals(executable("first"), executable("second"));
    }

    private byte[] executable(String name) throws IOException {
        Path elf = folder.resolve(name);
        List<Path> application = List.of(HOUSE.classes("bench"));
        new AheadOfTimeCompiler()
                .executable(application, HOUSE.underPrograms(), "ristretto.bench.Hello", Optimisation.SPEED, elf);
        return Files.readAllBytes(elf);
    }

    private byte[] kernel(String name) throws IOException {
        Path elf = folder.resolve(name);
        new AheadOfTimeCompiler().kernel(HOUSE.kernelClassPath(), elf);
        return Files.readAllBytes(elf);
    }

    private byte[] process(String name) throws IOException {
        Path elf = folder.resolve(name);
        List<Path> application = List.of(HOUSE.root().resolve("services/shell/target/classes"));
        new AheadOfTimeCompiler()
                .process(application, HOUSE.underComponents(), "ristretto.shell.Shell", Optimisation.SPEED, elf);
        return Files.readAllBytes(elf);
    }
}
