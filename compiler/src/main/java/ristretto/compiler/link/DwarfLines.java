package ristretto.compiler.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A line program of {@code .debug_line} (DWARF 4, section 6.2), run: from address to line and column. Which file a line is in
 * is known from the method, so rows do not tell it.
 */
final class DwarfLines {
    record Position(int line, int column) {}

    /** Where a sequence ends, and before the first. */
    private static final Position UNKNOWN = new Position(0, 0);

    private final List<String> files = new ArrayList<>();
    private final TreeMap<Long, Position> rows = new TreeMap<>(Long::compareUnsigned);

    DwarfLines(byte[] section, int offset) {
        ByteCursor cursor = new ByteCursor(section, offset);
        int end = cursor.read4() + cursor.position();
        int version = cursor.read2();
        if (version != 4) {
            throw new LinkException("line table of DWARF version " + version + ", expected 4");
        }
        int program = cursor.read4() + cursor.position();
        int unit = cursor.read1();
        cursor.read2();
        int lineBase = (byte) cursor.read1();
        int lineRange = cursor.read1();
        int[] operands = new int[cursor.read1()];
        for (int i = 1; i < operands.length; i++) {
            operands[i] = cursor.read1();
        }
        while (!cursor.readString().isEmpty()) {
            // Folders are of no interest.
        }
        for (String name = cursor.readString(); !name.isEmpty(); name = cursor.readString()) {
            files.add(name);
            cursor.readUnsignedLeb();
            cursor.readUnsignedLeb();
            cursor.readUnsignedLeb();
        }
        cursor.position(program);
        run(cursor, end, unit, lineBase, lineRange, operands);
    }

    private void run(ByteCursor cursor, int end, int unit, int lineBase, int lineRange, int[] operands) {
        long address = 0;
        int line = 1;
        int column = 0;
        while (cursor.position() < end) {
            int code = cursor.read1();
            if (code >= operands.length) {
                int special = code - operands.length;
                address += (long) (special / lineRange) * unit;
                line += lineBase + special % lineRange;
                rows.put(address, new Position(line, column));
                continue;
            }
            switch (code) {
                case 0 -> {
                    int next = (int) cursor.readUnsignedLeb() + cursor.position();
                    int extended = cursor.read1();
                    if (extended == 1) {
                        rows.put(address, UNKNOWN);
                        address = 0;
                        line = 1;
                        column = 0;
                    } else if (extended == 2) {
                        address = cursor.read8();
                    }
                    cursor.position(next);
                }
                case 1 -> rows.put(address, new Position(line, column));
                case 2 -> address += cursor.readUnsignedLeb() * unit;
                case 3 -> line += (int) cursor.readSignedLeb();
                case 5 -> column = (int) cursor.readUnsignedLeb();
                case 8 -> address += (long) ((255 - operands.length) / lineRange) * unit;
                case 9 -> address += cursor.read2();
                default -> {
                    for (int i = 0; i < operands[code]; i++) {
                        cursor.readUnsignedLeb();
                    }
                }
            }
        }
    }

    /** File names count from 1. */
    String file(int number) {
        return files.get(number - 1);
    }

    /** Where, in a range of addresses, the position changes. */
    Set<Long> changes(long low, long high) {
        return rows.subMap(low, high).keySet();
    }

    Position position(long address) {
        Map.Entry<Long, Position> row = rows.floorEntry(address);
        return row == null ? UNKNOWN : row.getValue();
    }
}
