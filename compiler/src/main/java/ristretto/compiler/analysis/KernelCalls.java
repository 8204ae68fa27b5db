package ristretto.compiler.analysis;

import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ristretto.compiler.model.JavaMethod;
import ristretto.compiler.rules.CheckedProgram;

/** The kernel's call graph, as the kernel-mode check wants to see it. */
public final class KernelCalls implements CheckedProgram<JavaMethod> {
    private final Program program;
    private final CallGraph calls;
    private final List<JavaMethod> entryPoints;

    public KernelCalls(Program program, Iterable<JavaMethod> support) {
        this.program = program;
        this.calls = new CallGraph(program);
        this.entryPoints = new ArrayList<>(program.exports);
        support.forEach(entryPoints::add);
    }

    @Override
    public List<JavaMethod> entryPoints() {
        return entryPoints;
    }

    @Override
    public List<JavaMethod> callees(JavaMethod method) {
        return calls.callees(elements(method));
    }

    @Override
    public Optional<MethodModel> body(JavaMethod method) {
        boolean isCompiled = program.methods.contains(method);
        return isCompiled ? Optional.of(method.model) : Optional.empty();
    }

    @Override
    public List<CodeElement> elements(JavaMethod method) {
        return method.elements();
    }

    @Override
    public boolean isInitializedAtRunTime(String className) {
        return program.world.get(className).initialisedAtRunTime;
    }
}
