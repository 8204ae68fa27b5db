package ristretto.compiler.lowering;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * Pattern switches ({@code java.lang.runtime.SwitchBootstraps}): a chain of tests, entered at the label where a failed
 * guard resumes. The result is the index of the first label that matches, the number of labels if none does, -1 for
 * null.
 *
 * <p>An enum's class is read only after an object of it was seen, so no test initialises a class. The restart index is
 * not checked: only compiled switches pass it.
 */
final class SwitchLowering {
    private static final int SELECTOR = 0;
    private static final int RESTART = 1;

    private final ClassDesc selectorType;
    private final List<SwitchLabel> labels;

    private SwitchLowering(ClassDesc selectorType, List<SwitchLabel> labels) {
        this.selectorType = selectorType;
        this.labels = labels;
    }

    static byte[] lowerTypes(ClassDesc site, InvokeDynamicInstruction instruction) throws UnsupportedSite {
        ClassDesc selector = instruction.typeSymbol().parameterType(SELECTOR);
        if (selector.isPrimitive() && SwitchLabel.allAre(selector, instruction.bootstrapArgs())) {
            return lowerPrimitive(site, instruction.typeSymbol());
        }
        List<SwitchLabel> labels = new ArrayList<>();
        for (ConstantDesc argument : instruction.bootstrapArgs()) {
            labels.add(SwitchLabel.of(argument, instruction));
        }
        return lower(site, instruction, labels);
    }

    /** A component of a record pattern: each label is the type that the value has, so the next one always matches. */
    private static byte[] lowerPrimitive(ClassDesc site, MethodTypeDesc type) {
        int restart = TypeKind.from(type.parameterType(SELECTOR)).slotSize();
        return SiteClass.build(site, type, code -> code.iload(restart).ireturn());
    }

    /** Here a string is the name of a constant of the selector's own enum. */
    static byte[] lowerEnum(ClassDesc site, InvokeDynamicInstruction instruction) throws UnsupportedSite {
        ClassDesc enumType = instruction.typeSymbol().parameterType(SELECTOR);
        List<SwitchLabel> labels = new ArrayList<>();
        for (ConstantDesc argument : instruction.bootstrapArgs()) {
            labels.add(
                    argument instanceof String name
                            ? new SwitchLabel.OfEnum(enumType, name)
                            : SwitchLabel.of(argument, instruction));
        }
        return lower(site, instruction, labels);
    }

    private static byte[] lower(ClassDesc site, InvokeDynamicInstruction instruction, List<SwitchLabel> labels)
            throws UnsupportedSite {
        MethodTypeDesc type = instruction.typeSymbol();
        ClassDesc selector = type.parameterType(SELECTOR);
        if (selector.isPrimitive()) {
            if (!labels.stream().allMatch(new SwitchLabel.OfType(selector)::equals)) {
                throw new UnsupportedSite(instruction, "a selector of primitive type is a preview feature");
            }
            return SiteClass.build(site, type, code -> emitMatch(code, selector));
        }
        return SiteClass.build(site, type, new SwitchLowering(type.parameterType(SELECTOR), labels)::emit);
    }

    /** A record's component of primitive type, in a pattern of just that type: the label at which to go on matches. */
    private static void emitMatch(CodeBuilder code, ClassDesc selector) {
        code.iload(TypeKind.from(selector).slotSize()).ireturn();
    }

    private void emit(CodeBuilder code) {
        Label isNull = code.newLabel();
        Label none = code.newLabel();
        List<Label> tests = labels.stream().map(label -> code.newLabel()).toList();
        code.aload(SELECTOR).ifnull(isNull);
        if (labels.size() > 1) {
            List<SwitchCase> entries = new ArrayList<>();
            for (int index = 0; index < labels.size(); index++) {
                entries.add(SwitchCase.of(index, tests.get(index)));
            }
            code.iload(RESTART).tableswitch(0, labels.size() - 1, none, entries);
        } else {
            code.iload(RESTART).ifne(none);
        }
        for (int index = 0; index < labels.size(); index++) {
            Label next = index + 1 < labels.size() ? tests.get(index + 1) : none;
            code.labelBinding(tests.get(index));
            emitTest(code, labels.get(index), next);
            code.loadConstant(index).ireturn();
        }
        code.labelBinding(none).loadConstant(labels.size()).ireturn();
        code.labelBinding(isNull).iconst_m1().ireturn();
    }

    /** Goes on if the label matches, to {@code next} if not. */
    private void emitTest(CodeBuilder code, SwitchLabel label, Label next) {
        switch (label) {
            case SwitchLabel.OfType(ClassDesc type) -> emitTypeTest(code, type, next);
            case SwitchLabel.OfString(String text) ->
                code.loadConstant(text)
                        .aload(SELECTOR)
                        .invokevirtual(
                                ConstantDescs.CD_String,
                                "equals",
                                MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object))
                        .ifeq(next);
            case SwitchLabel.OfNumber(int value) -> emitNumberTest(code, value, next);
            case SwitchLabel.OfEnum(ClassDesc type, String name) -> {
                emitTypeTest(code, type, next);
                code.aload(SELECTOR).getstatic(type, name, type).if_acmpne(next);
            }
        }
    }

    private void emitTypeTest(CodeBuilder code, ClassDesc type, Label next) {
        if (!type.equals(selectorType)) {
            code.aload(SELECTOR).instanceOf(type).ifeq(next);
        }
    }

    private void emitNumberTest(CodeBuilder code, int value, Label next) {
        Label notInteger = code.newLabel();
        Label matches = code.newLabel();
        if (!selectorType.equals(ConstantDescs.CD_Character)) {
            emitTypeTest(code, ConstantDescs.CD_Integer, notInteger);
            emitValue(code, ConstantDescs.CD_Integer, ConstantDescs.CD_int);
            code.loadConstant(value).if_icmpne(next);
            if (!selectorType.equals(ConstantDescs.CD_Integer)) {
                code.goto_(matches);
            }
        }
        code.labelBinding(notInteger);
        if (!selectorType.equals(ConstantDescs.CD_Integer)) {
            emitTypeTest(code, ConstantDescs.CD_Character, next);
            emitValue(code, ConstantDescs.CD_Character, ConstantDescs.CD_char);
            code.loadConstant(value).if_icmpne(next);
        }
        code.labelBinding(matches);
    }

    private void emitValue(CodeBuilder code, ClassDesc box, ClassDesc primitive) {
        code.aload(SELECTOR);
        if (!selectorType.equals(box)) {
            code.checkcast(box);
        }
        code.invokevirtual(box, primitive.displayName() + "Value", MethodTypeDesc.of(primitive));
    }
}
