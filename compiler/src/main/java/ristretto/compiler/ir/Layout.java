package ristretto.compiler.ir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ristretto.compiler.CompilationFailure;
import ristretto.compiler.Mode;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaField;
import ristretto.magic.ObjectLayout;

/**
 * Places fields in objects as {@link ObjectLayout} says. In a process a field that nobody reads takes no space; in the kernel, and for the
 * classes of magic, all fields are there, because assembly and raw memory know them too.
 */
public final class Layout {
    private static final String REFERENCE = "java/lang/ref/Reference";

    private final Mode mode;

    public Layout(Mode mode) {
        this.mode = mode;
    }

    /** Bytes of an instance, header included; places the fields when first asked. */
    public int bytes(JavaClass type) {
        if (type.instanceBytes >= 0) {
            return type.instanceBytes;
        }
        int end = type.superclass == null ? ObjectLayout.HEADER_BYTES : unpadded(type.superclass);
        List<JavaField> own = new ArrayList<>();
        for (JavaField field : type.fields.values()) {
            if (!field.isStatic && isStored(field)) {
                own.add(field);
            }
        }
        own.sort(Comparator.comparingInt(field -> -Descriptors.bytes(field.descriptor)));
        for (JavaField field : own) {
            int size = Descriptors.bytes(field.descriptor);
            end = (end + size - 1) / size * size;
            field.offset = end;
            end += size;
        }
        type.instanceBytes = (end + 7) & -8;
        return type.instanceBytes;
    }

    /** Where the last field of a class ends. */
    private int unpadded(JavaClass type) {
        bytes(type);
        int end = type.superclass == null ? ObjectLayout.HEADER_BYTES : unpadded(type.superclass);
        for (JavaField field : type.fields.values()) {
            if (!field.isStatic && field.offset >= 0) {
                end = Math.max(end, field.offset + Descriptors.bytes(field.descriptor));
            }
        }
        return end;
    }

    private boolean isStored(JavaField field) {
        return field.read
                || field.owner.name.equals(REFERENCE)
                || mode == Mode.KERNEL
                || field.owner.name.startsWith("ristretto/magic/");
    }

    /** Fields that take space, superclasses' included, by offset. */
    public List<JavaField> stored(JavaClass type) {
        List<JavaField> fields = new ArrayList<>();
        for (JavaClass c = type; c != null; c = c.superclass) {
            bytes(c);
            for (JavaField field : c.fields.values()) {
                if (!field.isStatic && field.offset >= 0) {
                    fields.add(field);
                }
            }
        }
        fields.sort(Comparator.comparingInt(field -> field.offset));
        return fields;
    }

    /** See {@link ObjectLayout#CLASS_REFERENCES}. */
    public long referenceMap(JavaClass type) {
        if (type.isArray()) {
            return type.element != null ? ObjectLayout.REFERENCES_ARRAY : ObjectLayout.PRIMITIVES_ARRAY;
        }
        long map = strength(type);
        for (JavaField field : stored(type)) {
            if (field.isReference()) {
                map |= field.offset / 8 <= ObjectLayout.LAST_MAPPED_WORD ? 1L << field.offset / 8 : Long.MIN_VALUE;
            }
        }
        if ((map & ObjectLayout.WEAK_REFERENCE) != 0) {
            return map & ~(1L << ObjectLayout.REFERENCE_REFERENT / 8);
        }
        return map < 0 ? Long.MIN_VALUE : map;
    }

    /** The bits that make the collector treat the referent of a java.lang.ref.Reference apart. */
    private long strength(JavaClass type) {
        long bits = 0;
        for (JavaClass c = type; c != null; c = c.superclass) {
            if (c.name.equals("java/lang/ref/SoftReference")) {
                bits |= ObjectLayout.SOFT_REFERENCE;
            } else if (c.name.equals(REFERENCE)) {
                bytes(c);
                checkPlace(c, "referent", ObjectLayout.REFERENCE_REFERENT);
                checkPlace(c, "queue", ObjectLayout.REFERENCE_QUEUE);
                checkPlace(c, "discovered", ObjectLayout.REFERENCE_DISCOVERED);
                bits |= ObjectLayout.WEAK_REFERENCE;
            }
        }
        return bits;
    }

    private static void checkPlace(JavaClass type, String name, int offset) {
        JavaField field = type.fields.get(name);
        if (field == null || field.offset != offset) {
            throw new CompilationFailure("the collector expects " + name + " at offset " + offset + " of "
                    + type.displayName() + "; this JDK's is not there");
        }
    }
}
