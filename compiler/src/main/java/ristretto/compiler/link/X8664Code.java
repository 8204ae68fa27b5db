package ristretto.compiler.link;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import ristretto.compiler.link.DwarfFunctions.Body;
import ristretto.compiler.link.DwarfFunctions.Range;

/**
 * x86-64 machine code (System V ABI, AMD64 supplement, sections 3.2 and A.2). Instructions are not decoded: every place where the line
 * or the inlined method changes counts, so that a trace is exact at every instruction.
 */
final class X8664Code implements MachineCode {

    @Override
    public boolean hasLinkRegister() {
        return false;
    }

    @Override
    public int returnAddressOffset() {
        return 8;
    }

    @Override
    public int callerOffset() {
        return 0;
    }

    @Override
    public String linuxCall() {
        return "\"syscall\", \"={rax},{rax},{rdi},{rsi},{rdx},{r10},{r8},{r9},~{rcx},~{r11},~{memory}\"";
    }

    @Override
    public String writeBarrierCall() {
        return null;
    }

    @Override
    public List<Long> places(Body body, Range range, byte[] code, long codeStart, boolean everyAccess) {
        TreeSet<Long> addresses = new TreeSet<>(body.lines().changes(range.low(), range.high()));
        addresses.add(range.low());
        addBorders(body, range, addresses);
        return new ArrayList<>(addresses);
    }

    private static void addBorders(Body body, Range range, TreeSet<Long> addresses) {
        for (Body inlined : body.inlined()) {
            for (Range part : inlined.ranges()) {
                if (range.contains(part.low())) {
                    addresses.add(part.low());
                }
                if (range.contains(part.high())) {
                    addresses.add(part.high());
                }
            }
            addBorders(inlined, range, addresses);
        }
    }

    /** The convention preserves none. The switch of fibers has one form only. */
    @Override
    public boolean preservesFloatingPoint(byte[] code, long codeStart, ElfImage.Symbol routine) {
        return true;
    }
}
