package ristretto.compiler.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import ristretto.compiler.Mode;
import ristretto.compiler.link.MachineCode;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaField;
import ristretto.compiler.model.JavaMethod;

/** Calls that are instructions: the methods of {@code ristretto.magic}, and the JDK's that have no body in Java. */
final class MagicCalls {
    private static final String BARRIER = "call void asm sideeffect \"\", \"~{memory}\"()";
    /** Everything before is done, at memory and devices, before everything after. */
    private static final String IO_FENCE = "call void asm sideeffect \"fence iorw, iorw\", \"~{memory}\"()";

    private static final int LINUX_ARGUMENTS = 6;

    private final MethodTranslator method;
    private final ModuleContext module;
    private final FunctionText text;
    private final Stack stack;

    MagicCalls(MethodTranslator method) {
        this.method = method;
        this.module = method.module;
        this.text = method.text;
        this.stack = method.stack;
    }

    void call(JavaMethod target) {
        String owner = target.owner.name.substring(target.owner.name.lastIndexOf('/') + 1);
        switch (owner) {
            case "Memory" -> memory(target);
            case "Device" -> device(target.name);
            case "SharedMemory" -> shared(target.name);
            case "SystemCall" -> systemCall(target);
            case "Machine" -> machine(target);
            case "LinuxCall" -> linuxCall();
            case "StackFrame" -> stackFrame(target.name);
            case "Functions" -> functionCall();
            default -> leaf(owner + "." + target.name, target);
        }
    }

    private String pointer(Operand address) {
        return text.let("inttoptr i64 " + address.text() + " to ptr");
    }

    private void memory(JavaMethod target) {
        switch (target.name) {
            case "loadByte" -> load("i8", "");
            case "loadShort" -> load("i16", "");
            case "loadInt" -> load("i32", "");
            case "loadLong" -> load("i64", "");
            case "storeByte" -> store("i8", "");
            case "storeShort" -> store("i16", "");
            case "storeInt" -> store("i32", "");
            case "storeLong" -> store("i64", "");
            case "zero" -> {
                Operand bytes = stack.pop();
                text.emit("call void @llvm.memset.p0.i64(ptr " + pointer(stack.pop()) + ", i8 0, " + bytes.typed()
                        + ", i1 false)");
            }
            case "copy", "move" -> {
                Operand bytes = stack.pop();
                String to = pointer(stack.pop());
                String from = pointer(stack.pop());
                String name = target.name.equals("copy") ? "memcpy" : "memmove";
                text.emit("call void @llvm." + name + ".p0.p0.i64(ptr " + to + ", ptr " + from + ", " + bytes.typed()
                        + ", i1 false)");
            }
            case "place" -> place();
            case "forget" -> stack.pop();
            case "objectAt", "bare" -> {
                String object = object(pointer(stack.pop()));
                stack.push(new Operand('A', object, false, null, stack.pop().literal()));
            }
            case "as" -> {
                Operand object = stack.pop();
                stack.push(
                        new Operand('A', object.text(), false, null, stack.pop().literal()));
            }
            case "destroy" -> {
                stack.pop();
                text.emit(BARRIER);
            }
            case "addressOf" ->
                stack.push('J', text.let("ptrtoint ptr " + stack.pop().text() + " to i64"));
            case "sizeOf" -> stack.push('J', Integer.toString(module.layout().bytes(literal(target))));
            case "symbol" -> {
                String name = module.constants().external((String) stack.pop().constant());
                stack.push('J', text.let("ptrtoint ptr " + name + " to i64"));
            }
            case "barrier" -> text.emit(BARRIER);
            default -> unsupported(target);
        }
    }

    /** Lengths and classes of objects are read as constants, so what made this one through raw memory must be done before. */
    private String object(String pointer) {
        return module.mode() == Mode.KERNEL
                ? pointer
                : text.let("call ptr asm sideeffect \"\", \"=r,0,~{memory}\"(ptr " + pointer + ")");
    }

    private void load(String type, String volatility) {
        String address = pointer(stack.pop());
        String value = method.atFaultingLocation(() -> text.let("load " + volatility + type + ", ptr " + address));
        boolean narrow = type.equals("i8") || type.equals("i16");
        stack.push(type.equals("i64") ? 'J' : 'I', narrow ? text.let("zext " + type + " " + value + " to i32") : value);
    }

    private void store(String type, String volatility) {
        Operand value = stack.pop();
        String address = pointer(stack.pop());
        boolean narrow = type.equals("i8") || type.equals("i16");
        String stored = narrow ? text.let("trunc i32 " + value.text() + " to " + type) : value.text();
        method.atFaultingLocation(() -> {
            text.emit("store " + volatility + type + " " + stored + ", ptr " + address);
            return address;
        });
    }

