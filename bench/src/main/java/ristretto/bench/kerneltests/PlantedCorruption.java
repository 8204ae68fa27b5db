package ristretto.bench.kerneltests;

import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.sdk.DeviceRegisters;

/**
 * Changes one word of the kernel's memory behind its back: the first process of a machine lets a device that reaches all
 * memory write to a slot of a capability table. QEMU's fw_cfg is such a device (QEMU, docs/specs/fw_cfg: DMA interface);
 * the first bytes that it reads are its signature. The debug build must notice at once; the shipped one does not look.
 */
public final class PlantedCorruption {
    private static final long FW_CFG = 0x1010_0000L;
    private static final int DMA_HIGH = 16;
    private static final int DMA_LOW = 20;
    /** Select item 0, the signature, and read. */
    private static final int SELECT_AND_READ = 8 | 2;

    private static final int WORD = 4;
    private static final int MEMORY_BYTES = 8192;

    /** The last four of a slot's 64 bytes are its key. */
    private static final int KEY_FROM_END = 4;

    private static final int TABLE = RootSlot.CAP_TABLE;

    public static void main(String[] arguments) {
        Stage stage = new Stage(250);
        int memory = stage.make(ObjectType.UNTYPED, MEMORY_BYTES);
        int slot = stage.workshop.freeSlot();
        retype(stage, memory, ObjectType.FRAME, MEMORY_BYTES / 2, slot);
        long end = physical(stage, slot) + MEMORY_BYTES;
        stage.invoke(TABLE, Operation.TABLE_DELETE, slot);
        // The table's last slot is now the last of this memory.
        retype(stage, memory, ObjectType.CAP_TABLE, 4, slot);
        stage.equal("a copy", ErrorCode.OK, stage.invoke(slot, Operation.TABLE_COPY, 3, TABLE, memory, Rights.ALL));
        DeviceRegisters device = stage.workshop.device(FW_CFG);
        int order = stage.make(ObjectType.FRAME, 4096);
        long target = Long.reverseBytes(end - KEY_FROM_END);
        long what = Integer.reverseBytes(SELECT_AND_READ) & 0xffff_ffffL | (long) Integer.reverseBytes(WORD) << 32;
        stage.invoke(order, Operation.FRAME_WRITE, 0, 2, what, target);
        long orderAt = physical(stage, order);
        device.storeInt(DMA_HIGH, Integer.reverseBytes((int) (orderAt >>> 32)));
        stage.workshop.log.writeLine("planting");
        device.storeInt(DMA_LOW, Integer.reverseBytes((int) orderAt));
        stage.invoke(slot, Operation.TABLE_INSPECT, 3);
        stage.workshop.log.writeLine("rights " + Long.toHexString(stage.r.a1));
        stage.workshop.off(3);
    }

    private static void retype(Stage stage, int memory, int type, long size, int slot) {
        stage.equal("retype", ErrorCode.OK, stage.invoke(memory, Operation.UNTYPED_RETYPE, type, size, TABLE, slot, 1));
    }

    private static long physical(Stage stage, int frame) {
        stage.invoke(TABLE, Operation.TABLE_INSPECT, frame);
        return stage.r.a4;
    }

    private PlantedCorruption() {}
}
