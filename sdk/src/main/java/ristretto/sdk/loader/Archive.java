package ristretto.sdk.loader;

import ristretto.abi.ArchiveLayout;
import ristretto.magic.Memory;
import ristretto.sdk.Startup;
import ristretto.sdk.Utf8;

/**
 * The boot archive, mapped for reading at some address. It was made by the build and is never written, so what it says
 * is believed.
 */
public final class Archive {
    private static final int OFFSET = ArchiveLayout.NAME_BYTES;
    private static final int BYTES = ArchiveLayout.NAME_BYTES + 8;

    private final long address;

    public Archive(long address) {
        this.address = address;
        if (Memory.loadLong(address + ArchiveLayout.MAGIC) != ArchiveLayout.MAGIC_VALUE) {
            throw new LoaderException("boot archive: expected its magic number at 0x" + Long.toHexString(address));
        }
    }

    /** The one that this process was given. */
    public static Archive ofThisProcess() {
        return new Archive(Startup.archive());
    }

    public long totalBytes() {
        return Memory.loadLong(address + ArchiveLayout.TOTAL_BYTES);
    }

    /** Number of the entry of this name. */
    public int entry(String name) {
        byte[] wanted = Utf8.encode(name);
        for (int i = 0; i < Memory.loadLong(address + ArchiveLayout.COUNT); i++) {
            if (isNamed(i, wanted)) {
                return i;
            }
        }
        throw new LoaderException("boot archive: expected an entry " + name + ", found none");
    }

    /** Slots of root's table. */
    public int rootSlots() {
        return (int) Memory.loadLong(address + ArchiveLayout.ROOT_SLOTS);
    }

    /** At the end of memory, for what outlives a warm restart. */
    public long keptBytes() {
        return Memory.loadLong(address + ArchiveLayout.KEPT_BYTES);
    }

    /** Where the entry begins, in bytes from the begin of the archive. */
    public long offset(int entry) {
        return Memory.loadLong(record(entry) + OFFSET);
    }

    public long bytes(int entry) {
        return Memory.loadLong(record(entry) + BYTES);
    }

    /** Where the archive is mapped. */
    public long address() {
        return address;
    }

    public byte[] content(int entry) {
        byte[] content = new byte[(int) bytes(entry)];
        long from = address + offset(entry);
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) Memory.loadByte(from + i);
        }
        return content;
    }

    private boolean isNamed(int entry, byte[] wanted) {
        for (int i = 0; i < ArchiveLayout.NAME_BYTES; i++) {
            int expected = i < wanted.length ? wanted[i] & 0xff : 0;
            if (Memory.loadByte(record(entry) + i) != expected) {
                return false;
            }
        }
        return wanted.length <= ArchiveLayout.NAME_BYTES;
    }

    private long record(int entry) {
        return address + ArchiveLayout.ENTRIES + (long) entry * ArchiveLayout.ENTRY_BYTES;
    }
}
