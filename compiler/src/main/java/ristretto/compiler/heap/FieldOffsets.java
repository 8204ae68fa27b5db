package ristretto.compiler.heap;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ristretto.compiler.model.ClassWorld;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaField;

/**
 * Finds static fields that an initialiser fills with {@code Unsafe.objectFieldOffset(Some.class, "field")}: their value in the
 * build JVM is HotSpot's offset, and must become ours.
 */
final class FieldOffsets {
    private final ClassWorld world;
    private final Map<JavaClass, Map<String, JavaField>> byClass = new HashMap<>();

    FieldOffsets(ClassWorld world) {
        this.world = world;
    }

    /** The field whose offset this static field holds, or null. */
    JavaField target(JavaField holder) {
        if (!holder.descriptor.equals("J")) {
            return null;
        }
        Map<String, JavaField> known = byClass.get(holder.owner);
        if (known == null) {
            known = scan(holder.owner);
            byClass.put(holder.owner, known);
        }
        return known.get(holder.name);
    }

    private Map<String, JavaField> scan(JavaClass type) {
        Map<String, JavaField> found = new HashMap<>();
        if (type.initialiser() == null) {
            return found;
        }
        List<Instruction> code = new ArrayList<>();
        for (CodeElement element : type.initialiser().elements()) {
            if (element instanceof Instruction instruction) {
                code.add(instruction);
            }
        }
        for (int i = 3; i < code.size(); i++) {
            if (code.get(i) instanceof FieldInstruction put
                    && put.opcode() == Opcode.PUTSTATIC
                    && code.get(i - 1) instanceof InvokeInstruction call
                    && call.name().equalsString("objectFieldOffset")
                    && code.get(i - 2) instanceof ConstantInstruction name
                    && name.constantValue() instanceof String fieldName
                    && classAt(code, i - 3) instanceof ClassDesc owner) {
                JavaClass target = world.get(Descriptors.internalName(owner.descriptorString()));
                found.put(put.name().stringValue(), target.fields.get(fieldName));
            }
        }
        return found;
    }

    /** The class that this instruction pushes: a literal, or a local variable that was given one. Null: it pushes something else. */
    private static Object classAt(List<Instruction> code, int place) {
        if (code.get(place) instanceof ConstantInstruction literal) {
            return literal.constantValue();
        }
        if (code.get(place) instanceof LoadInstruction load) {
            for (int i = place - 1; i > 0; i--) {
                if (code.get(i) instanceof StoreInstruction store && store.slot() == load.slot()) {
                    return code.get(i - 1) instanceof ConstantInstruction literal ? literal.constantValue() : null;
                }
            }
        }
        return null;
    }
}
