package ristretto.compiler.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.abi.ArchiveLayout;
import ristretto.abi.UserLayout;

class BootImageTest {
    @TempDir
    private Path folder;

    @Test
    void aProcessIsPagesOfOneKindEach() throws Exception {
        ElfImage image = new ElfImage(process().stripped());
        List<ElfImage.Segment> segments = image.segments();
        assertEquals(UserLayout.IMAGE, segments.getFirst().virtualAddress());
        for (ElfImage.Segment segment : segments) {
            assertNotEquals(ElfImage.WRITE | ElfImage.EXECUTE, segment.flags() & (ElfImage.WRITE | ElfImage.EXECUTE));
            if (segment.type() == ElfImage.LOAD) {
                assertEquals(0, segment.virtualAddress() % UserLayout.PAGE);
            }
        }
        assertEquals(ArchiveLayout.TRACE_SEGMENT, segments.getLast().type());
        assertEquals(List.of(), image.symbols());
    }

    @Test
    void twoBuildsAreTheSame() throws Exception {
        assertArrayEquals(process().withSymbols(), process().withSymbols());
        assertArrayEquals(boot(archive("x")), boot(archive("x")));
    }

    private ImageLinker.Image process() throws Exception {
        return LinkFixture.process(LinkFixture.text("inlining.ll"), Files.createTempDirectory(folder, "process"));
    }

    @Test
    void theKernelComesFirstAndTheArchiveBehindIt() throws Exception {
        byte[] archive = archive("content");
        List<ElfImage.Segment> segments = new ElfImage(boot(archive)).segments();
        ElfImage.Segment first = segments.getFirst();
        ElfImage.Segment data = segments.get(segments.size() - 2);
        ElfImage.Segment last = segments.getLast();
        assertEquals(0xffffffc080200000L, first.virtualAddress());
        assertEquals(0x80200000L, first.physicalAddress());
        assertEquals(8, data.bytes().length);
        assertEquals(16, data.memoryBytes());
        assertEquals(data.virtualAddress() + UserLayout.PAGE, last.virtualAddress());
        assertEquals(data.physicalAddress() + UserLayout.PAGE, last.physicalAddress());
        assertArrayEquals(archive, last.bytes());
    }

    @Test
    void theKernelsBytesDoNotDependOnTheArchive() throws Exception {
        List<ElfImage.Segment> one = new ElfImage(boot(archive("one"))).segments();
        List<ElfImage.Segment> other = new ElfImage(boot(archive("x".repeat(10_000)))).segments();
        for (int i = 0; i < one.size() - 1; i++) {
            assertArrayEquals(one.get(i).bytes(), other.get(i).bytes());
            assertEquals(one.get(i).virtualAddress(), other.get(i).virtualAddress());
        }
    }

    private byte[] boot(byte[] archive) throws Exception {
        return BootImage.write(LinkFixture.kernel(folder), archive);
    }

    private static byte[] archive(String content) {
        return BootArchive.write(entries(ArchiveLayout.ROOT, content), BootArchive.Parameters.ofRoot(65536, 8192));
    }

    private static SequencedMap<String, byte[]> entries(String... namesAndContents) {
        SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            entries.put(namesAndContents[i], namesAndContents[i + 1].getBytes());
        }
        return entries;
    }

    @Test
    void theArchiveIsADirectoryAndPages() {
        byte[] bytes = BootArchive.write(
                entries("root", "r".repeat(5000), "some-1", "s"), BootArchive.Parameters.ofRoot(65536, 8192));
        ByteBuffer archive = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(4 * UserLayout.PAGE, bytes.length);
        assertEquals(ArchiveLayout.MAGIC_VALUE, archive.getLong(ArchiveLayout.MAGIC));
        assertEquals(2, archive.getLong(ArchiveLayout.COUNT));
        assertEquals(bytes.length, archive.getLong(ArchiveLayout.TOTAL_BYTES));
        assertEquals(65536, archive.getLong(ArchiveLayout.ROOT_HEAP_BYTES));
        assertEquals(8192, archive.getLong(ArchiveLayout.ROOT_STACK_BYTES));
        int second = ArchiveLayout.ENTRIES + ArchiveLayout.ENTRY_BYTES;
        assertEquals('s', archive.get(second));
        assertEquals(0, archive.get(second + 6));
        assertEquals(3 * UserLayout.PAGE, archive.getLong(second + ArchiveLayout.NAME_BYTES));
        assertEquals(1, archive.getLong(second + ArchiveLayout.NAME_BYTES + 8));
        assertEquals('s', archive.get(3 * (int) UserLayout.PAGE));
    }

    @Test
    void aSystemTableThatFitsLiesBehindTheDirectory() {
        int directory = ArchiveLayout.ENTRIES + 2 * ArchiveLayout.ENTRY_BYTES;
        int room = (int) UserLayout.PAGE - directory;
        assertEquals(directory, systemTable("t".repeat(room), 2));
        assertEquals(2 * UserLayout.PAGE, systemTable("t".repeat(room + 1), 3));
    }

    private static long systemTable(String content, int pages) {
        byte[] bytes =
                BootArchive.write(entries("root", "r", "system", content), BootArchive.Parameters.ofRoot(65536, 8192));
        assertEquals(pages * UserLayout.PAGE, bytes.length);
        int second = ArchiveLayout.ENTRIES + ArchiveLayout.ENTRY_BYTES;
        long offset = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(second + ArchiveLayout.NAME_BYTES);
        assertEquals(content, new String(bytes, (int) offset, content.length()));
        return offset;
    }

    @Test
    void wrongEntriesAreRefused() {
        assertEquals("boot archive: no entry root", failure(entries("other", "")));
        assertEquals(
                "boot archive: name 'abcdefghijklmnopqrstuvwxyz' of 26 bytes, expected 1 to 24",
                failure(entries("root", "", "abcdefghijklmnopqrstuvwxyz", "")));
    }

    private static String failure(SequencedMap<String, byte[]> entries) {
        return assertThrows(LinkException.class, () -> BootArchive.write(entries, BootArchive.Parameters.ofRoot(0, 0)))
                .getMessage();
    }
}
