package ristretto.test.bytecode;

import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.constant.ConstantDescs.CD_CallSite;
import static java.lang.constant.ConstantDescs.CD_Integer;
import static java.lang.constant.ConstantDescs.CD_List;
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
import static ristretto.test.bytecode.AssembledClass.CD_OBJECTS;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Fields of every type, calls of every kind, casts, exceptions and monitors. */
final class ReferencePrograms {
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(CD_void);
    private static final List<ClassDesc> FIELD_TYPES =
            List.of(CD_boolean, CD_byte, CD_char, CD_short, CD_int, CD_long, CD_float, CD_double, CD_Object);

    static List<BytecodeProgram> all() {
        return List.of(
                fields("Opgetfield", false, false),
                fields("Opputfield", false, true),
                fields("Opgetstatic", true, false),
                fields("Opputstatic", true, true),
                steps("Opinvokevirtual", ReferencePrograms::invokeVirtual),
                steps("Opinvokespecial", ReferencePrograms::invokeSpecial),
                steps("Opinvokestatic", ReferencePrograms::invokeStatic),
                steps("Opinvokeinterface", ReferencePrograms::invokeInterface),
                invokeDynamic(),
                steps("Opnew", ReferencePrograms::creations),
                types("Opcheckcast", true),
                types("Opinstanceof", false),
                steps("Opathrow", ReferencePrograms::throwing),
                steps("Opmonitor", ReferencePrograms::monitors));
    }

    /** Methods {@code step0}, {@code step1}, …, each run by itself; what they throw is printed. */
    private static final class Steps {
        private final AssembledClass assembled;
        private int count;

        Steps(AssembledClass assembled) {
            this.assembled = assembled;
        }

        void add(BiConsumer<AssembledClass, CodeBuilder> body) {
            assembled.method("step" + count++, NOTHING, code -> {
                body.accept(assembled, code);
                code.return_();
            });
        }

        /** A step that prints the value which the code leaves. */
        void said(ClassDesc type, Consumer<CodeBuilder> body) {
            add((owner, code) -> {
                body.accept(code);
                owner.say(code, type);
            });
        }
    }

    private static BytecodeProgram steps(String name, Consumer<Steps> content) {
        return AssembledClass.program(name, assembled -> {
            Steps steps = new Steps(assembled);
            content.accept(steps);
            assembled.main(code -> {
                for (int i = 0; i < steps.count; i++) {
                    assembled.callCaught(code, "step" + i);
                }
            });
        });
    }

    private static BytecodeProgram fields(String name, boolean isStatic, boolean write) {
        return AssembledClass.program(name, assembled -> {
            for (ClassDesc type : FIELD_TYPES) {
                assembled.field("before" + type.displayName(), CD_byte, isStatic ? ACC_STATIC : 0);
                assembled.field("of" + type.displayName(), type, isStatic ? ACC_STATIC : 0);
            }
            assembled.builder.withMethodBody("<init>", NOTHING, ClassFile.ACC_PUBLIC, code -> code.aload(0)
                    .invokespecial(CD_Object, "<init>", NOTHING)
                    .return_());
            for (ClassDesc type : FIELD_TYPES) {
                MethodTypeDesc signature = MethodTypeDesc.of(CD_void, assembled.self, loaded(type));
                assembled.method("check" + type.displayName(), signature, code -> {
                    code.trying(
                            inside -> access(assembled, inside, isStatic, write, type),
                            handlers -> handlers.catchingAll(handler -> assembled.say(handler, CD_Object)));
                    code.return_();
                });
            }
            assembled.main(code -> {
                code.new_(assembled.self)
                        .dup()
                        .invokespecial(assembled.self, "<init>", NOTHING)
                        .astore(1);
                for (ClassDesc type : FIELD_TYPES) {
                    MethodTypeDesc signature = MethodTypeDesc.of(CD_void, assembled.self, loaded(type));
                    Corners.of(loaded(type)).forEach(corner -> {
                        code.aload(1).loadConstant(corner);
                        assembled.call(code, "check" + type.displayName(), signature);
                    });
                    code.aconst_null().loadConstant(Corners.of(loaded(type)).getFirst());
                    assembled.call(code, "check" + type.displayName(), signature);
                }
                for (ClassDesc type : FIELD_TYPES) {
                    get(assembled, code, isStatic, 1, "before" + type.displayName(), CD_byte);
                    assembled.say(code, CD_int);
                    get(assembled, code, isStatic, 1, "of" + type.displayName(), type);
                    assembled.say(code, type);
                }
            });
        });
    }

    private static ClassDesc loaded(ClassDesc type) {
        return TypeKind.from(type).asLoadable() == TypeKind.INT ? CD_int : type;
    }

