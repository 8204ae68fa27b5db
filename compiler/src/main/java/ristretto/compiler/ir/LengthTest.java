package ristretto.compiler.ir;

import java.lang.classfile.Opcode;
import java.util.Set;

/**
 * The test of a loop that compares an int with an array's length, {@code i < a.length}. It is written as {@code i} being smaller without
 * sign, as the check of an access at {@code i} has it, or else, which is hardly ever asked, negative: a length is not. So the check that follows in the
 * loop is known to pass, and costs nothing, even where LLVM cannot know that {@code i} never overflows.
 *
 * @param index what is compared
 * @param length of the array, or 0 for null
 * @param goesOn whether the branch is taken where the index is smaller
 */
record LengthTest(String index, String length, boolean goesOn) {
    /** Takes the operands of such a test from the stack; null, and takes nothing, where it is another one. */
    static LengthTest of(Opcode opcode, Stack stack, Set<String> lengths) {
        if (opcode != Opcode.IF_ICMPLT && opcode != Opcode.IF_ICMPGE
                || !lengths.contains(stack.peek(0).text())) {
            return null;
        }
        String length = stack.pop().text();
        Operand index = stack.pop();
        return new LengthTest(index.text(), length, opcode == Opcode.IF_ICMPLT);
    }

    void write(FunctionText text, String target, String next) {
        String smaller = goesOn ? target : next;
        String other = goesOn ? next : target;
        String rare = text.newLabel("R");
        text.branchLikely(text.let("icmp ult i32 " + index + ", " + length), smaller, rare);
        text.rarely(() -> {
            text.label(rare);
            text.branch(text.let("icmp slt i32 " + index + ", 0"), smaller, other);
        });
    }
}
