package ristretto.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import ristretto.abi.CallNumber;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.abi.ThreadState;

/** A world in which each kind of object is in use. */
final class AuditScene {
    private static final int TABLE = RootSlot.CAP_TABLE;
    static final long PLACE = 0x5000;

    final World world = new World();
    final Audit audit = new Audit(world.kernel);
    int endpoint;
    int copy;
    int notification;
    int reply;
    int server;
    int caller;
    int ready;
    int space;
    int pages;
    int frame;
    int untyped;

    /** A server that was called, a thread that is ready, a mapped page, a copied capability. */
    AuditScene() {
        endpoint = world.make(ObjectType.ENDPOINT, 0);
        copy = world.freeSlot();
        World.expect(world.invoke(TABLE, Operation.TABLE_COPY, copy, TABLE, endpoint, Rights.ALL));
        notification = world.make(ObjectType.NOTIFICATION, 0);
        reply = world.make(ObjectType.REPLY, 0);
        server = world.startThread(120);
        caller = world.startThread(110);
        ready = world.startThread(50);
        int second = world.startThread(50);
        assertEquals(ThreadState.READY, world.thread(second).state);
        world.call(world.thread(server), CallNumber.RECEIVE, endpoint, 0, reply);
        world.call(world.thread(caller), CallNumber.CALL, endpoint, 0, 0);
        space = world.make(ObjectType.ADDRESS_SPACE, 0);
        pages = world.make(ObjectType.PAGE_TABLE, 0);
        World.expect(world.invoke(pages, Operation.PAGE_TABLE_MAP, space, 0));
        World.expect(world.invoke(world.make(ObjectType.PAGE_TABLE, 0), Operation.PAGE_TABLE_MAP, space, 0));
        frame = world.make(ObjectType.FRAME, 4096);
        World.expect(world.invoke(frame, Operation.FRAME_MAP, space, PLACE, Rights.READ | Rights.WRITE));
        untyped = world.make(ObjectType.UNTYPED, 8192);
        int inside = world.makeFrom(untyped, ObjectType.FRAME, 4096);
        World.expect(world.invoke(TABLE, Operation.TABLE_DELETE, inside));
        assertNull(said());
    }

    /** Some invariants are looked at in parts, in turn. */
    String said() {
        byte[] broken = audit.check();
        for (int i = 0; i < 64 && broken == null; i++) {
            broken = audit.check();
        }
        return broken == null ? null : new String(broken, StandardCharsets.UTF_8);
    }

    Slot slot(int number) {
        return world.table.slot(number);
    }

    long entry(long address) {
        return ((AddressSpace) world.object(space)).entryAddress(address, 0);
    }
}
