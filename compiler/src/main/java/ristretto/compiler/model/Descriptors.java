package ristretto.compiler.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Type and method descriptors (JVM specification, section 4.3), reduced to what code generation asks: a <em>kind</em> is
 * one of I, J, F, D, A (reference) and V, as values are on the operand stack.
 */
public final class Descriptors {

    public static char kind(String descriptor) {
        return switch (descriptor.charAt(0)) {
            case 'J', 'F', 'D', 'V' -> descriptor.charAt(0);
            case 'L', '[' -> 'A';
            default -> 'I';
        };
    }

    /** Bytes that a value of this type takes in memory. */
    public static int bytes(String descriptor) {
        return switch (descriptor.charAt(0)) {
            case 'Z', 'B' -> 1;
            case 'C', 'S' -> 2;
            case 'I', 'F' -> 4;
            default -> 8;
        };
    }

    public static boolean isReference(String descriptor) {
        return kind(descriptor) == 'A';
    }

    /** Slots that a value of this kind takes among the local variables. */
    public static int slots(char kind) {
        return kind == 'J' || kind == 'D' ? 2 : 1;
    }

    public static List<String> parameters(String methodDescriptor) {
        List<String> parameters = new ArrayList<>();
        int at = 1;
        while (methodDescriptor.charAt(at) != ')') {
            int start = at;
            while (methodDescriptor.charAt(at) == '[') {
                at++;
            }
            at = methodDescriptor.charAt(at) == 'L' ? methodDescriptor.indexOf(';', at) + 1 : at + 1;
            parameters.add(methodDescriptor.substring(start, at));
        }
        return parameters;
    }

    public static String result(String methodDescriptor) {
        return methodDescriptor.substring(methodDescriptor.indexOf(')') + 1);
    }

    /** Internal name of the class or array that a reference descriptor denotes. */
    public static String internalName(String descriptor) {
        return descriptor.charAt(0) == 'L' ? descriptor.substring(1, descriptor.length() - 1) : descriptor;
    }

    /** Internal name of the array class whose elements are of the class with this internal name. */
    public static String arrayOf(String internalName) {
        return internalName.charAt(0) == '[' ? "[" + internalName : "[L" + internalName + ";";
    }

    /**
     * Whether a substitute's method descriptor stands for the target's: an {@code Object} of the substitute is any reference
     * of the target, because many types of the JDK cannot be named elsewhere.
     */
    static boolean stands(String substitute, String target) {
        List<String> own = parameters(substitute);
        List<String> wanted = parameters(target);
        boolean same = own.size() == wanted.size() && stand(result(substitute), result(target));
        for (int i = 0; same && i < own.size(); i++) {
            same = stand(own.get(i), wanted.get(i));
        }
        return same;
    }

    private static boolean stand(String own, String wanted) {
        return own.equals(wanted) || own.equals("Ljava/lang/Object;") && isReference(wanted);
    }

    private Descriptors() {}
}
