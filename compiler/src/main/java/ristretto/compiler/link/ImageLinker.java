package ristretto.compiler.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * From objects to the image of a process or the kernel, with the assembly that every image has and the trace table of its
 * debug information. Links twice, after the switch of fibers has been fitted to the code: the table is made from the first result and lies behind the code in the second, where no code moves.
 */
public final class ImageLinker {
    /**
     * @param stripped what is booted
     * @param withSymbols the same with symbols and debug information, for tools
     */
    public record Image(byte[] stripped, byte[] withSymbols) {}

    private final Linker linker;
    private final CodeGenerator generator;

    public ImageLinker(Toolchain toolchain, CodeGenerator generator) {
        linker = new Linker(toolchain);
        this.generator = generator;
    }

    /**
     * Links a program, or the kernel, whose own assembly is then among the objects, with its first instruction in {@code .text.start}; adds the target's
     * assembly. A program's traces are exact at memory accesses only where the IR's location has a column, see {@link TraceTableBuilder#build}.
     */
    public Image link(List<Path> objects, Target target, Path workFolder) throws IOException {
        return link(objects, target, List.of(), workFolder);
    }

    /**
     * The same for a process whose image begins at an address of its own: a debugger of the whole machine tells by addresses alone where it is.
     *
     * @param base on a page boundary; 0: the usual place
     */
    public Image link(List<Path> objects, Target target, long base, Path workFolder) throws IOException {
        return link(objects, target, base, List.of(), workFolder);
    }

    /**
     * The same for a kernel in which calls of the name N from one object to another lead to {@code __wrap_N}, which finds N itself by the
     * name {@code __real_N}.
     */
    public Image link(List<Path> objects, Target target, long base, List<String> wrapped, Path workFolder)
            throws IOException {
        List<String> options = new ArrayList<>();
        if (base != 0) {
            options.add("--defsym=image_base=0x" + Long.toHexString(base));
        }
        wrapped.forEach(name -> options.add("--wrap=" + name));
        return link(objects, target, options, workFolder);
    }

    private Image link(List<Path> objects, Target target, List<String> options, Path workFolder) throws IOException {
        Assembler assembler = new Assembler(generator, target);
        List<Path> all = new ArrayList<>(objects);
        for (String resource : target.assembly()) {
            Path object = objectOf(resource, workFolder);
            assembler.assemble(ImageLinker.class, resource, object);
            all.add(object);
        }
        Path elf = workFolder.resolve("linked.elf");
        linker.link(all, target, options, elf);
        byte[] first = Files.readAllBytes(elf);
        if (switchesIntegersOnly(new ElfImage(first), target)) {
            String resource = target.fiberSwitch();
            assembler.assemble(ImageLinker.class, resource, ".set INTEGERS_ONLY, 1; ", objectOf(resource, workFolder));
            linker.link(all, target, options, elf);
            first = Files.readAllBytes(elf);
        }

        Path table = workFolder.resolve("trace.bin");
        Path source = workFolder.resolve("trace.S");
        Path object = workFolder.resolve("trace.o");
        Files.write(table, TraceTableBuilder.build(first, target.code(), target.isKernel()));
        Files.writeString(source, ".section .trace, \"a\", @progbits\n.balign 8\n.incbin \"" + table + "\"\n");
        assembler.assemble(source, object);
        all.add(object);
        linker.link(all, target, options, elf);
        byte[] second = Files.readAllBytes(elf);
        checkSameCode(new ElfImage(first), new ElfImage(second));
        return new Image(new ElfImage(second).strip(), second);
    }

    private static Path objectOf(String resource, Path workFolder) {
        return workFolder.resolve(resource.replace('/', '-') + ".o");
    }

    /** Whether the program switches between fibers, and none of its functions preserves a floating-point register, so that none uses one across a call. */
    private static boolean switchesIntegersOnly(ElfImage elf, Target target) {
        return elf.symbols().stream()
                .filter(symbol -> symbol.name().equals("fiber_switch"))
                .anyMatch(routine -> !target.code()
                        .preservesFloatingPoint(elf.section(".text"), elf.sectionAddress(".text"), routine));
    }

    private static void checkSameCode(ElfImage first, ElfImage second) {
        boolean same = Arrays.equals(functions(first), functions(second))
                && first.symbol("trace_start") == second.symbol("trace_start");
        if (!same) {
            throw new LinkException("the trace table moved the code that it describes");
        }
    }

    private static long[] functions(ElfImage elf) {
        return elf.symbols().stream()
                .filter(symbol -> symbol.kind() == ElfImage.Symbol.CODE)
                .mapToLong(ElfImage.Symbol::address)
                .toArray();
    }
}
