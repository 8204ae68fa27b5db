package ristretto.compiler.ir;

import java.lang.classfile.Attributes;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.StackMapFrameInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.SimpleVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.VerificationTypeInfo;
import java.lang.classfile.instruction.*;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Supplier;
import ristretto.compiler.Mode;
import ristretto.compiler.lowering.NullMessages;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaMethod;
import ristretto.compiler.model.Unsupported;

/**
 * One method's bytecode to one LLVM function. Locals and, between blocks, the operand stack live in stack slots, of which LLVM makes
 * registers. Control flow is here; what single instructions do is in the classes beside this one.
 */
final class MethodTranslator {
    private static final String ENTER = "Monitors.enter(Ljava/lang/Object;)";
    private static final String EXIT = "Monitors.exit(Ljava/lang/Object;)";

    final ModuleContext module;
    final JavaMethod method;
    final FunctionText text = new FunctionText();
    final Stack stack = new Stack();
    final Checks checks;
    final WriteBarrier barrier;
    /** Methods whose exceptions leave this one. */
    final Set<JavaMethod> callsThatEscape = new HashSet<>();
    /** Every method that may be called from here. */
    final Set<JavaMethod> callees = new LinkedHashSet<>();
    /** An exception made here leaves the method. */
    boolean throwsItself;

    private final Arithmetic arithmetic;
    private final MemberAccess members;
    private final ArrayAccess arrays;
    private final Calls calls;
    private final ArrayLocals arrayLocals;
    private final Map<Label, String> labels = new HashMap<>();
    private final Map<Label, StackMapFrameInfo> frames = new HashMap<>();
    /** For each label, the build-time objects on the stack of those who jump there. */
    private final Map<Label, Object[]> arriving = new HashMap<>();

    private final Set<Label> targets = new HashSet<>();
    private final Set<Label> handlers = new HashSet<>();
    private final List<ExceptionCatch> active = new ArrayList<>();
    private List<ExceptionCatch> catches = List.of();
    /** Instructions that a backward branch encloses. */
    private final BitSet inLoops = new BitSet();

    /** The names of values that are lengths of arrays. */
    private final Set<String> arrayLengths = new HashSet<>();

    private boolean reachable = true;
    /** The monitor of a synchronized method is held from here on. */
    private boolean isInside;

    private boolean selfIsStable = true;
    private int subprogram;
    private LocalScopes scopes;
    private int line;
    private int instructionIndex;
    private NullMessages nullMessages;

    MethodTranslator(ModuleContext module, JavaMethod method) {
        this.module = module;
        this.method = method;
        this.checks = new Checks(this);
        this.barrier = new WriteBarrier(this);
        this.arithmetic = new Arithmetic(this);
        this.members = new MemberAccess(this);
        this.arrays = new ArrayAccess(this);
        this.calls = new Calls(this);
        this.arrayLocals = new ArrayLocals(this);
    }

    List<ExceptionCatch> activeHandlers() {
        return active;
    }

    MemberAccess members() {
        return members;
    }

    ArrayAccess arrays() {
        return arrays;
    }

    Calls calls() {
        return calls;
    }

    int line() {
        return line;
    }

    String label(Label label) {
        return labels.computeIfAbsent(label, l -> "L" + labels.size());
    }

    /**
     * What HotSpot would say of a null here; null where it says nothing, or {@link Program#explainsNulls} is not so. A substitute's
     * code is not the JDK's, and knows nothing of what HotSpot would say.
     */
    String nullMessage() {
        boolean isOurs = method.owner.origin == JavaClass.Origin.SYSTEM || method.bodyOwner != method.owner;
        if (isOurs || !module.program().explainsNulls) {
            return null;
        }
        if (nullMessages == null) {
            nullMessages = NullMessages.of(method.model);
        }
        return nullMessages.describe(instructionIndex);
    }

