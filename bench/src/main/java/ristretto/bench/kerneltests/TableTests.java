package ristretto.bench.kerneltests;

import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;

/** CapTable: copy, mint, move, delete, revoke. */
final class TableTests {
    private static final int NOTHING = 500;
    private static final int TABLE = RootSlot.CAP_TABLE;

    private final Stage stage;

    TableTests(Stage stage) {
        this.stage = stage;
    }

    void run() {
        int endpoint = stage.make(ObjectType.ENDPOINT, 0);
        int frame = stage.make(ObjectType.FRAME, 4096);
        int copy = stage.workshop.freeSlot();
        int badged = stage.workshop.freeSlot();
        int moved = stage.workshop.freeSlot();
        int op = Operation.TABLE_COPY;
        int mint = Operation.TABLE_MINT;
        stage.equal("copy", ErrorCode.OK, stage.invoke(TABLE, op, copy, TABLE, endpoint, Rights.SEND));
        stage.invoke(TABLE, Operation.TABLE_INSPECT, copy);
        stage.equal("rights are reduced", Rights.SEND, stage.r.a1);
        stage.equal("copy of a copy", ErrorCode.OK, stage.invoke(TABLE, op, moved, TABLE, copy, Rights.ALL));
        stage.invoke(TABLE, Operation.TABLE_INSPECT, moved);
        stage.equal("rights never come back", Rights.SEND, stage.r.a1);
        stage.refused("copy over", ErrorCode.SLOT_OCCUPIED, 1, TABLE, op, copy, TABLE, endpoint, 63);
        stage.refused("copy onto itself", ErrorCode.SLOT_OCCUPIED, 1, TABLE, op, endpoint, TABLE, endpoint, 63);
        stage.refused("copy of nothing", ErrorCode.NO_CAPABILITY, 3, TABLE, op, NOTHING, TABLE, NOTHING - 1, 63);
        stage.refused("copy to outside", ErrorCode.OUT_OF_RANGE, 1, TABLE, op, 512, TABLE, endpoint, 63);
        stage.refused("copy to -1", ErrorCode.OUT_OF_RANGE, 1, TABLE, op, -1, TABLE, endpoint, 63);
        stage.refused("copy from outside", ErrorCode.NO_CAPABILITY, 3, TABLE, op, NOTHING, TABLE, 1L << 40, 63);
        stage.refused("copy rights 64", ErrorCode.OUT_OF_RANGE, 4, TABLE, op, NOTHING, TABLE, endpoint, 64);
        stage.refused("copy rights -1", ErrorCode.OUT_OF_RANGE, 4, TABLE, op, NOTHING, TABLE, endpoint, -1);
        stage.refused("copy from no table", ErrorCode.WRONG_TYPE, 2, TABLE, op, NOTHING, endpoint, 0, 63);
        stage.equal("mint", ErrorCode.OK, stage.invoke(TABLE, mint, badged, TABLE, endpoint, 63, 0x77));
        stage.invoke(TABLE, Operation.TABLE_INSPECT, badged);
        stage.equal("the badge is there", 0x77, stage.r.a2);
        stage.refused(
                "mint of what is minted", ErrorCode.INVALID_ARGUMENT, 3, TABLE, mint, NOTHING, TABLE, badged, 63, 5);
        stage.refused("mint a frame", ErrorCode.WRONG_TYPE, 3, TABLE, mint, NOTHING, TABLE, frame, 63, 5);
        stage.equal("delete", ErrorCode.OK, stage.invoke(TABLE, Operation.TABLE_DELETE, moved));
        stage.equal("delete an empty slot", ErrorCode.OK, stage.invoke(TABLE, Operation.TABLE_DELETE, moved));
        stage.refused("delete outside", ErrorCode.NO_CAPABILITY, 1, TABLE, Operation.TABLE_DELETE, 512);
        stage.equal("move", ErrorCode.OK, stage.invoke(TABLE, Operation.TABLE_MOVE, moved, TABLE, badged));
        stage.refused("what was moved away", ErrorCode.NO_CAPABILITY, 1, TABLE, Operation.TABLE_INSPECT, badged);
        stage.invoke(TABLE, Operation.TABLE_INSPECT, moved);
        stage.equal("the badge moves too", 0x77, stage.r.a2);
        stage.refused("move over", ErrorCode.SLOT_OCCUPIED, 1, TABLE, Operation.TABLE_MOVE, copy, TABLE, moved);
        stage.equal("revoke", ErrorCode.OK, stage.invoke(TABLE, Operation.TABLE_REVOKE, endpoint));
        stage.refused("a copy is revoked", ErrorCode.NO_CAPABILITY, 1, TABLE, Operation.TABLE_INSPECT, copy);
        stage.refused("a moved one is revoked", ErrorCode.NO_CAPABILITY, 1, TABLE, Operation.TABLE_INSPECT, moved);
        stage.equal("the source stays", ErrorCode.OK, stage.invoke(TABLE, Operation.TABLE_INSPECT, endpoint));
        stage.refused("revoke nothing", ErrorCode.NO_CAPABILITY, 1, TABLE, Operation.TABLE_REVOKE, NOTHING);
    }
}
