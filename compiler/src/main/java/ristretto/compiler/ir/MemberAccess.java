package ristretto.compiler.ir;

import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import ristretto.compiler.Mode;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaField;

/** Fields and type tests. */
final class MemberAccess {
    private final MethodTranslator method;
    private final ModuleContext module;
    private final FunctionText text;
    private final Stack stack;

    MemberAccess(MethodTranslator method) {
        this.method = method;
        this.module = method.module;
        this.text = method.text;
        this.stack = method.stack;
    }

    void access(FieldInstruction access) {
        JavaClass owner = module.world().get(access.owner().asInternalName());
        JavaField field = module.world().resolveField(owner, access.name().stringValue());
        switch (access.opcode()) {
            case GETSTATIC -> getStatic(field);
            case PUTSTATIC -> putStatic(field, stack.pop());
            case GETFIELD -> get(field, stack.pop());
            case PUTFIELD -> {
                Operand value = stack.pop();
                put(field, stack.pop(), value);
            }
            default -> throw new IllegalArgumentException(access.opcode().toString());
        }
    }

    void getStatic(JavaField field) {
        ensureInitialised(field.owner);
        String address = module.constants().staticField(field);
        Operand value = loaded(field.descriptor, address, module.metadata().alias(field));
        Object known = field.isFinal && !field.written ? module.program().heap.staticValue(field) : null;
        stack.push(new Operand(value.kind(), value.text(), known != null && value.kind() == 'A', null, known)
                .withType(value.type()));
    }

    void putStatic(JavaField field, Operand value) {
        ensureInitialised(field.owner);
        method.barrier.escapes(value);
        if (field.read) {
            if (!field.hasNoWriteBarrier) {
                method.barrier.before(field.descriptor, module.constants().staticField(field));
            }
            store(
                    field.descriptor,
                    value,
                    module.constants().staticField(field),
                    module.metadata().alias(field));
        }
    }

    void get(JavaField field, Operand object) {
        method.checks.notNull(object);
        stack.push(loaded(
                field.descriptor, address(field, object), module.metadata().alias(field)));
    }

    void put(JavaField field, Operand object, Operand value) {
        method.checks.notNull(object);
        method.barrier.escapes(value);
        module.layout().bytes(field.owner);
        if (field.offset >= 0) {
            String address = address(field, object);
            if (!field.hasNoWriteBarrier && !method.barrier.isFirstStore(object, field)) {
                method.barrier.before(field.descriptor, address);
            }
            store(field.descriptor, value, address, module.metadata().alias(field));
        }
    }

    private String address(JavaField field, Operand object) {
        module.layout().bytes(field.owner);
        return text.let("getelementptr inbounds nuw i8, ptr " + object.text() + ", i64 " + field.offset);
    }

    /** Loads a value of a field's or element's type, widened as the operand stack has it. */
    Operand loaded(String descriptor, String address, String alias) {
        String type = Types.inMemory(descriptor);
        String value = text.let("load " + type + ", ptr " + address + alias);
        return switch (descriptor.charAt(0)) {
            case 'Z', 'C' -> new Operand('I', text.let("zext " + type + " " + value + " to i32"));
            case 'B', 'S' -> new Operand('I', text.let("sext " + type + " " + value + " to i32"));
            case 'L', '[' -> new Operand('A', value).withType(descriptor);
            default -> new Operand(Descriptors.kind(descriptor), value);
        };
    }

    void store(String descriptor, Operand value, String address, String alias) {
        String type = Types.inMemory(descriptor);
        boolean narrow = type.equals("i8") || type.equals("i16");
        Operand fitting = descriptor.equals("Z") ? narrowed(descriptor, value) : value;
        String stored = narrow ? text.let("trunc i32 " + fitting.text() + " to " + type) : fitting.text();
        text.emit("store " + type + " " + stored + ", ptr " + address + alias);
    }

    /**
     * An int as what a field, element or result of a smaller type holds of it (JVM specification, putfield, bastore and ireturn). Compilers of Java never
     * leave more than that on the stack, others may. The kernel is compiled by such a one.
     */
    Operand narrowed(String descriptor, Operand value) {
        if (value.isLiteral() && (value.text().equals("0") || value.text().equals("1"))
                || descriptor.equals(value.type())
                || module.mode() != Mode.PROCESS) {
            return value;
        }
        String narrow =
                switch (descriptor.charAt(0)) {
                    case 'Z' -> text.let("and i32 " + value.text() + ", 1");
                    case 'B' -> text.let("sext i8 " + text.let("trunc i32 " + value.text() + " to i8") + " to i32");
                    case 'S' -> text.let("sext i16 " + text.let("trunc i32 " + value.text() + " to i16") + " to i32");
                    case 'C' -> text.let("zext i16 " + text.let("trunc i32 " + value.text() + " to i16") + " to i32");
                    default -> value.text();
                };
        return new Operand(value.kind(), narrow).withType(value.type());
    }

    /** Runs the class's initialiser if this may be the first use of the class (JVM specification 5.5). */
    void ensureInitialised(JavaClass used) {
        JavaClass type = module.initialisedFirst(used);
        if (type == null || isUnderWay(type)) {
            return;
        }
        String state = text.let("load i8, ptr " + Types.state(type));
        String rare = text.newLabel("R");
        String next = text.newLabel("N");
        text.branch(text.let("icmp eq i8 " + state + ", 1"), next, rare);
        text.rarely(() -> {
            text.label(rare);
            String exception = text.let("call ptr " + Types.initialise(type) + "() cold");
            String failed = text.newLabel("R");
            text.branch(text.let("icmp eq ptr " + exception + ", null"), next, failed);
            text.label(failed);
            method.checks.raise(exception);
        });
        text.label(next);
    }

    /** Code of the class and its subclasses runs after its initialisation began; code of those that implement an interface need not. */
    private boolean isUnderWay(JavaClass type) {
        JavaClass own = method.method.bodyOwner;
        return own == type || !type.isInterface && own.isSubclassOf(type);
    }

    void typeCheck(TypeCheckInstruction check) {
        JavaClass type = module.world().get(check.type().asInternalName());
        Operand object = stack.pop();
        if (check.opcode() == Opcode.CHECKCAST) {
            stack.push(object.withType(type.isArray() ? type.name : "L" + type.name + ";"));
            boolean known = type.superclass == null
                    || object.literal() != null && type.name.equals("java/lang/Class")
                    || object.constant() == type
                    || object.text().equals("null");
            if (!known) {
                cast(object, type);
            }
            return;
        }
        String is = type.superclass == null
                ? text.let("icmp ne ptr " + object.text() + ", null")
                : text.let("call zeroext i1 " + module.typeTests().of(type) + "(ptr " + object.text() + ")");
        stack.push('I', text.let("zext i1 " + is + " to i32"));
    }

    private void cast(Operand object, JavaClass type) {
        String is = text.let("call zeroext i1 " + module.typeTests().of(type) + "(ptr " + object.text() + ")");
        String isNot = text.let("xor i1 " + is + ", true");
        String bad = object.nonNull()
                ? isNot
                : text.let("and i1 " + isNot + ", " + text.let("icmp ne ptr " + object.text() + ", null"));
        method.checks.classCast(bad, object, type);
    }
}
