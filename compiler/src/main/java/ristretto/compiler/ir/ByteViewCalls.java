package ristretto.compiler.ir;

import java.lang.invoke.VarHandle;
import java.lang.invoke.VarHandle.AccessMode;
import java.util.List;
import java.util.Optional;
import ristretto.compiler.CompilationFailure;
import ristretto.magic.ObjectLayout;

/**
 * Accesses through a {@code MethodHandles.byteArrayViewVarHandle} that is known at build time: wider numbers in a byte array, in the
 * order of bytes that the handle has, at any place. They are one load or store, and a swap of the bytes where the order is the other one.
 */
final class ByteViewCalls {
    private final MethodTranslator method;
    private final FunctionText text;
    private final Stack stack;

    ByteViewCalls(MethodTranslator method) {
        this.method = method;
        this.text = method.text;
        this.stack = method.stack;
    }

    static boolean isByteView(VarHandle handle) {
        return handle.coordinateTypes().equals(List.of(byte[].class, int.class)) && handle.varType() != byte.class;
    }

    /** Only {@code get} and {@code set} may be used at any place. */
    static boolean isSupported(String name) {
        return name.equals("get") || name.equals("set");
    }

    void access(VarHandle handle, String name) {
        char kind = handle.varType().descriptorString().charAt(0);
        int bits = kind == 'C' || kind == 'S' ? 16 : kind == 'I' || kind == 'F' ? 32 : 64;
        boolean swaps = isBigEndian(handle);
        Optional<Operand> value = name.equals("set") ? Optional.of(stack.pop()) : Optional.empty();
        String place = place(bits / 8);
        String type = "i" + bits;
        String align = ", align 1" + method.module.metadata().aliasElement("B");
        if (value.isEmpty()) {
            String raw = swapped(text.let("load " + type + ", ptr " + place + align), type, swaps);
            stack.push(fromBits(raw, kind));
        } else {
            String raw = swapped(toBits(value.get(), kind), type, swaps);
            text.emit("store " + type + " " + raw + ", ptr " + place + align);
        }
    }

    /** Address of the element at an index that is checked as the JDK does it: the whole number has to fit. Takes the handle off the stack, too. */
    private String place(int bytes) {
        Operand index = stack.pop();
        Operand array = stack.pop();
        stack.pop();
        method.checks.notNull(array);
        String address = text.let("getelementptr inbounds i8, ptr " + array.text() + ", i64 8");
        String length =
                text.let("load i32, ptr " + address + method.module.metadata().aliasLength());
        String limit = text.let("sub i32 " + length + ", " + (bytes - 1));
        method.checks.index(index, limit);
        String data = text.let("getelementptr inbounds i8, ptr " + array.text() + ", i64 " + ObjectLayout.ARRAY_DATA);
        String wide = text.let("zext i32 " + index.text() + " to i64");
        return text.let("getelementptr inbounds i8, ptr " + data + ", i64 " + wide);
    }

    private String swapped(String value, String type, boolean swaps) {
        return swaps ? text.let("call " + type + " @llvm.bswap." + type + "(" + type + " " + value + ")") : value;
    }

    private Operand fromBits(String raw, char kind) {
        return switch (kind) {
            case 'C' -> new Operand('I', text.let("zext i16 " + raw + " to i32"));
            case 'S' -> new Operand('I', text.let("sext i16 " + raw + " to i32"));
            case 'F' -> new Operand('F', text.let("bitcast i32 " + raw + " to float"));
            case 'D' -> new Operand('D', text.let("bitcast i64 " + raw + " to double"));
            default -> new Operand(kind, raw);
        };
    }

    private String toBits(Operand value, char kind) {
        return switch (kind) {
            case 'C', 'S' -> text.let("trunc i32 " + value.text() + " to i16");
            case 'F' -> text.let("bitcast float " + value.text() + " to i32");
            case 'D' -> text.let("bitcast double " + value.text() + " to i64");
            default -> value.text();
        };
    }

    /** Tried on the build JVM, because a handle does not tell. */
    private static boolean isBigEndian(VarHandle handle) {
        byte[] one = new byte[8];
        one[0] = 1;
        try {
            Object read = handle.toMethodHandle(AccessMode.GET).invokeWithArguments(one, 0);
            return switch (read) {
                case Character c -> c != 1;
                case Float f -> Float.floatToRawIntBits(f) != 1;
                case Double d -> Double.doubleToRawLongBits(d) != 1;
                default -> ((Number) read).longValue() != 1;
            };
        } catch (Throwable e) {
            throw new CompilationFailure("a view of a byte array cannot be read at build time: " + e);
        }
    }
}
