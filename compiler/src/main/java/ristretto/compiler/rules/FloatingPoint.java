package ristretto.compiler.rules;

import java.lang.classfile.Instruction;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** Whether something needs the floating-point registers, which belong to the processes. */
final class FloatingPoint {
    private FloatingPoint() {}

    static boolean isUsedBy(MethodTypeDesc type) {
        return isFloating(type.returnType()) || type.parameterList().stream().anyMatch(FloatingPoint::isFloating);
    }

    static boolean isUsedBy(Instruction instruction) {
        return switch (instruction) {
            case LoadInstruction load -> isFloating(load.typeKind());
            case StoreInstruction store -> isFloating(store.typeKind());
            case ConstantInstruction constant -> isFloating(constant.typeKind());
            case OperatorInstruction operator -> isFloating(operator.typeKind());
            case ConvertInstruction conversion -> isFloating(conversion.fromType()) || isFloating(conversion.toType());
            case ArrayLoadInstruction load -> isFloating(load.typeKind());
            case ArrayStoreInstruction store -> isFloating(store.typeKind());
            case ReturnInstruction result -> isFloating(result.typeKind());
            case FieldInstruction field -> isFloating(field.typeSymbol());
            case InvokeInstruction call -> isUsedBy(call.typeSymbol());
            default -> false;
        };
    }

    private static boolean isFloating(ClassDesc type) {
        return isFloating(TypeKind.from(type));
    }

    private static boolean isFloating(TypeKind kind) {
        return kind == TypeKind.FLOAT || kind == TypeKind.DOUBLE;
    }
}
