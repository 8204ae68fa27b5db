package ristretto.runtime.jdk;

import ristretto.runtime.Planes;
import ristretto.runtime.Substitute;
import ristretto.runtime.UpperCases;

/** The JDK's classes of characters beyond the basic plane look their properties up in one small table; and so for special upper cases. */
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

    @Substitute("java.lang.CharacterData00")
    static final class Basic {

        static char[] toUpperCaseCharArray(Object self, int character) {
            return UpperCases.of(character);
        }

        private Basic() {}
    }

    private CharacterDataSubstitute() {}
}
