package ristretto.compiler.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The parts of LLVM that we use, unpacked from its Maven artifact into a folder of the user's cache. The folder appears
 * complete or not at all: each process that finds none unpacks into a folder of its own and renames that, and whoever comes second
 * uses the first one's.
 */
public final class Toolchain {
    private static final String PACKAGE = "org/bytedeco/llvm/";
    private static final String LIBRARY = "libLLVM.so";
    /** The name by which the executables ask for {@link #LIBRARY}. */
    private static final String LIBRARY_LINK = "libLLVM.so.20.1";

    private static final String LINKER = "lld";
    /** lld behaves as the linker of the system whose linker's name it bears. */
    private static final String LINKER_LINK = "ld.lld";

    private static final String DISASSEMBLER = "llvm-objdump";

    /** Only our benchmarks compile C, so it is unpacked when they ask for it, into a folder of its own. */
    private static final String C_COMPILER = "clang";

    private static final String C_LIBRARY = "libclang-cpp.so";
    private static final String C_LIBRARY_LINK = "libclang-cpp.so.20.1";
    private static final String C_FOLDER_SUFFIX = "-clang";

    private final Path folder;

    private Toolchain(Path folder) {
        this.folder = folder;
    }

    /** Unpacks LLVM if this user's cache does not hold this version yet (about two seconds), or finds it there. */
    public static Toolchain open() {
        return open(cacheFolder());
    }

    static Toolchain open(Path cache) {
        return new Toolchain(unpacked(cache, "", List.of(LIBRARY, LINKER, DISASSEMBLER), unfinished -> {
            Files.createSymbolicLink(unfinished.resolve(LIBRARY_LINK), Path.of(LIBRARY));
            Files.createSymbolicLink(unfinished.resolve(LINKER_LINK), Path.of(LINKER));
        }));
    }

    /** {@code clang} of the same LLVM, for the programs that we are compared with. */
    public Path compilerOfC() {
        Path cache = folder.getParent();
        Path clang = unpacked(cache, C_FOLDER_SUFFIX, List.of(C_COMPILER, C_LIBRARY), unfinished -> {
            Files.createSymbolicLink(unfinished.resolve(LIBRARY_LINK), library());
            Files.createSymbolicLink(unfinished.resolve(C_LIBRARY_LINK), Path.of(C_LIBRARY));
        });
        return clang.resolve(C_COMPILER);
    }

    private interface Links {
        void make(Path unfinished) throws IOException;
    }

    private static Path unpacked(Path cache, String suffix, List<String> names, Links links) {
        String host = host();
        URL resource = Toolchain.class.getClassLoader().getResource(PACKAGE + host + "/" + LIBRARY);
        if (resource == null) {
            throw new LinkException("org.bytedeco:llvm for " + host + " is not on the class path");
        }
        try {
            JarURLConnection connection = (JarURLConnection) resource.openConnection();
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                Path folder = cache.resolve("llvm-" + version(jar) + "-" + host + suffix);
                if (!Files.isDirectory(folder)) {
                    unpack(jar, PACKAGE + host + "/", names, links, folder);
                }
                return folder;
            }
        } catch (IOException e) {
            throw new LinkException("cannot unpack LLVM into " + cache + ": " + e.getMessage(), e);
        }
    }

    private static String version(JarFile jar) throws IOException {
        Properties properties = new Properties();
        try (InputStream content =
                jar.getInputStream(jar.getEntry("META-INF/maven/org.bytedeco/llvm/pom.properties"))) {
            properties.load(content);
        }
        return properties.getProperty("version");
    }

    private static void unpack(JarFile jar, String prefix, List<String> names, Links links, Path folder)
            throws IOException {
        Files.createDirectories(folder.getParent());
        Path unfinished = Files.createTempDirectory(folder.getParent(), "unpacking-");
        try {
            for (String name : names) {
                Path file = unfinished.resolve(name);
                try (InputStream content = jar.getInputStream(jar.getEntry(prefix + name))) {
                    Files.copy(content, file);
                }
                if (!file.toFile().setExecutable(true)) {
                    throw new IOException("cannot make " + file + " executable");
                }
            }
            links.make(unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // If another process was faster, its folder is as good.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        } finally {
            delete(unfinished);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> content = Files.walk(folder)) {
                for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static Path cacheFolder() {
        String cache = System.getenv("XDG_CACHE_HOME");
        return (cache == null || cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache))
                .resolve("ristretto");
    }

    private static String host() {
        String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return "linux-" + (architecture.equals("aarch64") ? "arm64" : "x86_64");
    }

    public Path library() {
        return folder.resolve(LIBRARY);
    }

    public Path linker() {
        return folder.resolve(LINKER_LINK);
    }

    /** {@code llvm-objdump}, for people and tests that look at code. */
    public Path disassembler() {
        return folder.resolve(DISASSEMBLER);
    }
}
