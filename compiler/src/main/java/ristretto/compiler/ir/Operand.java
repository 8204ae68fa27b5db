package ristretto.compiler.ir;

import ristretto.compiler.model.JavaClass;

/**
 * A value on the operand stack.
 *
 * @param kind I, J, F, D or A
 * @param text how LLVM's text names it: a temporary, a global or a literal
 * @param nonNull a reference that was proven not to be null
 * @param literal the class that a class literal names, else null
 * @param constant a build-time object that it is known to be, else null
 * @param type descriptor of the static type: a reference's, or that of what a call returned; null where that is not known
 * @param length an i32 that is the array's length, or 0 if the reference is null; null where there is none
 * @param local the local variable that it was loaded from, or -1
 */
record Operand(
        char kind,
        String text,
        boolean nonNull,
        JavaClass literal,
        Object constant,
        String type,
        String length,
        int local) {
    Operand(char kind, String text, boolean nonNull, JavaClass literal, Object constant) {
        this(kind, text, nonNull, literal, constant, null, null, -1);
    }

    Operand(char kind, String text) {
        this(kind, text, false, null, null);
    }

    static Operand reference(String text) {
        return new Operand('A', text, true, null, null);
    }

    Operand withType(String newType) {
        return new Operand(kind, text, nonNull, literal, constant, newType, length, local);
    }

    Operand withLength(String newLength) {
        return new Operand(kind, text, nonNull, literal, constant, type, newLength, local);
    }

    Operand withLocal(int newLocal) {
        return new Operand(kind, text, nonNull, literal, constant, type, length, newLocal);
    }

    boolean isNull() {
        return text.equals("null");
    }

    /** Certainly an array, or null. */
    boolean isArray() {
        return type != null && type.startsWith("[");
    }

    boolean isWide() {
        return kind == 'J' || kind == 'D';
    }

    /** A literal integer other than 0. */
    boolean isNonZeroLiteral() {
        char first = text.charAt(0);
        return (first == '-' || Character.isDigit(first)) && !text.equals("0");
    }

    boolean isLiteral() {
        char first = text.charAt(0);
        return first == '-' || Character.isDigit(first);
    }

    String typed() {
        return Types.of(kind) + " " + text;
    }
}
