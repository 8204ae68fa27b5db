package ristretto.compiler.link;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SequencedMap;
import ristretto.abi.ArchiveLayout;
import ristretto.abi.RootSlot;

/** Writes the boot archive, as {@link ArchiveLayout} describes it; a whole number of pages. */
public final class BootArchive {
    /**
     * What the kernel is told.
     *
     * @param memoryBytes of a machine without device tree; else 0, as {@code ticksPerSecond}
     * @param keptBytes at the end of memory, for what outlives a warm restart; whole pages
     */
    public record Parameters(
            long rootHeapBytes,
            long rootStackBytes,
            long memoryBytes,
            long ticksPerSecond,
            long rootSlots,
            long keptBytes) {
        public static Parameters ofRoot(long heapBytes, long stackBytes) {
            return new Parameters(heapBytes, stackBytes, 0, 0, RootSlot.SLOTS, 0);
        }
    }

    private BootArchive() {}

    /**
     * @param entries images and data by name, in this order
     * @throws LinkException if root's image is missing, a name is too long, or there are too many entries
     */
    public static byte[] write(SequencedMap<String, byte[]> entries, Parameters parameters) {
        if (!entries.containsKey(ArchiveLayout.ROOT)) {
            throw new LinkException("boot archive: no entry " + ArchiveLayout.ROOT);
        }
        if (entries.size() > ArchiveLayout.MAXIMUM_ENTRIES) {
            throw new LinkException(
                    "boot archive: " + entries.size() + " entries, at most " + ArchiveLayout.MAXIMUM_ENTRIES);
        }
        Map<String, Integer> offsets = new HashMap<>();
        int total = ElfImage.PAGE;
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            int bytes = entry.getValue().length;
            int besideDirectory = ArchiveLayout.ENTRIES + entries.size() * ArchiveLayout.ENTRY_BYTES;
            if (entry.getKey().equals(ArchiveLayout.SYSTEM) && bytes <= ElfImage.PAGE - besideDirectory) {
                offsets.put(entry.getKey(), besideDirectory);
            } else {
                offsets.put(entry.getKey(), total);
                total = Math.addExact(total, pageAligned(bytes));
            }
        }
        ByteWriter writer = new ByteWriter();
        writer.write8(ArchiveLayout.MAGIC_VALUE).write8(entries.size()).write8(total);
        writer.write8(parameters.rootHeapBytes()).write8(parameters.rootStackBytes());
        writer.write8(parameters.memoryBytes()).write8(parameters.ticksPerSecond());
        writer.write8(parameters.rootSlots()).write8(parameters.keptBytes());
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            writeName(writer, entry.getKey());
            writer.write8(offsets.get(entry.getKey())).write8(entry.getValue().length);
        }
        byte[] archive = Arrays.copyOf(writer.toBytes(), total);
        entries.forEach((name, content) -> System.arraycopy(content, 0, archive, offsets.get(name), content.length));
        return archive;
    }

    private static int pageAligned(int bytes) {
        return Math.addExact(bytes, ElfImage.PAGE - 1) & -ElfImage.PAGE;
    }

    private static void writeName(ByteWriter writer, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0 || bytes.length > ArchiveLayout.NAME_BYTES) {
            throw new LinkException("boot archive: name '" + name + "' of " + bytes.length + " bytes, expected 1 to "
                    + ArchiveLayout.NAME_BYTES);
        }
        writer.write(bytes);
        for (int i = bytes.length; i < ArchiveLayout.NAME_BYTES; i++) {
            writer.write1(0);
        }
    }
}
