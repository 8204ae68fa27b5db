package ristretto.tool.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import ristretto.tool.House;
import ristretto.tool.Progress;

/**
 * Compiles an image only where no image of the same inputs lies in {@code build/images}. The inputs are all bytes of the class path,
 * of the compiler itself, and the JDK's build. An image appears in the folder complete or not at all.
 */
public final class ImageCache {
    /** Whoever needs an image that somebody else is compiling waits for it. */
    private static final ConcurrentMap<Path, Object> LOCKS = new ConcurrentHashMap<>();

    private final Path folder;
    private final ImageCompiler compiler;
    private final String compilerHash;

    /** @param folder where the images lie, and are looked for */
    public ImageCache(House house, ImageCompiler compiler, Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.compiler = compiler;
        this.compilerHash = new ContentHash()
                .path(house.classes("compiler"))
                .path(house.root().resolve("java.options"))
                .path(house.root().resolve("compiler/pom.xml"))
                .text(System.getProperty("java.vm.version"))
                .text(compiler.options())
                .hex();
    }

    /** @param name for whoever waits */
    public Path process(String name, List<Path> application, List<Path> system, String mainClass, ImageKind kind)
            throws IOException {
        ContentHash hash = new ContentHash().text(compilerHash).text(mainClass).text(kind.toString());
        List<Path> classPath = new ArrayList<>(application);
        classPath.addAll(system);
        return image(
                name,
                hash,
                classPath,
                elf -> compiler.process(application, system, mainClass, kind, elf, symbolsOf(elf)));
    }

    /** A program for Linux. */
    public Path executable(String name, List<Path> application, List<Path> system, String mainClass, Optimisation level)
            throws IOException {
        ContentHash hash = new ContentHash()
                .text(compilerHash)
                .text("linux-x86_64")
                .text(level.name())
                .text(mainClass);
        List<Path> classPath = new ArrayList<>(application);
        classPath.addAll(system);
        return image(name, hash, classPath, elf -> {
            compiler.executable(application, system, mainClass, level, elf);
            return ImageCompiler.Findings.NONE;
        });
    }

    public Path kernel(List<Path> classPath, KernelKind kind, boolean firmware) throws IOException {
        ContentHash hash = new ContentHash()
                .text(compilerHash)
                .text(kind.wrapped().toString())
                .text(firmware ? "" : "no firmware");
        String name = kind == KernelKind.SHIPPED ? "kernel" : "kernel-debug";
        return image(name, hash, classPath, elf -> compiler.kernel(classPath, kind, firmware, elf));
    }

    /** One image of several components, see {@link ImageCompiler#processes}. */
    public Path processes(
            String name,
            List<Path> application,
            List<Path> system,
            SequencedMap<String, String> mains,
            SortedSet<String> leftOut)
            throws IOException {
        ContentHash hash =
                new ContentHash().text(compilerHash).text(mains.toString()).text(leftOut.toString());
        List<Path> classPath = new ArrayList<>(application);
        classPath.addAll(system);
        return image(
                name,
                hash,
                classPath,
                elf -> compiler.processes(application, system, mains, leftOut, elf, symbolsOf(elf)));
    }

    private interface Compilation {
        ImageCompiler.Findings into(Path elf) throws IOException;
    }

    private Path image(String name, ContentHash hash, List<Path> classPath, Compilation compilation)
            throws IOException {
        for (Path entry : classPath) {
            hash.path(entry);
        }
        Path image = folder.resolve(name + "-" + hash.hex().substring(0, 24) + ".elf");
        synchronized (LOCKS.computeIfAbsent(image, path -> new Object())) {
            if (!Files.exists(image)) {
                compile(name, image, compilation);
            }
        }
        return image;
    }

    /** How much stack the entry points of an image in this cache need, for people. */
    public static String stacks(Path image) throws IOException {
        return Files.readString(stacksOf(image));
    }

    /** What is known of an image's immediate calls, see {@link ristretto.compiler.waiting.ImmediateCalls}. */
    public static String immediateCalls(Path image) throws IOException {
        return Files.readString(callsOf(image));
    }

    /** The same image with symbols and debug information; the kernel's has them itself. */
    public static Path symbolsOf(Path image) {
        return image.resolveSibling(image.getFileName() + ".symbols");
    }

    private static Path stacksOf(Path image) {
        return image.resolveSibling(image.getFileName() + ".stacks");
    }

    private static Path callsOf(Path image) {
        return image.resolveSibling(image.getFileName() + ".calls");
    }

    private void compile(String name, Path image, Compilation compilation) throws IOException {
        long start = System.nanoTime();
        Path unfinished = Files.createTempFile(folder, name, ".unfinished");
        try {
            ImageCompiler.Findings found = compilation.into(unfinished);
            if (!unfinished.toFile().setExecutable(true)) {
                throw new IOException("cannot make " + unfinished + " executable");
            }
            Files.writeString(stacksOf(image), found.stacks());
            Files.writeString(callsOf(image), found.immediateCalls());
            if (Files.exists(symbolsOf(unfinished))) {
                Files.move(symbolsOf(unfinished), symbolsOf(image), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(unfinished, image, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
            Files.deleteIfExists(symbolsOf(unfinished));
        }
        Progress.say(
                "  compiled %s (%d KB, %.1f s)", name, Files.size(image) / 1024, (System.nanoTime() - start) / 1e9);
    }
}
