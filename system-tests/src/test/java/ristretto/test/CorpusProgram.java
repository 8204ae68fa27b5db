package ristretto.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ristretto.test.bytecode.BytecodeProgram;

/**
 * A program of the corpus. One in {@code system-tests/programs} is a source file, whose first comment lines may say what it is run with:
 * {@code // args: a b}, {@code // stdin: text} (one line of input each; {@code \n} and {@code \\} are understood), {@code // exit: 3}, {@code // resource path: text}
 * (a line of a file on its class path each). Others are written by tests, as source or as bytecode.
 *
 * @param shares has a package of its own, prints to standard output only and returns from {@code main}, so that on HotSpot many can share a JVM
 */
record CorpusProgram(
        String mainClass, Origin origin, boolean shares, List<String> arguments, String input, int exitCode) {

    /** What its class files are made of. */
    interface Origin {
        /** Writes the source, or else the class file, below a folder. */
        void write(Path folder) throws IOException;
    }

    static CorpusProgram read(Path source) throws IOException {
        List<String> arguments = new ArrayList<>();
        StringBuilder input = new StringBuilder();
        Map<String, String> resources = new TreeMap<>();
        int exitCode = 0;
        for (String line : Files.readAllLines(source)) {
            if (!line.startsWith("//")) {
                break;
            }
            String value = line.substring(line.indexOf(':') + 1).strip();
            if (line.startsWith("// args:") && !value.isEmpty()) {
                arguments.addAll(List.of(value.split(" +")));
            } else if (line.startsWith("// stdin:")) {
                input.append(value.translateEscapes()).append('\n');
            } else if (line.startsWith("// resource ")) {
                String path = line.substring("// resource ".length(), line.indexOf(':'));
                resources.merge(path, value.translateEscapes() + "\n", String::concat);
            } else if (line.startsWith("// exit:")) {
                exitCode = Integer.parseInt(value);
            }
        }
        String mainClass = source.getFileName().toString().replace(".java", "");
        return new CorpusProgram(
                mainClass,
                folder -> {
                    Files.copy(source, folder.resolve(source.getFileName()));
                    for (Map.Entry<String, String> resource : resources.entrySet()) {
                        Path file = folder.resolve(resource.getKey());
                        Files.createDirectories(file.getParent());
                        Files.writeString(file, resource.getValue());
                    }
                },
                false,
                arguments,
                input.toString(),
                exitCode);
    }

    static CorpusProgram of(BytecodeProgram program) {
        Origin origin = folder -> {
            Path file = folder.resolve(program.mainClass().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, program.classFile());
        };
        return new CorpusProgram(program.mainClass(), origin, true, List.of(), "", 0);
    }

    /** A program that a test wrote; its source has a package. */
    static CorpusProgram ofSource(String mainClass, String text) {
        Origin origin = folder -> {
            Path source = folder.resolve(mainClass.replace('.', '/') + ".java");
            Files.createDirectories(source.getParent());
            Files.writeString(source, text);
        };
        return new CorpusProgram(mainClass, origin, true, List.of(), "", 0);
    }
}