    private static void access(
            AssembledClass assembled, CodeBuilder code, boolean isStatic, boolean write, ClassDesc type) {
        String name = "of" + type.displayName();
        if (write) {
            if (!isStatic) {
                code.aload(0);
            }
            code.loadLocal(TypeKind.from(type).asLoadable(), 1);
            if (isStatic) {
                code.putstatic(assembled.self, name, type);
            } else {
                code.putfield(assembled.self, name, type);
            }
        }
        get(assembled, code, isStatic, 0, name, type);
        assembled.say(code, type);
    }

    private static void get(
            AssembledClass assembled, CodeBuilder code, boolean isStatic, int object, String name, ClassDesc type) {
        if (isStatic) {
            code.getstatic(assembled.self, name, type);
        } else {
            code.aload(object).getfield(assembled.self, name, type);
        }
    }

    private static void invokeVirtual(Steps steps) {
        MethodTypeDesc toString = MethodTypeDesc.of(CD_String);
        steps.said(CD_Object, code -> code.loadConstant("text").invokevirtual(CD_Object, "toString", toString));
        steps.said(CD_Object, code -> code.aconst_null().invokevirtual(CD_Object, "toString", toString));
        steps.said(CD_boolean, code -> code.iconst_2()
                .newarray(TypeKind.INT)
                .dup()
                .invokevirtual(CD_int.arrayType(), "clone", MethodTypeDesc.of(CD_Object))
                .invokevirtual(CD_Object, "equals", MethodTypeDesc.of(CD_boolean, CD_Object)));
        steps.said(CD_int, code -> code.loadConstant("text")
                .iconst_4()
                .invokevirtual(CD_String, "charAt", MethodTypeDesc.of(CD_char, CD_int)));
        steps.said(CD_int, code -> code.loadConstant(1)
                .invokestatic(CD_Integer, "valueOf", MethodTypeDesc.of(CD_Integer, CD_int))
                .loadConstant(2)
                .invokestatic(CD_Integer, "valueOf", MethodTypeDesc.of(CD_Integer, CD_int))
                .invokevirtual(CD_Integer, "compareTo", MethodTypeDesc.of(CD_int, CD_Integer)));
    }

    private static void invokeSpecial(Steps steps) {
        AssembledClass owner = steps.assembled;
        owner.builder.withMethodBody("<init>", NOTHING, ClassFile.ACC_PUBLIC, code -> code.aload(0)
                .invokespecial(CD_Object, "<init>", NOTHING)
                .return_());
        MethodTypeDesc equals = MethodTypeDesc.of(CD_boolean, CD_Object);
        owner.builder.withMethodBody(
                "equals", equals, ClassFile.ACC_PUBLIC, code -> code.iconst_1().ireturn());
        owner.builder.withMethodBody("asObject", equals, ClassFile.ACC_PUBLIC, code -> code.aload(0)
                .aload(1)
                .invokespecial(CD_Object, "equals", equals)
                .ireturn());
        owner.builder.withMethodBody(
                "own", equals, ClassFile.ACC_PRIVATE, code -> code.iconst_0().ireturn());
        for (String method : List.of("equals", "asObject", "own")) {
            steps.said(CD_boolean, code -> code.new_(owner.self)
                    .dup()
                    .invokespecial(owner.self, "<init>", NOTHING)
                    .loadConstant("other")
                    .invokevirtual(owner.self, method, equals));
            steps.said(
                    CD_boolean,
                    code -> code.aconst_null().loadConstant("other").invokevirtual(owner.self, method, equals));
        }
    }

    /** Twenty parameters of every type, those of two words at odd places. */
    private static void invokeStatic(Steps steps) {
        AssembledClass owner = steps.assembled;
        ClassDesc[] types = new ClassDesc[20];
        for (int i = 0; i < types.length; i++) {
            types[i] = List.of(CD_byte, CD_long, CD_float, CD_Object, CD_double, CD_short, CD_boolean)
                    .get(i % 7);
        }
        MethodTypeDesc many = MethodTypeDesc.of(CD_void, types);
        owner.method("many", many, code -> {
            int slot = 0;
            for (ClassDesc type : types) {
                code.loadLocal(TypeKind.from(type).asLoadable(), slot);
                owner.say(code, type);
                slot += TypeKind.from(type).slotSize();
            }
            code.return_();
        });
        steps.add((assembled, code) -> {
            for (int i = 0; i < types.length; i++) {
                switch (TypeKind.from(types[i])) {
                    case LONG -> code.loadConstant(i * 1_000_000_007L);
                    case FLOAT -> code.loadConstant(i * 0.5f);
                    case DOUBLE -> code.loadConstant(i * 1e30);
                    case REFERENCE -> code.loadConstant("text " + i);
                    case BOOLEAN -> code.loadConstant(i & 1);
                    default -> code.loadConstant(-i);
                }
            }
            assembled.call(code, "many", many);
        });
        steps.said(CD_int, code -> code.loadConstant("12x")
                .invokestatic(CD_Integer, "parseInt", MethodTypeDesc.of(CD_int, CD_String)));
        steps.said(CD_int, code -> code.loadConstant("-12")
                .invokestatic(CD_Integer, "parseInt", MethodTypeDesc.of(CD_int, CD_String)));
    }