    /** Not of a literal, which elsewhere may stand for something else: {@code new int[-1]} never gets as far as to have a length. */
    void noteLength(String value) {
        if (module.mode() == Mode.PROCESS && value.startsWith("%")) {
            arrayLengths.add(value);
        }
    }

    /** This instruction uses an array. */
    void noteArray(Operand array) {
        if (inLoops.get(instructionIndex)) {
            arrayLocals.used(array);
        }
    }

    /** See {@link ArrayLocals#found}. */
    BitSet arrayLocals() {
        return arrayLocals.found();
    }

    /** Writes an access to raw memory: if it faults, a trace shall name its line. The runtime's own accesses are trusted. */
    String atFaultingLocation(Supplier<String> access) {
        String before = text.location();
        if (!Metadata.isHidden(method)) {
            text.location(module.metadata().faultingLocation(scopes.current(), line));
        }
        String result = access.get();
        text.location(before);
        return result;
    }

    /** The function's text. */
    String translate() {
        subprogram = module.metadata().subprogram(method);
        scopes = new LocalScopes(module, method, subprogram);
        line = method.firstLine();
        if (method.unsupported != null) {
            text.location(module.metadata().location(subprogram, line));
            checks.fail(method.unsupported);
            return header() + " {\n" + text.body(parameters()) + "}\n";
        }
        prepare(method.model.code().orElseThrow());
        text.location(module.metadata().location(subprogram, line));
        if (inLoops.isEmpty() && selfIsStable) {
            barrier.beginConstructor();
        }
        String prologue = parameters();
        if (isInMonitor()) {
            stack.push(monitor());
            calls.call(module.support().get(ENTER));
            callees.add(module.support().get(EXIT));
            checks.endPrologue();
            isInside = true;
        }
        if (method.recurses) {
            checks.stackIsLeft();
        }
        for (CodeElement element : method.elements()) {
            switch (element) {
                case LabelTarget target -> {
                    atLabel(target.label());
                    scopes.at(target.label(), this::local);
                    text.location(module.metadata().location(scopes.current(), line));
                }
                case LineNumber number -> {
                    line = number.line();
                    text.location(module.metadata().location(scopes.current(), line));
                }
                case Instruction instruction -> {
                    Unsupported unsupported = method.unsupportedAt(instruction);
                    if (reachable && unsupported != null) {
                        checks.fail(unsupported);
                        endBlock();
                    } else if (reachable) {
                        translate(instruction);
                    }
                    instructionIndex++;
                }
                default -> {}
            }
        }
        if (reachable) {
            text.emit("unreachable");
        }
        return header() + " {\n" + text.body(prologue + scopes.declarations()) + "}\n";
    }

    private boolean isInMonitor() {
        return module.program().usesMonitors && method.isSynchronized();
    }

    /** The object whose monitor a synchronized method holds. */
    private Operand monitor() {
        return Operand.reference(method.isStatic() ? module.constants().classObject(method.owner) : "%p0");
    }

    /** Leaves the monitor of a synchronized method, before it returns or lets an exception through. */
    void exitMonitor() {
        if (isInside) {
            text.emit("call " + Types.result('V', module.support().get(EXIT).mayThrow) + " "
                    + Types.symbol(module.support().get(EXIT)) + "(" + monitor().typed() + ")");
        }
    }

    private String header() {
        StringJoiner parameters = new StringJoiner(", ", "(", ")");
        int index = 0;
        if (!method.isStatic()) {
            parameters.add("ptr " + (module.mode() == Mode.PROCESS ? "nonnull " : "") + "%p" + index++);
        }
        for (String parameter : Descriptors.parameters(method.descriptor)) {
            parameters.add(Types.of(Descriptors.kind(parameter)) + " %p" + index++);
        }
        String inlining =
                method.annotations.noInline() ? " noinline" : method.annotations.alwaysInline() ? " alwaysinline" : "";
        String nullIsValid = module.mode() == Mode.KERNEL ? " null_pointer_is_valid" : "";
        String size = method.bodyOwner.isRare() ? " minsize optsize noinline" : "";
        char kind = Descriptors.kind(Descriptors.result(method.descriptor));
        String convention = method.annotations.jump() ? JumpConvention.CONVENTION : "";
        String registers = method.annotations.jump() ? JumpConvention.ATTRIBUTES : "";
        return "define internal " + convention + Types.result(kind, method.mayThrow) + " " + Types.symbol(method)
                + parameters + " nounwind" + (size.isEmpty() ? inlining : size) + nullIsValid + registers
                + (method.annotations.tailCalls() ? " \"tail-calls\"" : "") + " #0" + " !dbg !" + subprogram;
    }

