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
 */
record Operand(char kind, String text, boolean nonNull, JavaClass literal, Object constant) {
    Operand(char kind, String text) {
        this(kind, text, false, null, null);
    }

    static Operand reference(String text) {
        return new Operand('A', text, true, null, null);
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
