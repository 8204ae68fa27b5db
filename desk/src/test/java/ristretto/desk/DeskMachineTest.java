package ristretto.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ristretto.abi.ArchiveLayout;
import ristretto.abi.RootSlot;
import ristretto.abi.UserLayout;

/** Machines that do not come to a prompt; those that do are in the tests of whole systems. */
@Timeout(30)
class DeskMachineTest {
    private static final long MEMORY = 4 << 20;

    private final ByteArrayOutputStream serial = new ByteArrayOutputStream();

    private DeskMachine boot(byte[] archive) {
        DeskMachine machine = new DeskMachine("test", archive, MEMORY, Map.of(), serial);
        machine.start();
        return machine;
    }

    private static byte[] archive(long magic) {
        ByteBuffer archive = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        archive.putLong(ArchiveLayout.MAGIC, magic);
        archive.putLong(ArchiveLayout.TOTAL_BYTES, 4096);
        archive.putLong(ArchiveLayout.MEMORY_BYTES, MEMORY);
        archive.putLong(ArchiveLayout.TICKS_PER_SECOND, DeskMachine.TICKS_PER_SECOND);
        archive.putLong(ArchiveLayout.ROOT_SLOTS, RootSlot.SLOTS);
        return archive.array();
    }

    /** An archive of two pages, whose root has one segment of constants. */
    private static byte[] archiveWithRoot(long segmentOffset, long segmentBytes) {
        ByteBuffer archive = ByteBuffer.allocate(8192).order(ByteOrder.LITTLE_ENDIAN);
        archive.put(archive(ArchiveLayout.MAGIC_VALUE));
        archive.putLong(ArchiveLayout.COUNT, 1);
        archive.putLong(ArchiveLayout.TOTAL_BYTES, 8192);
        archive.put(ArchiveLayout.ENTRIES, ArchiveLayout.ROOT.getBytes(StandardCharsets.UTF_8));
        archive.putLong(ArchiveLayout.ENTRIES + ArchiveLayout.NAME_BYTES, 4096);
        archive.putLong(ArchiveLayout.ENTRIES + ArchiveLayout.NAME_BYTES + 8, 4096);
        ByteBuffer image = archive.slice(4096, 4096).order(ByteOrder.LITTLE_ENDIAN);
        image.putInt(0, 0x464c_457f);
        image.putShort(18, (short) 243);
        image.putLong(32, 64);
        image.putShort(54, (short) 56);
        image.putShort(56, (short) 1);
        image.putInt(64, 1);
        image.putInt(68, 4);
        image.putLong(72, segmentOffset);
        image.putLong(80, UserLayout.IMAGE);
        image.putLong(96, segmentBytes);
        image.putLong(104, segmentBytes);
        return archive.array();
    }

    @ParameterizedTest
    @CsvSource({"0, 4097", "4096, 1", "8192, 4096", "0x7fff_f000, 4096", "0x7fff_ffff_ffff_f000, 4096", "-4096, 4096"})
    void aSegmentOfRootThatIsNotInTheArchiveIsAPanicOfTheKernel(String offset, long bytes) throws InterruptedException {
        try (DeskMachine machine = boot(archiveWithRoot(Long.decode(offset.replace("_", "")), bytes))) {
            assertEquals(101, machine.awaitEnd());
        }
        String expected = "PANIC: segment of root: address, bytes (" + UserLayout.IMAGE + ", " + bytes + ")";
        assertTrue(serial.toString().contains(expected), serial.toString());
    }

    @Test
    void aDamagedArchiveIsAPanicOfTheKernel() throws InterruptedException {
        try (DeskMachine machine = boot(archive(1))) {
            assertEquals(101, machine.awaitEnd());
        }
        assertTrue(serial.toString().contains("PANIC: no boot archive, magic and bytes (1, 4096)"), serial.toString());
    }

    @Test
    void soIsOneWithoutRoot() throws InterruptedException {
        try (DeskMachine machine = boot(archive(ArchiveLayout.MAGIC_VALUE))) {
            assertEquals(101, machine.awaitEnd());
        }
        assertTrue(serial.toString().contains("PANIC: the boot archive has no root"), serial.toString());
    }
}
