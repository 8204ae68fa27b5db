package ristretto.sdk.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ristretto.abi.ArchiveLayout;
import ristretto.magic.Memory;
import ristretto.magic.SimulatedMemory;
import ristretto.sdk.system.Authority;
import ristretto.sdk.system.DeviceGrant;
import ristretto.sdk.system.LifeCycle;
import ristretto.sdk.system.MemoryNeeds;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.Restart;
import ristretto.sdk.system.Schedule;
import ristretto.sdk.system.SystemTable;

/** An archive with one image, in simulated memory: read as it is, and refused when something in it is wrong. */
class ElfImageTest {
    private static final long ARCHIVE = 0x1000_0000;
    private static final int IMAGE_OFFSET = 4096;
    private static final int IMAGE_BYTES = 4 * 4096;
    private final ByteBuffer image = ByteBuffer.allocate(IMAGE_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    @BeforeEach
    void makeImage() {
        image.putInt(0, 0x464c457f).putInt(4, 0x00010102).putInt(16, 243 << 16 | 2);
        image.putLong(24, 0x10100).putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) 4);
        header(0, 1, 5, 0, 0x10000, 0x1234, 0x1234);
        header(1, 1, 4, 0x2000, 0x12000, 0x800, 0x800);
        header(2, 1, 6, 0x3000, 0x13000, 0x123, 0x2800);
        header(3, ArchiveLayout.TRACE_SEGMENT, 4, 0x2400, 0x12400, 0x100, 0x100);
    }

    @AfterEach
    void forget() {
        SimulatedMemory.reset();
    }

    private void header(int index, int type, int flags, long offset, long address, long fileBytes, long memoryBytes) {
        int at = 64 + 56 * index;
        image.putInt(at, type).putInt(at + 4, flags).putLong(at + 8, offset).putLong(at + 16, address);
        image.putLong(at + 32, fileBytes).putLong(at + 40, memoryBytes);
    }

    private Archive archive() {
        SimulatedMemory.reset();
        Memory.storeLong(ARCHIVE + ArchiveLayout.MAGIC, ArchiveLayout.MAGIC_VALUE);
        Memory.storeLong(ARCHIVE + ArchiveLayout.COUNT, 2);
        Memory.storeLong(ARCHIVE + ArchiveLayout.TOTAL_BYTES, IMAGE_OFFSET + IMAGE_BYTES);
        entry(0, "hell", 0, 0);
        entry(1, "hello", IMAGE_OFFSET, IMAGE_BYTES);
        for (int i = 0; i < IMAGE_BYTES; i++) {
            Memory.storeByte(ARCHIVE + IMAGE_OFFSET + i, image.get(i));
        }
        return new Archive(ARCHIVE);
    }

    private static void entry(int number, String name, long offset, long bytes) {
        long at = ARCHIVE + ArchiveLayout.ENTRIES + (long) number * ArchiveLayout.ENTRY_BYTES;
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < text.length; i++) {
            Memory.storeByte(at + i, text[i]);
        }
        Memory.storeLong(at + ArchiveLayout.NAME_BYTES, offset);
        Memory.storeLong(at + ArchiveLayout.NAME_BYTES + 8, bytes);
    }

    @Test
    void isRead() {
        ElfImage elf = new ElfImage(archive(), "hello");
        assertEquals(0x10100, elf.entryPoint());
        assertEquals(3, elf.segments().length);
        assertEquals(new Segment(0, 0x10000, 0x1234, 0x1234, false, true), elf.segments()[0]);
        assertEquals(new Segment(0x3000, 0x13000, 0x123, 0x2800, true, false), elf.segments()[2]);
        assertEquals(0x16000, elf.end());
        assertEquals(ARCHIVE + IMAGE_OFFSET + 0x2400, elf.traceTable());
    }

    @Test
    void aMissingEntryIsNamed() {
        LoaderException e = assertThrows(LoaderException.class, () -> new ElfImage(archive(), "help"));
        assertEquals("boot archive: expected an entry help, found none", e.getMessage());
    }

    @Test
    void isRefused() {
        refused("bad ELF magic: 0x0", () -> image.putInt(0, 0));
        refused("bad riscv executable: 0x3e0002", () -> image.putInt(16, 62 << 16 | 2));
        refused("bad number of program headers: 0x0", () -> image.putShort(56, (short) 0));
        refused("bad program headers: 0x3fff", () -> image.putLong(32, 0x3fff));
        refused("bad segment address: 0x10800", () -> header(0, 1, 5, 0, 0x10800, 1, 1));
        refused("bad segment address: 0x10000", () -> header(1, 1, 4, 0x2000, 0x10000, 1, 1));
        refused("bad segment size in the file: 0x10000", () -> header(0, 1, 5, 0, 0x10000, 0x10000, 0x10000));
        refused("bad segment size in memory: 0x1", () -> header(2, 1, 6, 0x3000, 0x13000, 2, 1));
        refused("bad segment size in memory: 0x2", () -> header(0, 1, 5, 0, 0x10000, 1, 2));
        refused("bad segment not writable and executable: 0x7", () -> header(2, 1, 7, 0x3000, 0x13000, 1, 1));
        refused("bad entry point: 0x16000", () -> image.putLong(24, 0x16000));
    }

    private void refused(String message, Runnable damage) {
        makeImage();
        damage.run();
        LoaderException e = assertThrows(LoaderException.class, () -> new ElfImage(archive(), "hello"));
        assertEquals("image hello: " + message, e.getMessage());
    }

    @Test
    void corruptionIsRefusedOrRead() {
        Random random = new Random(4);
        for (int round = 0; round < 300; round++) {
            makeImage();
            for (int i = 0; i < 3; i++) {
                image.put(random.nextInt(288), (byte) random.nextInt());
            }
            try {
                ElfImage elf = new ElfImage(archive(), "hello");
                for (Segment segment : elf.segments()) {
                    assertEquals(0, segment.virtualAddress() % 4096);
                }
            } catch (LoaderException expected) {
                assertEquals("image hello", expected.getMessage().substring(0, 11));
            }
        }
    }

    /** The supervisor has slots for a life of each version, not only of the first. */
    @Test
    void thereAreSlotsForTheLargestVersion() {
        archive();
        image.putLong(64 + 56 * 2 + 40, 7 << 20);
        for (int i = 0; i < IMAGE_BYTES; i++) {
            Memory.storeByte(ARCHIVE + IMAGE_OFFSET + IMAGE_BYTES + i, image.get(i));
        }
        entry(0, "large", IMAGE_OFFSET + IMAGE_BYTES, IMAGE_BYTES);
        Archive both = new Archive(ARCHIVE);
        int small = new SupervisorPlan(both, server("hello", List.of())).tableSlots();
        int large = new SupervisorPlan(both, server("large", List.of())).tableSlots();
        assertTrue(large > small, large + " and " + small);
        assertEquals(large, new SupervisorPlan(both, server("hello", List.of("large"))).tableSlots());
        assertEquals(large, new SupervisorPlan(both, server("large", List.of("hello"))).tableSlots());
    }

    private static SystemTable server(String image, List<String> versions) {
        return new SystemTable(List.of(
                process("root", "hello", List.of(), List.of()),
                process("supervisor", "hello", List.of(), List.of()),
                process("server", image, List.of("errand"), versions)));
    }

    private static ProcessDescription process(String name, String image, List<String> provides, List<String> versions) {
        return new ProcessDescription(
                name,
                image,
                new MemoryNeeds(64 << 10, 16 << 10, 0, 0, 0, 0, 0),
                new Schedule(1, 10_000, 10_000),
                new LifeCycle(Restart.NEVER, 0, 0, 0, 0, 0, false, ""),
                new Authority(false, false, false, false),
                provides,
                0,
                List.of(),
                List.of(),
                "",
                List.of(),
                List.of(),
                List.of(),
                versions,
                0,
                0);
    }

    @Test
    void aPlanKeepsThingsApart() {
        ProcessDescription process = new ProcessDescription(
                "hello",
                "hello",
                new MemoryNeeds(3 << 20, 16 << 10, 0),
                new Schedule(1, 10_000, 10_000),
                new LifeCycle(Restart.NEVER, 0, 0, 0, 0, 0, false, ""),
                new Authority(false, false, false, false),
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(new DeviceGrant("uart", 0x1000_0000, 4096)),
                List.of(),
                List.of());
        ProcessPlan plan = new ProcessPlan(new ElfImage(archive(), "hello"), process, 2);
        assertEquals(0x15800, plan.heapStart);
        assertEquals(0x316000, plan.heapEnd);
        assertEquals(0x317000, plan.stackLow);
        assertEquals(0x31b000, plan.stackHigh);
        assertEquals(plan.stackHigh, plan.messagePage);
        assertEquals(plan.messagePage + 1024, plan.startupPage);
        assertEquals(plan.messagePage + 0x2000, plan.deviceAddress(0));
        long pages = 3 + 768 + 4 + 1 + 4 + 1;
        assertEquals(pages * 4096, plan.bytes(20));
    }
}
