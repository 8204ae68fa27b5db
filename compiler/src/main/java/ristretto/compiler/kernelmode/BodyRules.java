package ristretto.compiler.kernelmode;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The rules that one method's body obeys or breaks by itself. Each break is reported once per line. */
final class BodyRules {
    interface Report {
        /**
         * @param line 0 if the whole method is at fault
         */
        void violation(int line, String reason);
    }

    private record Break(int line, String reason) {}

    private static final String LOOP_BOUND = "Lristretto/magic/LoopBound;";

    private final MethodModel method;
    private final Predicate<String> isInitializedAtRunTime;
    private final Report report;
    private final Set<Label> bound = new HashSet<>();
    private final Set<Break> breaks = new LinkedHashSet<>();
    private int line;

    BodyRules(MethodModel method, Predicate<String> isInitializedAtRunTime, Report report) {
        this.method = method;
        this.isInitializedAtRunTime = isInitializedAtRunTime;
        this.report = report;
    }

    void apply() {
        checkDeclaration();
        method.code().ifPresent(this::checkCode);
        breaks.forEach(one -> report.violation(one.line(), one.reason()));
    }

    private void checkDeclaration() {
        if ((method.flags().flagsMask() & ClassFile.ACC_SYNCHRONIZED) != 0) {
            found("takes a monitor (synchronized method)");
        }
        if (FloatingPoint.isUsedBy(method.methodTypeSymbol())) {
            found("uses floating point (in its descriptor)");
        }
    }

    private void checkCode(CodeModel code) {
        boolean mayLoop = hasLoopBound();
        for (CodeElement element : code.elementList()) {
            switch (element) {
                case LineNumber number -> line = number.line();
                case LabelTarget target -> bound.add(target.label());
                case Instruction instruction -> {
                    checkInstruction(instruction);
                    if (!mayLoop && jumpsBack(instruction)) {
                        found("loops without @LoopBound");
                    }
                }
                default -> {}
            }
        }
        code.exceptionHandlers().forEach(handler -> checkHandler(code, handler));
    }

    private void checkInstruction(Instruction instruction) {
        switch (instruction) {
            case NewObjectInstruction object -> {
                found("allocates (new " + name(object.className()) + ")");
                checkInitializer(object.className());
            }
            case NewPrimitiveArrayInstruction array ->
                found("allocates (new " + array.typeKind().upperBound().displayName() + "[])");
            case NewReferenceArrayInstruction array -> found("allocates (new " + name(array.componentType()) + "[])");
            case NewMultiArrayInstruction array ->
                found("allocates (new " + array.arrayType().asSymbol().displayName() + ")");
            case InvokeDynamicInstruction call ->
                found("allocates (invokedynamic " + call.name().stringValue() + ")");
            case ThrowInstruction _ -> found("throws");
            case MonitorInstruction _ -> found("takes a monitor (synchronized block)");
            case FieldInstruction field -> checkField(field);
            case InvokeInstruction call -> {
                switch (call.opcode()) {
                    case INVOKESTATIC -> checkInitializer(call.owner());
                    default -> {}
                }
            }
            default -> {}
        }
        if (FloatingPoint.isUsedBy(instruction)) {
            found("uses floating point");
        }
    }

    private void checkField(FieldInstruction field) {
        switch (field.opcode()) {
            case GETSTATIC -> checkInitializer(field.owner());
            case PUTSTATIC -> {
                checkInitializer(field.owner());
                if (!method.methodName().equalsString("<clinit>")) {
                    found("writes the static field " + name(field.owner()) + "."
                            + field.name().stringValue());
                }
            }
            default -> {}
        }
    }

    /** A class is initialised before its own methods run, so only foreign owners count. */
    private void checkInitializer(ClassEntry owner) {
        boolean own = method.parent()
                .map(parent -> parent.thisClass().asInternalName().equals(owner.asInternalName()))
                .orElse(false);
        if (!own && isInitializedAtRunTime.test(owner.asInternalName())) {
            found("runs the class initialiser of " + name(owner));
        }
    }

    private void checkHandler(CodeModel code, ExceptionCatch handler) {
        line = SourceLines.lineAt(code, handler.handler());
        String caught =
                handler.catchType().map(BodyRules::name).orElse("anything, for a finally or synchronized block");
        found("catches " + caught);
    }

    /** Every cycle in the code has a jump to a label that lies before it. */
    private boolean jumpsBack(Instruction instruction) {
        return switch (instruction) {
            case BranchInstruction branch -> bound.contains(branch.target());
            case TableSwitchInstruction table -> jumpsBack(table.defaultTarget(), table.cases());
            case LookupSwitchInstruction lookup -> jumpsBack(lookup.defaultTarget(), lookup.cases());
            default -> false;
        };
    }

    private boolean jumpsBack(Label defaultTarget, List<SwitchCase> cases) {
        return bound.contains(defaultTarget) || cases.stream().anyMatch(one -> bound.contains(one.target()));
    }

    private boolean hasLoopBound() {
        return method.findAttribute(Attributes.runtimeInvisibleAnnotations()).stream()
                .flatMap(attribute -> attribute.annotations().stream())
                .anyMatch(annotation -> annotation.className().equalsString(LOOP_BOUND));
    }

    private void found(String reason) {
        breaks.add(new Break(line, reason));
    }

    private static String name(ClassEntry type) {
        String name = type.asInternalName().replace('/', '.');
        return name.startsWith("[") ? type.asSymbol().displayName() : name;
    }
}
