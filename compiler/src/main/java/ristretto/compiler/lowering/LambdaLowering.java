package ristretto.compiler.lowering;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * Lambdas and method references ({@code java.lang.invoke.LambdaMetafactory}): the synthetic class is the one that
 * implements the functional interface, with a field for each captured value.
 *
 * <p>A lambda that captures nothing is one object for ever, as on HotSpot. It is made at the first execution and kept
 * in a static field, so that the class needs no initialiser.
 */
final class LambdaLowering {
    private static final String INSTANCE = "instance";
    private static final int FIELD_FLAGS = ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC;

    private final ClassDesc self;
    private final LambdaShape shape;
    private final MethodTypeDesc constructor;

    private LambdaLowering(ClassDesc self, LambdaShape shape) {
        this.self = self;
        this.shape = shape;
        this.constructor = shape.factory().changeReturnType(ConstantDescs.CD_void);
    }

    static byte[] lower(ClassDesc site, InvokeDynamicInstruction instruction) throws UnsupportedSite {
        LambdaShape shape = LambdaShape.of(instruction);
        switch (shape.implementation().kind()) {
            case STATIC, INTERFACE_STATIC, VIRTUAL, INTERFACE_VIRTUAL, SPECIAL, INTERFACE_SPECIAL, CONSTRUCTOR -> {}
            default -> throw new UnsupportedSite(instruction, "a field cannot implement a functional interface");
        }
        LambdaLowering lowering = new LambdaLowering(site, shape);
        return SiteClass.build(site, shape.factory(), lowering::emitFactory, lowering::emitMembers);
    }

    private void emitFactory(CodeBuilder code) {
        if (!shape.capturesNothing()) {
            emitNew(code);
            code.areturn();
            return;
        }
        Label present = code.newLabel();
        code.getstatic(self, INSTANCE, self).ifnonnull(present);
        emitNew(code);
        code.putstatic(self, INSTANCE, self);
        code.labelBinding(present).getstatic(self, INSTANCE, self).areturn();
    }

    private void emitNew(CodeBuilder code) {
        code.new_(self).dup();
        SiteClass.loadParameters(code, shape.factory());
        code.invokespecial(self, ConstantDescs.INIT_NAME, constructor);
    }

    private void emitMembers(ClassBuilder builder) {
        builder.withInterfaceSymbols(shape.interfaces());
        if (shape.capturesNothing()) {
            builder.withField(INSTANCE, self, ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC);
        }
        for (int at = 0; at < constructor.parameterCount(); at++) {
            builder.withField(captured(at), constructor.parameterType(at), FIELD_FLAGS);
        }
        builder.withMethodBody(ConstantDescs.INIT_NAME, constructor, 0, this::emitConstructor);
        for (MethodTypeDesc type : shape.methodTypes()) {
            builder.withMethodBody(shape.methodName(), type, ClassFile.ACC_PUBLIC, code -> emitMethod(code, type));
        }
    }

    private void emitConstructor(CodeBuilder code) {
        code.aload(0)
                .invokespecial(
                        ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, MethodTypeDesc.of(ConstantDescs.CD_void));
        for (int at = 0; at < constructor.parameterCount(); at++) {
            ClassDesc type = constructor.parameterType(at);
            code.aload(0).loadLocal(TypeKind.from(type), code.parameterSlot(at)).putfield(self, captured(at), type);
        }
        code.return_();
    }

    /**
     * One method of the interface: captured values, then converted parameters, then the call, then the converted
     * result.
     */
    private void emitMethod(CodeBuilder code, MethodTypeDesc type) {
        DirectMethodHandleDesc target = shape.implementation();
        MethodTypeDesc targetType = target.invocationType();
        if (target.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR) {
            code.new_(target.owner()).dup();
        }
        int capturedCount = constructor.parameterCount();
        for (int at = 0; at < capturedCount; at++) {
            code.aload(0).getfield(self, captured(at), constructor.parameterType(at));
        }
        for (int at = 0; at < type.parameterCount(); at++) {
            ClassDesc parameter = type.parameterType(at);
            code.loadLocal(TypeKind.from(parameter), code.parameterSlot(at));
            Conversions.convert(
                    code,
                    parameter,
                    shape.checkedType().parameterType(at),
                    targetType.parameterType(capturedCount + at));
        }
        emitCall(code, target);
        emitReturn(code, targetType.returnType(), type.returnType());
    }

    private static void emitCall(CodeBuilder code, DirectMethodHandleDesc target) {
        ClassDesc owner = target.owner();
        String name = target.methodName();
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor(target.lookupDescriptor());
        switch (target.kind()) {
            case STATIC -> code.invokestatic(owner, name, type);
            case INTERFACE_STATIC -> code.invokestatic(owner, name, type, true);
            case VIRTUAL -> code.invokevirtual(owner, name, type);
            case INTERFACE_VIRTUAL -> code.invokeinterface(owner, name, type);
            case SPECIAL -> code.invokespecial(owner, name, type);
            case INTERFACE_SPECIAL -> code.invokespecial(owner, name, type, true);
            case CONSTRUCTOR -> code.invokespecial(owner, ConstantDescs.INIT_NAME, type);
            default -> throw new IllegalStateException(target.toString());
        }
    }

    private static void emitReturn(CodeBuilder code, ClassDesc result, ClassDesc wanted) {
        if (!wanted.equals(ConstantDescs.CD_void)) {
            Conversions.convert(code, result, wanted, wanted);
        } else if (TypeKind.from(result).slotSize() == 2) {
            code.pop2();
        } else if (!result.equals(ConstantDescs.CD_void)) {
            code.pop();
        }
        code.return_(TypeKind.from(wanted));
    }

    private static String captured(int index) {
        return "captured" + index;
    }
}
