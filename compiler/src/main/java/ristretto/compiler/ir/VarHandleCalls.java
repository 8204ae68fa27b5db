package ristretto.compiler.ir;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import ristretto.compiler.analysis.VarHandles;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaField;

/**
 * Accesses through a VarHandle that is known at build time: of an instance field, of array elements, or of wider
 * numbers in a byte array. A process has one kernel
 * thread, which is switched away from with all its memory accesses done, so plain accesses are as good as atomic ones.
 */
final class VarHandleCalls {
    private final MethodTranslator method;
    private final ModuleContext module;
    private final FunctionText text;
    private final Stack stack;
    private final ByteViewCalls byteViews;

    VarHandleCalls(MethodTranslator method) {
        this.method = method;
        this.module = method.module;
        this.text = method.text;
        this.stack = method.stack;
        this.byteViews = new ByteViewCalls(method);
    }

    void access(VarHandle handle, String name, String descriptor) {
        if (ByteViewCalls.isByteView(handle) && ByteViewCalls.isSupported(name)) {
            byteViews.access(handle, name);
            return;
        }
        String type = handle.varType().descriptorString();
        boolean isArray = handle.coordinateTypes().size() == 2
                && handle.coordinateTypes().getFirst().componentType() == handle.varType();
        JavaField field = VarHandles.fieldOf(handle, module.world()).orElse(null);
        if (field == null && !isArray) {
            method.unsupported("this kind of VarHandle is not supported");
            return;
        }
        int coordinates = isArray ? 2 : 1;
        List<Operand> values = new ArrayList<>();
        for (int i = Descriptors.parameters(descriptor).size(); i > coordinates; i--) {
            values.addFirst(stack.pop());
        }
        String address = isArray ? element(type) : field(field);
        stack.pop();
        String alias = isArray
                ? module.metadata().aliasElement(type)
                : module.metadata().alias(field);
        access(name, type, address, alias, values);
        if (Descriptors.result(descriptor).equals("V") && !name.startsWith("set")) {
            stack.pop();
        }
    }

    private String element(String type) {
        Operand index = stack.pop();
        Operand array = stack.pop();
        method.checks.notNull(array);
        method.checks.arrayIndex(index, method.arrays().loadLength(array));
        return method.arrays().elementUnchecked(array.text(), index.text(), type);
    }

    private String field(JavaField field) {
        Operand object = stack.pop();
        method.checks.notNull(object);
        module.layout().bytes(field.owner);
        return text.let("getelementptr inbounds nuw i8, ptr " + object.text() + ", i64 " + field.offset);
    }

    private void access(String name, String type, String address, String alias, List<Operand> values) {
        MemberAccess members = method.members();
        values.forEach(method.barrier::escapes);
        if (!name.startsWith("get") || name.startsWith("getAnd")) {
            method.barrier.before(type, address);
        }
        if (name.startsWith("set")) {
            members.store(type, values.getFirst(), address, alias);
            return;
        }
        Operand old = members.loaded(type, address, alias);
        if (name.startsWith("getAnd")) {
            members.store(type, updated(name, old, values.getFirst()), address, alias);
            stack.push(old);
        } else if (name.startsWith("get")) {
            stack.push(old);
        } else if (name.startsWith("compareAndExchange") || name.contains("ompareAndSet")) {
            String compare = old.kind() == 'F' || old.kind() == 'D' ? "fcmp oeq " : "icmp eq ";
            String equal = text.let(compare + old.typed() + ", " + values.get(0).text());
            String chosen = text.let("select i1 " + equal + ", " + values.get(1).typed() + ", " + old.typed());
            members.store(type, new Operand(old.kind(), chosen), address, alias);
            stack.push(
                    name.startsWith("compareAndExchange")
                            ? old
                            : new Operand('I', text.let("zext i1 " + equal + " to i32")));
        } else {
            method.unsupported("VarHandle." + name + " is not supported");
        }
    }

    private Operand updated(String name, Operand old, Operand value) {
        String operation = name.startsWith("getAndSet")
                ? null
                : name.startsWith("getAndAdd")
                        ? "add"
                        : name.startsWith("getAndBitwiseOr")
                                ? "or"
                                : name.startsWith("getAndBitwiseAnd") ? "and" : "xor";
        return operation == null
                ? value
                : new Operand(old.kind(), text.let(operation + " " + old.typed() + ", " + value.text()));
    }
}
