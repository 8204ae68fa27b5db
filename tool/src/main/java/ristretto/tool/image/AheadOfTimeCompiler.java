package ristretto.tool.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import ristretto.compiler.CompilationFailure;
import ristretto.compiler.CompiledModule;
import ristretto.compiler.Compiler;
import ristretto.compiler.link.Assembler;
import ristretto.compiler.link.BootArchive;
import ristretto.compiler.link.BootImage;
import ristretto.compiler.link.CodeGenerator;
import ristretto.compiler.link.ElfImage;
import ristretto.compiler.link.ImageLinker;
import ristretto.compiler.link.Target;
import ristretto.compiler.link.Toolchain;
import ristretto.compiler.stack.KernelStacks;
import ristretto.compiler.stack.StackReport;
import ristretto.tool.Progress;
import ristretto.tool.UserError;

/**
 * Our compiler and LLVM, behind the interface that the tool needs: class files become IR, IR an object, objects an image. LLVM
 * is opened when the first image is compiled, so that a run in which nothing changed never loads it.
 */
public final class AheadOfTimeCompiler implements ImageCompiler {
    private static final int MOST_WARNINGS = 10;
    /** The kernel's assembly for machine mode. */
    private static final String MACHINE_START = "machine.S";
    /** Where the kernel sees the first byte of memory. */
    private static final long MEMORY_START = 0xffff_ffc0_8000_0000L;

    private final List<String> substitutes;
    private Toolchain toolchain;
    private CodeGenerator generator;

    public AheadOfTimeCompiler() {
        this(List.of());
    }

    /** @param substitutes as {@link Compiler} takes them */
    public AheadOfTimeCompiler(List<String> substitutes) {
        this.substitutes = List.copyOf(substitutes);
    }

    @Override
    public String options() {
        return String.join(",", substitutes);
    }

    @Override
    public Findings process(
            List<Path> application, List<Path> system, String mainClass, ImageKind kind, Path elf, Path symbols)
            throws IOException {
        CompiledModule module = kind.forDebugger()
                ? ir(() -> new Compiler(system).compileForDebugger(application, mainClass, Target.RISCV64_PROCESS))
                : programModule(application, system, List.of(mainClass), Target.RISCV64_PROCESS);
        return link(module, kind, elf, symbols);
    }

    @Override
    public Findings processes(
            List<Path> application,
            List<Path> system,
            SequencedMap<String, String> mains,
            Set<String> leftOut,
            Path elf,
            Path symbols)
            throws IOException {
        CompiledModule module = ir(() -> new Compiler(system, substitutes)
                .compileProcesses(application, mains, leftOut, Target.RISCV64_PROCESS));
        warn(module.warnings());
        return link(module, ImageKind.SMALL, elf, symbols);
    }

    private Findings link(CompiledModule module, ImageKind kind, Path elf, Path symbols) throws IOException {
        return inWorkFolder(work -> {
            Path object = work.resolve("process.o");
            generator().compile(module.ir(), object, Target.RISCV64_PROCESS, kind.pipeline());
            ImageLinker.Image image = linker().link(List.of(object), Target.RISCV64_PROCESS, kind.base(), work);
            Files.write(elf, image.stripped());
            Files.write(symbols, image.withSymbols());
            return new Findings(StackReport.of(module, image.withSymbols()), module.immediateCalls());
        });
    }

    @Override
    public void executable(List<Path> application, List<Path> system, String mainClass, Optimisation level, Path elf)
            throws IOException {
        executable(application, system, List.of(mainClass), level, elf);
    }

    /** As the other {@code executable}, of several programs: its first argument names the main class. They have no two classes of one name. */
    public void executable(
            List<Path> application, List<Path> system, List<String> mainClasses, Optimisation level, Path elf)
            throws IOException {
        Target target = Target.LINUX_X86_64;
        CompiledModule module = programModule(application, system, mainClasses, target);
        inWorkFolder(work -> {
            Path object = work.resolve("program.o");
            generator().compile(module.ir(), object, target, level.pipeline());
            Files.write(elf, linker().link(List.of(object), target, work).withSymbols());
            return Findings.NONE;
        });
    }

    @Override
    public Findings kernel(List<Path> system, KernelKind kind, boolean firmware, Path elf) throws IOException {
        CompiledModule module = ir(() -> new Compiler(system).compileKernel());
        return inWorkFolder(work -> {
            Path object = work.resolve("kernel.o");
            generator().compile(module.ir(), object, Target.RISCV64_KERNEL);
            List<Path> objects = new ArrayList<>(List.of(object));
            for (Path source : assembly(system)) {
                if (firmware && source.endsWith(MACHINE_START)) {
                    continue;
                }
                Path assembled = work.resolve(source.getFileName() + ".o");
                new Assembler(generator(), Target.RISCV64_KERNEL).assemble(source, assembled);
                objects.add(assembled);
            }
            long base = firmware ? 0 : MEMORY_START;
            byte[] image = linker().link(objects, Target.RISCV64_KERNEL, base, kind.wrapped(), work)
                    .withSymbols();
            KernelStacks.check(module, new ElfImage(image));
            Files.write(elf, image);
            return new Findings(StackReport.ofKernel(module, image), "");
        });
    }

    @Override
    public void boot(Path kernel, SequencedMap<String, byte[]> entries, BootArchive.Parameters parameters, Path elf)
            throws IOException {
        byte[] kernelElf = Files.readAllBytes(kernel);
        byte[] archive = BootArchive.write(entries, parameters);
        Files.write(elf, BootImage.write(new ImageLinker.Image(kernelElf, kernelElf), archive));
    }

    private CompiledModule programModule(
            List<Path> application, List<Path> system, List<String> mainClasses, Target target) {
        CompiledModule module =
                ir(() -> new Compiler(system, substitutes).compilePrograms(application, mainClasses, target));
        warn(module.warnings());
        return module;
    }

    private static void warn(List<String> warnings) {
        for (String warning : warnings.subList(0, Math.min(warnings.size(), MOST_WARNINGS))) {
            Progress.say("warning: %s", warning);
        }
        if (warnings.size() > MOST_WARNINGS) {
            Progress.say("warning: and %d more", warnings.size() - MOST_WARNINGS);
        }
    }

    private interface Translation {
        CompiledModule translate();
    }

    private static CompiledModule ir(Translation translation) {
        try {
            return translation.translate();
        } catch (CompilationFailure e) {
            throw new UserError(e.getMessage());
        }
    }

    private interface Work {
        Findings in(Path folder) throws IOException;
    }

    private static Findings inWorkFolder(Work work) throws IOException {
        Path folder = Files.createTempDirectory("ristretto-image-");
        try {
            return work.in(folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The assembly files among the classes of these folders. */
    private static List<Path> assembly(List<Path> folders) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".S")).sorted().forEach(sources::add);
            }
        }
        return sources;
    }

    private ImageLinker linker() {
        return new ImageLinker(toolchain, generator());
    }

    private synchronized CodeGenerator generator() {
        if (generator == null) {
            toolchain = Toolchain.open();
            generator = new CodeGenerator(toolchain);
        }
        return generator;
    }
}