    private static void invokeInterface(Steps steps) {
        ClassDesc sequence = ClassDesc.of("java.lang.CharSequence");
        MethodTypeDesc length = MethodTypeDesc.of(CD_int);
        steps.said(CD_int, code -> code.loadConstant("text").invokeinterface(sequence, "length", length));
        steps.said(CD_int, code -> code.aconst_null().checkcast(sequence).invokeinterface(sequence, "length", length));
        steps.said(CD_boolean, code -> code.loadConstant("text")
                .invokeinterface(sequence, "isEmpty", MethodTypeDesc.of(CD_boolean)));
        // The verifier lets every object pass as an interface: the call itself has to notice.
        steps.said(CD_int, code -> code.loadConstant(5)
                .invokestatic(CD_Integer, "valueOf", MethodTypeDesc.of(CD_Integer, CD_int))
                .loadConstant(6)
                .invokestatic(CD_Integer, "valueOf", MethodTypeDesc.of(CD_Integer, CD_int))
                .invokeinterface(
                        ClassDesc.of("java.lang.Comparable"), "compareTo", MethodTypeDesc.of(CD_int, CD_Object)));
        steps.said(CD_Object, code -> code.loadConstant("a")
                .loadConstant("b")
                .invokestatic(CD_List, "of", MethodTypeDesc.of(CD_List, CD_Object, CD_Object), true)
                .iconst_2()
                .invokeinterface(CD_List, "get", MethodTypeDesc.of(CD_Object, CD_int)));
    }

    private static BytecodeProgram invokeDynamic() {
        ClassDesc factory = ClassDesc.of("java.lang.invoke.StringConcatFactory");
        DirectMethodHandleDesc concat = ConstantDescs.ofCallsiteBootstrap(
                factory, "makeConcatWithConstants", CD_CallSite, CD_String, CD_OBJECTS);
        DirectMethodHandleDesc lambda = ConstantDescs.ofCallsiteBootstrap(
                ClassDesc.of("java.lang.invoke.LambdaMetafactory"),
                "metafactory",
                CD_CallSite,
                ConstantDescs.CD_MethodType,
                ConstantDescs.CD_MethodHandle,
                ConstantDescs.CD_MethodType);
        ClassDesc operator = ClassDesc.of("java.util.function.IntUnaryOperator");
        return steps("Opinvokedynamic", steps -> {
            AssembledClass owner = steps.assembled;
            for (String recipe : List.of("\1\1\1", "\1, \1 and \1", "(\1\1)\1\n", "\u00e9\1\ud83d\1\ude00\1")) {
                MethodTypeDesc type = MethodTypeDesc.of(CD_String, CD_int, CD_Object, CD_double);
                steps.said(CD_Object, code -> code.loadConstant(-5)
                        .aconst_null()
                        .loadConstant(1e21)
                        .invokedynamic(DynamicCallSiteDesc.of(concat, "concatenation", type, recipe)));
            }
            steps.said(CD_Object, code -> code.loadConstant("only")
                    .invokedynamic(DynamicCallSiteDesc.of(
                            concat, "concatenation", MethodTypeDesc.of(CD_String, CD_String), "\1\2", "constant")));
            owner.method(
                    "scaled",
                    MethodTypeDesc.of(CD_int, CD_int, CD_int),
                    code -> code.iload(0).iload(1).imul().ireturn());
            MethodTypeDesc applied = MethodTypeDesc.of(CD_int, CD_int);
            steps.said(CD_int, code -> code.loadConstant(7)
                    .invokedynamic(DynamicCallSiteDesc.of(
                            lambda,
                            "applyAsInt",
                            MethodTypeDesc.of(operator, CD_int),
                            applied,
                            MethodHandleDesc.ofMethod(
                                    DirectMethodHandleDesc.Kind.STATIC,
                                    owner.self,
                                    "scaled",
                                    MethodTypeDesc.of(CD_int, CD_int, CD_int)),
                            applied))
                    .loadConstant(6)
                    .invokeinterface(operator, "applyAsInt", applied));
        });
    }

