package ristretto.compiler.link;

import java.util.List;
import ristretto.compiler.link.DwarfFunctions.Body;
import ristretto.compiler.link.DwarfFunctions.Range;

/** What traces need to know of an architecture's machine code: where frames can stand, and how frames are linked. One class per architecture. */
public interface MachineCode {

    /**
     * The addresses in a stretch of a function from which on what a trace says may change, ascending; at least one. Where a frame stands in
     * between, the address before holds.
     *
     * @param code the section of all code, which begins at {@code codeStart}
     * @param everyAccess whether memory accesses count that have no column in the IR
     */
    List<Long> places(Body body, Range range, byte[] code, long codeStart, boolean everyAccess);

    /** Whether a call leaves its return address in a register, not on the stack. */
    boolean hasLinkRegister();

    /** Where the return address lies, in bytes from the frame pointer. */
    int returnAddressOffset();

    /** Where the caller's frame pointer lies, in bytes from the frame pointer. */
    int callerOffset();

    /**
     * A system call of Linux as LLVM's inline assembly: instruction and constraints, for a number and six arguments of 64 bits.
     *
     * @throws UnsupportedOperationException where no target for Linux has this code
     */
    String linuxCall();

    /**
     * A call that keeps all registers in which something is likely to be, as LLVM's inline assembly: of {@code write_barrier}, whose argument and result are one word
     * of no meaning afterwards. Null where LLVM has a calling convention for that, {@code preserve_mostcc}.
     */
    String writeBarrierCall();

    /**
     * Whether any function but the routine itself saves a floating-point register that the calling convention says to preserve.
     *
     * @param codeStart address of the first byte of the code
     */
    boolean preservesFloatingPoint(byte[] code, long codeStart, ElfImage.Symbol routine);
}
