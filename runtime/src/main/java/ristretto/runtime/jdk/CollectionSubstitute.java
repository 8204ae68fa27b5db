package ristretto.runtime.jdk;

import ristretto.runtime.Alias;
import ristretto.runtime.InitialValue;
import ristretto.runtime.Substitute;

/** What in the collections depends on reflection, on chance, or on the machine that builds. */
final class CollectionSubstitute {

    /** Only classes that are known to be comparable with themselves; for others crowded buckets are merely slower. */
    private static Class<?> comparableWithItself(Object key) {
        boolean known =
                key instanceof String || key instanceof Integer || key instanceof Long || key instanceof Character;
        return known ? key.getClass() : null;
    }

    @Substitute("java.util.HashMap")
    static final class HashMaps {

        static Class<?> comparableClassFor(Object key) {
            return comparableWithItself(key);
        }

        private HashMaps() {}
    }

    @Substitute("java.util.concurrent.ConcurrentHashMap")
    static final class ConcurrentHashMaps {

        static Class<?> comparableClassFor(Object key) {
            return comparableWithItself(key);
        }

        @InitialValue("NCPU")
        static int processors() {
            return 1;
        }

        private ConcurrentHashMaps() {}
    }

    @Substitute("java.util.concurrent.Phaser")
    static final class Phasers {

        @InitialValue("NCPU")
        static int processors() {
            return 1;
        }

        @InitialValue("SPINS_PER_ARRIVAL")
        static int spins() {
            return 1;
        }

        private Phasers() {}
    }

    @Substitute("java.util.concurrent.atomic.Striped64")
    static final class Striped {

        @InitialValue("NCPU")
        static int processors() {
            return 1;
        }

        private Striped() {}
    }

    /** The JDK iterates unmodifiable sets and maps in an order of chance; here two builds, and two runs, are the same. */
    @Substitute("java.util.ImmutableCollections")
    static final class Immutable {

        @InitialValue("SALT32L")
        static long salt() {
            return 0;
        }

        @InitialValue("REVERSE")
        static boolean reverse() {
            return false;
        }

        private Immutable() {}
    }

    /** The door is built with the image; the JDK would look for it by name when it is first used. */
    @Substitute("jdk.internal.access.SharedSecrets")
    static final class Secrets {

        @Alias("javaUtilCollectionAccess")
        static native Object collectionAccess();

        static Object getJavaUtilCollectionAccess() {
            return collectionAccess();
        }

        private Secrets() {}
    }

    private CollectionSubstitute() {}
}
