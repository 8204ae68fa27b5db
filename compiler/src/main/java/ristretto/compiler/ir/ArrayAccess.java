package ristretto.compiler.ir;

import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import ristretto.compiler.Mode;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaClass;
import ristretto.magic.ObjectLayout;

/** Arrays, and the making of objects. */
final class ArrayAccess {
    private final MethodTranslator method;
    private final ModuleContext module;
    private final FunctionText text;
    private final Stack stack;

    ArrayAccess(MethodTranslator method) {
        this.method = method;
        this.module = method.module;
        this.text = method.text;
        this.stack = method.stack;
    }

    void length() {
        Operand array = stack.pop();
        method.checks.notNull(array);
        method.noteArray(array);
        String length = array.length() != null ? array.length() : loadLength(array);
        method.noteLength(length);
        stack.push('I', length);
    }

    /** Never negative, and the same as long as the array lives. */
    String loadLength(Operand array) {
        String address =
                text.let("getelementptr inbounds nuw i8, ptr " + array.text() + ", i64 " + ObjectLayout.ARRAY_LENGTH);
        return text.let("load i32, ptr " + address + module.metadata().aliasLength());
    }

    /** Address of an element, once array and index are checked. */
    private String element(Operand array, Operand index, String descriptor) {
        method.noteArray(array);
        if (array.length() != null) {
            method.checks.arrayIndexOrNull(array, index);
        } else {
            method.checks.notNull(array);
            method.checks.arrayIndex(index, loadLength(array));
        }
        return elementUnchecked(array.text(), index.text(), descriptor);
    }

    /** The index was checked, so it is not negative, and where a register holds it sign-extended it needs no extension. */
    String elementUnchecked(String array, String index, String descriptor) {
        String data = text.let("getelementptr inbounds nuw i8, ptr " + array + ", i64 " + ObjectLayout.ARRAY_DATA);
        String wide = text.let("zext nneg i32 " + index + " to i64");
        return text.let("getelementptr inbounds nuw " + Types.inMemory(descriptor) + ", ptr " + data + ", i64 " + wide);
    }

    /** Byte and boolean arrays share their instructions, and their representation. */
    private static String descriptor(TypeKind kind) {
        return kind == TypeKind.REFERENCE
                ? "Ljava/lang/Object;"
                : kind == TypeKind.BOOLEAN ? "B" : kind.upperBound().descriptorString();
    }

    void load(TypeKind kind) {
        String descriptor = descriptor(kind);
        Operand index = stack.pop();
        Operand array = stack.pop();
        String address = element(array, index, descriptor);
        Operand value =
                method.members().loaded(descriptor, address, module.metadata().aliasElement(descriptor));
        boolean isReference = value.kind() == 'A';
        stack.push(isReference ? value.withType(array.isArray() ? array.type().substring(1) : null) : value);
    }

    void store(TypeKind kind) {
        String descriptor = descriptor(kind);
        Operand value = stack.pop();
        Operand index = stack.pop();
        Operand array = stack.pop();
        String address = element(array, index, descriptor);
        if (kind == TypeKind.REFERENCE && module.mode() == Mode.PROCESS) {
            checkStore(array, value);
        }
        method.barrier.escapes(value);
        if (!method.barrier.isFirstStore(array, index)) {
            method.barrier.before(descriptor, address);
        }
        if ("[Z".equals(array.type())) {
            value = method.members().narrowed("Z", value);
        }
        method.members().store(descriptor, value, address, module.metadata().aliasElement(descriptor));
    }

    private void checkStore(Operand array, Operand value) {
        if (value.text().equals("null")) {
            return;
        }
        String allowed =
                text.let("call zeroext i1 @\"array store\"(ptr " + array.text() + ", ptr " + value.text() + ")");
        method.checks.arrayStore(text.let("xor i1 " + allowed + ", true"), value);
    }

    void newObject(NewObjectInstruction create) {
        newObject(module.world().get(create.className().asInternalName()));
    }

    void newObject(JavaClass type) {
        method.members().ensureInitialised(type);
        stack.push(allocated("call i64 @\"new object\"(i64 " + module.layout().bytes(type) + ", ptr "
                        + Types.descriptor(type) + ")")
                .withType("L" + type.name + ";"));
    }

    private Operand allocated(String call) {
        String address = text.let(call);
        method.checks.allocated(address);
        return Operand.reference(text.let("inttoptr i64 " + address + " to ptr"));
    }

    void newPrimitiveArray(NewPrimitiveArrayInstruction create) {
        newArray(module.world().get("[" + create.typeKind().upperBound().descriptorString()));
    }

    void newReferenceArray(NewReferenceArrayInstruction create) {
        newArray(module.world().get(Descriptors.arrayOf(create.componentType().asInternalName())));
    }

    private void newArray(JavaClass type) {
        Operand length = stack.pop();
        method.checks.arraySize(length);
        int size = Descriptors.bytes(type.elementDescriptor());
        String wide = text.let("zext i32 " + length.text() + " to i64");
        String data = text.let("mul i64 " + wide + ", " + size);
        String bytes = text.let("add i64 " + data + ", " + ObjectLayout.ARRAY_DATA);
        Operand array = allocated("call i64 @\"new array\"(i64 " + bytes + ", i32 " + length.text() + ", ptr "
                        + Types.descriptor(type) + ")")
                .withType(type.name)
                .withLength(length.text());
        method.barrier.madeArray(array);
        stack.push(array);
    }

    void newMultiArray(NewMultiArrayInstruction create) {
        JavaClass type = module.world().get(create.arrayType().asInternalName());
        int dimensions = create.dimensions();
        String lengths = text.slot("%dimensions" + dimensions, "[" + dimensions + " x i32]");
        for (int i = dimensions - 1; i >= 0; i--) {
            String slot = text.let("getelementptr inbounds i32, ptr " + lengths + ", i64 " + i);
            text.emit("store i32 " + stack.pop().text() + ", ptr " + slot);
        }
        stack.push('J', text.let("ptrtoint ptr " + Types.descriptor(type) + " to i64"));
        stack.push('J', text.let("ptrtoint ptr " + lengths + " to i64"));
        stack.push('I', Integer.toString(dimensions));
        method.calls().call(module.support().get("MultiArray.allocate(JJI)"));
        stack.push(stack.pop().withType(type.name));
    }
}
