package ristretto.compiler.ir;

import java.lang.classfile.instruction.ExceptionCatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import ristretto.compiler.Mode;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaField;
import ristretto.compiler.model.JavaMethod;
import ristretto.compiler.model.Unsupported;

/**
 * Implicit checks and the way of an exception inside one method. In a process a failed check makes the exception and goes to the
 * handlers that cover the instruction, or leaves the method with it; in the kernel it is a panic.
 */
final class Checks {
    private final MethodTranslator method;
    private final FunctionText text;
    private final ModuleContext module;
    private final Map<List<ExceptionCatch>, String> dispatchers = new HashMap<>();
    private final Map<String, String> shared = new HashMap<>();

    Checks(MethodTranslator method) {
        this.method = method;
        this.text = method.text;
        this.module = method.module;
    }

    /** What was raised so far left the method before it had entered its monitor; from now on an exception has to leave that too. */
    void endPrologue() {
        dispatchers.clear();
        shared.clear();
    }

    private boolean inKernel() {
        return module.mode() == Mode.KERNEL;
    }

    /** A null reference stops here; in the kernel the access itself traps, because page 0 is never mapped. */
    void notNull(Operand reference) {
        if (reference.nonNull() || inKernel()) {
            return;
        }
        String bad = text.let("icmp eq ptr " + reference.text() + ", null");
        String message = method.nullMessage();
        if (message == null) {
            guardShared(bad, "nullPointer()");
        } else {
            guard(
                    bad,
                    "nullPointer(Ljava/lang/String;)",
                    () -> "ptr " + module.constants().string(message));
        }
    }

    /** The stack grows down to a limit that leaves room for methods that do not recurse, and for making the error. */
    void stackIsLeft() {
        JavaField limit = module.world().get(Support.STACK_LIMIT).fields.get("limit");
        String lowest = text.let("load i64, ptr " + module.constants().staticField(limit));
        String frame = text.let("call ptr @llvm.frameaddress.p0(i32 0)");
        String address = text.let("ptrtoint ptr " + frame + " to i64");
        guardShared(text.let("icmp ult i64 " + address + ", " + lowest), "stackOverflow()");
    }

    void arrayIndex(Operand index, String length) {
        String bad = text.let("icmp uge i32 " + index.text() + ", " + length);
        guard(bad, "arrayIndex(II)", () -> "i32 " + index.text() + ", i32 " + length);
    }

    /** As {@code Objects.checkIndex}: the length may be negative. */
    void index(Operand index, String length) {
        String negative = text.let("icmp slt i32 " + index.text() + ", 0");
        String beyond = text.let("icmp sge i32 " + index.text() + ", " + length);
        guard(
                text.let("or i1 " + negative + ", " + beyond),
                "index(II)",
                () -> "i32 " + index.text() + ", i32 " + length);
    }

    /** The same for an array of which a length is known that is 0 for null. */
    void arrayIndexOrNull(Operand array, Operand index) {
        String length = array.length();
        String bad = text.let("icmp uge i32 " + index.text() + ", " + length);
        String rare = text.newLabel("R");
        text.branchRarely(bad, rare);
        text.rarely(() -> {
            text.label(rare);
            notNull(array);
            raise(text.let("call nonnull ptr " + Types.quoted("raise:arrayIndex(II)") + "(i32 " + index.text()
                    + ", i32 " + length + ") nomerge cold"));
        });
    }

    void divisor(Operand divisor) {
        if (!divisor.isNonZeroLiteral()) {
            guardShared(text.let("icmp eq " + Types.of(divisor.kind()) + " " + divisor.text() + ", 0"), "division()");
        }
    }

    void classCast(String bad, Operand object, JavaClass target) {
        if (inKernel()) {
            guardShared(bad, "classCast()");
            return;
        }
        guard(
                bad,
                "classCast(Ljava/lang/Object;J)",
                () -> "ptr " + object.text() + ", i64 ptrtoint (ptr "
                        + module.constants().descriptor(target) + " to i64)");
    }

    void arrayStore(String bad, Operand value) {
        guard(bad, "arrayStore(Ljava/lang/Object;)", () -> "ptr " + value.text());
    }

    void arraySize(Operand length) {
        if (!length.isLiteral() || length.text().startsWith("-")) {
            String bad = text.let("icmp slt i32 " + length.text() + ", 0");
            guard(bad, "negativeArraySize(I)", () -> "i32 " + length.text());
        }
    }

