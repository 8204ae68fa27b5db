package ristretto.kernel;

import ristretto.abi.Fault;
import ristretto.abi.Tag;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.magic.Memory;
import ristretto.magic.MostBytes;

/** Copies messages from thread to thread: words 0 to 7 from register to register, the others from page to page. */
final class Messages {
    private static final long RESERVED = 0xc000_0000L;
    private static final long LENGTH = 0xff;
    private static final long LABEL = 0xffff_ffff_0000_0000L;

    /** Whether a tag given by a process is well formed. */
    static boolean isTag(long tag) {
        return (tag & RESERVED) == 0
                && Tag.words(tag) <= Tag.MAXIMUM_WORDS
                && (Tag.capability(tag) != 0 || Tag.rights(tag) == 0)
                && tag >= 0;
    }

    /**
     * The tag must be well formed. A receiver without a message page gets only what fits the registers; one that named no
     * free slot gets no capability.
     */
    @MostBytes(8 * (Tag.MAXIMUM_WORDS - Tag.REGISTER_WORDS))
    static void copy(Core core, Thread from, Thread to) {
        RegisterFrame source = from.registers;
        RegisterFrame target = to.registers;
        long tag = source.tag();
        int words = Tag.words(tag);
        target.copyWords(source, words);
        long delivered = tag & (LABEL | LENGTH);
        if (words > Tag.REGISTER_WORDS) {
            if (from.messagePage == 0 || to.messagePage == 0) {
                delivered = tag & LABEL | Tag.REGISTER_WORDS;
            } else if (from.messagePage != to.messagePage) {
                long start = 8L * Tag.REGISTER_WORDS;
                Memory.copy(from.messagePage + start, to.messagePage + start, 8L * words - start);
            }
        }
        if (Tag.capability(tag) != 0 && to.receiveSlot != 0) {
            delivered = hand(from, to, tag, delivered);
        }
        to.receiveSlot = 0;
        target.setTag(delivered);
    }

    /** The capability becomes a child of the sender's, badge and all. Answers the tag that says so. */
    private static long hand(Thread from, Thread to, long tag, long delivered) {
        CapTable table = to.table;
        int place = to.receiveSlot;
        KernelObject object = from.table.objectIn(Tag.capability(tag));
        if (object == null || table == null || !table.holds(place)) {
            return delivered;
        }
        Slot destination = table.slot(place);
        if (destination.object != null) {
            return delivered;
        }
        Slot source = from.table.slot(Tag.capability(tag));
        int rights = source.rights() & Tag.rights(tag);
        destination.fill(object, rights, object instanceof Frame ? 0 : source.badge, source);
        return Tag.withCapability(delivered, place, rights);
    }

    /** Delivers what a sender wants to say, its message or its fault. */
    static void deliver(Core core, Thread from, Thread to, long badge) {
        if (from.faultKind == 0) {
            copy(core, from, to);
        } else {
            describeFault(from, to.registers);
            to.receiveSlot = 0;
        }
        to.registers.setBadge(badge);
    }

    private static void describeFault(Thread from, RegisterFrame target) {
        RegisterFrame source = from.registers;
        if (from.faultKind == Fault.FOREIGN_CALL) {
            target.setTag(Tag.of(Tag.FAULT_BASE + Fault.FOREIGN_CALL, Tag.REGISTER_WORDS));
            target.copyWords(source, Tag.REGISTER_WORDS);
            return;
        }
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
