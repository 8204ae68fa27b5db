package ristretto.compiler.ir;

import java.util.StringJoiner;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaField;
import ristretto.compiler.model.JavaMethod;

/** How Java's types, members and constants are written in LLVM's language. */
final class Types {

    /** Type of a value of this kind in a register. */
    static String of(char kind) {
        return switch (kind) {
            case 'I' -> "i32";
            case 'J' -> "i64";
            case 'F' -> "float";
            case 'D' -> "double";
            case 'V' -> "void";
            default -> "ptr";
        };
    }

    /** Type of a field or array element in memory. */
    static String inMemory(String descriptor) {
        return switch (descriptor.charAt(0)) {
            case 'Z', 'B' -> "i8";
            case 'C', 'S' -> "i16";
            default -> of(Descriptors.kind(descriptor));
        };
    }

    /** What a method returns: its value, an exception, or both. */
    static String result(char kind, boolean mayThrow) {
        if (!mayThrow) {
            return of(kind);
        }
        return kind == 'V' ? "ptr" : "{ " + of(kind) + ", ptr }";
    }

    static String symbol(JavaMethod method) {
        return quoted(method.symbol());
    }

    static String descriptor(JavaClass type) {
        return quoted("class:" + type.name);
    }

    static String classObject(String name) {
        return quoted("object:" + name);
    }

    static String staticField(JavaField field) {
        return quoted("static:" + field);
    }

    static String state(JavaClass type) {
        return quoted("state:" + type.name);
    }

    static String initialise(JavaClass type) {
        return quoted("initialise:" + type.name);
    }

    static String quoted(String name) {
        return "@\"" + name + "\"";
    }

    static String parameters(JavaMethod method) {
        StringJoiner types = new StringJoiner(", ");
        if (!method.isStatic()) {
            types.add("ptr");
        }
        for (String parameter : Descriptors.parameters(method.descriptor)) {
            types.add(of(Descriptors.kind(parameter)));
        }
        return types.toString();
    }

    /** A boxed value as a literal of the field's or element's type; references excepted. */
    static String literal(Object value) {
        return switch (value) {
            case null -> "zeroinitializer";
            case Boolean b -> b ? "1" : "0";
            case Character c -> Integer.toString(c);
            case Float f -> floating(f);
            case Double d -> floating(d);
            default -> value.toString();
        };
    }

    /** LLVM writes float literals, too, as the bits of a double; a signalling NaN would not survive. */
    static String floating(double value) {
        return "0x%016X".formatted(Double.doubleToRawLongBits(value));
    }

    static String bytes(byte[] bytes) {
        StringBuilder text = new StringBuilder("c\"");
        for (byte b : bytes) {
            if (b >= ' ' && b < 127 && b != '"' && b != '\\') {
                text.append((char) b);
            } else {
                text.append("\\%02X".formatted(b & 0xff));
            }
        }
        return text.append('"').toString();
    }

    /** Little endian; a charset would replace half a surrogate pair. */
    static byte[] utf16(String text) {
        byte[] bytes = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) text.charAt(i);
            bytes[2 * i + 1] = (byte) (text.charAt(i) >> 8);
        }
        return bytes;
    }

    private Types() {}
}
