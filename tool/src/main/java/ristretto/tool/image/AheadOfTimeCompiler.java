package ristretto.tool.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import ristretto.compiler.link.BootArchive;
import ristretto.compiler.link.BootImage;
import ristretto.compiler.link.ImageLinker;
import ristretto.tool.UserError;

/** Our compiler, behind the interface that the tool needs. */
public final class AheadOfTimeCompiler implements ImageCompiler {

    @Override
    public void process(List<Path> classPath, String mainClass, Path elf) throws IOException {
        throw new UserError("the compiler is not connected yet");
    }

    @Override
    public void kernel(List<Path> classPath, Path elf) throws IOException {
        throw new UserError("the compiler is not connected yet");
    }

    @Override
    public void boot(
            Path kernel,
            SequencedMap<String, byte[]> entries,
            long rootHeapBytes,
            long rootStackBytes,
            Path elf)
            throws IOException {
        byte[] kernelElf = Files.readAllBytes(kernel);
        byte[] archive = BootArchive.write(entries, rootHeapBytes, rootStackBytes);
        Files.write(elf, BootImage.write(new ImageLinker.Image(kernelElf, kernelElf), archive));
    }
}
