package ristretto.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.abi.Tag;
import ristretto.kernel.DeclaredRefusals.Refusal;

/**
 * Each refusal that a call declares comes about, by a call that is good but for one argument, or for what there is; and changes nothing, as {@link RefusalWatch}
 * looks at it.
 */
class RefusalTest {
    private static final int TABLE = RootSlot.CAP_TABLE;
    private static final int SPACE = RootSlot.ADDRESS_SPACE;
    private static final int EMPTY = 480;
    private static final int OUTSIDE = RootSlot.SLOTS;
    private static final int CHILDREN = 200;
    private static final int RIGHTLESS = 481;
    private static final long PLACE = 0x40_0000;
    private static final long NOWHERE = 0x8000_0000L;
    private static final int RW = Rights.READ | Rights.WRITE;

    /** A call: its number, then what the registers hold, by number of the argument. */
    private record Good(int number, long[] arguments) {}

    private final Map<String, Good> calls = new HashMap<>();
    private final Set<Refusal> left = new HashSet<>(DeclaredRefusals.all());
    private World world;
    private RefusalWatch watch;
    private Thread caller;

    @Test
    void eachThatIsDeclaredComesAboutAndChangesNothing() {
        shallow();
        deep();
        Set<String> missing = new TreeSet<>();
        left.forEach(refusal -> missing.add(refusal.toString()));
        assertEquals(Set.of(), missing);
    }

    private void newWorld() {
        world = new World();
        watch = new RefusalWatch(world);
        world.watchRefusals(watch);
        caller = world.root;
    }

