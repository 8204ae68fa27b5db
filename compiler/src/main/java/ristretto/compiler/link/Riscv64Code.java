package ristretto.compiler.link;

/** What a trace needs to know of RISC-V machine code (The RISC-V Instruction Set Manual, volume I, chapters 34 and 35). */
final class Riscv64Code {
    private static final int STACK_POINTER = 2;

    private Riscv64Code() {}

    static int length(int halfword) {
        return (halfword & 3) == 3 ? 4 : 2;
    }

    /** Whether it is a call, whose return address will be on the stack, or one that traps by design. */
    static boolean callsOrTraps(int instruction) {
        return switch (instruction & 0x7f) {
            case 0x6f, 0x67 -> (instruction >> 7 & 31) != 0;
            case 0x73 -> true;
            default -> instruction == 0 || (instruction & 0xf07f) == 0x9002;
        };
    }

    /** Whether it reads or writes memory, but not relative to the stack pointer, which faults only where the stack ends. */
    static boolean accessesMemory(int instruction) {
        if ((instruction & 3) == 0) {
            int function = instruction >> 13 & 7;
            return function != 0 && function != 4;
        }
        return switch (instruction & 0x7f) {
            case 0x03, 0x07, 0x23, 0x27, 0x2f -> (instruction >> 15 & 31) != STACK_POINTER;
            default -> false;
        };
    }
}
