package ristretto.compiler.model;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The elements of a body, with each {@code tableswitch} readable. The JDK's reader counts the cases with an {@code int} up to and including the highest,
 * so one whose highest is {@link Integer#MAX_VALUE} never ends there; such a one is read here from the bytes.
 */
public final class CompleteSwitches {
    private static final int OPCODE = 1;
    private static final int HEADER = 12;

    public static List<CodeElement> elements(CodeModel code) {
        List<CodeElement> elements = code.elementList();
        return elements.stream().anyMatch(CompleteSwitches::isEndless)
                ? replaced((CodeAttribute) code, elements)
                : elements;
    }

    private static boolean isEndless(CodeElement element) {
        return element instanceof TableSwitchInstruction table && table.highValue() == Integer.MAX_VALUE;
    }

    private static List<CodeElement> replaced(CodeAttribute code, List<CodeElement> elements) {
        Map<Integer, Label> labels = new HashMap<>();
        for (CodeElement element : elements) {
            if (element instanceof LabelTarget target) {
                labels.put(code.labelToBci(target.label()), target.label());
            }
        }
        ByteBuffer bytes = ByteBuffer.wrap(code.codeArray());
        List<CodeElement> result = new ArrayList<>();
        int position = 0;
        for (CodeElement element : elements) {
            if (isEndless(element)) {
                result.add(read((TableSwitchInstruction) element, bytes, position, labels));
            } else {
                result.add(element);
            }
            if (element instanceof Instruction instruction) {
                position += instruction.sizeInBytes();
            }
        }
        return result;
    }

    private static TableSwitchInstruction read(
            TableSwitchInstruction table, ByteBuffer bytes, int position, Map<Integer, Label> labels) {
        // Operands are aligned to four bytes: default, lowest, highest, and then a distance for each.
        int at = (position + OPCODE + 3 & ~3) + HEADER;
        List<SwitchCase> cases = new ArrayList<>();
        for (long value = table.lowValue(); value <= table.highValue(); value++) {
            Label target = labels.get(position + bytes.getInt(at));
            if (!target.equals(table.defaultTarget())) {
                cases.add(SwitchCase.of((int) value, target));
            }
            at += Integer.BYTES;
        }
        return TableSwitchInstruction.of(table.lowValue(), table.highValue(), table.defaultTarget(), cases);
    }

    private CompleteSwitches() {}
}
