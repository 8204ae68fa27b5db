package ristretto.compiler.link;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ristretto.compiler.link.DwarfFunctions.Body;
import ristretto.compiler.link.DwarfFunctions.Range;

/**
 * RISC-V machine code (The RISC-V Instruction Set Manual, volume I, chapters 34 and 35). Frames stand at calls and at instructions
 * that may trap; these are found by their encoding, so that the table has no row too many.
 */
final class Riscv64Code implements MachineCode {
    private static final int RETURN_ADDRESS = 1;
    private static final int STACK_POINTER = 2;

    @Override
    public boolean hasLinkRegister() {
        return true;
    }

    @Override
    public int returnAddressOffset() {
        return -8;
    }

    @Override
    public int callerOffset() {
        return -16;
    }

    @Override
    public String linuxCall() {
        throw new UnsupportedOperationException("no target for Linux on riscv64");
    }

    /** The registers for floating point that no callee preserves are lost: ft0 to ft7, fa0 to fa7, ft8 to ft11. */
    @Override
    public String writeBarrierCall() {
        return "\"call t1, write_barrier\", \"={x5},0,~{x6}"
                + IntStream.range(0, 32)
                        .filter(register -> !isPreserved(register))
                        .mapToObj(register -> ",~{f" + register + "}")
                        .collect(Collectors.joining())
                + "\"";
    }

    @Override
    public List<Long> places(Body body, Range range, byte[] code, long codeStart, boolean everyAccess) {
        List<Long> addresses = new ArrayList<>();
        boolean calls = false;
        boolean rareCalls = false;
        ByteCursor cursor = new ByteCursor(code, (int) (range.low() - codeStart));
        int end = (int) (range.high() - codeStart);
        while (cursor.position() < end) {
            long address = codeStart + cursor.position();
            int instruction = cursor.read2();
            if (length(instruction) == 4) {
                instruction |= cursor.read2() << 16;
            }
            calls |= link(instruction) == RETURN_ADDRESS;
            rareCalls |= link(instruction) == RareCalls.LINK_REGISTER;
            boolean mayFault = everyAccess || body.lines().position(address).column() != 0;
            if (callsOrTraps(instruction) || mayFault && accessesMemory(instruction)) {
                addresses.add(address);
            }
        }
        if (calls && rareCalls) {
            throw new LinkException("the function at 0x%x has calls that keep no frame beside one that needs one"
                    .formatted(range.low()));
        }
        return addresses.isEmpty() ? List.of(range.low()) : addresses;
    }

    /** Looks for stores of {@code fs} registers to the stack: {@code fsd} and {@code c.fsdsp}. */
    @Override
    public boolean preservesFloatingPoint(byte[] code, long codeStart, ElfImage.Symbol routine) {
        ByteCursor cursor = new ByteCursor(code, 0);
        while (cursor.position() + 4 <= code.length) {
            long address = codeStart + cursor.position();
            int instruction = cursor.read2();
            boolean isLong = length(instruction) == 4;
            if (isLong) {
                instruction |= cursor.read2() << 16;
            }
            boolean stores = isLong
                    ? (instruction & 0x707f) == 0x3027 && (instruction >> 15 & 31) == STACK_POINTER
                    : (instruction & 0xe003) == 0xa002;
            int register = isLong ? instruction >> 20 & 31 : instruction >> 2 & 31;
            boolean inRoutine = address >= routine.address() && address < routine.address() + routine.size();
            if (stores && !inRoutine && isPreserved(register)) {
                return true;
            }
        }
        return false;
    }

    /** fs0, fs1, fs2 to fs11. */
    static boolean isPreserved(int floatingPointRegister) {
        return floatingPointRegister == 8
                || floatingPointRegister == 9
                || floatingPointRegister >= 18 && floatingPointRegister <= 27;
    }

    private static int length(int halfword) {
        return (halfword & 3) == 3 ? 4 : 2;
    }

    /** Whether it is a call, whose return address will be on the stack (that of a shared prologue will not), or one that traps by design. */
    private static boolean callsOrTraps(int instruction) {
        int link = link(instruction);
        return link == RETURN_ADDRESS
                || link == RareCalls.LINK_REGISTER
                || (instruction & 0x7f) == 0x73
                || instruction == 0
                || (instruction & 0xf07f) == 0x9002;
    }

    /** The register that gets the address behind {@code jal}, {@code jalr} or {@code c.jalr}; 0 where none does. */
    private static int link(int instruction) {
        int opcode = instruction & 0x7f;
        if (opcode == 0x6f || opcode == 0x67) {
            return instruction >> 7 & 31;
        }
        boolean isShortCall = (instruction & 0xffff_f07f) == 0x9002 && instruction != 0x9002;
        return isShortCall ? RETURN_ADDRESS : 0;
    }

    /** Whether it reads or writes memory, but not relative to the stack pointer, which faults only where the stack ends. */
    private static boolean accessesMemory(int instruction) {
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
