package ristretto.compiler.analysis;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaMethod;

/** Who calls whom in the closed world, once reachability has found it. Class initialisers and what the compiler calls by itself are not in it. */
public final class CallGraph {
    private final Program program;

    public CallGraph(Program program) {
        this.program = program;
    }

    /** Every method that some of these instructions may call, after virtual calls were narrowed to their possible targets. */
    public List<JavaMethod> callees(List<CodeElement> elements) {
        Set<JavaMethod> callees = new LinkedHashSet<>();
        for (CodeElement element : elements) {
            switch (element) {
                case InvokeInstruction invoke when program.namedClass(invoke) != null -> {}
                case InvokeInstruction invoke
                when program.callSite(invoke) != null -> callees.add(program.callSite(invoke));
                case InvokeInstruction invoke -> add(invoke, callees);
                case InvokeDynamicInstruction dynamic -> callees.add(program.callSite(dynamic));
                default -> {}
            }
        }
        callees.remove(null);
        return List.copyOf(callees);
    }

    private void add(InvokeInstruction invoke, Set<JavaMethod> callees) {
        JavaClass owner = program.world.get(invoke.owner().asInternalName());
        String name = invoke.name().stringValue();
        String descriptor = invoke.type().stringValue();
        JavaMethod target = program.world.resolve(owner, name, descriptor);
        boolean isDirect = invoke.opcode() == Opcode.INVOKESTATIC
                || invoke.opcode() == Opcode.INVOKESPECIAL
                || target != null && target.isPrivate();
        if (isDirect) {
            addTarget(target, callees);
        } else {
            program.targets(new VirtualCall(owner, target)).forEach(each -> addTarget(each, callees));
        }
    }

    /** A substitute's alias stands for another method, or for a field, which is no call. */
    private void addTarget(JavaMethod target, Set<JavaMethod> callees) {
        Alias alias = target == null ? null : program.alias(target);
        if (alias == null) {
            callees.add(target);
        } else if (alias.isVirtualCall()) {
            callees.addAll(program.targets(alias.virtualCall()));
        } else if (alias.method() != null) {
            callees.add(alias.method());
        }
    }
}
