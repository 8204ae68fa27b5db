package ristretto.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ristretto.abi.ArchiveLayout;
import ristretto.abi.RootSlot;

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
