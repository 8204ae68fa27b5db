package ristretto.compiler.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The methods that {@code .debug_info} describes (DWARF 4, sections 2.17 and 3.3): which code is whose, with what was inlined where.
 * Methods are known by {@code DW_AT_name}, which the compiler sets to class and method, and the file of their declaration.
 */
final class DwarfFunctions {
    private static final int TAG_UNIT = 0x11;
    private static final int TAG_INLINED = 0x1d;
    private static final int TAG_SUBPROGRAM = 0x2e;
    private static final int TAG_BLOCK = 0x0b;
    private static final int NAME = 0x03;
    private static final int LINE_PROGRAM = 0x10;
    private static final int LOW = 0x11;
    private static final int HIGH = 0x12;
    private static final int ORIGIN = 0x31;
    private static final int DECLARATION_FILE = 0x3a;
    private static final int DECLARATION_LINE = 0x3b;
    private static final int SPECIFICATION = 0x47;
    private static final int RANGES = 0x55;
    private static final int CALL_LINE = 0x59;

    /** Where the linker places, in range lists, code that it dropped; elsewhere that is 0. */
    private static final long DROPPED = 1;

    record Method(String name, String file, int line) {}

    record Range(long low, long high) {
        boolean contains(long address) {
            return Long.compareUnsigned(low, address) <= 0 && Long.compareUnsigned(address, high) < 0;
        }
    }

    /**
     * A method's code, its own (at the top) or inlined.
     *
     * @param callLine where the method around it calls it; 0 at the top
     */
    record Body(Method method, List<Range> ranges, int callLine, List<Body> inlined, DwarfLines lines) {}

    private record Entry(DwarfForms.Shape shape, Map<Integer, Object> values, int offset) {}

    private final ElfImage elf;
    private final byte[] information;
    private final byte[] strings;
    private final byte[] rangeLists;
    private final List<Body> functions = new ArrayList<>();
    private final Map<Long, Entry> entries = new HashMap<>();
    private Map<Integer, DwarfForms.Shape> shapes;
    private DwarfLines lines;
    private int unitStart;
    private long unitLow;

    private DwarfFunctions(ElfImage elf) {
        this.elf = elf;
        information = elf.section(".debug_info");
        strings = elf.section(".debug_str");
        rangeLists = elf.section(".debug_ranges");
    }

    /** Every function that has code, in no particular order. */
    static List<Body> read(ElfImage elf) {
        DwarfFunctions reader = new DwarfFunctions(elf);
        ByteCursor cursor = new ByteCursor(reader.information, 0);
        while (!cursor.atEnd()) {
            reader.readUnit(cursor);
        }
        return reader.functions;
    }

    private void readUnit(ByteCursor cursor) {
        unitStart = cursor.position();
        int end = cursor.read4() + cursor.position();
        int version = cursor.read2();
        if (version != 4) {
            throw new LinkException("debug information of DWARF version " + version + ", expected 4");
        }
        shapes = DwarfForms.shapes(elf.section(".debug_abbrev"), cursor.read4());
        cursor.read1();
        int first = cursor.position();
        // References go forwards too, so all entries are read before any is understood.
        while (cursor.position() < end) {
            readEntry(cursor);
        }
        cursor.position(first);
        visit(cursor, functions);
        cursor.position(end);
    }

    private Entry readEntry(ByteCursor cursor) {
        long offset = cursor.position();
        Entry known = entries.get(offset);
        int code = (int) cursor.readUnsignedLeb();
        if (code == 0) {
            return null;
        }
        DwarfForms.Shape shape = shapes.get(code);
        Map<Integer, Object> values = new HashMap<>();
        for (DwarfForms.Attribute attribute : shape.attributes()) {
            values.put(attribute.name(), DwarfForms.read(cursor, attribute.form(), unitStart, strings));
        }
        if (known == null) {
            known = new Entry(shape, values, (int) offset);
            entries.put(offset, known);
        }
        return known;
    }

    /** Reads an entry with all below it, adding the bodies found to those of the method around it. */
    private boolean visit(ByteCursor cursor, List<Body> around) {
        Entry entry = readEntry(cursor);
        if (entry == null) {
            return false;
        }
        List<Body> inner = around;
        switch (entry.shape().tag()) {
            case TAG_UNIT -> {
                lines = new DwarfLines(elf.section(".debug_line"), (int) number(entry, LINE_PROGRAM));
                unitLow = number(entry, LOW);
            }
            case TAG_SUBPROGRAM, TAG_INLINED -> {
                List<Range> ranges = ranges(entry);
                inner = new ArrayList<>();
                if (!ranges.isEmpty()) {
                    around.add(new Body(method(entry), ranges, (int) number(entry, CALL_LINE), inner, lines));
                }
            }
            case TAG_BLOCK -> {}
            default -> inner = new ArrayList<>();
        }
        if (entry.shape().hasChildren()) {
            boolean more = true;
            while (more) {
                more = visit(cursor, inner);
            }
        }
        return true;
    }

    private Method method(Entry entry) {
        Object name = value(entry, NAME);
        long file = number(entry, DECLARATION_FILE);
        if (name == null) {
            throw new LinkException("debug information without a method's name at offset " + entry.offset());
        }
        return new Method(
                (String) name, file == 0 ? "" : lines.file((int) file), (int) number(entry, DECLARATION_LINE));
    }

    /** An attribute, or else that of the entry that this one is an instance of. */
    private Object value(Entry entry, int attribute) {
        Object value = entry.values().get(attribute);
        Object origin = entry.values().getOrDefault(ORIGIN, entry.values().get(SPECIFICATION));
        return value == null && origin != null ? value(entries.get((Long) origin), attribute) : value;
    }

    private long number(Entry entry, int attribute) {
        Object value = value(entry, attribute);
        return value == null ? 0 : (Long) value;
    }

    private List<Range> ranges(Entry entry) {
        ToLongFunction<Integer> own = attribute -> (Long) entry.values().get(attribute);
        if (entry.values().containsKey(RANGES)) {
            return rangeList((int) own.applyAsLong(RANGES));
        }
        if (!entry.values().containsKey(LOW)) {
            return List.of();
        }
        long low = own.applyAsLong(LOW);
        return low == 0 ? List.of() : List.of(new Range(low, low + own.applyAsLong(HIGH)));
    }

    private List<Range> rangeList(int offset) {
        List<Range> ranges = new ArrayList<>();
        ByteCursor cursor = new ByteCursor(rangeLists, offset);
        long base = unitLow;
        while (true) {
            long low = cursor.read8();
            long high = cursor.read8();
            if (low == -1) {
                base = high;
            } else if (low == 0 && high == 0) {
                return ranges;
            } else if (base + low != DROPPED) {
                ranges.add(new Range(base + low, base + high));
            }
        }
    }
}
