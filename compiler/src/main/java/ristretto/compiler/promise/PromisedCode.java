package ristretto.compiler.promise;

import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ristretto.compiler.analysis.CallGraph;
import ristretto.compiler.analysis.Program;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaMethod;
import ristretto.compiler.rules.CheckedProgram;

/** All that one method may reach while nothing is thrown. */
final class PromisedCode implements CheckedProgram<JavaMethod> {
    private final Program program;
    private final CallGraph calls;
    private final JavaMethod entry;
    private final Map<JavaMethod, List<CodeElement>> elements = new HashMap<>();

    PromisedCode(Program program, JavaMethod entry) {
        this.program = program;
        this.calls = new CallGraph(program);
        this.entry = entry;
    }

    @Override
    public List<JavaMethod> entryPoints() {
        return List.of(entry);
    }

    @Override
    public List<JavaMethod> callees(JavaMethod method) {
        return isCompiled(method) ? calls.callees(ThrowingCode.without(method.elements())) : List.of();
    }

    /** What stands in an intrinsic method is for the JVM: here it is an instruction. */
    private boolean isCompiled(JavaMethod method) {
        return program.methods.contains(method);
    }

    @Override
    public Optional<MethodModel> body(JavaMethod method) {
        return isCompiled(method) ? Optional.of(method.model) : Optional.empty();
    }

    /** A call site that makes no object, such as a lambda that captures nothing, counts as the call that it was lowered to. */
    @Override
    public List<CodeElement> elements(JavaMethod method) {
        if (!isCompiled(method)) {
            return List.of();
        }
        return elements.computeIfAbsent(method, m -> ThrowingCode.without(m.elements()).stream()
                .filter(element -> !(element instanceof InvokeDynamicInstruction site) || makesObject(site))
                .toList());
    }

    private boolean makesObject(InvokeDynamicInstruction site) {
        JavaMethod lowered = program.callSite(site);
        return lowered == null || lowered.elements().stream().anyMatch(NewObjectInstruction.class::isInstance);
    }

    /** Before the method runs its own class, and those that are initialised before it, have been initialised. */
    @Override
    public boolean isInitializedAtRunTime(String className) {
        JavaClass type = program.world.get(className);
        return type.initialisedAtRunTime && !entry.owner.isSubclassOf(type);
    }
}
