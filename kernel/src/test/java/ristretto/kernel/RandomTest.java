package ristretto.kernel;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.RootSlot;
import ristretto.magic.riscv64.Machine;

/**
 * Threads that call anything with nearly sensible arguments, interrupted at any time; all invariants after each step.
 */
class RandomTest {
    private static final int ROUNDS = Integer.getInteger("ristretto.rounds", 12);
    private static final int STEPS = 1200;
    private static final int[] OPERATIONS = {
        1, 1, 1, 1, 2, 10, 10, 11, 11, 12, 13, 13, 14, 15, 20, 20, 30, 30, 31, 32, 33, 34, 35, 36, 37, 40, 40, 41, 41,
        42, 43, 44, 45, 46, 46, 47, 48, 49, 49, 50, 50, 51, 60, 70, 71, 80
    };
    private static final int[] TYPES = {1, 2, 3, 4, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10};
    private static final int SLOTS = 48;

    private World world;
    private Random random;

    @Test
    void nothingBreaksTheInvariants() {
        long seed = Long.getLong("ristretto.seed", new Random().nextLong());
        for (int round = 0; round < rounds(); round++) {
            round(seed + round);
        }
    }

    private void round(long seed) {
        random = new Random(seed);
        world = new World(6, 256 << 10);
        int step = 0;
        try {
            for (int i = 0; i < 4; i++) {
                world.startThread(90 + random.nextInt(20));
            }
            int space = world.make(ObjectType.ADDRESS_SPACE, 0);
            for (int i = 0; i < 3; i++) {
                World.expect(world.invoke(
                        world.make(ObjectType.PAGE_TABLE, 0), Operation.PAGE_TABLE_MAP, space, i == 2 ? 1 << 21 : 0));
                world.make(ObjectType.FRAME, 8192);
            }
            for (; step < STEPS; step++) {
                step();
                afterStep(world);
            }
        } catch (Throwable e) {
            fail("seed %d (run with -Dristretto.seed=%d), step %d".formatted(seed, seed, step), e);
        }
    }

    int rounds() {
        return ROUNDS;
    }

    /** For what else should hold then. */
    void afterStep(World stepped) {}

    private void step() {
        Machine.simulate("sip", random.nextInt(20) == 0 ? 0x20 : 0);
        if (random.nextInt(8) == 0) {
            world.sleep(random.nextInt(30_000));
        }
        if (random.nextInt(16) == 0) {
            world.interrupt(1 + random.nextInt(7));
        }
        Thread caller = pick();
        if (caller == null) {
            revive();
            return;
        }
        if (random.nextInt(30) == 0) {
            world.run(caller);
            world.core.charge();
            Faults.raise(world.core, caller, 1 + random.nextInt(7), 13, random.nextLong());
            world.core.settle();
            world.check();
            return;
        }
        if (random.nextInt(3) == 0) {
            long deadline = random.nextInt(4) == 0 ? world.time + random.nextInt(20_000) - 100 : 0;
            world.trap(
                    caller,
                    random.nextInt(random.nextInt(20) == 0 ? 12 : 8),
                    of(ObjectType.ENDPOINT, ObjectType.NOTIFICATION),
                    tag(),
                    of(ObjectType.REPLY),
                    deadline,
                    random.nextLong(),
                    random.nextLong());
        } else {
            invoke(caller);
        }
    }

    private long tag() {
        return (long) random.nextInt(4) << 32 | random.nextInt(random.nextInt(4) == 0 ? 200 : 10);
    }

    /** The running thread, or any that is ready. */
    private Thread pick() {
        List<Thread> able = new ArrayList<>();
        for (int priority = 0; priority < 256; priority++) {
            for (Thread thread = world.core.scheduler.first[priority]; thread != null; thread = thread.next) {
                able.add(thread);
            }
        }
        if (world.core.current != null) {
            able.add(world.core.current);
        }
        return able.isEmpty() ? null : able.get(random.nextInt(able.size()));
    }

    /** When nobody can run, time passes and root is helped up, if it still has what it needs; else the world ends. */
    private void revive() {
        world.sleep(1_000_000);
        Thread root = world.root;
        if (pick() == null
                && root.isConfigured()
                && root.context != null
                && world.table.slot(RootSlot.THREAD).object == root) {
            world.core.charge();
            world.core.suspend(root);
            world.core.makeReady(root);
            world.core.settle();
            world.check();
        } else if (pick() == null) {
            world = new World(6, 256 << 10);
        }
    }

