package ristretto.compiler.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shapes of entries in {@code .debug_abbrev} and the encodings of their attributes (DWARF 4, section 7.5). */
final class DwarfForms {
    record Attribute(int name, int form) {}

    record Shape(int tag, boolean hasChildren, List<Attribute> attributes) {}

    private DwarfForms() {}

    static Map<Integer, Shape> shapes(byte[] section, int offset) {
        Map<Integer, Shape> shapes = new HashMap<>();
        ByteCursor cursor = new ByteCursor(section, offset);
        for (int code = (int) cursor.readUnsignedLeb(); code != 0; code = (int) cursor.readUnsignedLeb()) {
            int tag = (int) cursor.readUnsignedLeb();
            boolean hasChildren = cursor.read1() != 0;
            List<Attribute> attributes = new ArrayList<>();
            while (true) {
                Attribute attribute = new Attribute((int) cursor.readUnsignedLeb(), (int) cursor.readUnsignedLeb());
                if (attribute.name() == 0) {
                    break;
                }
                attributes.add(attribute);
            }
            shapes.put(code, new Shape(tag, hasChildren, attributes));
        }
        return shapes;
    }

    /** Reads a value; a string as such, a reference as offset in the section, anything else as a number. Blocks are skipped. */
    static Object read(ByteCursor cursor, int form, int unitStart, byte[] strings) {
        return switch (form) {
            case 0x01, 0x07 -> cursor.read8(); // addr, data8
            case 0x0b, 0x0c -> (long) cursor.read1(); // data1, flag
            case 0x05 -> (long) cursor.read2(); // data2
            case 0x06, 0x17 -> Integer.toUnsignedLong(cursor.read4()); // data4, sec_offset
            case 0x0d -> cursor.readSignedLeb(); // sdata
            case 0x0f -> cursor.readUnsignedLeb(); // udata
            case 0x08 -> cursor.readString(); // string
            case 0x0e -> new ByteCursor(strings, cursor.read4()).readString(); // strp
            case 0x10 -> Integer.toUnsignedLong(cursor.read4()); // ref_addr
            case 0x11 -> (long) unitStart + cursor.read1(); // ref1
            case 0x12 -> (long) unitStart + cursor.read2(); // ref2
            case 0x13 -> (long) unitStart + cursor.read4(); // ref4
            case 0x15 -> unitStart + cursor.readUnsignedLeb(); // ref_udata
            case 0x19 -> 1L; // flag_present
            case 0x0a -> skip(cursor, cursor.read1()); // block1
            case 0x03 -> skip(cursor, cursor.read2()); // block2
            case 0x04 -> skip(cursor, cursor.read4()); // block4
            case 0x09, 0x18 -> skip(cursor, (int) cursor.readUnsignedLeb()); // block, exprloc
            case 0x20 -> cursor.read8(); // ref_sig8
            default ->
                throw new LinkException("DWARF form 0x" + Integer.toHexString(form) + " is not one of version 4");
        };
    }

    private static Object skip(ByteCursor cursor, int bytes) {
        cursor.position(cursor.position() + bytes);
        return 0L;
    }
}
