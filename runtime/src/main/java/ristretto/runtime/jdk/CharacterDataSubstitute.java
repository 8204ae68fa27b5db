package ristretto.runtime.jdk;

import ristretto.runtime.Planes;
import ristretto.runtime.Substitute;

/** The JDK's classes of characters beyond the basic plane look their properties up in one small table. */
final class CharacterDataSubstitute {

    @Substitute("java.lang.CharacterData01")
    static final class Plane01 {

        static int getProperties(Object self, int codePoint) {
            return Planes.properties(codePoint);
        }

        static int getPropertiesEx(Object self, int codePoint) {
            return Planes.extendedProperties(codePoint);
        }

        private Plane01() {}
    }

    @Substitute("java.lang.CharacterData02")
    static final class Plane02 {

        static int getProperties(Object self, int codePoint) {
            return Planes.properties(codePoint);
        }

        static int getPropertiesEx(Object self, int codePoint) {
            return Planes.extendedProperties(codePoint);
        }

        private Plane02() {}
    }

    @Substitute("java.lang.CharacterData03")
    static final class Plane03 {

        static int getProperties(Object self, int codePoint) {
            return Planes.properties(codePoint);
        }

        static int getPropertiesEx(Object self, int codePoint) {
            return Planes.extendedProperties(codePoint);
        }

        private Plane03() {}
    }

    @Substitute("java.lang.CharacterData0E")
    static final class Plane0E {

        static int getProperties(Object self, int codePoint) {
            return Planes.properties(codePoint);
        }

        static int getPropertiesEx(Object self, int codePoint) {
            return Planes.extendedProperties(codePoint);
        }

        private Plane0E() {}
    }

    private CharacterDataSubstitute() {}
}
