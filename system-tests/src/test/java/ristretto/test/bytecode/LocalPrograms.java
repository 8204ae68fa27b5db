package ristretto.test.bytecode;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/** Loads, stores and increments of local variables in every encoding; neighbours keep their values, also those that hold half of what was there. */
final class LocalPrograms {
    private static final int FILLERS = 4;

    static List<BytecodeProgram> all() {
        List<BytecodeProgram> programs = new ArrayList<>();
        for (Opcode opcode : Opcode.values()) {
            String name = opcode.name();
            if (opcode.kind() == Opcode.Kind.LOAD || opcode.kind() == Opcode.Kind.STORE) {
                char last = name.charAt(name.length() - 1);
                int slot = name.endsWith("_W") ? 300 : Character.isDigit(last) ? last - '0' : 9;
                programs.add(program(opcode, slot));
            } else if (opcode.kind() == Opcode.Kind.INCREMENT) {
                programs.add(increment(opcode));
            }
        }
        return programs;
    }

    private static ClassDesc type(Opcode opcode) {
        return switch (opcode.name().charAt(0)) {
            case 'I' -> CD_int;
            case 'L' -> CD_long;
            case 'F' -> CD_float;
            case 'D' -> CD_double;
            default -> CD_Object;
        };
    }

    private static BytecodeProgram program(Opcode opcode, int slot) {
        ClassDesc type = type(opcode);
        TypeKind kind = TypeKind.from(type);
        List<ClassDesc> parameters = new ArrayList<>();
        for (int i = 0; i < FILLERS; i++) {
            parameters.add(CD_int);
        }
        parameters.add(type);
        MethodTypeDesc signature = MethodTypeDesc.of(type, parameters);
        return AssembledClass.program("Op" + opcode.name().toLowerCase(), assembled -> {
            assembled.method("through", signature, code -> {
                code.loadLocal(kind, FILLERS);
                access(code, opcode, Opcode.Kind.STORE, kind, slot);
                for (int i = 0; i < FILLERS; i++) {
                    if (i < slot || i >= slot + kind.slotSize()) {
                        code.iload(i);
                        assembled.say(code, CD_int);
                    }
                }
                access(code, opcode, Opcode.Kind.LOAD, kind, slot);
                code.return_(kind);
            });
            assembled.main(code -> {
                for (ConstantDesc value : Corners.of(type)) {
                    for (int i = 0; i < FILLERS; i++) {
                        code.loadConstant(10 + i);
                    }
                    code.loadConstant(value);
                    assembled.call(code, "through", signature);
                    assembled.say(code, type);
                }
            });
        });
    }

    private static void access(CodeBuilder code, Opcode tested, Opcode.Kind wanted, TypeKind kind, int slot) {
        if (wanted == Opcode.Kind.LOAD) {
            code.with(tested.kind() == wanted ? LoadInstruction.of(tested, slot) : LoadInstruction.of(kind, slot));
        } else {
            code.with(tested.kind() == wanted ? StoreInstruction.of(tested, slot) : StoreInstruction.of(kind, slot));
        }
    }

    private static BytecodeProgram increment(Opcode opcode) {
        boolean wide = opcode == Opcode.IINC_W;
        List<Integer> steps = wide ? List.of(-32768, -129, 128, 32767) : List.of(-128, -1, 0, 1, 127);
        int slot = wide ? 300 : 3;
        MethodTypeDesc signature = MethodTypeDesc.of(CD_int, CD_int);
        return AssembledClass.program("Op" + opcode.name().toLowerCase(), assembled -> {
            for (int step : steps) {
                assembled.method("add" + steps.indexOf(step), signature, code -> code.iload(0)
                        .istore(slot)
                        .iload(slot)
                        .with(IncrementInstruction.of(slot, step))
                        .iload(slot)
                        .ixor()
                        .iload(slot)
                        .iadd()
                        .ireturn());
            }
            assembled.main(code -> {
                for (ConstantDesc value : Corners.of(CD_int)) {
                    for (int i = 0; i < steps.size(); i++) {
                        code.loadConstant(value);
                        assembled.call(code, "add" + i, signature);
                        assembled.say(code, CD_int);
                    }
                }
            });
        });
    }

    private LocalPrograms() {}
}
