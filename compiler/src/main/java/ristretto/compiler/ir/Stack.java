package ristretto.compiler.ir;

import java.lang.classfile.Opcode;
import java.util.ArrayList;
import java.util.List;

/** The operand stack at one point of a method, with the instructions that only move values about (JVM specification, chapter 6). */
final class Stack {
    private final List<Operand> operands = new ArrayList<>();

    void push(Operand operand) {
        operands.add(operand);
    }

    void push(char kind, String text) {
        push(new Operand(kind, text));
    }

    Operand pop() {
        return operands.removeLast();
    }

    /** The operand that lies {@code depth} operands below the top. */
    Operand peek(int depth) {
        return operands.get(operands.size() - 1 - depth);
    }

    List<Operand> all() {
        return operands;
    }

    void clear() {
        operands.clear();
    }

    /** The top operands that make up so many slots, removed, deepest first. */
    private List<Operand> popSlots(int slots) {
        List<Operand> popped = new ArrayList<>();
        for (int left = slots; left > 0; left -= popped.getFirst().isWide() ? 2 : 1) {
            popped.addFirst(pop());
        }
        return popped;
    }

    void rearrange(Opcode opcode) {
        switch (opcode) {
            case POP -> popSlots(1);
            case POP2 -> popSlots(2);
            case DUP -> duplicate(1, 0);
            case DUP_X1 -> duplicate(1, 1);
            case DUP_X2 -> duplicate(1, 2);
            case DUP2 -> duplicate(2, 0);
            case DUP2_X1 -> duplicate(2, 1);
            case DUP2_X2 -> duplicate(2, 2);
            case SWAP -> {
                Operand top = pop();
                Operand below = pop();
                push(top);
                push(below);
            }
            default -> throw new IllegalArgumentException(opcode.toString());
        }
    }

    private void duplicate(int slots, int below) {
        List<Operand> top = popSlots(slots);
        List<Operand> passed = popSlots(below);
        operands.addAll(top);
        operands.addAll(passed);
        operands.addAll(top);
    }
}
