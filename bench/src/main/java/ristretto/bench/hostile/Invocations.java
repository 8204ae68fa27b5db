package ristretto.bench.hostile;

import ristretto.abi.CallNumber;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;
import ristretto.magic.CallRegisters;
import ristretto.magic.riscv64.Machine;

/** Fills the registers for an operation as it could be meant, with what the process holds. */
final class Invocations {
    private static final int[] OPERATIONS = {
        Operation.UNTYPED_RETYPE,
        Operation.UNTYPED_RETYPE,
        Operation.UNTYPED_RETYPE,
        Operation.UNTYPED_RETYPE,
        Operation.UNTYPED_RETYPE,
        Operation.UNTYPED_RETYPE,
        Operation.UNTYPED_INSPECT,
        Operation.TABLE_COPY,
        Operation.TABLE_COPY,
        Operation.TABLE_COPY,
        Operation.TABLE_MINT,
        Operation.TABLE_MINT,
        Operation.TABLE_MOVE,
        Operation.TABLE_MOVE,
        Operation.TABLE_DELETE,
        Operation.TABLE_DELETE,
        Operation.TABLE_DELETE,
        Operation.TABLE_REVOKE,
        Operation.TABLE_INSPECT,
        Operation.PAGE_TABLE_MAP,
        Operation.PAGE_TABLE_MAP,
        Operation.FRAME_MAP,
        Operation.FRAME_MAP,
        Operation.FRAME_MAP,
        Operation.FRAME_UNMAP,
        Operation.FRAME_DERIVE,
        Operation.FRAME_READ,
        Operation.FRAME_WRITE,
        Operation.FRAME_COPY,
        Operation.THREAD_CONFIGURE,
        Operation.THREAD_CONFIGURE,
        Operation.THREAD_START,
        Operation.THREAD_READ_REGISTERS,
        Operation.THREAD_SUSPEND,
        Operation.THREAD_RESUME,
        Operation.THREAD_SET_PRIORITY,
        Operation.THREAD_BIND_NOTIFICATION,
        Operation.THREAD_BIND_NOTIFICATION,
        Operation.THREAD_INSPECT,
        Operation.THREAD_REDIRECT,
        Operation.THREAD_SET_CONTEXT,
        Operation.THREAD_SET_FLAGS,
        Operation.THREAD_WRITE_REGISTERS,
        Operation.SCHEDULING_CONFIGURE,
        Operation.SCHEDULING_CONFIGURE,
        Operation.SCHEDULING_INSPECT,
        Operation.INTERRUPT_GET_LINE,
        Operation.INTERRUPT_BIND,
        Operation.INTERRUPT_ACKNOWLEDGE,
        Operation.LOG_WRITE
    };
    private static final int[] MADE = {
        ObjectType.UNTYPED, ObjectType.CAP_TABLE, ObjectType.ADDRESS_SPACE, ObjectType.PAGE_TABLE, ObjectType.FRAME,
        ObjectType.FRAME, ObjectType.THREAD, ObjectType.THREAD, ObjectType.SCHEDULING_CONTEXT, ObjectType.ENDPOINT,
        ObjectType.ENDPOINT, ObjectType.NOTIFICATION, ObjectType.REPLY, ObjectType.REPLY
    };
    private static final long PAGE = 4096;
    private static final long LARGE = 2 << 20;

    private final Dice dice;
    private final Deck deck;
    private final CallRegisters r;

    Invocations(Dice dice, Deck deck, CallRegisters registers) {
        this.dice = dice;
        this.deck = deck;
        r = registers;
    }

    void prepare() {
        int operation = dice.of(OPERATIONS);
        r.t1 = operation;
        r.t2 = 0;
        r.t3 = CallNumber.INVOKE;
        r.t4 = 0;
        if (operation <= Operation.UNTYPED_INSPECT) {
            untyped();
        } else if (operation <= Operation.TABLE_INSPECT) {
            table(operation);
        } else if (operation == Operation.PAGE_TABLE_MAP) {
            r.t0 = deck.of(ObjectType.PAGE_TABLE);
            r.a0 = space();
            r.a1 = address();
        } else if (operation <= Operation.FRAME_COPY) {
            frame(operation);
        } else if (operation <= Operation.THREAD_SET_CONTEXT) {
            thread(operation);
        } else {
            control(operation);
        }
    }

    private void untyped() {
        r.t0 = deck.of(ObjectType.UNTYPED);
        int type = dice.of(MADE);
        r.a0 = type;
        r.a1 = switch (type) {
            case ObjectType.UNTYPED -> PAGE << dice.below(4);
            case ObjectType.FRAME -> PAGE << (dice.oneIn(10) ? dice.below(10) : dice.below(3));
            case ObjectType.CAP_TABLE -> 1 + dice.below(dice.oneIn(10) ? 4096 : 16);
            default -> 0;
        };
        r.a2 = ownTable();
        r.a3 = deck.free();
        r.a4 = dice.oneIn(5) ? 1 + dice.below(6) : 1;
    }

    private long ownTable() {
        return dice.oneIn(10) ? deck.of(ObjectType.CAP_TABLE) : deck.table;
    }

    private long space() {
        return dice.oneIn(2) ? deck.of(ObjectType.ADDRESS_SPACE) : deck.space;
    }

    /** Where something could be mapped. */
    private long address() {
        long base = dice.oneIn(3) ? 0x4000_0000L : 0x3000_0000L;
        return base + dice.below(4) * LARGE + (dice.oneIn(3) ? 0 : dice.below(16) * PAGE);
    }

    private int rights() {
        return dice.oneIn(5) ? dice.below(Rights.ALL + 1) : Rights.ALL;
    }

