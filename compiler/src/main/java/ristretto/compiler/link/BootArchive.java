package ristretto.compiler.link;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SequencedMap;
import ristretto.abi.ArchiveLayout;

/** Writes the boot archive, as {@link ArchiveLayout} describes it; a whole number of pages. */
public final class BootArchive {
    private BootArchive() {}

    /**
     * @param entries images and data by name, in this order
     * @throws LinkException if root's image is missing, a name is too long, or there are too many entries
     */
    public static byte[] write(SequencedMap<String, byte[]> entries, long rootHeapBytes, long rootStackBytes) {
        if (!entries.containsKey(ArchiveLayout.ROOT)) {
            throw new LinkException("boot archive: no entry " + ArchiveLayout.ROOT);
        }
        if (entries.size() > ArchiveLayout.MAXIMUM_ENTRIES) {
            throw new LinkException(
                    "boot archive: " + entries.size() + " entries, at most " + ArchiveLayout.MAXIMUM_ENTRIES);
        }
        int total = ElfImage.PAGE;
        for (byte[] content : entries.values()) {
            total = Math.addExact(total, pageAligned(content.length));
        }
        ByteWriter writer = new ByteWriter();
        writer.write8(ArchiveLayout.MAGIC_VALUE).write8(entries.size()).write8(total);
        writer.write8(rootHeapBytes).write8(rootStackBytes).align(ArchiveLayout.ENTRIES);
        int offset = ElfImage.PAGE;
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            writeName(writer, entry.getKey());
            writer.write8(offset).write8(entry.getValue().length);
            offset += pageAligned(entry.getValue().length);
        }
        for (byte[] content : entries.values()) {
            writer.align(ElfImage.PAGE).write(content);
        }
        return writer.align(ElfImage.PAGE).toBytes();
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