    private void invoke(Thread caller) {
        int operation = OPERATIONS[random.nextInt(OPERATIONS.length)];
        long any = slot();
        long place = random.nextInt(4) * 4096L + (random.nextInt(3) << 21) + (random.nextInt(10) == 0 ? 8 : 0);
        long[] a;
        long target;
        switch (operation) {
            case Operation.UNTYPED_RETYPE -> {
                int type = TYPES[random.nextInt(TYPES.length)];
                long size =
                        switch (type) {
                            case ObjectType.UNTYPED -> 4096L * (1 + random.nextInt(8));
                            case ObjectType.FRAME -> 4096L * (1 + random.nextInt(3));
                            case ObjectType.CAP_TABLE -> 1 + random.nextInt(12);
                            default -> random.nextInt(20) == 0 ? 1 : 0;
                        };
                target = of(ObjectType.UNTYPED);
                a = new long[] {type, size, of(ObjectType.CAP_TABLE), slot(), 1 + random.nextInt(3)};
            }
            case Operation.UNTYPED_INSPECT -> {
                target = of(ObjectType.UNTYPED);
                a = new long[0];
            }
            case Operation.PAGE_TABLE_MAP -> {
                target = of(ObjectType.PAGE_TABLE);
                a = new long[] {of(ObjectType.ADDRESS_SPACE), place};
            }
            case Operation.FRAME_MAP -> {
                target = of(ObjectType.FRAME);
                a = new long[] {
                    of(ObjectType.ADDRESS_SPACE),
                    place,
                    random.nextInt(3) == 0 ? random.nextInt(8) : 1 + 2 * random.nextInt(2)
                };
            }
            case Operation.FRAME_DERIVE -> {
                target = random.nextBoolean() ? RootSlot.ARCHIVE : of(ObjectType.FRAME);
                a = new long[] {
                    4096L * random.nextInt(9),
                    4096L * random.nextInt(4),
                    of(ObjectType.UNTYPED),
                    of(ObjectType.CAP_TABLE),
                    slot()
                };
            }
            case Operation.FRAME_UNMAP, Operation.FRAME_READ, Operation.FRAME_WRITE, Operation.FRAME_COPY -> {
                target = of(ObjectType.FRAME);
                a = new long[] {
                    8L * random.nextInt(600),
                    random.nextBoolean() ? of(ObjectType.FRAME) : 3,
                    8L * random.nextInt(600),
                    8L * random.nextInt(300)
                };
            }
            case Operation.THREAD_CONFIGURE -> {
                target = of(ObjectType.THREAD);
                a = new long[] {
                    of(ObjectType.ADDRESS_SPACE),
                    of(ObjectType.CAP_TABLE),
                    of(ObjectType.FRAME),
                    random.nextBoolean() ? 0 : of(ObjectType.ENDPOINT),
                    of(ObjectType.SCHEDULING_CONTEXT),
                    random.nextInt(256)
                };
            }
            case Operation.THREAD_BIND_NOTIFICATION -> {
                target = of(ObjectType.THREAD);
                a = new long[] {random.nextInt(4) == 0 ? 0 : of(ObjectType.NOTIFICATION)};
            }
            case Operation.THREAD_START,
                    Operation.THREAD_SUSPEND,
                    Operation.THREAD_RESUME,
                    Operation.THREAD_SET_PRIORITY,
                    Operation.THREAD_INSPECT,
                    Operation.THREAD_REDIRECT,
                    Operation.THREAD_READ_REGISTERS -> {
                target = of(ObjectType.THREAD);
                a = new long[] {random.nextInt(120), 5, 6};
            }
            case Operation.THREAD_SET_CONTEXT -> {
                target = of(ObjectType.THREAD);
                a = new long[] {random.nextInt(4) == 0 ? 0 : of(ObjectType.SCHEDULING_CONTEXT)};
            }
            case Operation.THREAD_SET_FLAGS -> {
                target = of(ObjectType.THREAD);
                a = new long[] {random.nextInt(6) == 0 ? Operation.FOREIGN : random.nextInt(2) * 2};
            }
            case Operation.THREAD_WRITE_REGISTERS -> {
                target = of(ObjectType.THREAD);
                a = new long[] {random.nextInt(33), 1 + random.nextInt(6), 1, 2, 3, 4, 5, 6};
            }
            case Operation.SCHEDULING_CONFIGURE, Operation.SCHEDULING_INSPECT -> {
                target = RootSlot.SCHEDULING_CONTROL;
                a = new long[] {
                    of(ObjectType.SCHEDULING_CONTEXT), 10_000L * random.nextInt(100), 10_000L * random.nextInt(200)
                };
            }
            case Operation.INTERRUPT_GET_LINE -> {
                target = RootSlot.INTERRUPT_CONTROL;
                a = new long[] {random.nextInt(10), of(ObjectType.CAP_TABLE), slot()};
            }
            case Operation.INTERRUPT_BIND, Operation.INTERRUPT_ACKNOWLEDGE -> {
                target = of(ObjectType.INTERRUPT_LINE);
                a = new long[] {random.nextInt(3) == 0 ? 0 : of(ObjectType.NOTIFICATION)};
            }
            default -> {
                target = of(ObjectType.CAP_TABLE);
                a = new long[] {any, of(ObjectType.CAP_TABLE), slot(), random.nextInt(70), random.nextInt(5)};
                boolean deadly = operation == Operation.TABLE_DELETE || operation == Operation.TABLE_REVOKE;
                if (deadly && random.nextInt(10) != 0) {
                    a[0] = RootSlot.FIRST_FREE + random.nextInt(SLOTS);
                }
            }
        }
        if (random.nextInt(25) == 0 && a.length > 0) {
            a[random.nextInt(a.length)] = random.nextBoolean() ? random.nextLong() : -1;
        }
        world.invokeAs(caller, target, operation, a);
    }

    private int slot() {
        return random.nextInt(6) == 0
                ? random.nextInt(RootSlot.FIRST_FREE)
                : RootSlot.FIRST_FREE + random.nextInt(SLOTS);
    }

    /** A slot of root's table that holds such an object, mostly. */
    private long of(int... types) {
        int wanted = types[random.nextInt(types.length)];
        int start = random.nextInt(RootSlot.FIRST_FREE + SLOTS);
        for (int i = 0; i < RootSlot.FIRST_FREE + SLOTS; i++) {
            int slot = (start + i) % (RootSlot.FIRST_FREE + SLOTS);
            KernelObject object = world.object(slot);
            if (object != null && object.type == wanted && random.nextInt(12) != 0) {
                return slot;
            }
        }
        return slot();
    }
}
