package ristretto.compiler.analysis;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.List;
import ristretto.compiler.model.ClassWorld;
import ristretto.compiler.model.JavaClass;

/** {@code Class.forName} with a string constant, which means a class that the build knows. */
final class NamedClasses {
    /** Where a class that is not there is refused. */
    static final String RUNTIME = "ristretto/runtime/ClassNames";

    static final String REFUSAL = "notFound(Ljava/lang/String;)Ljava/lang/Class;";

    private NamedClasses() {}

    static boolean isLookup(InvokeInstruction invoke) {
        return invoke.owner().asInternalName().equals("java/lang/Class")
                && invoke.name().equalsString("forName")
                && invoke.type().equalsString("(Ljava/lang/String;)Ljava/lang/Class;");
    }

    /** The constant that the instruction directly before this one pushes; null: it does something else. */
    static Object constantBefore(List<CodeElement> elements, InvokeInstruction invoke) {
        for (int i = elements.indexOf(invoke) - 1; i >= 0; i--) {
            if (elements.get(i) instanceof Instruction) {
                return elements.get(i) instanceof ConstantInstruction constant ? constant.constantValue() : null;
            }
        }
        return null;
    }

    /** By its binary name, or null. */
    static JavaClass find(ClassWorld world, String name) {
        boolean isOdd = name.contains("/") || name.isEmpty() || name.endsWith(";") != name.startsWith("[L");
        return isOdd ? null : world.find(name.replace('.', '/'));
    }
}
