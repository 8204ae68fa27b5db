package ristretto.desk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import ristretto.abi.ArchiveLayout;
import ristretto.abi.UserLayout;
import ristretto.kernel.riscv64.Sv39;

/**
 * An image as the boot archive of the desk has it: an ELF executable (System V ABI, chapters 4 and 5) like any other for the kernel and for
 * who loads processes, whose one segment is a page that names main classes. A process that may execute that page may be the program that it names. The page behind it in the file is
 * for a {@link TracePage}.
 */
public final class DeskImage {
    /** Where a process begins. */
    static final long ENTRY = UserLayout.IMAGE + 0x100;
    /** Where a process is while it computes. */
    static final long COMPUTING = UserLayout.IMAGE + 0x200;
    /** Where a process is while it makes a system call. */
    static final long CALL = UserLayout.IMAGE + 0x300;
    /** Where it is when the kernel has done it. */
    static final long AFTER_CALL = CALL + 4;

    private static final long MAGIC = 0x4b53_4544_4f54_5452L;
    private static final int PAGE = (int) Sv39.PAGE;
    private static final int TEXT = 0x400;

    /** @param mains main class by process; of an image that is one process's own, the process does not matter */
    public static byte[] write(SequencedMap<String, String> mains) {
        StringBuilder lines = new StringBuilder();
        mains.forEach((process, main) ->
                lines.append(process).append('=').append(main).append('\n'));
        byte[] text = lines.toString().getBytes(StandardCharsets.UTF_8);
        if (text.length > PAGE - TEXT) {
            throw new IllegalArgumentException("an image of " + mains.size() + " processes, whose names take "
                    + text.length + " bytes; there is room for " + (PAGE - TEXT));
        }
        ByteBuffer image = ByteBuffer.allocate(3 * PAGE).order(ByteOrder.LITTLE_ENDIAN);
        image.putInt(0x464c_457f).put((byte) 2).put((byte) 1).put((byte) 1).position(16);
        image.putShort((short) 2).putShort((short) 243).putInt(1).putLong(ENTRY).putLong(64);
        image.position(52).putShort((short) 64).putShort((short) 56).putShort((short) 2);
        image.position(64).putInt(1).putInt(5).putLong(PAGE).putLong(UserLayout.IMAGE);
        image.putLong(UserLayout.IMAGE).putLong(PAGE).putLong(PAGE).putLong(PAGE);
        image.position(64 + 56).putInt(ArchiveLayout.TRACE_SEGMENT).putInt(4).putLong(2 * PAGE);
        image.position(PAGE).putLong(MAGIC).putInt(text.length);
        image.position(PAGE + TEXT).put(text);
        return image.array();
    }

    /** Main classes by process, from the page at this physical address; empty: it is no such page. */
    static Map<String, String> read(MachineMemory memory, long physical) {
        Map<String, String> mains = new LinkedHashMap<>();
        if (memory.loadPhysical(physical, 8) == MAGIC) {
            byte[] text = new byte[(int) memory.loadPhysical(physical + 8, 4)];
            for (int i = 0; i < text.length; i++) {
                text[i] = (byte) memory.loadPhysical(physical + TEXT + i, 1);
            }
            new String(text, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("=", 2))
                    .forEach(parts -> mains.put(parts[0], parts[1]));
        }
        return mains;
    }

    /** Physical address of the page for the trace table of the image whose first instruction lies there. */
    static long tracePage(long entry) {
        return (entry & -Sv39.PAGE) + Sv39.PAGE;
    }

    private DeskImage() {}
}
