package ristretto.test;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program in a folder of {@code system-tests/libraries}. The source with the main class says which libraries it uses, one
 * {@code // library: group:artifact} a line; their versions are those of this module's test dependencies. A line {@code // not yet: why}
 * keeps it from being run.
 */
record LibraryProgram(List<Path> sources, List<Path> grammars, String mainClass, String jars, String notYet) {
    private static final String LIBRARY = "// library: ";
    private static final String NOT_YET = "// not yet: ";

    static LibraryProgram read(Path folder) throws IOException {
        List<Path> sources = having(folder, ".java");
        List<Path> grammars = having(folder, ".g4");
        for (Path source : sources) {
            List<String> lines = Files.readAllLines(source);
            List<String> artifacts = lines.stream()
                    .filter(line -> line.startsWith(LIBRARY))
                    .map(line -> line.substring(line.lastIndexOf(':') + 1))
                    .toList();
            if (!artifacts.isEmpty()) {
                String mainClass = source.getFileName().toString().replace(".java", "");
                String jars =
                        artifacts.stream().map(LibraryProgram::jar).collect(Collectors.joining(File.pathSeparator));
                String notYet = lines.stream()
                        .filter(line -> line.startsWith(NOT_YET))
                        .findFirst()
                        .orElse(null);
                return new LibraryProgram(sources, grammars, mainClass, jars, notYet);
            }
        }
        throw new IllegalStateException("no source in " + folder + " has a line " + LIBRARY + "group:artifact");
    }

    private static List<Path> having(Path folder, String extension) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        }
    }

    private static String jar(String artifact) {
        List<String> found = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (Path.of(entry).getFileName().toString().matches(artifact + "-[0-9].*\\.jar")) {
                found.add(entry);
            }
        }
        if (found.size() != 1) {
            throw new IllegalStateException(artifact + ": expected one jar on the test class path, got " + found);
        }
        return found.getFirst();
    }
}
