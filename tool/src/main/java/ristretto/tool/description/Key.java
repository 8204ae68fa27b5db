package ristretto.tool.description;

import java.util.Map;

/**
 * A key of a table.
 *
 * @param otherwise the value where it is missing; null where it must not be
 * @param told whether {@code otherwise} could also be written; else it is what the absence of the key means
 * @param meaning one sentence for the manual and for editors
 */
record Key<T>(String name, Kind<T> kind, T otherwise, boolean told, String meaning) {

    static <T> Key<T> required(String name, Kind<T> kind, String meaning) {
        return new Key<>(name, kind, null, false, meaning);
    }

    static <T> Key<T> optional(String name, Kind<T> kind, T otherwise, String meaning) {
        return new Key<>(name, kind, otherwise, true, meaning);
    }

    /** A key whose absence means something that no value of it does. */
    static <T> Key<T> absent(String name, Kind<T> kind, T none, String meaning) {
        return new Key<>(name, kind, none, false, meaning);
    }

    boolean isRequired() {
        return otherwise == null;
    }

    /** The same key where less is possible. */
    Key<T> of(Kind<T> narrower) {
        return new Key<>(name, narrower, otherwise, told, meaning);
    }

    Map<String, Object> schema() {
        Map<String, Object> schema = kind.schema();
        schema.put("description", meaning);
        if (told) {
            schema.put("default", kind.written(otherwise));
        }
        return schema;
    }
}
