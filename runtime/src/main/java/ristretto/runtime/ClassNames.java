package ristretto.runtime;

import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;

/**
 * Names of classes, from the table that the compiler lays down, see {@link ObjectLayout}. A name becomes a string when it is first asked for,
 * and is the same string ever after.
 */
public final class ClassNames {
    private static final int HEAD = 3;

    /** As {@code object.getClass().getName()}, but works also where the program has no object for the class. */
    public static String of(Object object) {
        return ofDescriptor(Memory.loadLong(Memory.addressOf(object)));
    }

    /** {@code Class.forName} of a constant that names no class of the class path or of the JDK's base module. HotSpot shows a descriptor with slashes. */
    static Class<?> notFound(String name) throws ClassNotFoundException {
        boolean isDescriptor = name.endsWith(";") && !name.startsWith("[");
        throw new ClassNotFoundException(isDescriptor ? name.replace('.', '/') : name);
    }

    static String ofDescriptor(long descriptor) {
        return at(Memory.loadInt(descriptor + ObjectLayout.CLASS_NAME));
    }

    static String at(int number) {
        long known = Memory.symbol("class_names_made") + 8L * number;
        if (Memory.loadLong(known) == 0) {
            byte[] bytes = new byte[length(number)];
            fill(bytes, number);
            Memory.storeLong(known, Memory.addressOf(Utf8.decodeValid(bytes)));
        }
        return Memory.objectAt(String.class, Memory.loadLong(known));
    }

    private static long group(int number) {
        long table = Memory.symbol("class_names");
        return table + Memory.loadInt(table + number / ObjectLayout.NAME_GROUP * 4L);
    }

    private static int rest(long entry) {
        return Memory.loadByte(entry + 1) | Memory.loadByte(entry + 2) << 8;
    }

    private static int length(int number) {
        long entry = group(number);
        for (int i = number % ObjectLayout.NAME_GROUP; i > 0; i--) {
            entry += HEAD + rest(entry);
        }
        return Memory.loadByte(entry) + rest(entry);
    }

    /** Names before this one may be longer. */
    private static void fill(byte[] bytes, int number) {
        long entry = group(number);
        for (int i = number % ObjectLayout.NAME_GROUP; i >= 0; i--) {
            int common = Memory.loadByte(entry);
            int rest = rest(entry);
            for (int k = 0; k < rest && common + k < bytes.length; k++) {
                bytes[common + k] = (byte) Memory.loadByte(entry + HEAD + k);
            }
            entry += HEAD + rest;
        }
    }

    private ClassNames() {}
}
