package ristretto.test.bytecode;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.function.Consumer;

/**
 * A class of static methods, put together instruction by instruction, since javac does not emit every shape of bytecode that a class file may hold. Its
 * methods {@code say} print a value of each kind, so that the code under test stays free of {@code System.out}.
 */
final class AssembledClass {
    static final ClassDesc CD_OBJECTS = CD_Object.arrayType();

    private static final ClassDesc SYSTEM = ClassDesc.of("java.lang.System");
    private static final ClassDesc PRINT_STREAM = ClassDesc.of("java.io.PrintStream");
    private static final List<ClassDesc> SAID = List.of(CD_int, CD_long, CD_float, CD_double, CD_Object);

    final ClassDesc self;
    final ClassBuilder builder;

    private AssembledClass(ClassDesc self, ClassBuilder builder) {
        this.self = self;
        this.builder = builder;
    }

    /** A program whose methods, {@code main} among them, are what {@code content} writes. */
    static BytecodeProgram program(String name, Consumer<AssembledClass> content) {
        ClassDesc self = ClassDesc.of("bytecode." + name);
        byte[] bytes = ClassFile.of().build(self, builder -> {
            builder.withFlags(AccessFlag.PUBLIC, AccessFlag.SUPER);
            AssembledClass assembled = new AssembledClass(self, builder);
            content.accept(assembled);
            SAID.forEach(assembled::sayMethod);
        });
        return new BytecodeProgram("bytecode." + name, bytes);
    }

    void method(String name, MethodTypeDesc type, Consumer<CodeBuilder> body) {
        builder.withMethodBody(name, type, ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC, body);
    }

    void main(Consumer<CodeBuilder> body) {
        method("main", MethodTypeDesc.of(CD_void, CD_String.arrayType()), code -> {
            body.accept(code);
            code.return_();
        });
    }

    void field(String name, ClassDesc type, int flags) {
        builder.withField(name, type, flags);
    }

    private void sayMethod(ClassDesc type) {
        method("say", MethodTypeDesc.of(CD_void, type), code -> code.getstatic(SYSTEM, "out", PRINT_STREAM)
                .loadLocal(TypeKind.from(type), 0)
                .invokevirtual(PRINT_STREAM, "println", MethodTypeDesc.of(CD_void, type))
                .return_());
    }

    /** Prints what lies on top of the operand stack, and takes it. */
    void say(CodeBuilder code, ClassDesc type) {
        ClassDesc said =
                switch (TypeKind.from(type).asLoadable()) {
                    case INT -> CD_int;
                    case LONG -> CD_long;
                    case FLOAT -> CD_float;
                    case DOUBLE -> CD_double;
                    default -> CD_Object;
                };
        code.invokestatic(self, "say", MethodTypeDesc.of(CD_void, said));
    }

    void call(CodeBuilder code, String method, MethodTypeDesc type) {
        code.invokestatic(self, method, type);
    }

    /** Runs a method without parameters; what it throws is printed. */
    void callCaught(CodeBuilder code, String method) {
        code.trying(
                inside -> inside.invokestatic(self, method, MethodTypeDesc.of(CD_void)),
                handlers -> handlers.catchingAll(handler -> say(handler, CD_Object)));
    }
}