    /** Memory becomes an object: nothing that touched it before may move behind this, nothing that touches the object in front of it. */
    private void place() {
        String address = pointer(stack.pop());
        JavaClass type = stack.pop().literal();
        if (type == null) {
            module.problems().add(method.method, method.line(), "Memory.place needs a class literal");
            stack.push('A', "null");
            return;
        }
        text.emit(BARRIER);
        text.emit("call void @llvm.memset.p0.i64(ptr align 8 " + address + ", i8 0, i64 "
                + module.layout().bytes(type) + ", i1 false)");
        text.emit("store ptr " + Types.descriptor(type) + ", ptr " + address);
        text.emit(BARRIER);
        stack.push(new Operand('A', address, true, null, type));
    }

    private JavaClass literal(JavaMethod target) {
        JavaClass type = stack.pop().literal();
        if (type == null) {
            module.problems().add(method.method, method.line(), target.name + " needs a class literal");
            return module.world().get("java/lang/Object");
        }
        return type;
    }

    /** LLVM's {@code unordered} accesses are what is wanted of plain ones: each happens once and whole, and may be moved. */
    private void shared(String name) {
        switch (name) {
            case "loadLong" -> sharedLoad("unordered");
            case "loadAcquire" -> sharedLoad("acquire");
            case "storeLong" -> sharedStore("unordered");
            case "storeRelease" -> sharedStore("release");
            case "fence" -> text.emit("fence seq_cst");
            default -> throw new IllegalArgumentException(name);
        }
    }

    private void sharedLoad(String order) {
        String address = pointer(stack.pop());
        stack.push(
                'J',
                method.atFaultingLocation(
                        () -> text.let("load atomic i64, ptr " + address + " " + order + ", align 8")));
    }

    private void sharedStore(String order) {
        Operand value = stack.pop();
        String address = pointer(stack.pop());
        method.atFaultingLocation(() -> {
            text.emit("store atomic i64 " + value.text() + ", ptr " + address + " " + order + ", align 8");
            return address;
        });
    }

    private void device(String name) {
        text.emit(IO_FENCE);
        switch (name) {
            case "loadByte" -> load("i8", "volatile ");
            case "loadInt" -> load("i32", "volatile ");
            case "storeByte" -> store("i8", "volatile ");
            case "storeInt" -> store("i32", "volatile ");
            default -> throw new IllegalArgumentException(name);
        }
        text.emit(IO_FENCE);
    }

    /** Registers of a system call, in the order of the operands of {@code ecall}. */
    private static final List<String> IN =
            List.of("t0", "t1", "t2", "t3", "t4", "a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7");

    private static final List<String> OUT = List.of("t0", "t1", "t2", "a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7");

    /** What the kernel leaves behind in t3 and t4 is nobody's. */
    private static final List<String> LOST = List.of("t3", "t4");

    private void systemCall(JavaMethod target) {
        if (!target.name.equals("trap")) {
            shortSystemCall(target.name);
            return;
        }
        Operand registers = stack.pop();
        Map<String, String> addresses = new TreeMap<>();
        for (JavaField field : module.layout().stored(module.world().get("ristretto/magic/CallRegisters"))) {
            addresses.put(
                    field.name,
                    text.let("getelementptr inbounds i8, ptr " + registers.text() + ", i64 " + field.offset));
        }
        StringBuilder constraints = new StringBuilder();
        OUT.forEach(register -> constraints.append("={").append(register).append("},"));
        LOST.forEach(register -> constraints.append("={").append(register).append("},"));
        StringBuilder arguments = new StringBuilder();
        for (String register : IN) {
            constraints.append('{').append(register).append("},");
            String value = text.let("load i64, ptr " + addresses.get(register));
            arguments.append(arguments.isEmpty() ? "" : ", ").append("i64 ").append(value);
        }
        String type = "{ " + String.join(", ", Collections.nCopies(OUT.size() + LOST.size(), "i64")) + " }";
        String result = text.let(
                "call " + type + " asm sideeffect \"ecall\", \"" + constraints + "~{memory}\"(" + arguments + ")");
        for (int i = 0; i < OUT.size(); i++) {
            String value = text.let("extractvalue " + type + " " + result + ", " + i);
            text.emit("store i64 " + value + ", ptr " + addresses.get(OUT.get(i)));
        }
    }

    private static final String WORDS = ",~{a0},~{a1},~{a2},~{a3},~{a4},~{a5},~{a6},~{a7}";

