package ristretto.magic;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How compiled code lays out objects; the compiler and the simulation agree on this.
 *
 * <p>An object is a header of one word, the address of its class descriptor, then the fields: the superclass's first, then
 * its own, larger ones first, those of equal size in the order of their declaration; each aligned to its size. An array is the header, a
 * 32-bit length at 8, and its elements from 16 on.
 *
 * <p>A class descriptor is read-only data:
 *
 * <pre>
 *  0  int   class number, counted so that the subclasses of a class follow it
 *  4  int   instance size; for arrays the size of an element
 *  8  long  descriptor of the superclass, 0: none
 * 16  long  descriptor of the element class of an array of references, 0: no such array
 * 24  long  the java.lang.Class object, 0: the program has no use for it
 * 32  long  reference map: bit n is set where the word at 8 * n holds a reference; bit 63 set: every word may hold a
 *           reference. Bit 0 (the header is no reference) tells arrays: all bits set is an array of references, 1 an
 *           array of primitives. Bit 62: a java.lang.ref.Reference, whose referent is not in the map; bit 61: a soft one
 * 40  long  list of the descriptors of its interfaces that some test may look for, ended by 0; 0: none
 * 48  int   number of its name
 * 52  int   0
 * 56  ...   addresses of the virtual methods
 * </pre>
 *
 * <p>A java.lang.Class object has, behind its fields, the words that are numbered by OBJECT_… below. Those from OBJECT_MORE on are there only where
 * its flags say so: the class that has a later one but not an earlier one has the later one in its place.
 *
 * <p>Names of classes, as {@code Class.getName} has them, lie in one table in the order of their bytes, each as what it does not share with the
 * name before, so that a class whose name nobody asks for costs some ten bytes and not a string:
 *
 * <pre>
 * u32 for each {@link #NAME_GROUP} names: offset of the first from the table's begin
 * name: u8 bytes in common with the name before (0 in the first of a group), u16 bytes that follow, these in UTF-8
 * </pre>
 */
public final class ObjectLayout {
    public static final int HEADER_BYTES = 8;
    public static final int ARRAY_LENGTH = 8;
    public static final int ARRAY_DATA = 16;

    public static final int CLASS_NUMBER = 0;
    public static final int CLASS_SIZE = 4;
    public static final int CLASS_SUPER = 8;
    public static final int CLASS_ELEMENT = 16;
    public static final int CLASS_OBJECT = 24;
    public static final int CLASS_REFERENCES = 32;
    public static final int CLASS_INTERFACES = 40;
    public static final int CLASS_NAME = 48;
    public static final int CLASS_METHODS = 56;

    /** Descriptor of the class; 0: primitive. */
    public static final int OBJECT_DESCRIPTOR = 0;
    /**
     * 32 bits: access flags as {@code Class.getModifiers} has them; bit 5 sealed, bit 16 primitive, bit 17 array, bit 18 record, bit 19: has OBJECT_ENUM_VALUES, bit 20: has
     * OBJECT_ARRAY, bit 21: has OBJECT_MEMBERS; from bit 22 on the length of its simple name, which is the end of its name.
     */
    public static final int OBJECT_FLAGS = 8;
    /** 32 bits: number of its name. */
    public static final int OBJECT_NAME = 12;

    public static final int OBJECT_MORE = 16;
    /** Flag of the address of a function that answers an enum's constants. */
    public static final int OBJECT_ENUM_VALUES = 1 << 19;
    /** Flag of the descriptor of the class of arrays of it. */
    public static final int OBJECT_ARRAY = 1 << 20;
    /** Flag of the address of a function that answers what reflection finds in the class. */
    public static final int OBJECT_MEMBERS = 1 << 21;
    /** Flags of all optional words. */
    public static final int OBJECT_OPTIONAL = OBJECT_ENUM_VALUES | OBJECT_ARRAY | OBJECT_MEMBERS;

    public static final int OBJECT_SIMPLE_NAME_SHIFT = 22;

    public static final int NAME_GROUP = 16;

    /** Reference map of an array of references. */
    public static final long REFERENCES_ARRAY = -1L;
    /** Reference map of an array of primitives; the collector must know it from an object of the same size. */
    public static final long PRIMITIVES_ARRAY = 1L;

    /** The fields' bits of a reference map that is neither an array's nor has bit 63. */
    public static final long FIELDS_MASK = (1L << 61) - 1;
    /** Objects with a field behind this word have bit 63 instead of a map. */
    public static final int LAST_MAPPED_WORD = 60;

    public static final long WEAK_REFERENCE = 1L << 62;
    public static final long SOFT_REFERENCE = 1L << 61;

    /** Where the fields of java.lang.ref.Reference lie; the compiler refuses a JDK where they do not. */
    public static final int REFERENCE_REFERENT = 8;

    public static final int REFERENCE_QUEUE = 16;
    public static final int REFERENCE_DISCOVERED = 32;

    static long sizeOf(Class<?> type) {
        long end = HEADER_BYTES;
        List<Class<?>> line = new ArrayList<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            line.addFirst(c);
        }
        for (Class<?> c : line) {
            List<Integer> sizes = new ArrayList<>();
            for (Field field : c.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                    sizes.add(bytes(field.getType()));
                }
            }
            sizes.sort(Comparator.reverseOrder());
            for (int size : sizes) {
                end = (end + size - 1) / size * size + size;
            }
        }
        return (end + 7) & -8;
    }

    private static int bytes(Class<?> type) {
        if (type == boolean.class || type == byte.class) {
            return 1;
        }
        if (type == char.class || type == short.class) {
            return 2;
        }
        return type == int.class || type == float.class ? 4 : 8;
    }

    private ObjectLayout() {}
}