    private void shallow() {
        newWorld();
        final int endpoint = world.make(ObjectType.ENDPOINT, 0);
        final int badged = world.freeSlot();
        World.expect(world.invoke(TABLE, Operation.TABLE_MINT, badged, TABLE, endpoint, Rights.ALL, 7));
        final int notification = world.make(ObjectType.NOTIFICATION, 0);
        final int bound = world.make(ObjectType.NOTIFICATION, 0);
        final int reply = world.make(ObjectType.REPLY, 0);
        final int taken = world.make(ObjectType.REPLY, 0);
        final int two = world.make(ObjectType.FRAME, 8192);
        final int page = world.make(ObjectType.FRAME, 4096);
        final int mapped = world.make(ObjectType.FRAME, 4096);
        final int upper = world.make(ObjectType.PAGE_TABLE, 0);
        final int lower = world.make(ObjectType.PAGE_TABLE, 0);
        final int spare = world.make(ObjectType.PAGE_TABLE, 0);
        final int fresh = world.make(ObjectType.THREAD, 0);
        final int time = world.make(ObjectType.SCHEDULING_CONTEXT, 0);
        final int line = world.freeSlot();
        final int device = world.freeSlot();
        World.expect(world.invoke(upper, Operation.PAGE_TABLE_MAP, SPACE, PLACE));
        World.expect(world.invoke(lower, Operation.PAGE_TABLE_MAP, SPACE, PLACE));
        World.expect(world.invoke(mapped, Operation.FRAME_MAP, SPACE, PLACE, Rights.READ));
        World.expect(world.invoke(RootSlot.INTERRUPT_CONTROL, Operation.INTERRUPT_GET_LINE, 5, TABLE, line));
        World.expect(world.invoke(
                RootSlot.DEVICES, Operation.FRAME_DERIVE, 0x1000_0000L, 4096, RootSlot.UNTYPED, TABLE, device));
        // The three objects of a thread lie in slots one after the other: context, page, thread.
        final int ready = world.startThread(50);
        World.expect(world.invoke(ready, Operation.THREAD_BIND_NOTIFICATION, bound));
        final int server = world.startThread(50);
        world.call(world.thread(server), CallNumber.RECEIVE, world.make(ObjectType.ENDPOINT, 0), 0, taken);

        call(CallNumber.CALL, "CALL", endpoint, Tag.of(1, 0), 0);
        call(CallNumber.REPLY_RECEIVE, "REPLY_RECEIVE", endpoint, Tag.of(1, 0), reply);
        call(CallNumber.RECEIVE, "RECEIVE", endpoint, 0, reply);
        call(CallNumber.REPLY, "REPLY", 0, Tag.of(1, 0), reply);
        call(CallNumber.SIGNAL, "SIGNAL", notification, 0, 0);
        call(CallNumber.WAIT, "WAIT", notification, 0, 0);
        call(CallNumber.POLL, "POLL", notification, 0, 0);
        for (String name : new String[] {"CALL", "REPLY_RECEIVE", "REPLY"}) {
            refused(name, "t1", ErrorCode.INVALID_ARGUMENT, Tag.of(1, Tag.MAXIMUM_WORDS + 1));
            refused(name, "t1", ErrorCode.NO_CAPABILITY, Tag.withCapability(Tag.of(1, 0), EMPTY, Rights.ALL));
        }
        for (String name : new String[] {"CALL", "REPLY_RECEIVE", "RECEIVE", "WAIT"}) {
            refused(name, "t4", ErrorCode.OUT_OF_RANGE, -1);
            refused(name, "t4", ErrorCode.TIMED_OUT, 1);
        }
        refused("RECEIVE", "t2", ErrorCode.BUSY, taken);
        refused("REPLY_RECEIVE", "t2", ErrorCode.BUSY, taken);
        refused("REPLY", "t2", ErrorCode.CANCELLED, reply);

        invoke("UNTYPED_RETYPE", RootSlot.UNTYPED, ObjectType.FRAME, 4096, TABLE, EMPTY, 1);
        refused("UNTYPED_RETYPE", "a0", ErrorCode.INVALID_ARGUMENT, ObjectType.INTERRUPT_LINE);
        refused("UNTYPED_RETYPE", "a1", ErrorCode.OUT_OF_RANGE, 4 << 20);
        refused("UNTYPED_RETYPE", "a1", ErrorCode.MISALIGNED, 100);
        refused("UNTYPED_RETYPE", "a1", ErrorCode.INVALID_ARGUMENT, "a0", ObjectType.ENDPOINT);
        refused("UNTYPED_RETYPE", "a3", ErrorCode.OUT_OF_RANGE, OUTSIDE);
        refused("UNTYPED_RETYPE", "a3", ErrorCode.SLOT_OCCUPIED, endpoint);
        refused("UNTYPED_RETYPE", "a4", ErrorCode.OUT_OF_RANGE, 65);
        refused("UNTYPED_RETYPE", "t0", ErrorCode.NOT_ENOUGH_MEMORY, "a1", 2 << 20);
        refused("UNTYPED_RETYPE", "t0", ErrorCode.OUT_OF_RANGE, "a0", ObjectType.UNTYPED, "t0", innermost());
        invoke("UNTYPED_INSPECT", RootSlot.UNTYPED);

        invoke("TABLE_COPY", TABLE, EMPTY, TABLE, endpoint, Rights.ALL);
        invoke("TABLE_MINT", TABLE, EMPTY, TABLE, endpoint, Rights.ALL, 5);
        invoke("TABLE_MOVE", TABLE, EMPTY, TABLE, endpoint);
        invoke("TABLE_DELETE", TABLE, endpoint);
        invoke("TABLE_REVOKE", TABLE, endpoint);
        invoke("TABLE_INSPECT", TABLE, endpoint);
        for (String name : new String[] {"TABLE_COPY", "TABLE_MINT", "TABLE_MOVE"}) {
            refused(name, "a0", ErrorCode.OUT_OF_RANGE, OUTSIDE);
            refused(name, "a0", ErrorCode.SLOT_OCCUPIED, page);
        }
        refused("TABLE_COPY", "a3", ErrorCode.OUT_OF_RANGE, Rights.ALL + 1);
        refused("TABLE_MINT", "a3", ErrorCode.OUT_OF_RANGE, -1);
        refused("TABLE_MINT", "a2", ErrorCode.INVALID_ARGUMENT, badged);
        refused("TABLE_MOVE", "a2", ErrorCode.BUSY, prolific());
        refused("TABLE_DELETE", "a0", ErrorCode.NO_CAPABILITY, OUTSIDE);

        invoke("PAGE_TABLE_MAP", spare, SPACE, NOWHERE);
        refused("PAGE_TABLE_MAP", "t0", ErrorCode.ALREADY_MAPPED, lower);
        refused("PAGE_TABLE_MAP", "a1", ErrorCode.OUT_OF_RANGE, -4096);
        refused("PAGE_TABLE_MAP", "a1", ErrorCode.ALREADY_MAPPED, PLACE);

        invoke("FRAME_MAP", two, SPACE, PLACE + 0x1_0000, RW);
        refused("FRAME_MAP", "t0", ErrorCode.OUT_OF_RANGE, RootSlot.DEVICES);
        refused("FRAME_MAP", "t0", ErrorCode.ALREADY_MAPPED, mapped);
        refused("FRAME_MAP", "a1", ErrorCode.MISALIGNED, PLACE + 8);
        refused("FRAME_MAP", "a1", ErrorCode.OUT_OF_RANGE, 0);
        refused("FRAME_MAP", "a1", ErrorCode.ALREADY_MAPPED, PLACE);
        refused("FRAME_MAP", "a1", ErrorCode.NO_PAGE_TABLE, NOWHERE);
        refused("FRAME_MAP", "a2", ErrorCode.INVALID_ARGUMENT, Rights.WRITE | Rights.EXECUTE);
        invoke("FRAME_UNMAP", mapped);
        refused("FRAME_UNMAP", "t0", ErrorCode.NOT_MAPPED, two);
        invoke("FRAME_DERIVE", RootSlot.ARCHIVE, 0, 4096, RootSlot.UNTYPED, TABLE, EMPTY);
        refused("FRAME_DERIVE", "t0", ErrorCode.INVALID_ARGUMENT, page);
        refused("FRAME_DERIVE", "a0", ErrorCode.MISALIGNED, 8);
        refused("FRAME_DERIVE", "a0", ErrorCode.OUT_OF_RANGE, World.ARCHIVE_BYTES);
        refused("FRAME_DERIVE", "a0", ErrorCode.BUSY, "a0", 0x0c00_0000L, "t0", RootSlot.DEVICES);
        refused("FRAME_DERIVE", "a1", ErrorCode.MISALIGNED, 8);
        refused("FRAME_DERIVE", "a1", ErrorCode.OUT_OF_RANGE, World.ARCHIVE_BYTES + 4096);
        refused("FRAME_DERIVE", "a2", ErrorCode.NOT_ENOUGH_MEMORY, full());
        refused("FRAME_DERIVE", "a4", ErrorCode.OUT_OF_RANGE, -1);
        refused("FRAME_DERIVE", "a4", ErrorCode.SLOT_OCCUPIED, endpoint);
        invoke("FRAME_READ", page, 0);
        invoke("FRAME_WRITE", page, 0, 1, 42);
        invoke("FRAME_COPY", two, 0, page, 0, 16);
        for (String name : new String[] {"FRAME_READ", "FRAME_WRITE", "FRAME_COPY"}) {
            refused(name, "t0", ErrorCode.INVALID_ARGUMENT, device);
            refused(name, "a0", ErrorCode.MISALIGNED, 4);
            refused(name, "a0", ErrorCode.OUT_OF_RANGE, 8192);
        }
        refused("FRAME_WRITE", "a1", ErrorCode.OUT_OF_RANGE, 7);
        refused("FRAME_COPY", "a1", ErrorCode.INVALID_ARGUMENT, device);
        refused("FRAME_COPY", "a2", ErrorCode.MISALIGNED, 4);
        refused("FRAME_COPY", "a2", ErrorCode.OUT_OF_RANGE, 4096);
        refused("FRAME_COPY", "a2", ErrorCode.INVALID_ARGUMENT, "a1", two, "a0", 8);
        refused("FRAME_COPY", "a3", ErrorCode.MISALIGNED, 4);
        refused("FRAME_COPY", "a3", ErrorCode.OUT_OF_RANGE, 1 << 20);

        invoke("THREAD_CONFIGURE", fresh, SPACE, TABLE, page, endpoint, time, 1);
        refused("THREAD_CONFIGURE", "t0", ErrorCode.BUSY, ready);
        refused("THREAD_CONFIGURE", "a2", ErrorCode.INVALID_ARGUMENT, two);
        refused("THREAD_CONFIGURE", "a2", ErrorCode.BUSY, ready - 1);
        refused("THREAD_CONFIGURE", "a4", ErrorCode.BUSY, ready - 2);
        refused("THREAD_CONFIGURE", "a5", ErrorCode.OUT_OF_RANGE, 256);
        invoke("THREAD_START", fresh, 1, 2, 3);
        invoke("THREAD_RESUME", fresh);
        invoke("THREAD_REDIRECT", fresh, 1);
        for (String name : new String[] {"THREAD_START", "THREAD_RESUME", "THREAD_REDIRECT"}) {
            refused(name, "t0", ErrorCode.INVALID_ARGUMENT, fresh);
        }
        invoke("THREAD_SUSPEND", fresh);
        invoke("THREAD_INSPECT", fresh);
        invoke("THREAD_READ_REGISTERS", fresh, 0);
        refused("THREAD_READ_REGISTERS", "a0", ErrorCode.OUT_OF_RANGE, 32);
        invoke("THREAD_WRITE_REGISTERS", fresh, 5, 1, 42);
        refused("THREAD_WRITE_REGISTERS", "t0", ErrorCode.BUSY, ready);
        refused("THREAD_WRITE_REGISTERS", "a0", ErrorCode.OUT_OF_RANGE, -1);
        refused("THREAD_WRITE_REGISTERS", "a1", ErrorCode.OUT_OF_RANGE, 7);
        invoke("THREAD_SET_PRIORITY", fresh, 1);
        refused("THREAD_SET_PRIORITY", "a0", ErrorCode.OUT_OF_RANGE, 256);
        invoke("THREAD_SET_FLAGS", fresh, Operation.FOREIGN);
        refused("THREAD_SET_FLAGS", "a0", ErrorCode.OUT_OF_RANGE, 4);
        invoke("THREAD_BIND_NOTIFICATION", fresh, notification);
        refused("THREAD_BIND_NOTIFICATION", "a0", ErrorCode.BUSY, bound);
        invoke("THREAD_SET_CONTEXT", fresh, time);
        refused("THREAD_SET_CONTEXT", "a0", ErrorCode.BUSY, ready - 2);

        invoke("SCHEDULING_CONFIGURE", RootSlot.SCHEDULING_CONTROL, time, 10_000, 10_000);
        refused("SCHEDULING_CONFIGURE", "a1", ErrorCode.OUT_OF_RANGE, 0);
        refused("SCHEDULING_CONFIGURE", "a2", ErrorCode.OUT_OF_RANGE, 0);
        invoke("SCHEDULING_INSPECT", RootSlot.SCHEDULING_CONTROL);
        invoke("INTERRUPT_GET_LINE", RootSlot.INTERRUPT_CONTROL, 3, TABLE, EMPTY);
        refused("INTERRUPT_GET_LINE", "a0", ErrorCode.OUT_OF_RANGE, 0);
        refused("INTERRUPT_GET_LINE", "a0", ErrorCode.BUSY, 5);
        refused("INTERRUPT_GET_LINE", "a2", ErrorCode.OUT_OF_RANGE, OUTSIDE);
        refused("INTERRUPT_GET_LINE", "a2", ErrorCode.SLOT_OCCUPIED, endpoint);
        invoke("INTERRUPT_BIND", line, notification);
        invoke("INTERRUPT_ACKNOWLEDGE", line);
        invoke("LOG_WRITE", RootSlot.KERNEL_LOG, 8);
        refused("LOG_WRITE", "a0", ErrorCode.OUT_OF_RANGE, 57);
        capabilities(endpoint, page);
        withoutMessagePage();
    }

