package ristretto.compiler.ir;

import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import ristretto.compiler.Mode;
import ristretto.compiler.analysis.Alias;
import ristretto.compiler.analysis.Intrinsics;
import ristretto.compiler.analysis.VirtualCall;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaMethod;
import ristretto.magic.ObjectLayout;

/** Method calls: which function, through which table, and what to do with an exception that comes back. */
final class Calls {
    private final MethodTranslator method;
    private final ModuleContext module;
    private final FunctionText text;
    private final Stack stack;
    private final MagicCalls magic;
    private final VarHandleCalls varHandles;
    /** The method returns what the present call throws, or nothing, and does nothing afterwards. */
    private boolean endsMethod;

    Calls(MethodTranslator method) {
        this.method = method;
        this.module = method.module;
        this.text = method.text;
        this.stack = method.stack;
        this.magic = new MagicCalls(method);
        this.varHandles = new VarHandleCalls(method);
    }

    void invoke(InvokeInstruction invoke) {
        endsMethod = method.mayEndIn(invoke);
        emit(invoke);
        endsMethod = false;
    }

    private void emit(InvokeInstruction invoke) {
        JavaClass named = module.program().namedClass(invoke);
        if (named != null) {
            stack.pop();
            method.members().ensureInitialised(named);
            stack.push(module.constants().operand(named));
            return;
        }
        JavaMethod site = module.program().callSite(invoke);
        if (site != null) {
            call(site);
            return;
        }
        JavaClass owner = module.world().get(invoke.owner().asInternalName());
        String name = invoke.name().stringValue();
        String descriptor = invoke.type().stringValue();
        int parameters = Descriptors.parameters(descriptor).size();
        if (owner.name.equals("java/lang/invoke/VarHandle") && invoke.opcode() == Opcode.INVOKEVIRTUAL) {
            if (stack.peek(parameters).constant() instanceof VarHandle handle) {
                varHandles.access(handle, name, descriptor);
                return;
            }
        }
        JavaMethod target = module.world().resolve(owner, name, descriptor);
        if (target == null) {
            method.unsupported("VarHandles built at run time are not supported");
            return;
        }
        if (invoke.opcode() == Opcode.INVOKESTATIC) {
            if (!Intrinsics.isIntrinsic(target) && !Alias.isAlias(target)) {
                method.members().ensureInitialised(target.owner);
            }
            call(target);
            return;
        }
        Operand receiver = stack.peek(parameters);
        method.checks.notNull(receiver);
        if (invoke.opcode() == Opcode.INVOKESPECIAL || target.isPrivate()) {
            call(target);
        } else {
            virtual(new VirtualCall(owner, target), receiver);
        }
    }

    private void virtual(VirtualCall call, Operand receiver) {
        Set<JavaMethod> targets = module.program().targets(call);
        if (targets.isEmpty()) {
            nobodyThere();
        } else if (targets.size() == 1) {
            call(targets.iterator().next());
        } else {
            String table = text.let(
                    "load ptr, ptr " + receiver.text() + module.metadata().aliasHeader());
            long offset = ObjectLayout.CLASS_METHODS + 8L * module.tables().index(call.selector());
            String entry = text.let("getelementptr inbounds i8, ptr " + table + ", i64 " + offset);
            String function = text.let("load ptr, ptr " + entry + ", !invariant.load !8");
            method.callees.addAll(targets);
            boolean mayThrow = module.mode() == Mode.PROCESS;
            if (mayThrow) {
                escapes(targets.iterator().next());
            }
            emitCall(call.method(), function, mayThrow);
        }
    }

    /** No object of such a class is ever made: the reference was null, which the check before has dealt with. */
    private void nobodyThere() {
        if (module.mode() == Mode.KERNEL) {
            text.emit("call void " + Types.symbol(module.support().get("Checks.unreachable()"))
                    + "() noreturn nomerge cold");
        }
        text.emit("unreachable");
        method.endBlock();
    }