    private String parameters() {
        StringBuilder prologue = new StringBuilder();
        int slot = 0;
        int index = 0;
        List<String> types = new ArrayList<>(Descriptors.parameters(method.descriptor));
        if (!method.isStatic()) {
            types.addFirst("Ljava/lang/Object;");
        }
        for (String type : types) {
            char kind = Descriptors.kind(type);
            prologue.append("  store ")
                    .append(Types.of(kind))
                    .append(" %p")
                    .append(index++)
                    .append(", ptr ")
                    .append(local(slot, kind))
                    .append('\n');
            boolean self = index == 1 && !method.isStatic();
            arrayLocals.stored(
                    slot, new Operand(kind, "%p" + (index - 1), self, null, null).withType(kind == 'A' ? type : null));
            slot += Descriptors.slots(kind);
        }
        return prologue.toString();
    }

    /** Finds out where blocks begin, and with what on the stack. */
    private void prepare(CodeModel code) {
        catches = code.exceptionHandlers();
        catches.forEach(handler -> handlers.add(handler.handler()));
        targets.addAll(handlers);
        Map<Label, Integer> places = new HashMap<>();
        int place = 0;
        for (CodeElement element : method.elements()) {
            switch (element) {
                case LabelTarget target -> places.put(target.label(), place);
                case Instruction _ -> place++;
                default -> {}
            }
            switch (element) {
                case BranchInstruction branch -> {
                    targets.add(branch.target());
                    if (places.containsKey(branch.target())) {
                        inLoops.set(places.get(branch.target()), place);
                    }
                }
                case TableSwitchInstruction table -> {
                    targets.add(table.defaultTarget());
                    table.cases().forEach(c -> targets.add(c.target()));
                }
                case LookupSwitchInstruction lookup -> {
                    targets.add(lookup.defaultTarget());
                    lookup.cases().forEach(c -> targets.add(c.target()));
                }
                case StoreInstruction store -> selfIsStable &= store.slot() != 0;
                default -> {}
            }
        }
        code.findAttribute(Attributes.stackMapTable()).ifPresent(table -> {
            for (StackMapFrameInfo frame : table.entries()) {
                frames.put(frame.target(), frame);
            }
        });
    }

    private void atLabel(Label label) {
        active.removeIf(handler -> handler.tryEnd().equals(label));
        for (ExceptionCatch handler : catches) {
            if (handler.tryStart().equals(label) && !handler.tryEnd().equals(label)) {
                active.add(handler);
            }
        }
        active.sort(Comparator.comparingInt(catches::indexOf));
        if (!targets.contains(label)) {
            return;
        }
        if (reachable) {
            spill(label);
            text.jump(label(label));
        }
        text.label(label(label));
        reachable = true;
        stack.clear();
        StackMapFrameInfo frame = frames.get(label);
        arrayLocals.merged(frame == null ? null : frame.locals());
        if (handlers.contains(label)) {
            stack.push(Operand.reference(text.let("load ptr, ptr " + text.slot("%exception", "ptr")))
                    .withType("Ljava/lang/Throwable;"));
            return;
        }
        List<VerificationTypeInfo> operands = frame == null ? List.of() : frame.stack();
        for (int depth = 0; depth < operands.size(); depth++) {
            char kind = kind(operands.get(depth));
            String value = text.let("load " + Types.of(kind) + ", ptr " + spilled(depth, kind));
            stack.push(new Operand(kind, value, false, null, constantAt(label, depth))
                    .withType(ArrayLocals.typeOf(operands.get(depth))));
        }
    }

