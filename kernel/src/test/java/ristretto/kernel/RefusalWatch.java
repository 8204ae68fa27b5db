package ristretto.kernel;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Tag;
import ristretto.kernel.riscv64.RegisterFrame;

/**
 * Looks at the calls of one world: of a refused one everything, kernel objects, memory and control registers, is afterwards as it was before, but for the registers that say
 * why; and what these say is what the manual's table of errors tells.
 */
class RefusalWatch {
    /** Sees nothing. */
    static final RefusalWatch NOBODY = new RefusalWatch(null) {
        @Override
        void before(Thread thread) {}

        @Override
        void isAsBefore(String what) {}

        @Override
        void refused(long number, long tag) {}
    };

    private final World world;
    private Thread caller;
    private Snapshot before;
    private final long[] words = new long[12];
    private DeclaredRefusals.Refusal last;

    RefusalWatch(World world) {
        this.world = world;
    }

    /** That of the last call; null: it was not refused. */
    DeclaredRefusals.Refusal last() {
        return last;
    }

    void before(Thread thread) {
        caller = thread;
        last = null;
        RegisterFrame in = thread.registers;
        words[0] = in.capability();
        for (int i = 0; i < 8; i++) {
            words[1 + i] = in.word(i);
        }
        words[Arguments.TAG] = in.tag();
        words[Arguments.REPLY_SLOT] = in.replySlot();
        words[Arguments.DEADLINE] = in.deadline();
        before = saved();
    }

    private Snapshot saved() {
        Snapshot snapshot = new Snapshot(world.kernel, world.root, world.table, world.controller);
        snapshot.save();
        return snapshot;
    }

    void isAsBefore(String what) {
        String difference = before.difference(saved());
        if (difference != null) {
            throw new AssertionError(what + " has changed " + difference);
        }
    }

    void refused(long number, long tag) {
        RegisterFrame out = caller.registers;
        int code = (int) out.capability();
        int argument = (int) out.tag();
        DeclaredRefusals.Refusal refusal = DeclaredRefusals.of(number, tag, argument, code);
        last = refusal;
        says(refusal, out.word0(), out.word1());
        long[] said = {out.capability(), out.tag(), out.word0(), out.word1()};
        out.x5 = words[0];
        out.setTag(words[Arguments.TAG]);
        out.setWord(0, words[1]);
        out.setWord(1, words[2]);
        // Its message may have been delivered: it is the wait that ends.
        boolean isLate = number == CallNumber.REPLY_RECEIVE && code == ErrorCode.TIMED_OUT;
        if (!isLate) {
            isAsBefore(refusal + ", refused,");
        }
        out.x5 = said[0];
        out.setTag(said[1]);
        out.setWord(0, said[2]);
        out.setWord(1, said[3]);
    }

    /** As the manual's table of errors says it. */
    private void says(DeclaredRefusals.Refusal refusal, long expected, long got) {
        long word = words[refusal.argument()];
        boolean ofObject = refusal.argument() == Arguments.CAPABILITY;
        boolean right =
                switch (refusal.code()) {
                    case ErrorCode.NO_CAPABILITY ->
                        expected > 0 && got == (refusal.argument() == Arguments.TAG ? Tag.capability(word) : word);
                    case ErrorCode.WRONG_TYPE -> expected != ObjectType.NONE && got != expected;
                    case ErrorCode.MISSING_RIGHT -> (got & expected) != expected;
                    case ErrorCode.OUT_OF_RANGE -> ofObject || got == word;
                    case ErrorCode.MISALIGNED -> got == word && got % expected != 0;
                    case ErrorCode.NOT_ENOUGH_MEMORY -> expected > got;
                    case ErrorCode.SLOT_OCCUPIED -> expected == ObjectType.NONE && got != ObjectType.NONE;
                    case ErrorCode.ALREADY_MAPPED -> expected == 0 && (ofObject || got == word);
                    case ErrorCode.NOT_MAPPED ->
                        ofObject ? expected == 0 && got == 0 : expected == Tag.REGISTER_WORDS && got == Tag.words(word);
                    case ErrorCode.NO_PAGE_TABLE -> (expected == 0 || expected == 1) && got == word;
                    case ErrorCode.TIMED_OUT -> expected >= got && got == word;
                    case ErrorCode.CANCELLED -> expected == 1 && got == 0;
                    case ErrorCode.BUSY -> expected != got;
                    case ErrorCode.INVALID_ARGUMENT -> true;
                    default -> false;
                };
        if (!right) {
            throw new AssertionError(refusal + " expects " + expected + " and got " + got);
        }
    }
}
