package ristretto.compiler.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ristretto.compiler.CompilationFailure;

/** Where class files are looked for: the program's folders and jars, our own, then the java.base of the JDK that runs the compiler. */
public final class ClassPath implements AutoCloseable {
    private record Entry(Path root, boolean isJar) {}

    private final List<Entry> application = new ArrayList<>();
    private final Map<Entry, List<String>> resourcePaths = new HashMap<>();
    private final List<Path> system = new ArrayList<>();
    private final List<Path> systemFiles;
    /** Of a multi-release jar the JDK's own release is looked at, as HotSpot does. */
    private static final Map<String, String> RELEASE =
            Map.of("releaseVersion", Integer.toString(Runtime.version().feature()));

    private final Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
    private final Path jdk = modules.resolve("java.base");
    /** Not read by the compiler's own JVM at all, so that nothing of its state gets into an image: a library like others. */
    private final Path logging = modules.resolve("java.logging");

    private final List<FileSystem> jars = new ArrayList<>();
    /** The jar with the main class, if it is in one: the others are libraries. */
    private Entry program;

    /** Each path is a folder or a jar; it must exist. */
    public ClassPath(List<Path> application, List<Path> system) {
        for (Path path : application) {
            this.application.add(new Entry(root(path), !Files.isDirectory(path)));
        }
        for (Path path : system) {
            this.system.add(root(path));
        }
        this.systemFiles = List.copyOf(system);
    }

    private Path root(Path path) {
        if (Files.isDirectory(path)) {
            return path;
        }
        if (!Files.exists(path)) {
            throw new CompilationFailure("class path: " + path + " does not exist");
        }
        try {
            FileSystem jar = FileSystems.newFileSystem(path, RELEASE);
            jars.add(jar);
            return jar.getPath("/");
        } catch (IOException e) {
            throw new CompilationFailure("class path: " + path + " is neither a folder nor a jar");
        }
    }

    record Found(byte[] bytes, JavaClass.Origin origin, boolean ofLibrary) {
        Found(byte[] bytes, JavaClass.Origin origin) {
            this(bytes, origin, false);
        }
    }

    /** Folders and the jar with this class are the program; other jars are libraries. */
    public void setMainClass(String name) {
        for (Entry entry : application) {
            if (program == null && Files.exists(entry.root.resolve(name + ".class"))) {
                program = entry;
            }
        }
    }

    public boolean hasLibraries() {
        return application.stream().anyMatch(this::isLibrary);
    }

    private boolean isLibrary(Entry entry) {
        return entry.isJar && entry != program;
    }

    /** The class file of the class with this internal name, or null. */
    Found find(String name) {
        for (Path root : system) {
            byte[] bytes = read(root, name);
            if (bytes != null) {
                return new Found(bytes, isBuildTime(name) ? JavaClass.Origin.SYSTEM : JavaClass.Origin.APPLICATION);
            }
        }
        byte[] bytes = read(jdk, name);
        if (bytes != null) {
            return new Found(bytes, JavaClass.Origin.JDK);
        }
        for (Entry entry : application) {
            bytes = read(entry.root, name);
            if (bytes != null) {
                return new Found(bytes, JavaClass.Origin.APPLICATION, isLibrary(entry));
            }
        }
        bytes = read(logging, name);
        return bytes == null ? null : new Found(bytes, JavaClass.Origin.APPLICATION, true);
    }

    /**
     * Paths and contents of the resources that a string constant may mean: the file of that path, one behind any package's path, or the files of a
     * bundle of properties of that name. For the empty string, those of all that there are, without contents.
     */
    public Map<String, byte[]> resources(String constant) {
        String name = constant.startsWith("/") ? constant.substring(1) : constant;
        Pattern bundle = Pattern.compile(Pattern.quote(constant.replace('.', '/')) + "(_\\w+)?\\.properties");
        Map<String, byte[]> found = new LinkedHashMap<>();
        for (Entry entry : application) {
            for (String path : resourcePaths.computeIfAbsent(entry, ClassPath::resourcesIn)) {
                if (constant.isEmpty()) {
                    found.putIfAbsent(path, new byte[0]);
                } else if (path.equals(name)
                        || bundle.matcher(path).matches()
                        || path.endsWith("/" + name) && !constant.startsWith("/")) {
                    found.computeIfAbsent(path, p -> bytes(entry.root.resolve(p)));
                }
            }
        }
        return found;
    }

    /** Contents of all files of this path, in the order of the class path. */
    public List<byte[]> contents(String path) {
        return application.stream()
                .map(entry -> entry.root.resolve(path))
                .filter(Files::isRegularFile)
                .map(ClassPath::bytes)
                .toList();
    }

    private static List<String> resourcesIn(Entry entry) {
        try (Stream<Path> files = Files.walk(entry.root)) {
            return files.filter(file ->
                            Files.isRegularFile(file) && !file.toString().endsWith(".class"))
                    .map(file -> entry.root.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBuildTime(String name) {
        return name.startsWith("ristretto/runtime/")
                || name.startsWith("ristretto/sdk/")
                || name.startsWith("ristretto/kernel/")
                || name.startsWith("ristretto/abi/")
                || name.startsWith("ristretto/magic/");
    }

    private static byte[] read(Path root, String name) {
        Path file = root.resolve(name + ".class");
        return Files.exists(file) ? bytes(file) : null;
    }

    /** Folders and jars of our own classes, for a class loader of the build JVM. */
    public URL[] systemUrls() throws IOException {
        URL[] urls = new URL[systemFiles.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = systemFiles.get(i).toUri().toURL();
        }
        return urls;
    }

    @Override
    public void close() {
        for (FileSystem jar : jars) {
            try {
                jar.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
