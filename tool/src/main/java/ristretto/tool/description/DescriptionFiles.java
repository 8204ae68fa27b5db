package ristretto.tool.description;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/**
 * Reads a description and what it includes into one table. What a file says itself goes before what it includes. Files that are included side by
 * side must not contradict each other in what the including file leaves to them: no order of theirs decides anything.
 */
final class DescriptionFiles {
    static final String INCLUDE = "include";
    static final String OF_INCLUDE =
            "Files whose tables this one takes over, relative to it. What it says itself goes before them.";
    private static final String A_LIST = "a list of files";

    private final List<Problem> problems;
    /** Files that are being read, each included by the next one; a file among them must not be included again. */
    private final Deque<Path> open = new ArrayDeque<>();

    private DescriptionFiles(List<Problem> problems) {
        this.problems = problems;
    }

    /** Both values stand in files that one file includes, which does not say which of them it means. */
    private record Contradiction(List<String> path, Problem problem) {}

    /** @param shown the file's name in messages; names of included files follow from it */
    static Table read(Path file, Path shown, List<Problem> problems) throws IOException {
        return new DescriptionFiles(problems).read(file, shown);
    }

    private Table read(Path file, Path shown) throws IOException {
        String text = text(file, shown);
        TomlParseResult toml = Toml.parse(text);
        List<String> lines = text.lines().toList();
        for (TomlParseError error : toml.errors()) {
            int line = error.position().line();
            String got = line <= lines.size() ? lines.get(line - 1).strip() : "the end of the file";
            problems.add(new Problem(shown, line, "", "TOML", got + " (" + error.getMessage() + ")", null));
        }
        Table own = Table.of(toml, shown);
        own.remove(INCLUDE);
        open.push(identity(file));
        Table all = included(toml, lines, file, shown, own);
        open.pop();
        all.override(own);
        return all;
    }

    private String text(Path file, Path shown) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            problems.add(new Problem(shown, 1, "", "text in UTF-8", "other bytes", null));
            return "";
        } catch (IOException e) {
            throw new IOException("cannot read " + shown + ": " + e.getMessage(), e);
        }
    }

    private Table included(TomlParseResult toml, List<String> lines, Path file, Path shown, Table own)
            throws IOException {
        Table all = new Table();
        Object list = toml.get(List.of(INCLUDE));
        if (list == null) {
            return all;
        }
        int line = toml.inputPositionOf(List.of(INCLUDE)).line();
        if (!(list instanceof TomlArray array)) {
            problem(new Place(shown, line), A_LIST, Section.show(list), null);
            return all;
        }
        List<Contradiction> contradictions = new ArrayList<>();
        Set<Path> before = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            Place place = new Place(shown, lineOf(array.inputPositionOf(i), lines));
            Path other = other(array.get(i), file, place);
            if (other == null) {
                continue;
            }
            String name = (String) array.get(i);
            if (!before.add(identity(other))) {
                problem(place, "each file once", Section.show(name) + " twice", null);
                continue;
            }
            Table table = read(other, shown.resolveSibling(name).normalize());
            all.join(table, (path, first, second) -> contradictions.add(contradiction(place, path, first, second)));
        }
        contradictions.removeIf(contradiction -> own.has(contradiction.path));
        contradictions.forEach(contradiction -> problems.add(contradiction.problem));
        return all;
    }

    /** The parser says where the space before an element begins, which may be some lines above it. */
    private static int lineOf(TomlPosition position, List<String> lines) {
        int line = position.line();
        String rest = lines.get(line - 1).substring(position.column() - 1).strip();
        while (rest.isEmpty() || rest.startsWith("#")) {
            rest = lines.get(line).strip();
            line++;
        }
        return line;
    }

    /** The file that an element of the list means, or null and a problem. */
    private Path other(Object element, Path file, Place place) throws IOException {
        if (!(element instanceof String name)) {
            problem(place, A_LIST, Section.show(element) + " in it", null);
            return null;
        }
        Path other = file.resolveSibling(name);
        if (!Files.isRegularFile(other)) {
            problem(place, "a file", Section.show(name), NearestName.of(name, beside(file, name)));
            return null;
        }
        if (open.contains(identity(other))) {
            problem(place, "a file that does not include this one", Section.show(name), null);
            return null;
        }
        return other;
    }

    /** What could have been meant: the other descriptions in the folder that was named. */
    private static List<String> beside(Path file, String name) throws IOException {
        Path folder = file.resolveSibling(name).toAbsolutePath().normalize().getParent();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        String before = name.substring(0, name.lastIndexOf('/') + 1);
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(beside -> beside.getFileName().toString())
                    .filter(beside -> beside.endsWith(".toml"))
                    .filter(beside -> !beside.equals(file.getFileName().toString()))
                    .sorted()
                    .map(beside -> before + beside)
                    .toList();
        }
    }

    private static Contradiction contradiction(Place place, List<String> path, Table.Entry first, Table.Entry second) {
        String got = said(first) + " and " + said(second);
        String expected = "one value of " + String.join(".", path) + " in these files, or one here";
        return new Contradiction(path, new Problem(place.file(), place.line(), INCLUDE, expected, got, null));
    }

    private static String said(Table.Entry entry) {
        return Section.show(entry.content()) + " in " + entry.place();
    }

    private void problem(Place place, String expected, String got, String nearest) {
        problems.add(new Problem(place.file(), place.line(), INCLUDE, expected, got, nearest));
    }

    private static Path identity(Path file) throws IOException {
        return file.toRealPath();
    }
}