    /** In the place of each capability nothing, one of another type, and one without rights. */
    private void capabilities(int endpoint, int frame) {
        for (Refusal refusal : DeclaredRefusals.all()) {
            boolean ofArgument = refusal.argument() != Arguments.TAG && left.contains(refusal);
            long named = calls.get(refusal.call()).arguments[refusal.argument()];
            if (ofArgument && refusal.code() == ErrorCode.NO_CAPABILITY) {
                refused(refusal, refusal.argument(), EMPTY);
            } else if (ofArgument && refusal.code() == ErrorCode.WRONG_TYPE) {
                boolean isFrame = world.object((int) named).type == ObjectType.FRAME;
                refused(refusal, refusal.argument(), isFrame ? endpoint : frame);
            } else if (ofArgument && refusal.code() == ErrorCode.MISSING_RIGHT) {
                World.expect(world.invoke(TABLE, Operation.TABLE_COPY, RIGHTLESS, TABLE, named, 0));
                refused(refusal, refusal.argument(), RIGHTLESS);
                World.expect(world.invoke(TABLE, Operation.TABLE_DELETE, RIGHTLESS));
            }
        }
    }

    /** By a thread that has lost its own. */
    private void withoutMessagePage() {
        int bare = world.startThread(50);
        World.expect(world.invoke(TABLE, Operation.TABLE_DELETE, bare - 1));
        caller = world.thread(bare);
        for (String name : new String[] {"CALL", "REPLY_RECEIVE", "REPLY"}) {
            refused(name, "t1", ErrorCode.NOT_MAPPED, Tag.of(1, Tag.REGISTER_WORDS + 1));
        }
    }