    /** Calls exactly this method, with its arguments from the stack. */
    void call(JavaMethod target) {
        if (Intrinsics.isIntrinsic(target)) {
            magic.call(target);
            return;
        }
        Alias alias = module.program().alias(target);
        if (alias != null && alias.field() != null) {
            accessField(alias);
        } else if (alias != null && alias.isVirtualCall()) {
            Operand receiver =
                    stack.peek(Descriptors.parameters(alias.method().descriptor).size());
            method.checks.notNull(receiver);
            virtual(alias.virtualCall(), receiver);
        } else if (alias != null && alias.creates()) {
            create(alias.method());
        } else if (alias != null) {
            call(alias.method());
        } else if (target.isAssembly()) {
            boolean mayThrow = target.annotations.assemblyMayThrow();
            method.throwsItself |= mayThrow && !Checks.handlesAll(method.activeHandlers());
            emitCall(target, Types.quoted(target.annotations.assembly()), mayThrow);
        } else if (target.isAbstract()) {
            nobodyThere();
        } else {
            escapes(target);
            int bytes = PrimitiveCopy.elementBytes(target, stack);
            if (bytes != 0) {
                emitCall(target, PrimitiveCopy.FUNCTION, true, ", i64 " + bytes);
            } else {
                emitCall(target, Types.symbol(target), target.mayThrow);
            }
        }
    }

    /** Makes an object and calls this constructor with the arguments that are on the stack. */
    private void create(JavaMethod constructor) {
        List<Operand> arguments = new ArrayList<>();
        for (int i = Descriptors.parameters(constructor.descriptor).size(); i > 0; i--) {
            arguments.addFirst(stack.pop());
        }
        method.arrays().newObject(constructor.owner);
        Operand object = stack.peek(0);
        arguments.forEach(stack::push);
        call(constructor);
        stack.push(object);
    }

    private void escapes(JavaMethod target) {
        method.callees.add(target);
        if (!Checks.handlesAll(method.activeHandlers())) {
            method.callsThatEscape.add(target);
        }
    }

    private void accessField(Alias alias) {
        Operand value = alias.writes() ? stack.pop() : null;
        if (alias.field().isStatic) {
            if (alias.writes()) {
                method.members().putStatic(alias.field(), value);
            } else {
                method.members().getStatic(alias.field());
            }
            return;
        }
        Operand self = stack.pop();
        if (alias.writes()) {
            method.members().put(alias.field(), self, value);
        } else {
            method.members().get(alias.field(), self);
        }
    }

    private void emitCall(JavaMethod signature, String function, boolean mayThrow) {
        emitCall(signature, function, mayThrow, "");
    }

    /** @param more arguments beside those on the stack */
    private void emitCall(JavaMethod signature, String function, boolean mayThrow, String more) {
        int count = Descriptors.parameters(signature.descriptor).size() + (signature.isStatic() ? 0 : 1);
        List<Operand> operands = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            operands.addFirst(stack.pop());
        }
        method.barrier.call(signature, operands);
        StringJoiner arguments = new StringJoiner(", ", "(", more + ")");
        operands.forEach(operand -> arguments.add(operand.typed()));
        char kind = Descriptors.kind(Descriptors.result(signature.descriptor));
        String how = signature.annotations.jump() ? "musttail call " + JumpConvention.CONVENTION : "call ";
        String call = how + Types.result(kind, mayThrow) + " " + function + arguments + ownPlace();
        if (!mayThrow) {
            if (kind == 'V') {
                text.emit(call);
            } else {
                stack.push(result(signature, text.let(call)));
            }
            return;
        }
        String returned = text.let(call);
        if (kind == 'V' && endsMethod) {
            text.emit("ret ptr " + returned);
            method.endBlock();
            return;
        }
        String type = Types.result(kind, true);
        method.checks.afterCall(kind == 'V' ? returned : text.let("extractvalue " + type + " " + returned + ", 1"));
        if (kind != 'V') {
            stack.push(result(signature, text.let("extractvalue " + type + " " + returned + ", 0")));
        }
    }

    /** Two calls on different lines that LLVM made one would stand on none in a stack trace. In the kernel nobody sees that. */
    private String ownPlace() {
        return module.mode() == Mode.PROCESS ? " nomerge" : "";
    }

    private static Operand result(JavaMethod signature, String value) {
        String type = Descriptors.result(signature.descriptor);
        Operand result = new Operand(Descriptors.kind(type), value);
        return result.withType(type);
    }
}
