package ristretto.compiler.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ristretto.compiler.CompilationFailure;

/** Which of our classes gives methods to which class of the JDK: all that carry {@code @Substitute} in a given folder of the runtime. */
public final class Substitutions {
    private static final String ANNOTATION = "Lristretto/runtime/Substitute;";

    private final Map<String, String> substitutes = new HashMap<>();
    private final Map<String, String> targets = new HashMap<>();
    private final List<String> packages = new ArrayList<>(List.of("jdk"));

    /** No substitutes at all: the kernel's. */
    public static Substitutions none() {
        return new Substitutions();
    }

    /** Looks through the classes of package {@code ristretto.runtime.jdk} in these folders or jars. */
    public static Substitutions in(List<Path> roots) {
        return in(roots, List.of());
    }

    /** @param packages further packages of {@code ristretto.runtime} to look through, by their names' rest: {@code collect/always} */
    public static Substitutions in(List<Path> roots, List<String> packages) {
        Substitutions found = new Substitutions();
        found.packages.addAll(packages);
        for (Path root : roots) {
            try {
                if (Files.isDirectory(root)) {
                    found.scan(root);
                } else {
                    try (FileSystem jar = FileSystems.newFileSystem(root)) {
                        found.scan(jar.getPath("/"));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private void scan(Path root) throws IOException {
        for (String name : packages) {
            scanPackage(root.resolve("ristretto/runtime").resolve(name));
        }
    }

    private void scanPackage(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                add(ClassFile.of().parse(Files.readAllBytes(file)));
            }
        }
    }

    private void add(ClassModel model) {
        String target = MethodAnnotations.value(model, ANNOTATION);
        if (target != null) {
            String substitute = model.thisClass().asInternalName();
            String other = substitutes.put(target.replace('.', '/'), substitute);
            if (other != null) {
                throw new CompilationFailure(target + " has two substitutes: " + other + " and " + substitute);
            }
            targets.put(substitute, target.replace('.', '/'));
        }
    }

    /** Internal name of the substitute of a class, or null. */
    public String substituteOf(String target) {
        return substitutes.get(target);
    }

    /** Internal name of the class that a substitute belongs to, or null. */
    public String targetOf(String substitute) {
        return targets.get(substitute);
    }
}