    /** Passive servers call each other, as deep as may be, all on the first caller's time. */
    private void deep() {
        newWorld();
        int[] endpoints = new int[Lending.DEEPEST + 1];
        int[] servers = new int[Lending.DEEPEST];
        for (int i = 0; i < endpoints.length; i++) {
            endpoints[i] = world.make(ObjectType.ENDPOINT, 0);
        }
        for (int i = 0; i < servers.length; i++) {
            servers[i] = world.startThread(150);
            int reply = world.make(ObjectType.REPLY, 0);
            world.call(world.thread(servers[i]), CallNumber.RECEIVE, endpoints[i], 0, reply);
            World.expect(world.invoke(servers[i], Operation.THREAD_SET_CONTEXT, 0));
        }
        int first = world.startThread(150);
        caller = world.thread(first);
        for (int i = 0; i < servers.length; i++) {
            world.call(caller, CallNumber.CALL, endpoints[i], Tag.of(1, 0), 0);
            caller = world.thread(servers[i]);
        }
        call(CallNumber.CALL, "CALL", endpoints[servers.length], Tag.of(1, 0), 0);
        refused("CALL", "t0", ErrorCode.BUSY, endpoints[servers.length]);
        invoke("THREAD_SET_CONTEXT", first, 0);
        refused("THREAD_SET_CONTEXT", "t0", ErrorCode.BUSY, first);
    }

