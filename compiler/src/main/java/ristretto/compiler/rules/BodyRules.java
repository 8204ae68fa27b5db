package ristretto.compiler.rules;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
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

    private static final List<String> LOOP_BOUNDS = List.of("Lristretto/magic/LoopBound;", "Lristretto/sdk/LoopBound;");

    /** Where the runtime makes objects that no instruction shows. */
    private static final String HEAP = "ristretto/runtime/Heap";

    private final MethodModel method;
    private final List<CodeElement> elements;
    private final Set<Rule> rules;
    private final Predicate<String> isInitializedAtRunTime;
    private final Report report;
    private final Set<Label> bound = new HashSet<>();
    private final Set<Break> breaks = new LinkedHashSet<>();
    private int line;

    BodyRules(
            MethodModel method,
            List<CodeElement> elements,
            Set<Rule> rules,
            Predicate<String> isInitializedAtRunTime,
            Report report) {
        this.method = method;
        this.elements = elements;
        this.rules = rules;
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
            found(Rule.TAKES_MONITOR, "takes a monitor (synchronized method)");
        }
        if (FloatingPoint.isUsedBy(method.methodTypeSymbol())) {
            found(Rule.USES_FLOATING_POINT, "uses floating point (in its descriptor)");
        }
    }

    private void checkCode(CodeModel code) {
        boolean mayLoop = hasLoopBound();
        for (CodeElement element : elements) {
            switch (element) {
                case LineNumber number -> line = number.line();
                case LabelTarget target -> bound.add(target.label());
                case Instruction instruction -> {
                    checkInstruction(instruction);
                    if (!mayLoop && jumpsBack(instruction)) {
                        found(Rule.LOOPS_UNBOUNDED, "loops without @LoopBound");
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
                found(Rule.ALLOCATES, "allocates (new " + name(object.className()) + ")");
                checkInitializer(object.className());
            }
            case NewPrimitiveArrayInstruction array ->
                found(
                        Rule.ALLOCATES,
                        "allocates (new " + array.typeKind().upperBound().displayName() + "[])");
            case NewReferenceArrayInstruction array ->
                found(Rule.ALLOCATES, "allocates (new " + name(array.componentType()) + "[])");
            case NewMultiArrayInstruction array ->
                found(
                        Rule.ALLOCATES,
                        "allocates (new " + array.arrayType().asSymbol().displayName() + ")");
            case InvokeDynamicInstruction call ->
                found(Rule.ALLOCATES, "allocates (invokedynamic " + call.name().stringValue() + ")");
            case ThrowInstruction _ -> found(Rule.THROWS, "throws");
            case MonitorInstruction _ -> found(Rule.TAKES_MONITOR, "takes a monitor (synchronized block)");
            case FieldInstruction field -> checkField(field);
            case InvokeInstruction call -> checkCall(call);
            default -> {}
        }
        if (FloatingPoint.isUsedBy(instruction)) {
            found(Rule.USES_FLOATING_POINT, "uses floating point");
        }
    }

    private void checkCall(InvokeInstruction call) {
        if (call.opcode() != Opcode.INVOKESTATIC) {
            return;
        }
        checkInitializer(call.owner());
        boolean allocates = call.owner().asInternalName().equals(HEAP)
                && call.name().stringValue().startsWith("allocate");
        if (allocates) {
            found(Rule.ALLOCATES, "allocates (of the heap)");
        }
    }

    private void checkField(FieldInstruction field) {
        switch (field.opcode()) {
            case GETSTATIC -> checkInitializer(field.owner());
            case PUTSTATIC -> {
                checkInitializer(field.owner());
                if (!method.methodName().equalsString("<clinit>")) {
                    found(
                            Rule.WRITES_STATIC_FIELD,
                            "writes the static field " + name(field.owner()) + "."
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
            found(Rule.RUNS_INITIALISER, "runs the class initialiser of " + name(owner));
        }
    }

    private void checkHandler(CodeModel code, ExceptionCatch handler) {
        line = SourceLines.lineAt(code, handler.handler());
        String caught =
                handler.catchType().map(BodyRules::name).orElse("anything, for a finally or synchronized block");
        found(Rule.CATCHES, "catches " + caught);
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
                .anyMatch(annotation ->
                        LOOP_BOUNDS.contains(annotation.className().stringValue()));
    }

    private void found(Rule rule, String reason) {
        if (rules.contains(rule)) {
            breaks.add(new Break(line, reason));
        }
    }

    private static String name(ClassEntry type) {
        String name = type.asInternalName().replace('/', '.');
        return name.startsWith("[") ? type.asSymbol().displayName() : name;
    }
}
