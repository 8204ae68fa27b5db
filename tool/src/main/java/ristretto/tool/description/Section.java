package ristretto.tool.description;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * One table of a description, read key by key. What is missing or of another kind than its {@link Key} says becomes a
 * {@link Problem} and a harmless value, so that one run reports everything that is wrong. A key that the table's {@link Form} does not
 * have is a problem too, see {@link #refuseOthersThan}.
 */
final class Section {
    private final String path;
    private final Table table;
    /** Of what is missing here. */
    private final Place place;

    private final List<Problem> problems;
    private final Set<String> wrong = new HashSet<>();
    /** Has the values of keys that are missing here; or null. */
    private Section defaults;
    /** Those for which it has them. */
    private Set<String> inherited = Set.of();

    Section(String path, Table table, Place place, List<Problem> problems) {
        this.path = path;
        this.table = table;
        this.place = place;
        this.problems = problems;
    }

    /** From now on what is missing here has the value that it has in that section, for these keys. */
    void inherit(Section section, Set<String> keys) {
        defaults = section;
        inherited = keys;
    }

    /** Whether this key has a value, of its own or inherited. */
    boolean has(Key<?> key) {
        return isOwn(key.name()) || isInherited(key.name());
    }

    /** The value of this key; a harmless one and a problem where it is wrong, or missing and must not be. */
    <T> T value(Key<T> key) {
        if (has(key)) {
            return key.kind().read(get(key), (expected, got, nearest) -> problem(key.name(), expected, got, nearest));
        }
        if (key.isRequired()) {
            problem(key.name(), key.kind().expected(), "nothing", null);
            return key.kind().harmless();
        }
        return key.otherwise();
    }

    /** A list of names out of some. */
    List<String> names(Key<List<String>> key, String kind, Collection<String> names) {
        List<String> values = new ArrayList<>();
        for (String name : value(key)) {
            if (names.contains(name)) {
                values.add(name);
            } else {
                problem(key.name(), kind, show(name), NearestName.of(name, names));
            }
        }
        return values;
    }

    boolean hasTable(String key) {
        return isOwn(key);
    }

    /** The table of this key, or null (and a problem) where there is none. */
    Section section(String key) {
        if (!isOwn(key)) {
            problem(key, "a table [" + key + "]", "nothing", null);
            return null;
        }
        Table.Entry entry = table.get(key);
        if (entry.content() instanceof Table inner) {
            return new Section(path.isEmpty() ? key : path + "." + key, inner, entry.place(), problems);
        }
        problem(key, "a table", show(entry.content()), null);
        return null;
    }

    /** All keys, in the order in which they came. */
    List<String> keys() {
        return List.copyOf(table.keys());
    }

    /** The tables in this one, in the order in which they came. */
    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        Section outer = isOwn(key) ? section(key) : null;
        if (outer == null) {
            return sections;
        }
        for (String name : outer.keys()) {
            Section inner = outer.section(name);
            if (inner != null) {
                sections.add(inner);
            }
        }
        return sections;
    }

    /** Every key but these is a mistake. */
    void refuseOthersThan(Set<String> keys) {
        for (String key : table.keys()) {
            if (!keys.contains(key)) {
                String expected =
                        "one of " + String.join(", ", keys.stream().sorted().toList());
                problem(key, expected, show(key), NearestName.of(key, keys));
            }
        }
    }

    Table table() {
        return table;
    }

    /** The last part of its path. */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Says that the value of this key (or, where it is missing, this table) is wrong. */
    void problem(Key<?> key, String expected, String got) {
        problem(key.name(), expected, got, null);
    }

    /** Says so of a key that no {@link Form} has, or, if it is empty, of the table itself. */
    void problem(String key, String expected, String got, String nearest) {
        wrong.add(key);
        if (isInherited(key) && defaults.wrong.contains(key)) {
            return; // was told where the value stands
        }
        String element = key.isEmpty() ? path : path.isEmpty() ? key : path + "." + key;
        Place where = isOwn(key) ? table.get(key).place() : place;
        problems.add(new Problem(where.file(), where.line(), where.prefix() + element, expected, got, nearest));
    }

    /** Whether a problem with this key was told. */
    boolean isWrong(Key<?> key) {
        return wrong.contains(key.name());
    }

    /** A value as it may stand in the file. */
    static String show(Object value) {
        return switch (value) {
            case String string -> "\"" + string + "\"";
            case List<?> _, TomlArray _ -> "a list";
            case Table _, TomlTable _ -> "a table";
            default -> value.toString();
        };
    }

    /** What stands there, right or wrong. */
    Object get(Key<?> key) {
        String name = key.name();
        return isInherited(name)
                ? defaults.table.get(name).content()
                : table.get(name).content();
    }

    private boolean isOwn(String key) {
        return table.get(key) != null;
    }

    private boolean isInherited(String key) {
        return defaults != null && !isOwn(key) && inherited.contains(key) && defaults.isOwn(key);
    }
}