    /** The innermost of as many untypeds as may lie in each other. */
    private int innermost() {
        int memory = RootSlot.UNTYPED;
        for (int depth = 0; depth < Untyped.MAXIMUM_DEPTH; depth++) {
            memory = world.makeFrom(memory, ObjectType.UNTYPED, 4096L * (2 * Untyped.MAXIMUM_DEPTH - 2 * depth));
        }
        return memory;
    }

    /** One with more children than can be moved. */
    private int prolific() {
        int endpoint = world.make(ObjectType.ENDPOINT, 0);
        for (int i = 0; i <= TableOperations.MOST_CHILDREN_MOVED; i++) {
            World.expect(world.invoke(TABLE, Operation.TABLE_COPY, CHILDREN + i, TABLE, endpoint, Rights.ALL));
        }
        return endpoint;
    }

    /** An untyped of which nothing is left. */
    private int full() {
        int memory = world.make(ObjectType.UNTYPED, 4096);
        int slot = 400;
        while (world.invoke(memory, Operation.UNTYPED_RETYPE, ObjectType.ENDPOINT, 0, TABLE, slot, 1) == ErrorCode.OK) {
            slot++;
        }
        return memory;
    }

    private void call(int number, String name, long capability, long tag, long reply) {
        long[] arguments = new long[12];
        arguments[Arguments.CAPABILITY] = capability;
        arguments[Arguments.TAG] = tag;
        arguments[Arguments.REPLY_SLOT] = reply;
        calls.put(name, new Good(number, arguments));
    }

    private void invoke(String name, long capability, long... words) {
        try {
            call(
                    CallNumber.INVOKE,
                    name,
                    capability,
                    Operation.class.getField(name).getInt(null),
                    0);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        System.arraycopy(words, 0, calls.get(name).arguments, Arguments.A0, words.length);
    }

    /** Because the argument is this. */
    private void refused(String name, String argument, int code, long value) {
        refused(name, argument, code, argument, value);
    }

    /** Because others are: pairs of a register and what it holds. */
    private void refused(String name, String argument, int code, Object... others) {
        int[] places = new int[others.length / 2];
        long[] values = new long[places.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = DeclaredRefusals.argument((String) others[2 * i]);
            values[i] = ((Number) others[2 * i + 1]).longValue();
        }
        refused(new Refusal(name, DeclaredRefusals.argument(argument), code), places, values);
    }

    private void refused(Refusal refusal, int place, long value) {
        refused(refusal, new int[] {place}, new long[] {value});
    }

    private void refused(Refusal refusal, int[] places, long[] values) {
        Good good = calls.get(refusal.call());
        long[] a = good.arguments.clone();
        for (int i = 0; i < places.length; i++) {
            a[places[i]] = values[i];
        }
        long[] words = Arrays.copyOfRange(a, Arguments.A0, Arguments.A0 + 8);
        int status = world.trap(
                caller,
                good.number,
                a[Arguments.CAPABILITY],
                a[Arguments.TAG],
                a[Arguments.REPLY_SLOT],
                a[Arguments.DEADLINE],
                words);
        assertEquals(refusal, watch.last(), () -> "status " + status);
        left.remove(refusal);
    }
}
