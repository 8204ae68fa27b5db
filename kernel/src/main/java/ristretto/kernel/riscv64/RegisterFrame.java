package ristretto.kernel.riscv64;

import ristretto.magic.AlwaysInline;

/**
 * A thread's registers while it is not running. The header word stands where x0 would: register xn lies at byte 8 * n,
 * which {@code entry.S} relies on. What a system call finds in which register, says {@code ristretto.abi.CallNumber};
 * the accessors give those registers the names that the portable kernel uses.
 */
public final class RegisterFrame {
    public long x1;
    public long x2;
    public long x3;
    public long x4;
    public long x5;
    public long x6;
    public long x7;
    public long x8;
    public long x9;
    public long x10;
    public long x11;
    public long x12;
    public long x13;
    public long x14;
    public long x15;
    public long x16;
    public long x17;
    public long x18;
    public long x19;
    public long x20;
    public long x21;
    public long x22;
    public long x23;
    public long x24;
    public long x25;
    public long x26;
    public long x27;
    public long x28;
    public long x29;
    public long x30;
    public long x31;
    public long pc;
    public long status;

    /** Bytes of an ecall instruction. */
    private static final int CALL_BYTES = 4;

    @AlwaysInline
    public long capability() {
        return x5;
    }

    @AlwaysInline
    public long tag() {
        return x6;
    }

    @AlwaysInline
    public long replySlot() {
        return x7 & 0xffff_ffffL;
    }

    /** Slot for the capability in the next message. */
    @AlwaysInline
    public long receiveSlot() {
        return x7 >>> 32;
    }

    @AlwaysInline
    public long number() {
        return x28;
    }

    @AlwaysInline
    public long deadline() {
        return x29;
    }

    @AlwaysInline
    public long word0() {
        return x10;
    }

    @AlwaysInline
    public long word1() {
        return x11;
    }

    @AlwaysInline
    public long word2() {
        return x12;
    }

    @AlwaysInline
    public long word3() {
        return x13;
    }

    @AlwaysInline
    public long word4() {
        return x14;
    }

    @AlwaysInline
    public long word5() {
        return x15;
    }

    @AlwaysInline
    public long word6() {
        return x16;
    }

    @AlwaysInline
    public long word7() {
        return x17;
    }

    public long returnAddress() {
        return x1;
    }

    public long stackPointer() {
        return x2;
    }

    public long framePointer() {
        return x8;
    }

    @AlwaysInline
    public void setStatus(long value) {
        x5 = value;
    }

    @AlwaysInline
    public void setTag(long value) {
        x6 = value;
    }

    @AlwaysInline
    public void setBadge(long value) {
        x7 = value;
    }

    /** Sets message word or result 0 to 7. */
    public void setWord(int index, long value) {
        setRegister(10 + index, value);
    }

    public long word(int index) {
        return register(10 + index);
    }

    /** Lets the thread go on behind the call. */
    @AlwaysInline
    public void skipCall() {
        pc += CALL_BYTES;
    }

    /** Lets the call run again. */
    public void repeatCall() {
        pc -= CALL_BYTES;
    }

    /** Takes over the first message words of another thread; those beyond become 0. */
    public void copyWords(RegisterFrame from, int words) {
        x10 = words > 0 ? from.x10 : 0;
        x11 = words > 1 ? from.x11 : 0;
        x12 = words > 2 ? from.x12 : 0;
        x13 = words > 3 ? from.x13 : 0;
        x14 = words > 4 ? from.x14 : 0;
        x15 = words > 5 ? from.x15 : 0;
        x16 = words > 6 ? from.x16 : 0;
        x17 = words > 7 ? from.x17 : 0;
    }

    /** Register xn; 0 is the program counter, beyond 31 there is nothing. */
    public long register(int n) {
        return switch (n) {
            case 0 -> pc;
            case 1 -> x1;
            case 2 -> x2;
            case 3 -> x3;
            case 4 -> x4;
            case 5 -> x5;
            case 6 -> x6;
            case 7 -> x7;
            case 8 -> x8;
            case 9 -> x9;
            case 10 -> x10;
            case 11 -> x11;
            case 12 -> x12;
            case 13 -> x13;
            case 14 -> x14;
            case 15 -> x15;
            case 16 -> x16;
            case 17 -> x17;
            case 18 -> x18;
            case 19 -> x19;
            case 20 -> x20;
            case 21 -> x21;
            case 22 -> x22;
            case 23 -> x23;
            case 24 -> x24;
            case 25 -> x25;
            case 26 -> x26;
            case 27 -> x27;
            case 28 -> x28;
            case 29 -> x29;
            case 30 -> x30;
            case 31 -> x31;
            default -> 0;
        };
    }

    /** Sets register xn; 0 is the program counter, beyond 31 there is nothing. */
    public void setRegister(int n, long value) {
        switch (n) {
            case 0 -> pc = value;
            case 1 -> x1 = value;
            case 2 -> x2 = value;
            case 3 -> x3 = value;
            case 4 -> x4 = value;
            case 5 -> x5 = value;
            case 6 -> x6 = value;
            case 7 -> x7 = value;
            case 8 -> x8 = value;
            case 9 -> x9 = value;
            case 10 -> x10 = value;
            case 11 -> x11 = value;
            case 12 -> x12 = value;
            case 13 -> x13 = value;
            case 14 -> x14 = value;
            case 15 -> x15 = value;
            case 16 -> x16 = value;
            case 17 -> x17 = value;
            case 18 -> x18 = value;
            case 19 -> x19 = value;
            case 20 -> x20 = value;
            case 21 -> x21 = value;
            case 22 -> x22 = value;
            case 23 -> x23 = value;
            case 24 -> x24 = value;
            case 25 -> x25 = value;
            case 26 -> x26 = value;
            case 27 -> x27 = value;
            case 28 -> x28 = value;
            case 29 -> x29 = value;
            case 30 -> x30 = value;
            case 31 -> x31 = value;
            default -> {}
        }
    }

    /** As a thread begins: program counter, stack, first argument, all else 0. */
    public void start(long at, long stack, long argument) {
        x1 = x3 = x4 = x5 = x6 = x7 = x8 = x9 = x11 = x12 = x13 = x14 = x15 = x16 = x17 = 0;
        x18 = x19 = x20 = x21 = x22 = x23 = x24 = x25 = x26 = x27 = x28 = x29 = x30 = x31 = 0;
        x2 = stack;
        x10 = argument;
        pc = at;
        status = Status.USER;
    }
}
