package ristretto.compiler.heap;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tables that place their keys by identity hash codes of the build JVM, which are others in the program: nothing would be found in
 * them. Enum constants do not count, because they keep their hash code in a field.
 */
final class HashPlaces {
    private static final Set<String> NODES = Set.of(
            "java.util.HashMap$Node",
            "java.util.HashMap$TreeNode",
            "java.util.LinkedHashMap$Entry",
            "java.util.concurrent.ConcurrentHashMap$Node",
            "java.util.Hashtable$Entry",
            "java.util.WeakHashMap$Entry");

    /** Whether this object, a table or a node of one, is of no use where identity hash codes are others. */
    static boolean areOfIdentity(Object object) {
        return switch (object) {
            case IdentityHashMap<?, ?> map -> !map.isEmpty();
            case Map.Entry<?, ?> entry
            when NODES.contains(entry.getClass().getName()) -> isHashedByIdentity(entry.getKey());
            case Map<?, ?> map
            when isUnmodifiable(map, "MapN") -> map.keySet().stream().anyMatch(HashPlaces::isHashedByIdentity);
            case Set<?> set when isUnmodifiable(set, "SetN") -> set.stream().anyMatch(HashPlaces::isHashedByIdentity);
            default -> false;
        };
    }

    private static boolean isUnmodifiable(Object collection, String kind) {
        return collection.getClass().getName().equals("java.util.ImmutableCollections$" + kind);
    }

    private static boolean isHashedByIdentity(Object key) {
        try {
            return key != null && key.getClass().getMethod("hashCode").getDeclaringClass() == Object.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private HashPlaces() {}
}
