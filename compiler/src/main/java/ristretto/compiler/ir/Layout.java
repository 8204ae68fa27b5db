package ristretto.compiler.ir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        return field.read || mode == Mode.KERNEL || field.owner.name.startsWith("ristretto/magic/");
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
        long map = 0;
        for (JavaField field : stored(type)) {
            if (field.isReference()) {
                map |= field.offset / 8 < 63 ? 1L << field.offset / 8 : Long.MIN_VALUE;
            }
        }
        return map < 0 ? Long.MIN_VALUE : map;
    }
}
