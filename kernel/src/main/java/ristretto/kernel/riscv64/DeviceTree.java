package ristretto.kernel.riscv64;

import ristretto.kernel.Text;
import ristretto.magic.LoopBound;
import ristretto.magic.Memory;
import ristretto.magic.Rare;

/**
 * What the kernel needs of the flattened device tree (Devicetree specification 0.4, chapter 5): memory, clock, command
 * line. The tree may be anything: every access lies within its size, every loop ends.
 */
@Rare
final class DeviceTree {
    private static final byte[] MEMORY_NODE = Text.of("memory@");
    private static final byte[] CPUS = Text.of("cpus");
    private static final byte[] CHOSEN_NODE = Text.of("chosen");
    private static final byte[] REG = Text.of("reg");
    private static final byte[] TIMEBASE_FREQUENCY = Text.of("timebase-frequency");
    private static final byte[] BOOTARGS = Text.of("bootargs");

    private static final int MAGIC = 0xd00d_feed;
    private static final long LARGEST = 1 << 20;
    private static final int BEGIN_NODE = 1;
    private static final int END_NODE = 2;
    private static final int PROPERTY = 3;
    private static final int NOTHING = 4;
    private static final int LONGEST_NAME = 64;

    private static final int OTHER = 0;
    private static final int MEMORY = 1;
    private static final int PROCESSORS = 2;
    private static final int CHOSEN = 3;

    long memoryStart = 0x8000_0000L;
    long memoryBytes;
    long ticksPerSecond;

    private long tree;
    private long size;
    private long arguments;
    private long argumentBytes;

    /** False: this is no device tree that we understand. */
    @LoopBound(value = 1 << 18, reason = "each turn goes on by four bytes at least")
    boolean read(long address) {
        tree = address;
        size = 40;
        if (address == 0 || (address & 7) != 0 || word(0) != MAGIC) {
            return false;
        }
        long bytes = word(4) & 0xffff_ffffL;
        if (bytes < 40 || bytes > LARGEST) {
            return false;
        }
        size = bytes;
        long at = word(8) & 0xffff_ffffL;
        long strings = word(12) & 0xffff_ffffL;
        int depth = 0;
        int node = OTHER;
        for (int turn = 0; turn < 1 << 18 && at + 4 <= size; turn++) {
            int token = word(at);
            at += 4;
            if (token == BEGIN_NODE) {
                depth++;
                if (depth == 2) {
                    node = kindOf(at);
                }
                at = align(at + lengthOf(at) + 1);
            } else if (token == END_NODE) {
                depth--;
                if (depth < 2) {
                    node = OTHER;
                }
            } else if (token == PROPERTY) {
                long length = word(at) & 0xffff_ffffL;
                long name = strings + (word(at + 4) & 0xffff_ffffL);
                if (length > size) {
                    return false;
                }
                if (depth == 2) {
                    property(node, name, at + 8, length);
                }
                at = align(at + 8 + length);
            } else if (token != NOTHING) {
                break;
            }
        }
        return memoryBytes > 0 && ticksPerSecond > 0;
    }

    private int kindOf(long name) {
        if (starts(name, MEMORY_NODE)) {
            return MEMORY;
        }
        if (equal(name, CPUS)) {
            return PROCESSORS;
        }
        return equal(name, CHOSEN_NODE) ? CHOSEN : OTHER;
    }

    private void property(int node, long name, long value, long length) {
        if (node == MEMORY && length >= 16 && equal(name, REG)) {
            memoryStart = pair(value);
            memoryBytes = pair(value + 8);
        } else if (node == PROCESSORS && length == 4 && equal(name, TIMEBASE_FREQUENCY)) {
            ticksPerSecond = word(value) & 0xffff_ffffL;
        } else if (node == CHOSEN && equal(name, BOOTARGS)) {
            arguments = value;
            argumentBytes = length;
        }
    }

    /** Whether the command line holds this word. */
    @LoopBound(value = 1 << 12, reason = "longest command line that is looked at")
    boolean hasArgument(byte[] word) {
        for (long i = 0; i < argumentBytes && i < 1 << 12; i++) {
            boolean begins = i == 0 || character(arguments + i - 1) == ' ';
            int end = character(arguments + i + word.length);
            if (begins && starts(arguments + i, word) && (end == 0 || end == ' ')) {
                return true;
            }
        }
        return false;
    }

    @LoopBound(value = LONGEST_NAME, reason = "no name that we look for is longer")
    private boolean starts(long at, byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (character(at + i) != text[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean equal(long at, byte[] text) {
        return starts(at, text) && character(at + text.length) == 0;
    }

    @LoopBound(value = 1 << 20, reason = "size of the tree")
    private long lengthOf(long at) {
        long length = 0;
        while (at + length < size && character(at + length) != 0) {
            length++;
        }
        return length;
    }

    private static long align(long offset) {
        return offset + 3 & -4L;
    }

    /** The byte at an offset; 0 outside. */
    private int character(long offset) {
        return offset < 0 || offset >= size ? 0 : Memory.loadByte(tree + offset);
    }

    /** Big-endian. */
    private int word(long offset) {
        int high = character(offset) << 24 | character(offset + 1) << 16;
        return high | character(offset + 2) << 8 | character(offset + 3);
    }

    private long pair(long offset) {
        return (long) word(offset) << 32 | word(offset + 4) & 0xffff_ffffL;
    }
}