    /** Calls with no words, whose stubs are nothing but the registers that they need. */
    private void shortSystemCall(String name) {
        switch (name) {
            case "callEmpty" -> {
                String tag = stack.pop().text();
                ecall("i64 " + stack.pop().text() + ", i64 " + tag + ", i64 0, i64 0, i64 0", WORDS, 0);
            }
            case "replyReceiveEmpty" -> {
                String reply = stack.pop().text();
                String tag = stack.pop().text();
                ecall("i64 " + stack.pop().text() + ", i64 " + tag + ", i64 " + reply + ", i64 1, i64 0", WORDS, 1);
            }
            case "callFour" -> words(4, 0);
            case "callEight" -> words(8, 0);
            case "replyReceiveEight" -> words(8, 1);
            case "signal" -> ecall("i64 " + stack.pop().text() + ", i64 0, i64 0, i64 4, i64 0", "", 0);
            case "yield" -> {
                ecall("i64 0, i64 0, i64 0, i64 7, i64 0", "", 0);
                stack.pop();
            }
            case "await" -> {
                String returned = text.let("call { i64, i64 } asm sideeffect \"ecall\","
                        + " \"={t0},={a0},{t0},{t3},{t4},{a0},~{t1},~{t2},~{a1},~{memory}\"(i64 "
                        + stack.pop().text() + ", i64 5, i64 0, i64 0)");
                String status = text.let("extractvalue { i64, i64 } " + returned + ", 0");
                String refused = text.let("icmp ne i64 " + status + ", 0");
                String bits = text.let("extractvalue { i64, i64 } " + returned + ", 1");
                stack.push('J', text.let("select i1 " + refused + ", i64 0, i64 " + bits));
            }
            default -> throw new IllegalArgumentException(name);
        }
    }

