package ristretto.tool.description;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * One table of a TOML file, read key by key. Every read says what it expects; what is missing or of another kind becomes a
 * {@link Problem} and a harmless value, so that one run reports everything that is wrong. A key that nobody asked for is a
 * problem too, see {@link #refuseOthers}.
 */
final class Section {
    private final String path;
    private final Table table;
    /** Of what is missing here. */
    private final Place place;

    private final List<Problem> problems;
    private final Set<String> known = new HashSet<>();
    private final Set<String> wrong = new HashSet<>();
    /** Has the values of keys that are missing here; or null. */
    private Section defaults;

    Section(String path, Table table, Place place, List<Problem> problems) {
        this.path = path;
        this.table = table;
        this.place = place;
        this.problems = problems;
    }

    /** From now on what is missing here has the value that it has in that section, for the keys that were asked for there. */
    void inherit(Section section) {
        defaults = section;
    }

    /** Whether this key has a value, of its own or inherited. */
    boolean has(String key) {
        known.add(key);
        return isOwn(key) || isInherited(key);
    }

    String string(String key) {
        Object value = required(key, "a string");
        return value == null ? "" : asString(key, value);
    }

    String string(String key, String otherwise) {
        return has(key) ? asString(key, get(key)) : otherwise;
    }

    long integer(String key, long least, long most) {
        String expected = "an integer from " + least + " to " + most;
        Object value = required(key, expected);
        if (value == null) {
            return least;
        }
        if (value instanceof Long number && number >= least && number <= most) {
            return number;
        }
        problem(key, expected, show(value));
        return least;
    }

    long integer(String key, long least, long most, long otherwise) {
        return has(key) ? integer(key, least, most) : otherwise;
    }

    /** A size in bytes. */
    long bytes(String key, long least, long most) {
        Object value = required(key, Quantity.A_SIZE);
        if (value == null) {
            return least;
        }
        long bytes = quantity(key, value, Quantity.A_SIZE, Quantity::bytes, least);
        if (bytes < least || bytes > most) {
            problem(key, Quantity.ofBytes(least) + " to " + Quantity.ofBytes(most), show(value));
            return least;
        }
        return bytes;
    }

    long bytes(String key, long least, long most, long otherwise) {
        return has(key) ? bytes(key, least, most) : otherwise;
    }

    /** A size in bytes, whole pages. */
    long pages(String key, long least, long most) {
        return multiple(key, 4096, least, most);
    }

    /** A size in bytes, a multiple of {@code unit}. */
    long multiple(String key, long unit, long least, long most) {
        long bytes = bytes(key, least, most);
        if (bytes % unit != 0) {
            problem(key, "a multiple of " + Quantity.ofBytes(unit), show(get(key)));
        }
        return bytes;
    }

    long pages(String key, long least, long most, long otherwise) {
        return has(key) ? pages(key, least, most) : otherwise;
    }

    /** A time in nanoseconds. */
    long time(String key, long least, long most) {
        Object value = required(key, Quantity.A_TIME);
        if (value == null) {
            return least;
        }
        long time = quantity(key, value, Quantity.A_TIME, Quantity::nanoseconds, least);
        if (time < least || time > most) {
            problem(key, Quantity.ofNanoseconds(least) + " to " + Quantity.ofNanoseconds(most), show(value));
            return least;
        }
        return time;
    }

    long time(String key, long least, long most, long otherwise) {
        return has(key) ? time(key, least, most) : otherwise;
    }

    boolean flag(String key) {
        if (!has(key)) {
            return false;
        }
        if (get(key) instanceof Boolean value) {
            return value;
        }
        problem(key, "true or false", show(get(key)));
        return false;
    }

    /** One of some words. */
    String choice(String key, List<String> words, String otherwise) {
        String value = string(key, otherwise);
        if (!words.contains(value)) {
            problem(key, "one of " + String.join(", ", words), show(value), NearestName.of(value, words));
            return otherwise;
        }
        return value;
    }

    List<String> strings(String key) {
        List<String> values = new ArrayList<>();
        if (!has(key)) {
            return values;
        }
        if (!(get(key) instanceof List<?> array)) {
            problem(key, "a list of strings", show(get(key)));
            return values;
        }
        for (Object value : array) {
            if (value instanceof String string) {
                values.add(string);
            } else {
                problem(key, "a list of strings", show(value) + " in it");
            }
        }
        return values;
    }

    /** A list of names out of some, none of them twice. */
    List<String> names(String key, String kind, Collection<String> names) {
        List<String> values = new ArrayList<>();
        for (String name : strings(key)) {
            if (!names.contains(name)) {
                problem(key, kind, show(name), NearestName.of(name, names));
            } else if (values.contains(name)) {
                problem(key, "each name once", show(name) + " twice");
            } else {
                values.add(name);
            }
        }
        return values;
    }

    /** The table of this key, or null (and a problem) where there is none. */
    Section section(String key) {
        Object value = required(key, "a table [" + key + "]");
        if (value instanceof Table inner) {
            return new Section(
                    path.isEmpty() ? key : path + "." + key,
                    inner,
                    table.get(key).place(),
                    problems);
        }
        if (value != null) {
            problem(key, "a table", show(value));
        }
        return null;
    }

    /** All keys, in the order in which they came. */
    List<String> keys() {
        return List.copyOf(table.keys());
    }

    /** The tables in this one, in the order in which they came. */
    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        if (!has(key)) {
            return sections;
        }
        if (!(get(key) instanceof Table inner)) {
            problem(key, "a table", show(get(key)));
            return sections;
        }
        for (String name : inner.keys()) {
            Table.Entry entry = inner.get(name);
            String element = key + "." + name;
            if (entry.content() instanceof Table content) {
                sections.add(new Section(element, content, entry.place(), problems));
            } else {
                problems.add(problem(entry.place(), element, "a table", show(entry.content()), null));
            }
        }
        return sections;
    }

    /** To be called when everything has been read: what else stands here is a mistake. */
    void refuseOthers() {
        refuseOthersThan(Set.copyOf(known));
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

    /** Says that this key should not be there. */
    void refuse(String key, String expected) {
        problem(key, expected, show(get(key)));
    }

    /** Says that the value of this key (or, where it is missing, this table) is wrong. */
    void problem(String key, String expected, String got, String nearest) {
        wrong.add(key);
        if (isInherited(key) && defaults.isWrong(key)) {
            return; // was told where the value stands
        }
        String element = key.isEmpty() ? path : path.isEmpty() ? key : path + "." + key;
        problems.add(problem(isOwn(key) ? table.get(key).place() : place, element, expected, got, nearest));
    }

    private static Problem problem(Place place, String element, String expected, String got, String nearest) {
        return new Problem(place.file(), place.line(), place.prefix() + element, expected, got, nearest);
    }

    void problem(String key, String expected, String got) {
        problem(key, expected, got, null);
    }

    /** Whether a problem with this key was told. */
    boolean isWrong(String key) {
        return wrong.contains(key);
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

    Object get(String key) {
        return isInherited(key) ? defaults.get(key) : table.get(key).content();
    }

    private boolean isOwn(String key) {
        return table.get(key) != null;
    }

    private boolean isInherited(String key) {
        return defaults != null && !isOwn(key) && defaults.known.contains(key) && defaults.isOwn(key);
    }

    private Object required(String key, String expected) {
        if (!has(key)) {
            problem(key, expected, "nothing");
            return null;
        }
        return get(key);
    }

    private String asString(String key, Object value) {
        if (value instanceof String string) {
            return string;
        }
        problem(key, "a string", show(value));
        return "";
    }

    private long quantity(
            String key, Object value, String expected, Function<String, OptionalLong> parser, long otherwise) {
        OptionalLong parsed = value instanceof String text ? parser.apply(text) : OptionalLong.empty();
        if (parsed.isEmpty()) {
            problem(key, expected, show(value));
        }
        return parsed.orElse(otherwise);
    }
}
