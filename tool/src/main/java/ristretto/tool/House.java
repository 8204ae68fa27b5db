package ristretto.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where things lie in a working copy: class files of each module, system descriptions, and {@code build/} for all that
 * is made of them.
 */
public record House(Path root) {
    private static final List<String> UNDER_EVERY_PROCESS = List.of("abi", "magic", "runtime");

    /** The working copy whose {@code ristretto} command runs. */
    public static House ofThisRun() {
        String home = System.getProperty("ristretto.home");
        if (home == null) {
            throw new UserError("start Ristretto by its command ./ristretto, or set -Dristretto.home");
        }
        return new House(Path.of(home).toAbsolutePath().normalize());
    }

    public Path classes(String module) {
        return root.resolve(module).resolve("target/classes");
    }

    public Path systems() {
        return root.resolve("systems");
    }

    public Path build() {
        return root.resolve("build");
    }

    public List<Path> kernelClassPath() {
        return List.of(classes("kernel"), classes("abi"), classes("magic"));
    }

    /** What a user's program stands on. */
    public List<Path> underPrograms() {
        return UNDER_EVERY_PROCESS.stream().map(this::classes).toList();
    }

    /** What a component stands on. */
    public List<Path> underComponents() {
        List<Path> path = new ArrayList<>(List.of(classes("services/api"), classes("sdk")));
        path.addAll(underPrograms());
        return path;
    }

    /** The class folders in which system descriptions may name a main class. */
    public List<Path> components() {
        try (Stream<Path> services = Files.list(root.resolve("services"))) {
            Stream<Path> folders = services.sorted().map(service -> service.resolve("target/classes"));
            return Stream.concat(folders, Stream.of(classes("bench")))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UserError("cannot list " + root.resolve("services") + ": " + e.getMessage());
        }
    }
}