    private static void creations(Steps steps) {
        ClassDesc builder = ClassDesc.of("java.lang.StringBuilder");
        // New objects that are dropped, swapped, and created inside the arguments of another's constructor.
        steps.said(CD_Object, code -> code.new_(builder)
                .pop()
                .new_(builder)
                .new_(builder)
                .dup()
                .invokespecial(builder, "<init>", NOTHING)
                .swap()
                .dup()
                .loadConstant("text")
                .invokespecial(builder, "<init>", MethodTypeDesc.of(CD_void, CD_String))
                .swap()
                .pop()
                .invokevirtual(builder, "toString", MethodTypeDesc.of(CD_String)));
        steps.said(CD_Object, code -> code.new_(builder)
                .dup()
                .iconst_m1()
                .invokespecial(builder, "<init>", MethodTypeDesc.of(CD_void, CD_int))
                .invokevirtual(builder, "toString", MethodTypeDesc.of(CD_String)));
    }

    private static BytecodeProgram types(String name, boolean cast) {
        List<ClassDesc> targets = List.of(
                CD_Object,
                CD_String,
                CD_Integer,
                ClassDesc.of("java.lang.CharSequence"),
                ClassDesc.of("java.lang.Number"),
                ClassDesc.of("java.lang.Cloneable"),
                CD_OBJECTS,
                CD_int.arrayType(),
                CD_int.arrayType(2),
                CD_String.arrayType(),
                ClassDesc.of("java.io.Serializable").arrayType());
        MethodTypeDesc signature = MethodTypeDesc.of(CD_void, CD_Object);
        return AssembledClass.program(name, assembled -> {
            for (int i = 0; i < targets.size(); i++) {
                ClassDesc target = targets.get(i);
                assembled.method("check" + i, signature, code -> {
                    code.trying(
                            inside -> {
                                inside.aload(0);
                                if (cast) {
                                    inside.checkcast(target).instanceOf(target);
                                } else {
                                    inside.instanceOf(target);
                                }
                                assembled.say(inside, CD_boolean);
                            },
                            handlers -> handlers.catchingAll(handler -> assembled.say(handler, CD_Object)));
                    code.return_();
                });
            }
            assembled.main(code -> {
                for (int i = 0; i < targets.size(); i++) {
                    for (int value = 0; value < 7; value++) {
                        object(code, value);
                        assembled.call(code, "check" + i, signature);
                    }
                }
            });
        });
    }

    private static void object(CodeBuilder code, int which) {
        switch (which) {
            case 0 -> code.aconst_null();
            case 1 -> code.loadConstant("text");
            case 2 -> code.iconst_5().invokestatic(CD_Integer, "valueOf", MethodTypeDesc.of(CD_Integer, CD_int));
            case 3 -> code.iconst_1().newarray(TypeKind.INT);
            case 4 -> code.iconst_1().anewarray(CD_String);
            case 5 -> code.iconst_1().iconst_1().multianewarray(CD_int.arrayType(2), 2);
            default -> code.iconst_0().anewarray(CD_Integer.arrayType());
        }
    }

    private static void throwing(Steps steps) {
        ClassDesc failure = ClassDesc.of("java.lang.IllegalStateException");
        ClassDesc runtime = ClassDesc.of("java.lang.RuntimeException");
        MethodTypeDesc withMessage = MethodTypeDesc.of(CD_void, CD_String);
        steps.add((owner, code) -> code.aconst_null().athrow());
        steps.add((owner, code) -> code.new_(failure)
                .dup()
                .loadConstant("thrown")
                .invokespecial(failure, "<init>", withMessage)
                .athrow());
        // Operands below the exception vanish; the handler sees nothing but it, and throws it on to an outer one.
        steps.add((owner, code) -> code.trying(
                outer -> outer.trying(
                        inner -> inner.ldc(5L)
                                .new_(failure)
                                .dup()
                                .loadConstant("passed on")
                                .invokespecial(failure, "<init>", withMessage)
                                .athrow(),
                        handlers -> handlers.catching(
                                runtime, handler -> handler.dup().pop().athrow())),
                handlers -> handlers.catching(failure, handler -> owner.say(handler, CD_Object))));
        // Two handlers match: the first of the table wins.
        steps.add((owner, code) ->
                code.trying(inside -> inside.iconst_1().iconst_0().idiv().pop(), handlers -> handlers.catching(
                                failure, handler -> handler.pop())
                        .catching(runtime, handler -> owner.say(handler, CD_Object))
                        .catchingAll(handler -> handler.pop())));
    }

    private static void monitors(Steps steps) {
        steps.add((owner, code) -> code.aconst_null().monitorenter());
        steps.add((owner, code) -> code.aconst_null().monitorexit());
        steps.said(CD_Object, code -> code.loadConstant("locked")
                .dup()
                .dup()
                .dup()
                .dup()
                .monitorenter()
                .monitorenter()
                .monitorexit()
                .monitorexit());
        steps.said(CD_Object, code -> code.loadConstant("again")
                .dup()
                .monitorenter()
                .loadConstant("again")
                .monitorexit()
                .loadConstant("unlocked"));
    }

    private ReferencePrograms() {}
}