    private static char kind(VerificationTypeInfo type) {
        return switch (type) {
            case SimpleVerificationTypeInfo.INTEGER -> 'I';
            case SimpleVerificationTypeInfo.LONG -> 'J';
            case SimpleVerificationTypeInfo.FLOAT -> 'F';
            case SimpleVerificationTypeInfo.DOUBLE -> 'D';
            default -> 'A';
        };
    }

    private String local(int slot, char kind) {
        return text.slot("%l" + slot + kind, Types.of(kind));
    }

    private String spilled(int depth, char kind) {
        return text.slot("%s" + depth + kind, Types.of(kind));
    }

    /** Puts the operand stack where the block at this label finds it. */
    private void spill(Label target) {
        List<Operand> operands = stack.all();
        operands.forEach(barrier::escapes);
        Object[] constants = new Object[operands.size()];
        for (int depth = 0; depth < operands.size(); depth++) {
            Operand operand = operands.get(depth);
            text.emit("store " + operand.typed() + ", ptr " + spilled(depth, operand.kind()));
            constants[depth] = operand.constant();
        }
        Object[] before = arriving.putIfAbsent(target, constants);
        for (int depth = 0; before != null && depth < before.length; depth++) {
            before[depth] = before[depth] == constants[depth] ? before[depth] : null;
        }
    }

    /** The VarHandle that lies at this place of the stack wherever one comes from: javac puts the arguments of its call, and so whole blocks, above it. */
    private Object constantAt(Label label, int depth) {
        Object[] constants = arriving.get(label);
        return constants != null && constants[depth] instanceof VarHandle handle ? handle : null;
    }

    /** Something in this place is not supported, which only the translation can tell: what a handle is, for example. */
    void unsupported(String reason) {
        checks.fail(module.problems().add(method, line, reason));
        endBlock();
    }

    /** Ends the main line: what follows is reached by a label only. */
    void endBlock() {
        reachable = false;
    }

    /** Whether the method may end in this call, because it returns nothing and does nothing afterwards. */
    boolean mayEndIn(Instruction call) {
        if (!method.annotations.tailCalls() || !active.isEmpty() || isInside) {
            return false;
        }
        List<CodeElement> elements = method.elements();
        return elements.subList(elements.indexOf(call) + 1, elements.size()).stream()
                .filter(element -> element instanceof Instruction)
                .findFirst()
                .filter(next -> next instanceof ReturnInstruction ret && ret.opcode() == Opcode.RETURN)
                .isPresent();
    }