    /** CALL (0) or REPLY_RECEIVE (1), answering the status or the tag, with the message's first words. */
    private void words(int count, int number) {
        StringBuilder outputs = new StringBuilder("={t0},={t1},={t2},={t3},={t4}");
        StringBuilder inputs = new StringBuilder(",{t0},{t1},{t2},{t3},{t4}");
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.addFirst("i64 " + stack.pop().text());
        }
        String reply = number == 1 ? stack.pop().text() : "0";
        String tag = stack.pop().text();
        String capability = stack.pop().text();
        for (int i = 0; i < 8; i++) {
            outputs.append(",={a").append(i).append('}');
            inputs.append(i < count ? ",{a" + i + "}" : "");
        }
        String type = "{ " + String.join(", ", Collections.nCopies(13, "i64")) + " }";
        String returned = text.let("call " + type + " asm sideeffect \"ecall\", \"" + outputs + inputs
                + ",~{memory}\"(i64 " + capability + ", i64 " + tag + ", i64 " + reply + ", i64 " + number + ", i64 0, "
                + String.join(", ", values) + ")");
        stack.push('J', text.let("extractvalue " + type + " " + returned + ", " + number));
    }

    /** Arguments are those of t0 to t4; the result is that of t0, t1 or t2. */
    private void ecall(String arguments, String clobbered, int result) {
        String returned = text.let("call { i64, i64, i64, i64, i64 } asm sideeffect \"ecall\","
                + " \"={t0},={t1},={t2},={t3},={t4},{t0},{t1},{t2},{t3},{t4}" + clobbered + ",~{memory}\"(" + arguments
                + ")");
        stack.push('J', text.let("extractvalue { i64, i64, i64, i64, i64 } " + returned + ", " + result));
    }

    private void machine(JavaMethod target) {
        String name = target.name;
        switch (name) {
            case "readTime" -> read("time");
            case "readInstret" -> read("instret");
            case "fenceI" -> instruction("fence.i");
            case "sfenceVma" -> instruction("sfence.vma");
            case "waitForInterrupt" -> instruction("wfi");
            case "illegalInstruction" -> instruction("unimp");
            case "sfenceVmaAsid" ->
                text.emit("call void asm sideeffect \"sfence.vma zero, $0\", \"r,~{memory}\"("
                        + stack.pop().typed() + ")");
            case "sfenceVmaPage" -> {
                Operand asid = stack.pop();
                text.emit("call void asm sideeffect \"sfence.vma $0, $1\", \"r,r,~{memory}\"("
                        + stack.pop().typed() + ", " + asid.typed() + ")");
            }
            case "firmwareCall" -> firmwareCall();
            default -> {
                String register =
                        name.substring(name.startsWith("read") ? 4 : 5).toLowerCase();
                if (name.startsWith("read")) {
                    read(register);
                } else {
                    String number = register.equals("stimecmp") ? "0x14d" : register;
                    text.emit("call void asm sideeffect \"csrw " + number + ", $0\", \"r,~{memory}\"("
                            + stack.pop().typed() + ")");
                }
            }
        }
    }

    private void linuxCall() {
        List<Operand> arguments = new ArrayList<>();
        for (int i = 0; i <= LINUX_ARGUMENTS; i++) {
            arguments.addFirst(stack.pop());
        }
        StringJoiner typed = new StringJoiner(", ", "(", ")");
        arguments.forEach(argument -> typed.add(argument.typed()));
        stack.push(
                'J',
                text.let("call i64 asm sideeffect "
                        + module.program().target.code().linuxCall() + typed));
    }

    private void stackFrame(String name) {
        if (name.equals("current")) {
            String frame = text.let("call ptr @llvm.frameaddress.p0(i32 0)");
            stack.push('J', text.let("ptrtoint ptr " + frame + " to i64"));
            return;
        }
        MachineCode code = module.program().target.code();
        int offset = name.equals("caller") ? code.callerOffset() : code.returnAddressOffset();
        String address = text.let("add i64 " + stack.pop().text() + ", " + offset);
        stack.push('J', text.let("load i64, ptr " + text.let("inttoptr i64 " + address + " to ptr")));
    }

    private void read(String register) {
        stack.push('J', text.let("call i64 asm sideeffect \"csrr $0, " + register + "\", \"=r,~{memory}\"()"));
    }

    private void instruction(String instruction) {
        text.emit("call void asm sideeffect \"" + instruction + "\", \"~{memory}\"()");
    }

    private void firmwareCall() {
        Operand argument1 = stack.pop();
        Operand argument0 = stack.pop();
        Operand function = stack.pop();
        Operand extension = stack.pop();
        String returned =
                text.let("call { i64, i64 } asm sideeffect \"ecall\", \"={a0},={a1},{a0},{a1},{a6},{a7},~{memory}\"("
                        + argument0.typed() + ", " + argument1.typed() + ", " + function.typed() + ", "
                        + extension.typed() + ")");
        stack.push('J', text.let("extractvalue { i64, i64 } " + returned + ", 0"));
    }

    /** Calls a function by its address; it answers an object and an exception. */
    private void functionCall() {
        String returned = text.let("call { ptr, ptr } " + pointer(stack.pop()) + "()");
        method.throwsItself |= !Checks.handlesAll(method.activeHandlers());
        method.checks.afterCall(text.let("extractvalue { ptr, ptr } " + returned + ", 1"));
        stack.push('A', text.let("extractvalue { ptr, ptr } " + returned + ", 0"));
    }

    private void leaf(String name, JavaMethod target) {
        switch (name) {
            case "Float.floatToRawIntBits" ->
                stack.push('I', text.let("bitcast float " + stack.pop().text() + " to i32"));
            case "Float.intBitsToFloat" ->
                stack.push('F', text.let("bitcast i32 " + stack.pop().text() + " to float"));
            case "Double.doubleToRawLongBits" ->
                stack.push('J', text.let("bitcast double " + stack.pop().text() + " to i64"));
            case "Double.longBitsToDouble" ->
                stack.push('D', text.let("bitcast i64 " + stack.pop().text() + " to double"));
            case "Math.sqrt", "StrictMath.sqrt" ->
                stack.push(
                        'D',
                        text.let("call double @llvm.sqrt.f64(double "
                                + stack.pop().text() + ")"));
            case "Math.multiplyHigh" -> multiplyHigh("sext");
            case "Math.unsignedMultiplyHigh" -> multiplyHigh("zext");
            case "Class.desiredAssertionStatus" -> {
                stack.pop();
                stack.push('I', "0");
            }
            default -> unsupported(target);
        }
    }

    private void multiplyHigh(String extension) {
        String right = text.let(extension + " i64 " + stack.pop().text() + " to i128");
        String left = text.let(extension + " i64 " + stack.pop().text() + " to i128");
        String high = text.let("lshr i128 " + text.let("mul i128 " + left + ", " + right) + ", 64");
        stack.push('J', text.let("trunc i128 " + high + " to i64"));
    }

    private void unsupported(JavaMethod target) {
        module.problems()
                .add(method.method, method.line(), "the compiler has no instructions for " + target.displayName());
        Descriptors.parameters(target.descriptor).forEach(p -> stack.pop());
        char kind = Descriptors.kind(Descriptors.result(target.descriptor));
        if (kind != 'V') {
            stack.push(kind, kind == 'A' ? "null" : "zeroinitializer");
        }
    }
}
