package ristretto.compiler.analysis;

import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ristretto.compiler.kernelmode.KernelProgram;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaMethod;

/** The kernel's call graph, as the kernel-mode check wants to see it. */
public final class KernelCalls implements KernelProgram<JavaMethod> {
    private final Program program;
    private final List<JavaMethod> entryPoints;

    public KernelCalls(Program program, Iterable<JavaMethod> support) {
        this.program = program;
        this.entryPoints = new ArrayList<>(program.exports);
        support.forEach(entryPoints::add);
    }

    @Override
    public List<JavaMethod> entryPoints() {
        return entryPoints;
    }

    @Override
    public List<JavaMethod> callees(JavaMethod method) {
        List<JavaMethod> callees = new ArrayList<>();
        for (CodeElement element : method.elements()) {
            if (element instanceof InvokeInstruction invoke) {
                add(invoke, callees);
            }
        }
        return callees;
    }

    private void add(InvokeInstruction invoke, List<JavaMethod> callees) {
        JavaClass owner = program.world.get(invoke.owner().asInternalName());
        String name = invoke.name().stringValue();
        String descriptor = invoke.type().stringValue();
        JavaMethod target = program.world.resolve(owner, name, descriptor);
        boolean isDirect = invoke.opcode() == Opcode.INVOKESTATIC
                || invoke.opcode() == Opcode.INVOKESPECIAL
                || target != null && target.isPrivate();
        if (isDirect) {
            callees.add(target);
        } else {
            callees.addAll(program.targets(new VirtualCall(owner, target)));
        }
    }

    @Override
    public Optional<MethodModel> body(JavaMethod method) {
        boolean isCompiled = program.methods.contains(method);
        return isCompiled ? Optional.of(method.model) : Optional.empty();
    }

    @Override
    public boolean isInitializedAtRunTime(String className) {
        return program.world.get(className).initialisedAtRunTime;
    }
}
