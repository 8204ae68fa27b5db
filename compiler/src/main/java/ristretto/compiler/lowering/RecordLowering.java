package ristretto.compiler.lowering;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code toString}, {@code hashCode} and {@code equals} of records ({@code java.lang.runtime.ObjectMethods}), with the
 * results and the order of evaluation of JDK 25: components first to last, but {@code equals} last to first.
 */
final class RecordLowering {
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final int OTHER_RECORD = 2;

    private record Component(String name, ClassDesc type) {}

    private final ClassDesc type;
    private final List<Component> components;

    private RecordLowering(ClassDesc type, List<Component> components) {
        this.type = type;
        this.components = components;
    }

    static byte[] lower(ClassDesc site, InvokeDynamicInstruction instruction) throws UnsupportedSite {
        List<ConstantDesc> arguments = instruction.bootstrapArgs();
        ClassDesc type = (ClassDesc) arguments.getFirst();
        List<Component> components = new ArrayList<>();
        for (ConstantDesc getter : arguments.subList(2, arguments.size())) {
            if (!(getter instanceof DirectMethodHandleDesc field)
                    || field.kind() != DirectMethodHandleDesc.Kind.GETTER
                    || !field.owner().equals(type)) {
                throw new UnsupportedSite(instruction, getter + " is not a field of the record");
            }
            components.add(
                    new Component(field.methodName(), field.invocationType().returnType()));
        }
        RecordLowering record = new RecordLowering(type, components);
        MethodTypeDesc siteType = instruction.typeSymbol();
        String method = instruction.name().stringValue();
        return switch (method) {
            case "hashCode" -> SiteClass.build(site, siteType, record::emitHashCode);
            case "equals" -> SiteClass.build(site, siteType, record::emitEquals);
            case "toString" -> {
                String simpleName = SimpleNames.of(type, instruction);
                String[] names = ((String) arguments.get(1)).split(";");
                yield SiteClass.build(site, siteType, code -> record.emitToString(code, simpleName, names));
            }
            default -> throw new UnsupportedSite(instruction, "records have no such method");
        };
    }

    private void emitToString(CodeBuilder code, String simpleName, String[] names) {
        TextEmitter text = new TextEmitter();
        text.literal(simpleName + "[");
        for (int at = 0; at < components.size(); at++) {
            Component component = components.get(at);
            text.literal((at == 0 ? "" : ", ") + names[at] + "=");
            text.value(component.type(), load -> emitField(load, 0, component));
        }
        text.literal("]");
        text.emit(code);
        code.areturn();
    }

    private void emitHashCode(CodeBuilder code) {
        if (components.isEmpty()) {
            code.iconst_0();
        }
        for (int at = 0; at < components.size(); at++) {
            if (at > 0) {
                code.bipush(31).imul();
            }
            emitField(code, 0, components.get(at));
            emitHash(code, components.get(at).type());
            if (at > 0) {
                code.iadd();
            }
        }
        code.ireturn();
    }

    /** The hash codes of the types up to {@code int} are their values. */
    private static void emitHash(CodeBuilder code, ClassDesc type) {
        switch (type.descriptorString()) {
            case "B", "S", "C", "I" -> {}
            case "Z" -> emitStaticHash(code, ConstantDescs.CD_Boolean, type);
            case "J" -> emitStaticHash(code, ConstantDescs.CD_Long, type);
            case "F" -> emitStaticHash(code, ConstantDescs.CD_Float, type);
            case "D" -> emitStaticHash(code, ConstantDescs.CD_Double, type);
            default -> emitStaticHash(code, OBJECTS, ConstantDescs.CD_Object);
        }
    }

    private static void emitStaticHash(CodeBuilder code, ClassDesc owner, ClassDesc parameter) {
        code.invokestatic(owner, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, parameter));
    }

    private void emitEquals(CodeBuilder code) {
        Label same = code.newLabel();
        Label different = code.newLabel();
        code.aload(0).aload(1).if_acmpeq(same);
        code.aload(1).instanceOf(type).ifeq(different);
        code.aload(1).checkcast(type).astore(OTHER_RECORD);
        for (Component component : components.reversed()) {
            emitField(code, 0, component);
            emitField(code, OTHER_RECORD, component);
            emitBranchIfDifferent(code, component.type(), different);
        }
        code.labelBinding(same).iconst_1().ireturn();
        code.labelBinding(different).iconst_0().ireturn();
    }

    private static void emitBranchIfDifferent(CodeBuilder code, ClassDesc type, Label different) {
        switch (type.descriptorString()) {
            case "Z", "B", "S", "C", "I" -> code.if_icmpne(different);
            case "J" -> code.lcmp().ifne(different);
            case "F" -> emitCompare(code, ConstantDescs.CD_Float, type).ifne(different);
            case "D" -> emitCompare(code, ConstantDescs.CD_Double, type).ifne(different);
            default ->
                code.invokestatic(
                                OBJECTS,
                                "equals",
                                MethodTypeDesc.of(
                                        ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object))
                        .ifeq(different);
        }
    }

    private static CodeBuilder emitCompare(CodeBuilder code, ClassDesc owner, ClassDesc type) {
        return code.invokestatic(owner, "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type));
    }

    private void emitField(CodeBuilder code, int slot, Component component) {
        code.aload(slot).getfield(type, component.name(), component.type());
    }
}