    private void table(int operation) {
        r.t0 = ownTable();
        switch (operation) {
            case Operation.TABLE_COPY, Operation.TABLE_MINT -> {
                r.a0 = deck.free();
                r.a1 = ownTable();
                r.a2 = operation == Operation.TABLE_MINT
                        ? deck.of(dice.oneIn(2) ? ObjectType.ENDPOINT : ObjectType.NOTIFICATION)
                        : dice.below(Deck.SLOTS);
                r.a3 = rights();
                r.a4 = dice.next();
            }
            case Operation.TABLE_MOVE -> {
                r.a0 = deck.free();
                r.a1 = ownTable();
                r.a2 = deck.filled();
            }
            case Operation.TABLE_INSPECT, Operation.TABLE_REVOKE -> r.a0 = dice.below(Deck.SLOTS);
            default -> r.a0 = deck.filled();
        }
        if (operation == Operation.TABLE_REVOKE && dice.oneIn(2)) {
            r.a0 = deck.filled();
        }
    }

    private void frame(int operation) {
        if (operation == Operation.THREAD_SET_FLAGS || operation == Operation.THREAD_WRITE_REGISTERS) {
            thread(operation);
            return;
        }
        r.t0 = deck.of(ObjectType.FRAME);
        switch (operation) {
            case Operation.FRAME_MAP -> {
                r.a0 = space();
                r.a1 = address();
                r.a2 = dice.oneIn(3) ? dice.below(8) : Rights.READ | (dice.oneIn(2) ? Rights.WRITE : Rights.EXECUTE);
            }
            case Operation.FRAME_DERIVE -> {
                r.a0 = dice.below(8) * PAGE;
                r.a1 = (1 + dice.below(3)) * PAGE;
                r.a2 = deck.of(ObjectType.UNTYPED);
                r.a3 = ownTable();
                r.a4 = deck.free();
            }
            case Operation.FRAME_READ -> r.a0 = dice.below(520) * 8L;
            case Operation.FRAME_WRITE -> {
                r.a0 = dice.below(512) * 8L;
                r.a1 = 1 + dice.below(6);
                r.a2 = dice.next();
                r.a3 = dice.next();
            }
            case Operation.FRAME_COPY -> {
                r.a0 = dice.below(256) * 8L;
                r.a1 = deck.of(ObjectType.FRAME);
                r.a2 = dice.below(256) * 8L;
                r.a3 = dice.below(256) * 8L;
            }
            default -> {}
        }
    }

    private void thread(int operation) {
        boolean harmless = operation == Operation.THREAD_READ_REGISTERS || operation == Operation.THREAD_INSPECT;
        r.t0 = harmless ? deck.of(ObjectType.THREAD) : deck.toHarm(ObjectType.THREAD);
        switch (operation) {
            case Operation.THREAD_CONFIGURE -> {
                r.a0 = space();
                r.a1 = ownTable();
                r.a2 = deck.of(ObjectType.FRAME);
                r.a3 = dice.oneIn(3) ? 0 : deck.of(ObjectType.ENDPOINT);
                r.a4 = deck.of(ObjectType.SCHEDULING_CONTEXT);
                r.a5 = dice.below(256);
            }
            case Operation.THREAD_START, Operation.THREAD_REDIRECT -> {
                r.a0 = dice.strange();
                r.a1 = dice.strange();
                r.a2 = dice.next();
            }
            case Operation.THREAD_READ_REGISTERS -> r.a0 = dice.below(36);
            case Operation.THREAD_WRITE_REGISTERS -> {
                r.a0 = dice.below(33);
                r.a1 = 1 + dice.below(6);
                r.a2 = dice.strange();
                r.a3 = dice.strange();
                r.a4 = dice.strange();
            }
            case Operation.THREAD_SET_PRIORITY -> r.a0 = dice.below(258);
            case Operation.THREAD_SET_FLAGS -> r.a0 = dice.below(5);
            case Operation.THREAD_BIND_NOTIFICATION -> r.a0 = dice.oneIn(4) ? 0 : deck.of(ObjectType.NOTIFICATION);
            case Operation.THREAD_SET_CONTEXT -> r.a0 = dice.oneIn(4) ? 0 : deck.of(ObjectType.SCHEDULING_CONTEXT);
            default -> {}
        }
    }

    private void control(int operation) {
        switch (operation) {
            case Operation.SCHEDULING_CONFIGURE -> {
                r.t0 = deck.of(ObjectType.SCHEDULING_CONTROL);
                r.a0 = deck.toHarm(ObjectType.SCHEDULING_CONTEXT);
                r.a1 = 10_000L << dice.below(10);
                r.a2 = r.a1 << dice.below(4);
            }
            case Operation.SCHEDULING_INSPECT -> r.t0 = deck.of(ObjectType.SCHEDULING_CONTROL);
            case Operation.INTERRUPT_GET_LINE -> {
                r.t0 = deck.of(ObjectType.INTERRUPT_CONTROL);
                r.a0 = dice.below(98);
                r.a1 = ownTable();
                r.a2 = deck.free();
            }
            case Operation.INTERRUPT_BIND -> {
                r.t0 = deck.of(ObjectType.INTERRUPT_LINE);
                r.a0 = dice.oneIn(4) ? 0 : deck.of(ObjectType.NOTIFICATION);
            }
            case Operation.INTERRUPT_ACKNOWLEDGE -> r.t0 = deck.of(ObjectType.INTERRUPT_LINE);
            default -> {
                r.t0 = deck.of(ObjectType.KERNEL_LOG);
                r.a0 = dice.below(60);
            }
        }
        r.a3 = Machine.readTime();
    }
}
