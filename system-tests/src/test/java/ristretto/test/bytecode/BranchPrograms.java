package ristretto.test.bytecode;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_char;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_short;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Branches forward and backward, switches of every shape, and returns. */
final class BranchPrograms {
    private static final MethodTypeDesc OF_INT = MethodTypeDesc.of(CD_int, CD_int);

    static List<BytecodeProgram> all() {
        List<BytecodeProgram> programs = new ArrayList<>();
        for (Opcode opcode : Opcode.values()) {
            if (opcode == Opcode.GOTO || opcode == Opcode.GOTO_W) {
                programs.add(jump(opcode));
            } else if (opcode.kind() == Opcode.Kind.BRANCH) {
                programs.add(condition(opcode));
            } else if (opcode.kind() == Opcode.Kind.RETURN) {
                programs.add(returning(opcode));
            }
        }
        programs.add(switching("OptableswitchDense", false, IntStream.range(-3, 6)));
        programs.add(switching("OptableswitchOne", false, IntStream.of(7)));
        programs.add(
                switching("OptableswitchLowest", false, IntStream.range(0, 4).map(i -> Integer.MIN_VALUE + i)));
        programs.add(
                switching("OptableswitchHighest", false, IntStream.range(-4, 0).map(i -> Integer.MIN_VALUE + i)));
        programs.add(switching("OptableswitchHoles", false, IntStream.of(0, 1, 5, 9, 40)));
        programs.add(switching("OplookupswitchEmpty", true, IntStream.of()));
        programs.add(switching("OplookupswitchOne", true, IntStream.of(-1)));
        programs.add(switching(
                "OplookupswitchCorners", true, IntStream.of(Integer.MIN_VALUE, -1, 0, 1, 65_536, Integer.MAX_VALUE)));
        programs.add(switching("OplookupswitchDense", true, IntStream.range(0, 20)));
        programs.add(
                switching("OplookupswitchMany", true, IntStream.range(0, 200).map(i -> i * i * 37)));
        return programs;
    }

