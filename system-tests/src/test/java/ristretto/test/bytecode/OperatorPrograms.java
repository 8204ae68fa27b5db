package ristretto.test.bytecode;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Arithmetic, conversions, comparisons with a result, and constants: every combination of corners, and the exception of a division by zero. */
final class OperatorPrograms {

    static List<BytecodeProgram> all() {
        List<BytecodeProgram> programs = new ArrayList<>();
        for (Opcode opcode : Opcode.values()) {
            switch (opcode.kind()) {
                case OPERATOR -> {
                    if (opcode != Opcode.ARRAYLENGTH) {
                        programs.add(operator(opcode));
                    }
                }
                case CONVERT -> programs.add(conversion(opcode));
                case CONSTANT -> constant(opcode, programs);
                default -> {}
            }
        }
        return programs;
    }

    private static BytecodeProgram operator(Opcode opcode) {
        ClassDesc type = type(OperatorInstruction.of(opcode).typeKind());
        boolean comparison = opcode.name().contains("CMP");
        boolean shift = EnumSet.of(Opcode.ISHL, Opcode.ISHR, Opcode.IUSHR, Opcode.LSHL, Opcode.LSHR, Opcode.LUSHR)
                .contains(opcode);
        List<ClassDesc> operands = opcode.name().endsWith("NEG") ? List.of(type) : List.of(type, shift ? CD_int : type);
        if (comparison) {
            // The type kind of a comparison is that of its operands in some versions of the library and of its result
            // in others.
            ClassDesc compared =
                    switch (opcode.name().charAt(0)) {
                        case 'L' -> CD_long;
                        case 'F' -> CD_float;
                        default -> CD_double;
                    };
            return program(opcode, OperatorInstruction.of(opcode), CD_int, List.of(compared, compared));
        }
        return program(opcode, OperatorInstruction.of(opcode), type, operands);
    }

    private static BytecodeProgram conversion(Opcode opcode) {
        ConvertInstruction instruction = ConvertInstruction.of(opcode);
        return program(
                opcode,
                instruction,
                type(instruction.toType().asLoadable()),
                List.of(type(instruction.fromType().asLoadable())));
    }

    private static ClassDesc type(TypeKind kind) {
        return switch (kind.asLoadable()) {
            case INT -> CD_int;
            case LONG -> CD_long;
            case FLOAT -> CD_float;
            case DOUBLE -> CD_double;
            default -> CD_Object;
        };
    }

    private static BytecodeProgram program(
            Opcode opcode, Instruction instruction, ClassDesc result, List<ClassDesc> operands) {
        return AssembledClass.program("Op" + opcode.name().toLowerCase(), assembled -> {
            assembled.method("check", MethodTypeDesc.of(CD_void, operands), code -> {
                code.trying(
                        inside -> {
                            int slot = 0;
                            for (ClassDesc operand : operands) {
                                inside.loadLocal(TypeKind.from(operand), slot);
                                slot += TypeKind.from(operand).slotSize();
                            }
                            inside.with(instruction);
                            assembled.say(inside, result);
                        },
                        handlers -> handlers.catchingAll(handler -> assembled.say(handler, CD_Object)));
                code.return_();
            });
            assembled.main(code -> {
                for (List<ConstantDesc> values : Corners.combinations(operands)) {
                    values.forEach(code::loadConstant);
                    assembled.call(code, "check", MethodTypeDesc.of(CD_void, operands));
                }
            });
        });
    }

    private static void constant(Opcode opcode, List<BytecodeProgram> programs) {
        switch (opcode) {
            case BIPUSH -> programs.add(pushed(opcode, -128, -1, 0, 6, 127));
            case SIPUSH -> programs.add(pushed(opcode, -32768, -129, -1, 0, 5, 128, 32767));
            case LDC -> programs.add(loaded(opcode, 0));
            case LDC_W -> programs.add(loaded(opcode, 300));
            case LDC2_W ->
                programs.add(AssembledClass.program(
                        "Opldc2_w",
                        assembled -> assembled.main(code -> {
                            for (ClassDesc type : List.of(CD_long, CD_double)) {
                                for (ConstantDesc value : Corners.of(type)) {
                                    loadEntry(code, opcode, value);
                                    assembled.say(code, type);
                                }
                            }
                        })));
            default ->
                programs.add(AssembledClass.program(
                        "Op" + opcode.name().toLowerCase(),
                        assembled -> assembled.main(code -> {
                            ConstantInstruction.IntrinsicConstantInstruction constant =
                                    ConstantInstruction.ofIntrinsic(opcode);
                            code.with(constant);
                            assembled.say(code, type(constant.typeKind()));
                        })));
        }
    }

    private static BytecodeProgram pushed(Opcode opcode, int... values) {
        return AssembledClass.program(
                "Op" + opcode.name().toLowerCase(),
                assembled -> assembled.main(code -> {
                    for (int value : values) {
                        code.with(ConstantInstruction.ofArgument(opcode, value));
                        assembled.say(code, CD_int);
                    }
                }));
    }

    /** Constants of one word, behind so many others in the constant pool. */
    private static BytecodeProgram loaded(Opcode opcode, int before) {
        return AssembledClass.program(
                "Op" + opcode.name().toLowerCase(),
                assembled -> assembled.main(code -> {
                    for (int i = 0; i < before; i++) {
                        code.constantPool().intEntry(1_000_000 + i);
                    }
                    for (ClassDesc type : List.of(CD_int, CD_float)) {
                        for (ConstantDesc value : Corners.of(type)) {
                            loadEntry(code, opcode, value);
                            assembled.say(code, type);
                        }
                    }
                    for (String text : List.of("", "text", "nul \0 inside", "\u00e9\u20ac\ud83d\ude00", "line\nline")) {
                        loadEntry(code, opcode, text);
                        assembled.say(code, CD_Object);
                    }
                    for (ClassDesc type : List.of(CD_Object, CD_int.arrayType(), CD_Object.arrayType(2))) {
                        loadEntry(code, opcode, type);
                        assembled.say(code, CD_Object);
                    }
                }));
    }

    private static void loadEntry(CodeBuilder code, Opcode opcode, ConstantDesc value) {
        code.with(ConstantInstruction.ofLoad(opcode, code.constantPool().loadableConstantEntry(value)));
    }

    private OperatorPrograms() {}
}
