package ristretto.test.bytecode;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
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
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/** Arrays of every type: sizes, indices, null, and values that are wider than an element. */
final class ArrayPrograms {
    private static final List<Integer> INDICES = List.of(0, 1, 2, 3, -1, Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final List<Integer> SIZES = List.of(0, 1, 5, -1, Integer.MIN_VALUE);
    private static final List<ClassDesc> PRIMITIVES =
            List.of(CD_boolean, CD_byte, CD_char, CD_short, CD_int, CD_long, CD_float, CD_double);

    static List<BytecodeProgram> all() {
        List<BytecodeProgram> programs = new ArrayList<>();
        for (Opcode opcode : Opcode.values()) {
            if (opcode.kind() == Opcode.Kind.ARRAY_LOAD || opcode.kind() == Opcode.Kind.ARRAY_STORE) {
                programs.add(access(opcode));
            }
        }
        programs.add(length());
        for (ClassDesc type : PRIMITIVES) {
            programs.add(creation("Opnewarray_" + type.displayName(), type));
        }
        programs.add(creation("Opanewarray_String", CD_String));
        programs.add(creation("Opanewarray_array", CD_int.arrayType()));
        for (int dimensions = 1; dimensions <= 4; dimensions++) {
            programs.add(nested(dimensions));
        }
        programs.add(mostDimensions());
        return programs;
    }

    private static ClassDesc element(Opcode opcode) {
        return switch (opcode.name().charAt(0)) {
            case 'I' -> CD_int;
            case 'L' -> CD_long;
            case 'F' -> CD_float;
            case 'D' -> CD_double;
            case 'B' -> CD_byte;
            case 'C' -> CD_char;
            case 'S' -> CD_short;
            default -> CD_Object;
        };
    }

    private static ClassDesc loaded(ClassDesc element) {
        return TypeKind.from(element).asLoadable() == TypeKind.INT ? CD_int : element;
    }

    private static void create(CodeBuilder code, ClassDesc element) {
        if (element.isPrimitive()) {
            code.newarray(TypeKind.from(element));
        } else {
            code.anewarray(element);
        }
    }

    /** Stores a value that comes from a parameter, and loads it again; each of the two also where there is no such element, and no array. */
    private static BytecodeProgram access(Opcode opcode) {
        ClassDesc first = element(opcode);
        List<ClassDesc> elements = first.equals(CD_byte) ? List.of(CD_byte, CD_boolean) : List.of(first);
        boolean load = opcode.kind() == Opcode.Kind.ARRAY_LOAD;
        return AssembledClass.program("Op" + opcode.name().toLowerCase(), assembled -> {
            for (ClassDesc element : elements) {
                ClassDesc array = element.arrayType();
                ClassDesc value = loaded(element);
                TypeKind kind = TypeKind.from(element);
                assembled.method("check", MethodTypeDesc.of(CD_void, array, CD_int, value), code -> {
                    code.trying(
                            inside -> {
                                inside.aload(0).iload(1);
                                if (load) {
                                    inside.with(ArrayLoadInstruction.of(opcode));
                                } else {
                                    inside.loadLocal(TypeKind.from(value), 2).with(ArrayStoreInstruction.of(opcode));
                                    inside.aload(0).iload(1).arrayLoad(kind);
                                }
                                assembled.say(inside, value);
                            },
                            handlers -> handlers.catchingAll(handler -> assembled.say(handler, CD_Object)));
                    code.return_();
                });
            }
            assembled.main(code -> {
                for (ClassDesc element : elements) {
                    ClassDesc value = loaded(element);
                    MethodTypeDesc signature = MethodTypeDesc.of(CD_void, element.arrayType(), CD_int, value);
                    List<ConstantDesc> corners = Corners.of(value);
                    code.iconst_3();
                    create(code, element);
                    code.astore(1);
                    for (int i = 0; i < 3; i++) {
                        code.aload(1).loadConstant(i).loadConstant(corners.get(corners.size() - 1 - i % 2));
                        code.arrayStore(TypeKind.from(element));
                    }
                    for (int index : INDICES) {
                        code.aload(1).loadConstant(index).loadConstant(corners.get(1));
                        assembled.call(code, "check", signature);
                    }
                    for (ConstantDesc corner : corners) {
                        code.aload(1).iconst_1().loadConstant(corner);
                        assembled.call(code, "check", signature);
                    }
                    code.aconst_null().iconst_0().loadConstant(corners.getFirst());
                    assembled.call(code, "check", signature);
                    if (element.equals(CD_Object)) {
                        code.iconst_3()
                                .anewarray(ClassDesc.of("java.lang.Integer"))
                                .iconst_0()
                                .loadConstant("no Integer");
                        assembled.call(code, "check", signature);
                    }
                }
            });
        });
    }

    private static BytecodeProgram length() {
        return AssembledClass.program("Oparraylength", assembled -> {
            List<ClassDesc> arrays = new ArrayList<>(List.of(CD_String.arrayType(), CD_int.arrayType(3)));
            PRIMITIVES.forEach(type -> arrays.add(type.arrayType()));
            for (ClassDesc array : arrays) {
                assembled.method("check", MethodTypeDesc.of(CD_void, array), code -> {
                    code.trying(
                            inside -> {
                                inside.aload(0).arraylength();
                                assembled.say(inside, CD_int);
                            },
                            handlers -> handlers.catchingAll(handler -> assembled.say(handler, CD_Object)));
                    code.return_();
                });
            }
            assembled.main(code -> {
                for (ClassDesc array : arrays) {
                    for (int size : List.of(0, 1, 1000)) {
                        code.loadConstant(size);
                        create(code, array.componentType());
                        assembled.call(code, "check", MethodTypeDesc.of(CD_void, array));
                    }
                    code.aconst_null();
                    assembled.call(code, "check", MethodTypeDesc.of(CD_void, array));
                }
            });
        });
    }

    /** The length, the class and the first element of new arrays. */
    private static BytecodeProgram creation(String name, ClassDesc element) {
        MethodTypeDesc signature = MethodTypeDesc.of(CD_void, CD_int);
        return AssembledClass.program(name, assembled -> {
            assembled.method("check", signature, code -> {
                code.trying(
                        inside -> {
                            inside.iload(0);
                            create(inside, element);
                            inside.astore(1).aload(1).arraylength();
                            assembled.say(inside, CD_int);
                            sayClass(assembled, inside);
                            inside.aload(1).iconst_0().arrayLoad(TypeKind.from(element));
                            assembled.say(inside, element);
                        },
                        handlers -> handlers.catchingAll(handler -> assembled.say(handler, CD_Object)));
                code.return_();
            });
            assembled.main(code -> SIZES.forEach(size -> {
                code.loadConstant(size);
                assembled.call(code, "check", signature);
            }));
        });
    }

    private static void sayClass(AssembledClass assembled, CodeBuilder code) {
        ClassDesc classOfClasses = ClassDesc.of("java.lang.Class");
        code.aload(1).invokevirtual(CD_Object, "getClass", MethodTypeDesc.of(classOfClasses));
        code.invokevirtual(classOfClasses, "getName", MethodTypeDesc.of(CD_String));
        assembled.say(code, CD_Object);
    }

    /** Arrays of four dimensions of which so many are made, the rest is null. */
    private static BytecodeProgram nested(int dimensions) {
        List<ClassDesc> sizes = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            sizes.add(CD_int);
        }
        MethodTypeDesc signature = MethodTypeDesc.of(CD_void, sizes);
        ClassDesc array = CD_long.arrayType(4);
        ClassDesc arrays = ClassDesc.of("java.util.Arrays");
        return AssembledClass.program("Opmultianewarray" + dimensions, assembled -> {
            assembled.method("check", signature, code -> {
                code.trying(
                        inside -> {
                            for (int i = 0; i < dimensions; i++) {
                                inside.iload(i);
                            }
                            inside.multianewarray(array, dimensions);
                            inside.invokestatic(
                                    arrays, "deepToString", MethodTypeDesc.of(CD_String, CD_Object.arrayType()));
                            assembled.say(inside, CD_Object);
                        },
                        handlers -> handlers.catchingAll(handler -> assembled.say(handler, CD_Object)));
                code.return_();
            });
            assembled.main(code -> {
                for (int which = 0; which < 1 << 2 * dimensions; which++) {
                    for (int i = 0; i < dimensions; i++) {
                        code.loadConstant((which >> 2 * i & 3) - 1);
                    }
                    assembled.call(code, "check", signature);
                    if (which > 64) {
                        which += 6;
                    }
                }
            });
        });
    }

    private static BytecodeProgram mostDimensions() {
        ClassDesc array = CD_byte.arrayType(255);
        return AssembledClass.program(
                "Opmultianewarray255",
                assembled -> assembled.main(code -> {
                    for (int i = 0; i < 255; i++) {
                        code.iconst_1();
                    }
                    code.multianewarray(array, 255).astore(1);
                    sayClass(assembled, code);
                    code.aload(1).iconst_0().aaload().iconst_0().aaload().arraylength();
                    assembled.say(code, CD_int);
                }));
    }

    private ArrayPrograms() {}
}
