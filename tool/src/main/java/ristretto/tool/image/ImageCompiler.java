package ristretto.tool.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import ristretto.compiler.link.BootArchive;

/** What the tool asks of the compiler. Each method writes the whole file or none. */
public interface ImageCompiler {

    /**
     * What is found out about an image on the way.
     *
     * @param stacks how much stack its entry points need, for people
     * @param immediateCalls see {@link ristretto.compiler.waiting.ImmediateCalls}
     */
    record Findings(String stacks, String immediateCalls) {
        static final Findings NONE = new Findings("", "");
    }

    /** What is compiled differently from how it usually is: images of other options are other images. */
    default String options() {
        return "";
    }

    /**
     * @param application the program's own folders and jars
     * @param system those that every process stands on
     * @param elf the process's image, stripped, with its trace table
     * @param symbols the same with symbols and debug information, for tools
     * @throws ristretto.tool.UserError where the program uses something that is not supported
     */
    Findings process(
            List<Path> application, List<Path> system, String mainClass, ImageKind kind, Path elf, Path symbols)
            throws IOException;

    /**
     * Several components as one image, for processes that share its code; a process finds its main class by its own name.
     *
     * @param mains main class by process
     * @param leftOut features of which the system has none, see {@link UnusedFeatures}
     */
    Findings processes(
            List<Path> application,
            List<Path> system,
            SequencedMap<String, String> mains,
            Set<String> leftOut,
            Path elf,
            Path symbols)
            throws IOException;

    /**
     * A program for Linux.
     *
     * @param elf an executable with its trace table, symbols and debug information
     * @throws ristretto.tool.UserError as {@link #process}
     */
    void executable(List<Path> application, List<Path> system, String mainClass, Optimisation level, Path elf)
            throws IOException;

    /**
     * @param system folders of the kernel's classes and assembly, those of the debug build among them where it is one
     * @param firmware whether it starts in supervisor mode, behind the firmware's memory; otherwise it has what machine mode needs, and begins where memory does
     * @param elf the kernel with symbols and debug information
     */
    Findings kernel(List<Path> system, KernelKind kind, boolean firmware, Path elf) throws IOException;

    /** The kernel with a boot archive of these entries behind it. */
    void boot(Path kernel, SequencedMap<String, byte[]> entries, BootArchive.Parameters parameters, Path elf)
            throws IOException;

    /** The same on a machine whose firmware passes a device tree. */
    default void boot(
            Path kernel, SequencedMap<String, byte[]> entries, long rootHeapBytes, long rootStackBytes, Path elf)
            throws IOException {
        boot(kernel, entries, BootArchive.Parameters.ofRoot(rootHeapBytes, rootStackBytes), elf);
    }
}
