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
import java.util.List;
import ristretto.compiler.CompilationFailure;

/** Where class files are looked for: the program's folders and jars, our own, then the java.base of the JDK that runs the compiler. */
public final class ClassPath implements AutoCloseable {
    private final List<Path> application = new ArrayList<>();
    private final List<Path> system = new ArrayList<>();
    private final List<Path> systemFiles;
    private final Path jdk = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
    private final List<FileSystem> jars = new ArrayList<>();

    /** Each path is a folder or a jar; it must exist. */
    public ClassPath(List<Path> application, List<Path> system) {
        for (Path path : application) {
            this.application.add(root(path));
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
            FileSystem jar = FileSystems.newFileSystem(path);
            jars.add(jar);
            return jar.getPath("/");
        } catch (IOException e) {
            throw new CompilationFailure("class path: " + path + " is neither a folder nor a jar");
        }
    }

    record Found(byte[] bytes, JavaClass.Origin origin) {}

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
        for (Path root : application) {
            bytes = read(root, name);
            if (bytes != null) {
                return new Found(bytes, JavaClass.Origin.APPLICATION);
            }
        }
        return null;
    }

    private static boolean isBuildTime(String name) {
        return name.startsWith("ristretto/runtime/")
                || name.startsWith("ristretto/kernel/")
                || name.startsWith("ristretto/abi/")
                || name.startsWith("ristretto/magic/");
    }

    private static byte[] read(Path root, String name) {
        Path file = root.resolve(name + ".class");
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