    private static BytecodeProgram condition(Opcode opcode) {
        String name = opcode.name();
        boolean references = name.startsWith("IF_ACMP") || name.endsWith("NULL");
        int count = name.startsWith("IF_") ? 2 : 1;
        List<ClassDesc> types = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            types.add(references ? CD_Object : CD_int);
        }
        MethodTypeDesc signature = MethodTypeDesc.of(CD_int, types);
        return AssembledClass.program("Op" + name.toLowerCase(), assembled -> {
            assembled.method("forward", signature, code -> {
                Label taken = code.newLabel();
                operands(code, types);
                code.branch(opcode, taken).bipush(10).ireturn();
                code.labelBinding(taken).bipush(20).ireturn();
            });
            // Turns once or twice: the backward branch is taken in the first turn only.
            assembled.method("backward", signature, code -> {
                Label again = code.newLabel();
                Label out = code.newLabel();
                int turns = 5;
                code.iconst_0().istore(turns).labelBinding(again);
                code.iinc(turns, 1).iload(turns).iconst_2().if_icmpge(out);
                operands(code, types);
                code.branch(opcode, again);
                code.labelBinding(out).iload(turns).ireturn();
            });
            assembled.main(code -> {
                for (List<ConstantDesc> values : references ? referenceValues(count) : Corners.combinations(types)) {
                    for (String method : List.of("forward", "backward")) {
                        values.forEach(value -> push(code, value));
                        assembled.call(code, method, signature);
                        assembled.say(code, CD_int);
                    }
                }
            });
        });
    }

    private static void push(CodeBuilder code, ConstantDesc value) {
        if ("null".equals(value)) {
            code.aconst_null();
        } else {
            code.loadConstant(value);
        }
    }

    private static List<List<ConstantDesc>> referenceValues(int count) {
        List<List<ConstantDesc>> all = new ArrayList<>();
        for (String one : List.of("null", "a", "b")) {
            for (String other : count == 1 ? List.of("") : List.of("null", "a", "b")) {
                all.add(count == 1 ? List.of(one) : List.of(one, other));
            }
        }
        return all;
    }

    private static void operands(CodeBuilder code, List<ClassDesc> types) {
        for (int i = 0; i < types.size(); i++) {
            code.loadLocal(TypeKind.from(types.get(i)), i);
        }
    }

    /** A loop whose parts lie in the order of their jumps reversed. */
    private static BytecodeProgram jump(Opcode opcode) {
        return AssembledClass.program("Op" + opcode.name().toLowerCase(), assembled -> {
            assembled.method("run", OF_INT, code -> {
                Label test = code.newLabel();
                Label body = code.newLabel();
                Label end = code.newLabel();
                code.iconst_0().istore(1).with(BranchInstruction.of(opcode, test));
                code.labelBinding(end).iload(1).ireturn();
                code.labelBinding(body).iload(1).iload(0).iadd().istore(1).iinc(0, -1);
                code.with(BranchInstruction.of(opcode, test));
                code.labelBinding(test).iload(0).ifgt(body).with(BranchInstruction.of(opcode, end));
            });
            // A value lies on the operand stack while control jumps to and fro.
            assembled.method("withOperand", OF_INT, code -> {
                Label there = code.newLabel();
                Label back = code.newLabel();
                code.ldc(3L).iload(0).with(BranchInstruction.of(opcode, there));
                code.labelBinding(back).i2l().ladd().l2i().ireturn();
                code.labelBinding(there).iconst_5().imul().with(BranchInstruction.of(opcode, back));
            });
            assembled.main(code -> {
                for (int n : new int[] {-1, 0, 1, 10, 100}) {
                    for (String method : List.of("run", "withOperand")) {
                        code.loadConstant(n);
                        assembled.call(code, method, OF_INT);
                        assembled.say(code, CD_int);
                    }
                }
            });
        });
    }

    private static BytecodeProgram switching(String name, boolean lookup, IntStream keys) {
        int[] all = keys.sorted().toArray();
        return AssembledClass.program(name, assembled -> {
            assembled.method("choose", OF_INT, code -> {
                Label otherwise = code.newLabel();
                List<SwitchCase> cases = new ArrayList<>();
                for (int key : all) {
                    cases.add(SwitchCase.of(key, code.newLabel()));
                }
                code.iload(0);
                code.with(
                        lookup
                                ? LookupSwitchInstruction.of(otherwise, cases)
                                : TableSwitchInstruction.of(all[0], all[all.length - 1], otherwise, cases));
                for (int i = 0; i < all.length; i++) {
                    code.labelBinding(cases.get(i).target()).iinc(0, i * 3 + 1);
                    if (i % 3 != 0) {
                        code.iload(0).ireturn();
                    }
                }
                code.labelBinding(otherwise).iload(0).iconst_m1().ixor().ireturn();
            });
            assembled.main(code -> {
                IntStream tried = IntStream.concat(
                        IntStream.of(Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE),
                        IntStream.of(all).flatMap(key -> IntStream.of(key - 1, key, key + 1)));
                tried.distinct().forEach(key -> {
                    code.loadConstant(key);
                    assembled.call(code, "choose", OF_INT);
                    assembled.say(code, CD_int);
                });
            });
        });
    }

    private static BytecodeProgram returning(Opcode opcode) {
        return AssembledClass.program("Op" + opcode.name().toLowerCase(), assembled -> {
            List<ClassDesc> types =
                    switch (opcode) {
                        case IRETURN -> List.of(CD_int, CD_boolean, CD_byte, CD_char, CD_short);
                        case LRETURN -> List.of(CD_long);
                        case FRETURN -> List.of(CD_float);
                        case DRETURN -> List.of(CD_double);
                        case ARETURN -> List.of(CD_Object);
                        default -> List.of(CD_void);
                    };
            for (ClassDesc type : types) {
                // Operands that are left behind are nobody's business; an early return and a late one.
                assembled.method("early", MethodTypeDesc.of(type, CD_int), code -> {
                    code.ldc(5L).bipush(9);
                    code.iload(0).ifThen(inside -> inside.iload(0).pop());
                    value(code, type);
                    code.with(ReturnInstruction.of(opcode));
                });
            }
            assembled.main(code -> {
                for (ClassDesc type : types) {
                    code.iconst_3();
                    assembled.call(code, "early", MethodTypeDesc.of(type, CD_int));
                    if (!type.equals(CD_void)) {
                        assembled.say(code, type);
                    }
                    code.loadConstant("returned");
                    assembled.say(code, CD_Object);
                }
            });
        });
    }

    private static void value(CodeBuilder code, ClassDesc type) {
        switch (TypeKind.from(type)) {
            case VOID -> {}
            case BOOLEAN -> code.iload(0);
            case INT, BYTE, CHAR, SHORT -> code.iload(0).loadConstant(-100).imul();
            case LONG -> code.iload(0).i2l();
            case FLOAT -> code.iload(0).i2f();
            case DOUBLE -> code.iload(0).i2d();
            default -> code.loadConstant("value");
        }
    }

    private BranchPrograms() {}
}
