package ristretto.compiler.model;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.NopInstruction;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes {@code assert} statements out of a body before anything looks at it, because they are off, as they are on HotSpot, and would
 * make much of the JDK reachable that nobody calls. Each instruction becomes a {@code nop}, so that the others keep their numbers.
 */
final class Assertions {
    private static final String DISABLED = "$assertionsDisabled";

    static List<CodeElement> without(List<CodeElement> elements) {
        List<CodeElement> result = elements;
        for (int i = 0; i + 1 < elements.size(); i++) {
            int end = endOfAssertion(elements, i);
            if (end > 0) {
                if (result == elements) {
                    result = new ArrayList<>(elements);
                }
                for (int k = i; k < end; k++) {
                    if (elements.get(k) instanceof Instruction) {
                        result.set(k, NopInstruction.of());
                    }
                }
                i = end;
            }
        }
        return result;
    }

    /** Javac's pattern: {@code getstatic $assertionsDisabled, ifne end, …, end:}. Index of the end; 0: none starts here. */
    private static int endOfAssertion(List<CodeElement> elements, int start) {
        if (elements.get(start) instanceof FieldInstruction read
                && read.opcode() == Opcode.GETSTATIC
                && read.name().equalsString(DISABLED)
                && elements.get(start + 1) instanceof BranchInstruction branch
                && branch.opcode() == Opcode.IFNE) {
            return indexOf(branch.target(), elements, start);
        }
        return 0;
    }

    private static int indexOf(Label label, List<CodeElement> elements, int start) {
        for (int i = start; i < elements.size(); i++) {
            if (elements.get(i) instanceof LabelTarget target && target.label().equals(label)) {
                return i;
            }
        }
        return 0;
    }

    private Assertions() {}
}
