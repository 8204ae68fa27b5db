package ristretto.compiler.model;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NopInstruction;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes {@code assert} statements, and the JDK's calls of its flight recorder from each exception, out of a body before anything looks at it, because they are off, as they are on HotSpot, and would
 * make much of the JDK reachable that nobody calls. The test of javac's flag becomes a jump; what only it led to becomes
 * {@code nop}. Javac lets the jump go where a following one would go, so the code in between need not be the assertion's alone. All
 * instructions keep their numbers. The same is done where the JDK asks whether the machine has continuations: it has fibers.
 */
final class Assertions {
    private static final String CONTINUATIONS = "jdk/internal/vm/ContinuationSupport";
    private static final String DISABLED = "$assertionsDisabled";
    private static final String RECORDED = "jfrTracing";

    static List<CodeElement> without(List<CodeElement> elements) {
        List<CodeElement> result = elements;
        for (int i = 0; i + 1 < elements.size(); i++) {
            BranchInstruction whenDisabled = jumpOf(elements.get(i), elements.get(i + 1));
            if (whenDisabled != null) {
                if (result == elements) {
                    result = new ArrayList<>(elements);
                }
                result.set(i, NopInstruction.of());
                result.set(i + 1, BranchInstruction.of(Opcode.GOTO, whenDisabled.target()));
            }
        }
        return result == elements
                ? elements
                : without(result, new LiveCode(result, type -> true, call -> false).find());
    }

    /** The jump of javac's {@code getstatic $assertionsDisabled, ifne}, of a test for continuations, or {@code getstatic jfrTracing, ifeq}; or null. */
    private static BranchInstruction jumpOf(CodeElement test, CodeElement jump) {
        if (!(jump instanceof BranchInstruction branch)) {
            return null;
        }
        boolean isOfAssertion = test instanceof FieldInstruction read
                && read.opcode() == Opcode.GETSTATIC
                && read.name().equalsString(DISABLED)
                && branch.opcode() == Opcode.IFNE;
        boolean isOfContinuations = test instanceof InvokeInstruction call
                && call.owner().asInternalName().equals(CONTINUATIONS)
                && call.name().equalsString("isSupported")
                && branch.opcode() == Opcode.IFEQ;
        boolean isOfRecorder = test instanceof FieldInstruction read
                && read.opcode() == Opcode.GETSTATIC
                && read.name().equalsString(RECORDED)
                && read.owner().asInternalName().equals("java/lang/Throwable")
                && branch.opcode() == Opcode.IFEQ;
        return isOfAssertion || isOfContinuations || isOfRecorder ? branch : null;
    }

    /** Instructions that are not live become {@code nop}. */
    static List<CodeElement> without(List<CodeElement> elements, boolean[] live) {
        List<CodeElement> result = new ArrayList<>(elements);
        for (int i = 0; i < live.length; i++) {
            if (!live[i] && elements.get(i) instanceof Instruction) {
                result.set(i, NopInstruction.of());
            }
        }
        return result;
    }

    private Assertions() {}
}
