package ristretto.tool.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import ristretto.compiler.link.Toolchain;
import ristretto.tool.machine.Machine;

/**
 * The C programs in {@code bench/c}, compiled by the clang of the LLVM that we use ourselves, for the same processor, and run on the bare
 * machine. No multiplication is fused with an addition, because Java does not allow that and the results are compared.
 */
final class TwinsInC {
    private static final List<String> TARGET =
            List.of("--target=riscv64-unknown-elf", "-march=rv64gc", "-mabi=lp64d", "-mcmodel=medany");
    private static final List<String> OPTIONS = List.of(
            "-O2", "-ffreestanding", "-nostdinc", "-fno-pic", "-ffp-contract=off", "-fno-math-errno", "-std=c17");
    /** Where memcpy is defined its loop must not become a call of memcpy. */
    private static final String MEMORY = "memory.c";

    private static final int SECONDS = 300;
    private static final long MEMORY_BYTES = 64L << 20;

    private final Path sources;
    private final Toolchain toolchain;

    TwinsInC(Path sources, Toolchain toolchain) {
        this.sources = sources;
        this.toolchain = toolchain;
    }

    CountedRuns run() throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("ristretto-bench-c-");
        try {
            Path elf = build(work);
            Machine machine = new Machine(elf, MEMORY_BYTES, true).withoutFirmware();
            return CountedRuns.parse(output(machine.onPipes()));
        } finally {
            delete(work);
        }
    }

    private Path build(Path work) throws IOException, InterruptedException {
        List<String> link = new ArrayList<>(List.of(
                toolchain.linker().toString(), "-T", sources.resolve("bench.ld").toString()));
        try (Stream<Path> files = Files.list(sources)) {
            for (Path source : files.sorted().toList()) {
                String name = source.getFileName().toString();
                if (name.endsWith(".c") || name.endsWith(".S")) {
                    Path object = work.resolve(name + ".o");
                    compile(source, name, object);
                    link.add(object.toString());
                }
            }
        }
        Path elf = work.resolve("bench.elf");
        link.addAll(List.of("-o", elf.toString()));
        output(link);
        return elf;
    }

    private void compile(Path source, String name, Path object) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(toolchain.compilerOfC().toString()));
        command.addAll(TARGET);
        if (name.endsWith(".c")) {
            command.addAll(OPTIONS);
        }
        if (name.equals(MEMORY)) {
            command.add("-fno-builtin");
        }
        command.addAll(List.of("-c", source.toString(), "-o", object.toString()));
        output(command);
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            Thread limit = Thread.ofPlatform().daemon().start(() -> endLater(process));
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            limit.interrupt();
            if (exitCode != 0) {
                throw new IOException(command.getFirst() + " failed: " + output);
            }
            return output;
        } finally {
            process.destroyForcibly();
        }
    }

    private static void endLater(Process process) {
        try {
            process.waitFor(SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
        } catch (InterruptedException e) {
            // It ended in time.
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
