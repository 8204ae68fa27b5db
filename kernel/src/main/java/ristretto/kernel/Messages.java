package ristretto.kernel;

import ristretto.abi.Fault;
import ristretto.abi.Tag;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.magic.Memory;

/** Copies messages from thread to thread: words 0 to 7 from register to register, the others from page to page. */
final class Messages {
    private static final long RESERVED = 0xffff_ff00L;

    /** Whether a tag given by a process is well formed. */
    static boolean isTag(long tag) {
        return (tag & RESERVED) == 0 && Tag.words(tag) <= Tag.MAXIMUM_WORDS;
    }

    /** The tag must be well formed. A receiver without a message page gets only what fits the registers. */
    static void copy(Thread from, Thread to) {
        RegisterFrame source = from.registers;
        RegisterFrame target = to.registers;
        long tag = source.tag();
        int words = Tag.words(tag);
        if (words <= Tag.REGISTER_WORDS) {
            target.copyWords(source, words);
            target.setTag(tag);
            return;
        }
        target.copyWords(source, Tag.REGISTER_WORDS);
        if (from.messagePage == 0 || to.messagePage == 0) {
            target.setTag(Tag.of(Tag.label(tag), Tag.REGISTER_WORDS));
            return;
        }
        target.setTag(tag);
        if (from.messagePage == to.messagePage) {
            return;
        }
        long start = 8L * Tag.REGISTER_WORDS;
        Memory.copy(from.messagePage + start, to.messagePage + start, 8L * words - start);
    }

    /** Delivers what a sender wants to say, its message or its fault. */
    static void deliver(Thread from, Thread to, long badge) {
        if (from.faultKind == 0) {
            copy(from, to);
        } else {
            describeFault(from, to.registers);
        }
        to.registers.setBadge(badge);
    }

    private static void describeFault(Thread from, RegisterFrame target) {
        RegisterFrame source = from.registers;
        target.setTag(Tag.of(Tag.FAULT_BASE + from.faultKind, Fault.WORDS));
        target.setWord(0, from.faultAddress);
        target.setWord(1, source.pc);
        target.setWord(2, from.faultCause);
        target.setWord(3, source.stackPointer());
        target.setWord(4, source.framePointer());
        target.setWord(5, source.returnAddress());
    }

    private Messages() {}
}
