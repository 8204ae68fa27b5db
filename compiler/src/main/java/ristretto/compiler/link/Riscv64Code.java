package ristretto.compiler.link;

/** What a trace needs to know of RISC-V machine code (The RISC-V Instruction Set Manual, volume I, chapters 34 and 35). */
final class Riscv64Code {
    private static final int STACK_POINTER = 2;

    private Riscv64Code() {}

    static int length(int halfword) {
        return (halfword & 3) == 3 ? 4 : 2;
    }

    /**
     * Whether the instruction can be where a frame stands: a call, whose return address is on the stack, or something that
     * traps. Accesses relative to the stack pointer (spills) are left out: they fault only where the stack ends.
     */
    static boolean canBeInTrace(int instruction) {
        return (instruction & 3) == 3 ? longCanBeInTrace(instruction) : shortCanBeInTrace(instruction & 0xffff);
    }

    private static boolean longCanBeInTrace(int instruction) {
        int destination = instruction >> 7 & 31;
        return switch (instruction & 0x7f) {
            case 0x6f, 0x67 -> destination != 0;
            case 0x03, 0x07, 0x23, 0x27 -> (instruction >> 15 & 31) != STACK_POINTER;
            case 0x2f, 0x73 -> true;
            default -> false;
        };
    }

    private static boolean shortCanBeInTrace(int instruction) {
        int function = instruction >> 13;
        return switch (instruction & 3) {
            case 0 -> function != 0 && function != 4 || instruction == 0;
            case 2 -> function == 4 && (instruction & 0x107f) == 0x1002;
            default -> false;
        };
    }
}
