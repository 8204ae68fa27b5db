package ristretto.compiler.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Links objects to an executable by a linker script, with LLVM's lld as a process of its own (it has no C interface). */
public final class Linker {
    private final Path executable;

    public Linker(Toolchain toolchain) {
        executable = toolchain.linker();
    }

    /** Links with the target's script. */
    public void link(List<Path> objects, Target target, Path elf) throws IOException {
        link(objects, target, List.of(), elf);
    }

    /** The same, with further options of the linker's. */
    void link(List<Path> objects, Target target, List<String> options, Path elf) throws IOException {
        Path file = Files.createTempFile("ristretto-", ".ld");
        try (InputStream content = Linker.class.getResourceAsStream(target.script())) {
            Files.write(file, content.readAllBytes());
            link(objects, file, options, elf);
        } finally {
            Files.delete(file);
        }
    }

    /** @throws LinkException with lld's messages, if it fails */
    public void link(List<Path> objects, Path script, Path elf) throws IOException {
        link(objects, script, List.of(), elf);
    }

    private void link(List<Path> objects, Path script, List<String> options, Path elf) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                executable.toString(),
                "-o",
                elf.toString(),
                "-T",
                script.toString(),
                "--gc-sections",
                "--build-id=none",
                "--no-eh-frame-hdr",
                "--fatal-warnings",
                "--nostdlib",
                "-z",
                "max-page-size=4096",
                "-z",
                "separate-loadable-segments",
                "-z",
                "nognustack"));
        command.addAll(options);
        objects.forEach(object -> command.add(object.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new LinkException(output.strip());
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new LinkException("interrupted while linking " + elf, e);
        }
    }
}
