package ristretto.kernel;

import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.magic.LoopBound;
import ristretto.magic.Memory;

/**
 * Invocations that read, write and copy what is in frames, for those who load processes without mapping their memory.
 */
final class FrameContents {
    private static final int WORDS_READ = 8;
    private static final int WORDS_WRITTEN = 6;
    private static final long MOST_COPIED = 16 << 10;

    /**
     * A frame of memory with these rights; null: refused. Device registers are not memory, and what was executed is not
     * written.
     */
    private static Slot memory(Thread caller, int argument, long index, int rights) {
        Slot slot = Arguments.object(caller, argument, index, ObjectType.FRAME, rights);
        if (slot != null && ((Frame) slot.object).device) {
            Arguments.refuse(caller, ErrorCode.INVALID_ARGUMENT, argument, 0, 1);
            return null;
        }
        if (slot != null && ((Frame) slot.object).forbids(rights)) {
            Arguments.refuse(caller, ErrorCode.INVALID_ARGUMENT, argument, Rights.READ, rights);
            return null;
        }
        return slot;
    }

    /** Refuses an offset that is no multiple of 8 or beyond the last place for that many bytes. */
    private static boolean isRefused(Thread caller, int argument, long offset, long bytes, Frame frame) {
        if ((offset & 7) != 0) {
            Arguments.refuse(caller, ErrorCode.MISALIGNED, argument, 8, offset);
            return true;
        }
        if (offset < 0 || offset > frame.bytes - bytes) {
            Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, argument, frame.bytes - bytes, offset);
            return true;
        }
        return false;
    }

    @LoopBound(value = WORDS_READ, reason = "words of one answer")
    static int read(Thread caller) {
        RegisterFrame in = caller.registers;
        Slot slot = memory(caller, Arguments.CAPABILITY, in.capability(), Rights.READ);
        if (slot == null || isRefused(caller, Arguments.A0, in.word0(), 8, (Frame) slot.object)) {
            return Arguments.REFUSED;
        }
        Frame frame = (Frame) slot.object;
        long offset = in.word0();
        for (int i = 0; i < WORDS_READ; i++) {
            boolean inside = offset + 8L * i < frame.bytes;
            in.setWord(i, inside ? Memory.loadLong(frame.address + offset + 8L * i) : 0);
        }
        return Arguments.DONE;
    }

    @LoopBound(value = WORDS_WRITTEN, reason = "words of one call")
    static int write(Thread caller) {
        RegisterFrame in = caller.registers;
        long count = in.word1();
        Slot slot = memory(caller, Arguments.CAPABILITY, in.capability(), Rights.WRITE);
        if (slot == null) {
            return Arguments.REFUSED;
        }
        if (count < 1 || count > WORDS_WRITTEN) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A1, WORDS_WRITTEN, count);
        }
        Frame frame = (Frame) slot.object;
        long offset = in.word0();
        if (isRefused(caller, Arguments.A0, offset, 8 * count, frame)) {
            return Arguments.REFUSED;
        }
        // ---- point of no return
        for (int i = 0; i < count; i++) {
            Memory.storeLong(frame.address + offset + 8L * i, in.word(2 + i));
        }
        return Arguments.DONE;
    }

    static int copy(Thread caller) {
        RegisterFrame in = caller.registers;
        Slot targetSlot = memory(caller, Arguments.CAPABILITY, in.capability(), Rights.WRITE);
        if (targetSlot == null) {
            return Arguments.REFUSED;
        }
        Slot sourceSlot = memory(caller, Arguments.A1, in.word1(), Rights.READ);
        if (sourceSlot == null) {
            return Arguments.REFUSED;
        }
        Frame target = (Frame) targetSlot.object;
        Frame source = (Frame) sourceSlot.object;
        long to = in.word0();
        long from = in.word2();
        long bytes = in.word3();
        if ((bytes & 7) != 0) {
            return Arguments.refuse(caller, ErrorCode.MISALIGNED, Arguments.A3, 8, bytes);
        }
        if (bytes < 0 || bytes > MOST_COPIED) {
            return Arguments.refuse(caller, ErrorCode.OUT_OF_RANGE, Arguments.A3, MOST_COPIED, bytes);
        }
        if (isRefused(caller, Arguments.A0, to, bytes, target)
                || isRefused(caller, Arguments.A2, from, bytes, source)) {
            return Arguments.REFUSED;
        }
        long fromAddress = source.address + from;
        long toAddress = target.address + to;
        if (fromAddress < toAddress + bytes && toAddress < fromAddress + bytes && bytes != 0) {
            return Arguments.refuse(caller, ErrorCode.INVALID_ARGUMENT, Arguments.A2, 0, from);
        }
        // ---- point of no return
        Memory.copy(fromAddress, toAddress, bytes);
        return Arguments.DONE;
    }

    private FrameContents() {}
}
