package ristretto.compiler.link;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An executable of 64-bit little-endian ELF (System V ABI, chapters 4 and 5): what it loads, its sections and symbols; and the
 * writing of a new executable from segments. Immutable.
 */
public final class ElfImage {
    public static final int LOAD = 1;
    public static final int EXECUTE = 1;
    public static final int WRITE = 2;
    public static final int READ = 4;
    public static final int PAGE = 4096;

    private static final int HEADER_BYTES = 64;
    private static final int SEGMENT_BYTES = 56;
    private static final int SYMBOL_BYTES = 24;
    private static final int TYPE_EXECUTABLE = 2;
    private static final int MACHINE_RISCV = 243;
    private static final int SECTION_WITHOUT_BYTES = 8;

    /** @param bytes what the file holds; the rest up to {@code memoryBytes} is zero in memory */
    public record Segment(
            int type, int flags, long virtualAddress, long physicalAddress, long memoryBytes, byte[] bytes) {}

    /** @param kind {@link #DATA}, {@link #CODE}, or 0 for a mere address */
    public record Symbol(String name, long address, long size, int kind) {
        public static final int DATA = 1;
        public static final int CODE = 2;
    }

    private record Section(int type, long address, int offset, int size) {}

    private final byte[] file;
    private final long entry;
    private final int machineFlags;
    private final List<Segment> segments = new ArrayList<>();
    private final Map<String, Section> sections = new LinkedHashMap<>();

    /** @throws LinkException if it is no such executable */
    public ElfImage(byte[] file) {
        this.file = file;
        ByteCursor header = new ByteCursor(file, 0);
        if (file.length < HEADER_BYTES || header.read4() != 0x464c457f || header.read2() != 0x0102) {
            throw new LinkException("not a 64-bit little-endian ELF file");
        }
        header.position(24);
        entry = header.read8();
        int segmentTable = (int) header.read8();
        int sectionTable = (int) header.read8();
        machineFlags = header.read4();
        header.position(56);
        int segmentCount = header.read2();
        header.read2();
        int sectionCount = header.read2();
        int nameSection = header.read2();
        for (int i = 0; i < segmentCount; i++) {
            readSegment(new ByteCursor(file, segmentTable + i * SEGMENT_BYTES));
        }
        if (sectionCount != 0) {
            readSections(sectionTable, sectionCount, nameSection);
        }
    }

    private void readSegment(ByteCursor cursor) {
        int type = cursor.read4();
        int flags = cursor.read4();
        int offset = (int) cursor.read8();
        long virtualAddress = cursor.read8();
        long physicalAddress = cursor.read8();
        int bytes = (int) cursor.read8();
        long memoryBytes = cursor.read8();
        segments.add(new Segment(
                type,
                flags,
                virtualAddress,
                physicalAddress,
                memoryBytes,
                Arrays.copyOfRange(file, offset, offset + bytes)));
    }

    private void readSections(int table, int count, int nameSection) {
        ByteCursor names = new ByteCursor(file, table + nameSection * 64 + 24);
        int nameStart = (int) names.read8();
        for (int i = 1; i < count; i++) {
            ByteCursor cursor = new ByteCursor(file, table + i * 64);
            String name = new ByteCursor(file, nameStart + cursor.read4()).readString();
            int type = cursor.read4();
            cursor.read8();
            sections.put(name, new Section(type, cursor.read8(), (int) cursor.read8(), (int) cursor.read8()));
        }
    }

    public long entry() {
        return entry;
    }

    public List<Segment> segments() {
        return List.copyOf(segments);
    }

    /** Content of a section; empty if there is none of this name. */
    public byte[] section(String name) {
        Section section = sections.get(name);
        return section == null || section.type() == SECTION_WITHOUT_BYTES
                ? new byte[0]
                : Arrays.copyOfRange(file, section.offset(), section.offset() + section.size());
    }

    public long sectionAddress(String name) {
        return sections.get(name).address();
    }

    /** All symbols, in the order of the file; none in a stripped image. */
    public List<Symbol> symbols() {
        List<Symbol> symbols = new ArrayList<>();
        byte[] names = section(".strtab");
        ByteCursor table = new ByteCursor(section(".symtab"), 0);
        while (!table.atEnd()) {
            int start = table.position();
            String name = new ByteCursor(names, table.read4()).readString();
            int kind = table.read1() & 15;
            table.position(start + 8);
            symbols.add(new Symbol(name, table.read8(), table.read8(), kind));
            table.position(start + SYMBOL_BYTES);
        }
        return symbols;
    }

    /** @throws LinkException if there is no such symbol */
    public long symbol(String name) {
        return symbols().stream()
                .filter(symbol -> symbol.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LinkException("no symbol " + name))
                .address();
    }

    /** This file without its sections and symbols, which loading does not need. */
    public byte[] strip() {
        ByteCursor header = new ByteCursor(file, 32);
        int table = (int) header.read8();
        int end = HEADER_BYTES;
        for (int i = 0; i < segments.size(); i++) {
            ByteCursor segment = new ByteCursor(file, table + i * SEGMENT_BYTES + 8);
            end = Math.max(end, (int) segment.read8() + segments.get(i).bytes().length);
        }
        byte[] stripped = Arrays.copyOf(file, end);
        Arrays.fill(stripped, 40, 48, (byte) 0);
        Arrays.fill(stripped, 60, 64, (byte) 0);
        return stripped;
    }

    /** A new executable of this one's loaded segments and one more, without sections; each begins on a page of the file. */
    public byte[] appendSegment(int type, long virtualAddress, long physicalAddress, byte[] bytes, int flags) {
        List<Segment> all = new ArrayList<>();
        segments.stream().filter(segment -> segment.type() == LOAD).forEach(all::add);
        all.add(new Segment(type, flags, virtualAddress, physicalAddress, bytes.length, bytes));
        ByteWriter writer = new ByteWriter();
        writer.write("\177ELF\2\1\1".getBytes(StandardCharsets.ISO_8859_1)).align(16);
        writer.write2(TYPE_EXECUTABLE).write2(MACHINE_RISCV).write4(1);
        writer.write8(entry).write8(HEADER_BYTES).write8(0).write4(machineFlags);
        writer.write2(HEADER_BYTES).write2(SEGMENT_BYTES).write2(all.size());
        writer.align(HEADER_BYTES);
        int offset = PAGE;
        for (Segment segment : all) {
            writer.write4(segment.type()).write4(segment.flags()).write8(offset);
            writer.write8(segment.virtualAddress()).write8(segment.physicalAddress());
            writer.write8(segment.bytes().length).write8(segment.memoryBytes()).write8(PAGE);
            offset = Math.addExact(offset, segment.bytes().length) + PAGE - 1 & -PAGE;
        }
        for (Segment segment : all) {
            writer.align(PAGE).write(segment.bytes());
        }
        return writer.toBytes();
    }
}
