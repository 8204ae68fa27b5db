package ristretto.compiler.ir;

import java.lang.classfile.attribute.StackMapFrameInfo.ObjectVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.SimpleVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.VerificationTypeInfo;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ristretto.compiler.Mode;
import ristretto.compiler.model.JavaMethod;

/**
 * Local variables that hold arrays in loops have a companion that holds the array's length, 0 for null. It is set where the variable is
 * set, usually outside of the loop, so that an access needs one comparison which fails for null, too, and a loop neither reads a
 * length nor asks for null: LLVM could not move either out of the loop, because what happens before may leave it.
 *
 * <p>The first translation of a method finds out which variables these are, the second one uses them. A variable is left alone where
 * something is stored in it of which is not known whether it is an array.
 */
final class ArrayLocals {
    private final JavaMethod method;
    private final FunctionText text;
    private final MethodTranslator translator;
    private final boolean active;
    /** Of what each local variable holds at the current instruction; absent: not known. */
    private final Map<Integer, String> types = new HashMap<>();

    private final BitSet wanted = new BitSet();
    private final BitSet unclear = new BitSet();

    ArrayLocals(MethodTranslator translator) {
        this.translator = translator;
        this.method = translator.method;
        this.text = translator.text;
        this.active = translator.module.mode() == Mode.PROCESS;
    }

    /** What the method was called with. */
    void parameter(int slot, Operand value) {
        stored(slot, value);
    }

    /** Control flow arrives from several places: the class file says with what. Null: it says nothing. */
    void merged(List<VerificationTypeInfo> locals) {
        types.clear();
        if (locals == null) {
            return;
        }
        int slot = 0;
        for (VerificationTypeInfo local : locals) {
            String type = typeOf(local);
            if (type != null) {
                types.put(slot, type);
            }
            boolean wide = local == SimpleVerificationTypeInfo.LONG || local == SimpleVerificationTypeInfo.DOUBLE;
            slot += wide ? 2 : 1;
        }
    }

    /** Descriptor of a reference; null where there is none, or it is not known. */
    static String typeOf(VerificationTypeInfo info) {
        return info instanceof ObjectVerificationTypeInfo object
                ? object.classSymbol().descriptorString()
                : null;
    }

    void stored(int slot, Operand value) {
        if (!active || value.kind() != 'A') {
            types.remove(slot);
            return;
        }
        if (value.type() == null) {
            types.remove(slot);
            if (!value.isNull()) {
                unclear.set(slot);
                return;
            }
        } else {
            types.put(slot, value.type());
        }
        if (method.arrayLocals.get(slot) && (value.isNull() || value.isArray())) {
            text.emit("store i32 " + lengthOrZero(value) + ", ptr " + companion(slot));
        }
    }

    /** The value that an instruction loads from a variable, with all that is known of it. */
    Operand loaded(int slot, Operand value) {
        if (!active || value.kind() != 'A') {
            return value;
        }
        Operand typed = value.withType(types.get(slot)).withLocal(slot);
        return method.arrayLocals.get(slot) && typed.isArray()
                ? typed.withLength(text.let("load i32, ptr " + companion(slot)))
                : typed;
    }

    /** An instruction in a loop uses it as an array. */
    void used(Operand array) {
        if (array.local() >= 0) {
            wanted.set(array.local());
        }
    }

    /** What the first translation found. */
    BitSet found() {
        BitSet found = (BitSet) wanted.clone();
        found.andNot(unclear);
        return found;
    }

    private String companion(int slot) {
        return text.slot("%length" + slot, "i32");
    }

    private String lengthOrZero(Operand array) {
        if (array.isNull()) {
            return "0";
        }
        if (array.length() != null) {
            return array.length();
        }
        if (array.nonNull()) {
            return translator.arrays().loadLength(array);
        }
        String result = text.slot("%lengthOrZero", "i32");
        String there = text.newLabel("N");
        String next = text.newLabel("N");
        text.emit("store i32 0, ptr " + result);
        text.branch(text.let("icmp eq ptr " + array.text() + ", null"), next, there);
        text.label(there);
        text.emit("store i32 " + translator.arrays().loadLength(array) + ", ptr " + result);
        text.jump(next);
        text.label(next);
        return text.let("load i32, ptr " + result);
    }
}
