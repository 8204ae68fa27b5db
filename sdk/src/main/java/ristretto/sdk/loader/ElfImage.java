package ristretto.sdk.loader;

import ristretto.abi.ArchiveLayout;
import ristretto.abi.UserLayout;
import ristretto.magic.Memory;

/**
 * The program headers of an image (ELF64, little endian, riscv64), read where the archive is mapped. What a kernel call
 * could not stand is refused here, so that a broken image ends in a message and not in half a process.
 */
public final class ElfImage {
    private static final int MAGIC = 0x464c_457f;
    private static final int CLASS64_LITTLE_ENDIAN = 0x0001_0102;
    private static final int EXECUTABLE_RISCV = 243 << 16 | 2;
    private static final int HEADER_BYTES = 64;
    private static final int PROGRAM_HEADER_BYTES = 56;
    private static final int MAXIMUM_HEADERS = 16;
    private static final int TYPE_LOAD = 1;
    private static final int FLAG_EXECUTE = 1;
    private static final int FLAG_WRITE = 2;
    private static final long MAXIMUM_BYTES = 64 << 20;

    private final String name;
    private final long address;
    private final long archiveOffset;
    private final long bytes;
    private final long entryPoint;
    private final Segment[] segments;
    private long traceTable;

    /** Reads the image that is an entry of the archive. */
    public ElfImage(Archive archive, String name) {
        this.name = name;
        int entry = archive.entry(name);
        archiveOffset = archive.offset(entry);
        bytes = archive.bytes(entry);
        address = archive.address() + archiveOffset;
        long at = address;
        expect("size", bytes >= HEADER_BYTES && bytes <= MAXIMUM_BYTES, bytes);
        expect("ELF magic", Memory.loadInt(at) == MAGIC, Memory.loadInt(at));
        int kind = Memory.loadInt(at + 4) & 0xff_ffff;
        expect("64-bit little endian ELF", kind == CLASS64_LITTLE_ENDIAN, kind);
        expect("riscv executable", Memory.loadInt(at + 16) == EXECUTABLE_RISCV, Memory.loadInt(at + 16));
        entryPoint = Memory.loadLong(at + 24);
        long headers = Memory.loadLong(at + 32);
        int count = Memory.loadShort(at + 56);
        expect("program header size", Memory.loadShort(at + 54) == PROGRAM_HEADER_BYTES, Memory.loadShort(at + 54));
        expect("number of program headers", count > 0 && count <= MAXIMUM_HEADERS, count);
        long last = bytes - (long) count * PROGRAM_HEADER_BYTES;
        boolean inside = headers >= HEADER_BYTES && headers % 8 == 0 && headers <= last;
        expect("program headers", inside, headers);
        segments = new Segment[countLoaded(at + headers, count)];
        int next = 0;
        for (int i = 0; i < count; i++) {
            long header = at + headers + (long) i * PROGRAM_HEADER_BYTES;
            int type = Memory.loadInt(header);
            if (type == TYPE_LOAD) {
                segments[next] = segment(header, next == 0 ? UserLayout.IMAGE : segments[next - 1].end());
                next++;
            } else if (type == ArchiveLayout.TRACE_SEGMENT) {
                traceTable = at + Memory.loadLong(header + 8);
                expect("trace table", traceTable >= at && traceTable < at + bytes, traceTable - at);
            }
        }
        expect("entry point", entryPoint >= UserLayout.IMAGE && entryPoint < end(), entryPoint);
    }

    public String name() {
        return name;
    }

    public long entryPoint() {
        return entryPoint;
    }

    /** In ascending order of their addresses. */
    public Segment[] segments() {
        return segments;
    }

    /** First address behind the image, on a page boundary. */
    public long end() {
        return segments[segments.length - 1].end();
    }

    /** First free byte behind what the image has in memory, in its last page; a multiple of 8. */
    public long dataEnd() {
        Segment last = segments[segments.length - 1];
        return last.writable() ? last.virtualAddress() + last.memoryBytes() + 7 & -8 : last.end();
    }

    /** Where the image begins, in bytes from the begin of the archive. */
    public long archiveOffset() {
        return archiveOffset;
    }

    /** Address of the trace table as far as the archive is mapped here; 0: the image has none. */
    public long traceTable() {
        return traceTable;
    }

    /** Bytes of the image's file; the range must lie within it. */
    byte[] content(long offset, int length) {
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) {
            content[i] = (byte) Memory.loadByte(address + offset + i);
        }
        return content;
    }

    private static int countLoaded(long headers, int count) {
        int loaded = 0;
        for (int i = 0; i < count; i++) {
            if (Memory.loadInt(headers + (long) i * PROGRAM_HEADER_BYTES) == TYPE_LOAD) {
                loaded++;
            }
        }
        return loaded;
    }

    private Segment segment(long header, long lowest) {
        int flags = Memory.loadInt(header + 4);
        long offset = Memory.loadLong(header + 8);
        long start = Memory.loadLong(header + 16);
        long fileBytes = Memory.loadLong(header + 32);
        long memoryBytes = Memory.loadLong(header + 40);
        boolean writable = (flags & FLAG_WRITE) != 0;
        boolean executable = (flags & FLAG_EXECUTE) != 0;
        expect("segment offset", offset >= 0 && offset % Pages.SIZE == 0 && offset <= bytes, offset);
        expect("segment address", start >= lowest && start % Pages.SIZE == 0 && start < UserLayout.IMAGE_LIMIT, start);
        expect("segment size in the file", fileBytes >= 0 && fileBytes <= bytes - offset, fileBytes);
        boolean room = memoryBytes >= fileBytes && memoryBytes <= UserLayout.IMAGE_LIMIT - start;
        expect("segment size in memory", room && (writable || memoryBytes == fileBytes), memoryBytes);
        expect("segment not writable and executable", !(writable && executable), flags);
        return new Segment(offset, start, fileBytes, memoryBytes, writable, executable);
    }

    private void expect(String what, boolean good, long got) {
        if (!good) {
            throw new LoaderException("image " + name + ": bad " + what + ": 0x" + Long.toHexString(got));
        }
    }
}
