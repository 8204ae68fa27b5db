package ristretto.tool.description;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys that a table may have.
 *
 * @param table its name, in the manual
 */
record Form(String table, List<Key<?>> keys) {

    static Form of(String table, Key<?>... keys) {
        return new Form(table, Arrays.asList(keys));
    }

    Form and(String name, Key<?>... more) {
        return new Form(name, Stream.concat(keys.stream(), Stream.of(more)).toList());
    }

    /** The same form but for the key of this one's name. */
    Form with(String name, Key<?> other) {
        return new Form(
                name,
                keys.stream()
                        .<Key<?>>map(key -> key.name().equals(other.name()) ? other : key)
                        .toList());
    }

    Set<String> names() {
        return keys.stream().map(Key::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Names of the keys that must be there. */
    List<String> required() {
        return keys.stream().filter(Key::isRequired).map(Key::name).toList();
    }
}