    void allocated(String address) {
        guardShared(text.let("icmp eq i64 " + address + ", 0"), "outOfMemory()");
    }

    private void guard(String bad, String support, Supplier<String> arguments) {
        String rare = text.newLabel("R");
        text.branchRarely(bad, rare);
        text.rarely(() -> fail(rare, support, arguments.get()));
    }

    /** Checks of one kind on one line that go to the same handlers share their block. */
    private void guardShared(String bad, String support) {
        String key = support + "@" + text.location() + "@" + (inKernel() ? "" : dispatcher());
        String rare = shared.get(key);
        if (rare == null) {
            rare = text.newLabel("R");
            shared.put(key, rare);
            String label = rare;
            text.rarely(() -> fail(label, support, ""));
        }
        text.branchRarely(bad, rare);
    }

    private void fail(String label, String support, String arguments) {
        text.label(label);
        if (inKernel()) {
            JavaMethod check = module.support().get("Checks." + support);
            text.emit("call void " + Types.symbol(check) + "(" + arguments + ") noreturn nomerge cold");
            text.emit("unreachable");
            return;
        }
        raise(text.let("call nonnull ptr " + Types.quoted("raise:" + support) + "(" + arguments + ") nomerge cold"));
    }

    /** Throws what stands for something that is not supported. */
    void fail(Unsupported unsupported) {
        String support = unsupported.isMissingClass() ? "missingClass" : "unsupported";
        String call = "call nonnull ptr " + Types.quoted("raise:" + support + "(Ljava/lang/String;)");
        raise(text.let(call + "(ptr " + module.constants().string(unsupported.message()) + ") nomerge cold"));
    }

    /** Delivers an exception to the handlers of the current instruction. */
    void raise(String exception) {
        text.emit("store ptr " + exception + ", ptr " + text.slot("%exception", "ptr"));
        text.jump(dispatcher());
        if (!handlesAll(method.activeHandlers())) {
            method.throwsItself = true;
        }
    }

    static boolean handlesAll(List<ExceptionCatch> handlers) {
        return handlers.stream().anyMatch(handler -> handler.catchType().isEmpty());
    }

    /** Where a called method returned an exception, delivers it. */
    void afterCall(String exception) {
        String rare = text.newLabel("R");
        text.branchRarely(text.let("icmp ne ptr " + exception + ", null"), rare);
        text.rarely(() -> {
            text.label(rare);
            text.emit("store ptr " + exception + ", ptr " + text.slot("%exception", "ptr"));
            text.jump(dispatcher());
        });
    }

    /** Label of the block that finds the handler among those that cover the current instruction. */
    private String dispatcher() {
        List<ExceptionCatch> handlers = List.copyOf(method.activeHandlers());
        String known = dispatchers.get(handlers);
        if (known != null) {
            return known;
        }
        String label = text.newLabel("D");
        dispatchers.put(handlers, label);
        text.rarely(() -> dispatch(label, handlers));
        return label;
    }

    private void dispatch(String label, List<ExceptionCatch> handlers) {
        text.label(label);
        String exception = text.let("load ptr, ptr " + text.slot("%exception", "ptr"));
        for (ExceptionCatch handler : handlers) {
            if (handler.catchType().isEmpty()) {
                text.jump(method.label(handler.handler()));
                return;
            }
            JavaClass type = module.world().find(handler.catchType().get().asInternalName());
            if (type == null) {
                continue;
            }
            if (type.name.equals("java/lang/Throwable")) {
                text.jump(method.label(handler.handler()));
                return;
            }
            String matches = text.let("call zeroext i1 " + module.typeTests().of(type) + "(ptr " + exception + ")");
            String next = text.newLabel("D");
            text.branch(matches, method.label(handler.handler()), next);
            text.label(next);
        }
        leave(exception);
    }

    private void leave(String exception) {
        char kind = Descriptors.kind(Descriptors.result(method.method.descriptor));
        if (method.method.mayThrow) {
            method.exitMonitor();
        }
        if (!method.method.mayThrow) {
            text.emit("unreachable");
        } else if (kind == 'V') {
            text.emit("ret ptr " + exception);
        } else {
            String type = Types.result(kind, true);
            String both = text.let("insertvalue " + type + " poison, ptr " + exception + ", 1");
            text.emit("ret " + type + " " + both);
        }
    }
}
