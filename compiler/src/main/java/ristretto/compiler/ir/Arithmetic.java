package ristretto.compiler.ir;

import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import ristretto.compiler.model.Descriptors;

/** Constants, conversions, operators and comparisons, exactly as the JVM specification, chapter 6, says. */
final class Arithmetic {
    private final FunctionText text;
    private final Stack stack;
    private final Checks checks;
    private final ModuleContext module;

    Arithmetic(MethodTranslator method) {
        this.text = method.text;
        this.stack = method.stack;
        this.checks = method.checks;
        this.module = method.module;
    }

    void constant(ConstantInstruction instruction) {
        if (instruction.opcode() == Opcode.ACONST_NULL) {
            stack.push('A', "null");
            return;
        }
        switch (instruction.constantValue()) {
            case Integer value -> stack.push('I', value.toString());
            case Long value -> stack.push('J', value.toString());
            case Float value -> stack.push('F', Types.floating(value));
            case Double value -> stack.push('D', Types.floating(value));
            case String value ->
                stack.push(new Operand('A', module.constants().string(value), true, null, value)
                        .withType("Ljava/lang/String;"));
            case ClassDesc value
            when value.isPrimitive() ->
                stack.push(Operand.reference(module.constants().primitiveClass(value.displayName()))
                        .withType("Ljava/lang/Class;"));
            case ClassDesc value ->
                stack.push(module.constants()
                        .operand(module.world().get(Descriptors.internalName(value.descriptorString()))));
            default -> throw new IllegalArgumentException("constant " + instruction.constantValue());
        }
    }

    void convert(ConvertInstruction instruction) {
        Operand value = stack.pop();
        String from = value.typed();
        switch (instruction.opcode()) {
            case I2L -> stack.push('J', text.let("sext " + from + " to i64"));
            case L2I -> stack.push('I', text.let("trunc " + from + " to i32"));
            case I2B -> stack.push('I', narrowed(value, "i8", "sext"));
            case I2S -> stack.push('I', narrowed(value, "i16", "sext"));
            case I2C -> stack.push('I', narrowed(value, "i16", "zext"));
            case I2F, L2F -> stack.push('F', text.let("sitofp " + from + " to float"));
            case I2D, L2D -> stack.push('D', text.let("sitofp " + from + " to double"));
            case F2D -> stack.push('D', text.let("fpext " + from + " to double"));
            case D2F -> stack.push('F', text.let("fptrunc " + from + " to float"));
            case F2I, D2I -> stack.push('I', saturated(value, "i32"));
            case F2L, D2L -> stack.push('J', saturated(value, "i64"));
            default -> throw new IllegalArgumentException(instruction.opcode().toString());
        }
    }

    private String narrowed(Operand value, String type, String extension) {
        return text.let(
                extension + " " + type + " " + text.let("trunc i32 " + value.text() + " to " + type) + " to i32");
    }

    /** NaN is 0, what does not fit becomes the nearest that does. */
    private String saturated(Operand value, String type) {
        String suffix = value.kind() == 'F' ? ".f32" : ".f64";
        return text.let("call " + type + " @llvm.fptosi.sat." + type + suffix + "(" + value.typed() + ")");
    }

    void operate(OperatorInstruction instruction) {
        String name = instruction.opcode().name();
        if (name.endsWith("NEG")) {
            Operand value = stack.pop();
            boolean isFloat = value.kind() == 'F' || value.kind() == 'D';
            String operation =
                    isFloat ? "fneg " + value.typed() : "sub " + Types.of(value.kind()) + " 0, " + value.text();
            stack.push(value.kind(), text.let(operation));
            return;
        }
        Operand right = stack.pop();
        Operand left = stack.pop();
        if (name.contains("CMP")) {
            stack.push('I', compare(left, right, name.endsWith("G")));
            return;
        }
        String operation = name.substring(1);
        boolean isFloat = left.kind() == 'F' || left.kind() == 'D';
        switch (operation) {
            case "SHL" -> shift("shl", left, right);
            case "SHR" -> shift("ashr", left, right);
            case "USHR" -> shift("lshr", left, right);
            case "DIV", "REM" -> {
                String verb = operation.equals("DIV") ? "div" : "rem";
                stack.push(left.kind(), isFloat ? binary("f" + verb, left, right) : divide("s" + verb, left, right));
            }
            default -> stack.push(left.kind(), binary((isFloat ? "f" : "") + operation.toLowerCase(), left, right));
        }
    }

