package ristretto.tool.machine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The commands with which gdb looks into a machine that waits for it: which symbols there are, how Java's objects are printed, and where the machine is. */
public final class GdbScript {
    private static final String PRINTERS = "printers.py";

    /**
     * Writes the script, and what it needs, into a folder.
     *
     * @param symbols the kernel's first
     * @param target as gdb's {@code target remote} takes it
     */
    public static Path write(Path folder, String name, List<Path> symbols, String target) throws IOException {
        Files.createDirectories(folder);
        Path printers = folder.resolve(PRINTERS);
        try (InputStream content = GdbScript.class.getResourceAsStream(PRINTERS)) {
            Files.write(printers, content.readAllBytes());
        }
        StringBuilder script = new StringBuilder();
        script.append("set architecture riscv:rv64\nset confirm off\n");
        // What lies at an address may be another process's just now, so the length of an instruction cannot be looked
        // up there.
        script.append("set riscv use-compressed-breakpoints yes\n");
        script.append("file ").append(symbols.getFirst()).append('\n');
        for (Path file : symbols.subList(1, symbols.size())) {
            script.append("add-symbol-file ").append(file).append('\n');
        }
        script.append("source ").append(printers).append('\n');
        script.append("target remote ").append(target).append('\n');
        return Files.writeString(folder.resolve(name + ".gdb"), script);
    }

    private GdbScript() {}
}
