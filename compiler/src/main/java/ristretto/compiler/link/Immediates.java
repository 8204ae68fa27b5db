package ristretto.compiler.link;

/**
 * Immediate operands of riscv64 instructions, put together from the places where their encodings scatter them. All are signed; those of jumps and
 * branches count bytes from the instruction itself.
 *
 * @see <a href="https://riscv.org/specifications/">The RISC-V Instruction Set Manual, volume I, sections 2.3, 27.2 to 27.5</a>
 */
public final class Immediates {
    private Immediates() {}

    /** Of {@code jal}. */
    public static int jump(int word) {
        return (word >> 31) << 20 | (word >> 12 & 0xff) << 12 | (word >> 20 & 1) << 11 | (word >> 21 & 0x3ff) << 1;
    }

    /** Of {@code beq} and its like. */
    public static int branch(int word) {
        return (word >> 31) << 12 | (word >> 7 & 1) << 11 | (word >> 25 & 0x3f) << 5 | (word >> 8 & 15) << 1;
    }

    /** Of {@code c.j}. */
    public static int shortJump(int half) {
        return signed(
                (half >> 12 & 1) << 11
                        | (half >> 8 & 1) << 10
                        | (half >> 9 & 3) << 8
                        | (half >> 6 & 1) << 7
                        | (half >> 7 & 1) << 6
                        | (half >> 2 & 1) << 5
                        | (half >> 11 & 1) << 4
                        | (half >> 3 & 7) << 1,
                12);
    }

    /** Of {@code c.beqz} and {@code c.bnez}. */
    public static int shortBranch(int half) {
        return signed(
                (half >> 12 & 1) << 8
                        | (half >> 5 & 3) << 6
                        | (half >> 2 & 1) << 5
                        | (half >> 10 & 3) << 3
                        | (half >> 3 & 3) << 1,
                9);
    }

    /** Of {@code c.addi}, {@code c.li} and {@code c.lui}. */
    public static int shortConstant(int half) {
        return signed((half >> 12 & 1) << 5 | half >> 2 & 31, 6);
    }

    /** Of {@code c.addi16sp}. */
    public static int shortStackStep(int half) {
        return signed(
                (half >> 12 & 1) << 9
                        | (half >> 3 & 3) << 7
                        | (half >> 5 & 1) << 6
                        | (half >> 2 & 1) << 5
                        | (half >> 6 & 1) << 4,
                10);
    }

    private static int signed(int value, int bits) {
        return value << 32 - bits >> 32 - bits;
    }
}
