package ristretto.bench.kerneltests;

import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.magic.riscv64.Machine;

/** System calls that take long without letting interrupts pass: prints for each how many instructions it took, stub included. */
public final class LongPaths {
    private static final int TABLE = RootSlot.CAP_TABLE;
    private static final int SPACE = RootSlot.ADDRESS_SPACE;
    private static final long PLACE = 0x4000_0000L;
    private static final int CHILDREN = 128;
    private static final long PIECE = 16 << 10;

    private final Stage stage = new Stage(250);

    public static void main(String[] arguments) {
        new LongPaths().run();
    }

    private void run() {
        int large = stage.make(ObjectType.FRAME, (2 << 20) - 4096);
        int other = stage.make(ObjectType.FRAME, PIECE);
        for (int i = 0; i < 2; i++) {
            stage.invoke(stage.make(ObjectType.PAGE_TABLE, 0), Operation.PAGE_TABLE_MAP, SPACE, PLACE);
        }
        measure("map", large, Operation.FRAME_MAP, SPACE, PLACE, Rights.READ | Rights.WRITE);
        measure("copy", other, Operation.FRAME_COPY, 0, large, 0, PIECE);
        int endpoint = stage.make(ObjectType.ENDPOINT, 0);
        int first = 300;
        for (int i = 0; i < CHILDREN; i++) {
            stage.invoke(TABLE, Operation.TABLE_COPY, first + i, TABLE, endpoint, Rights.ALL);
        }
        measure("move", TABLE, Operation.TABLE_MOVE, stage.workshop.freeSlot(), TABLE, endpoint);
        measure("space", RootSlot.UNTYPED, Operation.UNTYPED_RETYPE, ObjectType.ADDRESS_SPACE, 0, TABLE, 480, 1);
        measure("table", RootSlot.UNTYPED, Operation.UNTYPED_RETYPE, ObjectType.PAGE_TABLE, 0, TABLE, 481, 1);
        measure("log", RootSlot.KERNEL_LOG, Operation.LOG_WRITE, 56, 0x2020_2020_2020_2020L);
        stage.workshop.log.writeLine("\nend " + stage.failed);
        stage.workshop.off(stage.failed);
    }

    private void measure(String name, long capability, int operation, long... words) {
        long before = Machine.readInstret();
        int status = stage.invoke(capability, operation, words);
        long instructions = Machine.readInstret() - before;
        stage.equal(name, ErrorCode.OK, status);
        stage.workshop.log.writeLine("path " + name + " " + instructions);
    }
}
