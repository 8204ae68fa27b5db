package ristretto.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of the corpus in {@code system-tests/programs}: one source file, whose first comment lines may say what it is run with: {@code // args: a b},
 * {@code // stdin: text} (one line of input each; {@code \n} and {@code \\} are understood), {@code // exit: 3}.
 */
record CorpusProgram(Path source, List<String> arguments, String input, int exitCode) {

    static CorpusProgram read(Path source) throws IOException {
        List<String> arguments = new ArrayList<>();
        StringBuilder input = new StringBuilder();
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
            } else if (line.startsWith("// exit:")) {
                exitCode = Integer.parseInt(value);
            }
        }
        return new CorpusProgram(source, arguments, input.toString(), exitCode);
    }

    String mainClass() {
        return source.getFileName().toString().replace(".java", "");
    }
}