    private String binary(String operation, Operand left, Operand right) {
        return text.let(operation + " " + left.typed() + ", " + right.text());
    }

    /** Only the low five (or six) bits of the distance count. */
    private void shift(String operation, Operand value, Operand distance) {
        String masked = text.let("and i32 " + distance.text() + ", " + (value.kind() == 'J' ? 63 : 31));
        if (value.kind() == 'J') {
            masked = text.let("zext i32 " + masked + " to i64");
        }
        stack.push(value.kind(), text.let(operation + " " + value.typed() + ", " + masked));
    }

    /** The smallest value divided by -1 is itself, remainder 0; LLVM leaves that undefined, so -1 goes another way. */
    private String divide(String operation, Operand left, Operand right) {
        checks.divisor(right);
        if (right.isNonZeroLiteral() && !right.text().equals("-1")) {
            return binary(operation, left, right);
        }
        String type = Types.of(left.kind());
        String isMinusOne = text.let("icmp eq " + right.typed() + ", -1");
        String divisor = text.let("select i1 " + isMinusOne + ", " + type + " 1, " + right.typed());
        String quotient = text.let(operation + " " + left.typed() + ", " + divisor);
        String negated = operation.equals("sdiv") ? text.let("sub " + type + " 0, " + left.text()) : "0";
        return text.let("select i1 " + isMinusOne + ", " + type + " " + negated + ", " + type + " " + quotient);
    }

    /** -1, 0 or 1; a NaN counts as greater or as less. */
    private String compare(Operand left, Operand right, boolean nanIsGreater) {
        if (left.kind() == 'J') {
            // LLVM folds this, but not the difference of two comparisons, into a branch that compares with 0.
            return text.let("call i32 @llvm.scmp.i32.i64(" + left.typed() + ", " + right.typed() + ")");
        }
        String greater = text.let("fcmp " + (nanIsGreater ? "ugt " : "ogt ") + left.typed() + ", " + right.text());
        String less = text.let("fcmp " + (nanIsGreater ? "olt " : "ult ") + left.typed() + ", " + right.text());
        String one = text.let("zext i1 " + greater + " to i32");
        return text.let("sub i32 " + one + ", " + text.let("zext i1 " + less + " to i32"));
    }

    /** The condition of a conditional branch, its operands taken from the stack. */
    String condition(Opcode opcode) {
        String name = opcode.name();
        if (name.startsWith("IF_ICMP") || name.startsWith("IF_ACMP")) {
            Operand right = stack.pop();
            Operand left = stack.pop();
            return text.let("icmp " + predicate(name.substring(7)) + " " + left.typed() + ", " + right.text());
        }
        Operand value = stack.pop();
        return switch (name) {
            case "IFNULL" -> text.let("icmp eq ptr " + value.text() + ", null");
            case "IFNONNULL" -> text.let("icmp ne ptr " + value.text() + ", null");
            default -> text.let("icmp " + predicate(name.substring(2)) + " i32 " + value.text() + ", 0");
        };
    }

    private static String predicate(String name) {
        return switch (name) {
            case "EQ" -> "eq";
            case "NE" -> "ne";
            case "LT" -> "slt";
            case "GE" -> "sge";
            case "GT" -> "sgt";
            case "LE" -> "sle";
            default -> throw new IllegalArgumentException(name);
        };
    }
}
