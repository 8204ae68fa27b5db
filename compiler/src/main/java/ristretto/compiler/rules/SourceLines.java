package ristretto.compiler.rules;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;

/** Source lines of places in a body. */
final class SourceLines {
    private SourceLines() {}

    /** Line of the first call in a body that names the callee's method and descriptor; 0 if there is none. */
    static int firstCall(MethodModel body, MethodModel callee) {
        int line = 0;
        for (CodeElement element : body.code().orElseThrow().elementList()) {
            if (element instanceof LineNumber number) {
                line = number.line();
            } else if (element instanceof InvokeInstruction call
                    && call.name().equalsString(callee.methodName().stringValue())
                    && call.type().equalsString(callee.methodType().stringValue())) {
                return line;
            }
        }
        return 0;
    }

    /** Line of the code at a label; 0 if the class file does not say. */
    static int lineAt(CodeModel code, Label label) {
        int line = 0;
        boolean there = false;
        for (CodeElement element : code.elementList()) {
            if (element instanceof LineNumber number) {
                line = number.line();
            } else if (element instanceof LabelTarget target) {
                there |= target.label().equals(label);
            } else if (there && element instanceof Instruction) {
                return line;
            }
        }
        return line;
    }
}
