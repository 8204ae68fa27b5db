package ristretto.compiler.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Tables whose keys would not be found in the program. */
class HashPlacesTest {

    private static boolean anyOf(Collection<?> nodes) {
        return nodes.stream().anyMatch(HashPlaces::areOfIdentity);
    }

    @Test
    void nodesOfMaps() {
        assertEquals(true, anyOf(new HashMap<>(Map.of(String.class, 1)).entrySet()));
        assertEquals(true, anyOf(new HashMap<>(Map.of(new Object(), 1)).entrySet()));
        assertEquals(false, anyOf(new HashMap<>(Map.of("key", new Object())).entrySet()));
        assertEquals(false, anyOf(new ConcurrentHashMap<>(Map.of(5L, Long.class)).entrySet()));
    }

    @Test
    void enumConstantsKeepTheirHashCode() {
        assertEquals(false, anyOf(new HashMap<>(Map.of(TimeUnit.DAYS, 1)).entrySet()));
    }

    @Test
    void wholeTables() {
        assertEquals(true, HashPlaces.areOfIdentity(Set.of(String.class, Integer.class, Long.class)));
        assertEquals(true, HashPlaces.areOfIdentity(Map.of(String.class, 1, Integer.class, 2)));
        assertEquals(false, HashPlaces.areOfIdentity(Set.of("a", "b", "c")));
        IdentityHashMap<String, String> map = new IdentityHashMap<>();
        assertEquals(false, HashPlaces.areOfIdentity(map));
        map.put("a", "b");
        assertEquals(true, HashPlaces.areOfIdentity(map));
    }
}