    private void translate(Instruction instruction) {
        switch (instruction) {
            case LoadInstruction load -> load(load);
            case StoreInstruction store -> {
                Operand value = stack.pop();
                barrier.escapes(value);
                text.emit("store " + value.typed() + ", ptr " + local(store.slot(), value.kind()));
                arrayLocals.stored(store.slot(), value);
            }
            case IncrementInstruction increment -> {
                String local = local(increment.slot(), 'I');
                String sum = text.let("add i32 " + text.let("load i32, ptr " + local) + ", " + increment.constant());
                text.emit("store i32 " + sum + ", ptr " + local);
            }
            case StackInstruction rearrange -> stack.rearrange(rearrange.opcode());
            case ConstantInstruction constant -> arithmetic.constant(constant);
            case ConvertInstruction convert -> arithmetic.convert(convert);
            case OperatorInstruction operator when operator.opcode() == Opcode.ARRAYLENGTH -> arrays.length();
            case OperatorInstruction operator -> arithmetic.operate(operator);
            case BranchInstruction branch -> branch(branch);
            case TableSwitchInstruction table -> selectCase(table.defaultTarget(), table.cases());
            case LookupSwitchInstruction lookup -> selectCase(lookup.defaultTarget(), lookup.cases());
            case ReturnInstruction ret -> returnValue(ret);
            case ThrowInstruction ignored -> {
                Operand exception = stack.pop();
                checks.notNull(exception);
                checks.raise(exception.text());
                endBlock();
            }
            case FieldInstruction field -> members.access(field);
            case InvokeInstruction invoke -> calls.invoke(invoke);
            case InvokeDynamicInstruction dynamic -> {
                JavaMethod site = module.program().callSite(dynamic);
                members.ensureInitialised(site.owner);
                calls.call(site);
            }
            case NewObjectInstruction create -> arrays.newObject(create);
            case NewPrimitiveArrayInstruction create -> arrays.newPrimitiveArray(create);
            case NewReferenceArrayInstruction create -> arrays.newReferenceArray(create);
            case NewMultiArrayInstruction create -> arrays.newMultiArray(create);
            case ArrayLoadInstruction load -> arrays.load(load.typeKind());
            case ArrayStoreInstruction store -> arrays.store(store.typeKind());
            case TypeCheckInstruction check -> members.typeCheck(check);
            case MonitorInstruction monitor -> {
                checks.notNull(stack.peek(0));
                if (module.program().usesMonitors) {
                    calls.call(module.support().get(monitor.opcode() == Opcode.MONITORENTER ? ENTER : EXIT));
                } else {
                    stack.pop();
                }
            }
            case NopInstruction ignored -> {}
            default -> unsupported("instruction " + instruction.opcode() + " is not supported");
        }
    }

    private void load(LoadInstruction load) {
        char kind = Descriptors.kind(load.typeKind().upperBound().descriptorString());
        boolean self = load.slot() == 0 && !method.isStatic() && selfIsStable;
        String value = text.let("load " + Types.of(kind) + ", ptr " + local(load.slot(), kind));
        if (self) {
            barrier.loadedSelf(value);
        }
        stack.push(arrayLocals.loaded(load.slot(), new Operand(kind, value, self, null, null)));
    }

    private void branch(BranchInstruction branch) {
        Opcode opcode = branch.opcode();
        if (opcode == Opcode.GOTO || opcode == Opcode.GOTO_W) {
            spill(branch.target());
            text.jump(label(branch.target()));
            endBlock();
            return;
        }
        LengthTest test = inLoops.get(instructionIndex) ? LengthTest.of(opcode, stack, arrayLengths) : null;
        String condition = test == null ? arithmetic.condition(opcode) : null;
        spill(branch.target());
        String next = text.newLabel("N");
        if (test != null) {
            test.write(text, label(branch.target()), next);
        } else {
            text.branch(condition, label(branch.target()), next);
        }
        text.label(next);
    }

    private void selectCase(Label otherwise, List<SwitchCase> cases) {
        Operand selector = stack.pop();
        spill(otherwise);
        cases.forEach(each -> spill(each.target()));
        StringBuilder table =
                new StringBuilder("switch i32 " + selector.text() + ", label %" + label(otherwise) + " [");
        for (SwitchCase each : cases) {
            table.append(" i32 ").append(each.caseValue()).append(", label %").append(label(each.target()));
        }
        text.emit(table.append(" ]").toString());
        endBlock();
    }

    private void returnValue(ReturnInstruction ret) {
        endBlock();
        exitMonitor();
        char kind = Descriptors.kind(Descriptors.result(method.descriptor));
        if (kind == 'V') {
            text.emit(method.mayThrow ? "ret ptr null" : "ret void");
            return;
        }
        Operand value = stack.pop();
        if (kind == 'I') {
            value = members.narrowed(Descriptors.result(method.descriptor), value);
        }
        if (!method.mayThrow) {
            text.emit("ret " + value.typed());
            return;
        }
        String type = Types.result(kind, true);
        String half = text.let("insertvalue " + type + " poison, " + value.typed() + ", 0");
        text.emit("ret " + type + " " + text.let("insertvalue " + type + " " + half + ", ptr null, 1"));
    }
}
