package ristretto.runtime.jdk;

import ristretto.runtime.Substitute;

/**
 * Boxes of small numbers are made when they are first wanted, not all 256 of each kind at build time: an image without them is
 * some 6 KB smaller, and almost no process wants many. One value still has one box, as the language demands of -128 to 127.
 */
final class BoxSubstitute {
    private static final int LOWEST = -128;
    private static final int COUNT = 256;

    private static boolean isSmall(long value) {
        return value >= LOWEST && value < LOWEST + COUNT;
    }

    @Substitute("java.lang.Integer")
    static final class Integers {
        private static Integer[] boxes;

        static Integer valueOf(int value) {
            return isSmall(value) ? small(value) : make(value);
        }

        private static Integer small(int value) {
            if (boxes == null) {
                boxes = new Integer[COUNT];
            }
            Integer box = boxes[value - LOWEST];
            if (box == null) {
                box = make(value);
                boxes[value - LOWEST] = box;
            }
            return box;
        }

        @SuppressWarnings("removal")
        private static Integer make(int value) {
            return new Integer(value);
        }

        private Integers() {}
    }

    @Substitute("java.lang.Long")
    static final class Longs {
        private static Long[] boxes;

        static Long valueOf(long value) {
            return isSmall(value) ? small(value) : make(value);
        }

        private static Long small(long value) {
            if (boxes == null) {
                boxes = new Long[COUNT];
            }
            int index = (int) value - LOWEST;
            Long box = boxes[index];
            if (box == null) {
                box = make(value);
                boxes[index] = box;
            }
            return box;
        }

        @SuppressWarnings("removal")
        private static Long make(long value) {
            return new Long(value);
        }

        private Longs() {}
    }

    private BoxSubstitute() {}
}
