package ristretto.tool.verify;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bug put into one of the kernel's class files on purpose: a store or a call that does not happen, or a branch that
 * goes the wrong way. What it is made of is the shipped class file; nothing else of it changes.
 *
 * @param type simple name of the kernel's class
 * @param method name of the method
 * @param change {@code drop} or {@code negate}
 * @param target for drop the field as {@code Class.field}, or the method as {@code name()}; else null
 * @param number which of them in the method, from 1
 */
record PlantedBug(String type, String method, String change, String target, int number) {
    private static final Pattern TEXT =
            Pattern.compile("(\\w+)\\.(\\w+): (?:(negate)|(drop) (\\w+\\.\\w+|\\w+\\(\\)))(?: (\\d+))?");
    private static final String PACKAGE = "ristretto/kernel/";

    static PlantedBug parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("planted bug '" + text + "': see ristretto.proofs.Proof.planted");
        }
        return new PlantedBug(
                matcher.group(1),
                matcher.group(2),
                matcher.group(3) == null ? matcher.group(4) : matcher.group(3),
                matcher.group(5),
                matcher.group(6) == null ? 1 : Integer.parseInt(matcher.group(6)));
    }

    /** Writes the class file with the bug below a folder; false: the method has no such place. */
    boolean plant(Path kernelClasses, Path folder) throws IOException {
        String file = PACKAGE + type + ".class";
        ClassFile classFile = ClassFile.of(ClassFile.StackMapsOption.STACK_MAPS_WHEN_REQUIRED);
        ClassModel model = classFile.parse(kernelClasses.resolve(file));
        int[] found = {0};
        byte[] bytes = classFile.transformClass(
                model,
                ClassTransform.transformingMethodBodies(
                        candidate -> candidate.methodName().equalsString(method),
                        (code, element) -> rewrite(code, element, found)));
        if (found[0] < number) {
            return false;
        }
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        Files.write(target, bytes);
        return true;
    }

    private void rewrite(CodeBuilder code, CodeElement element, int[] found) {
        if (!isPlace(element) || ++found[0] != number) {
            code.with(element);
            return;
        }
        switch (element) {
            case FieldInstruction store -> {
                discard(code, store.typeSymbol());
                if (store.opcode() == Opcode.PUTFIELD) {
                    code.pop();
                }
            }
            case InvokeInstruction call -> {
                for (int i = call.typeSymbol().parameterCount() - 1; i >= 0; i--) {
                    discard(code, call.typeSymbol().parameterType(i));
                }
                if (call.opcode() != Opcode.INVOKESTATIC) {
                    code.pop();
                }
            }
            case BranchInstruction branch -> code.branch(opposite(branch.opcode()), branch.target());
            default -> throw new IllegalStateException(element.toString());
        }
    }

    private boolean isPlace(CodeElement element) {
        return switch (element) {
            case FieldInstruction field ->
                (field.opcode() == Opcode.PUTFIELD || field.opcode() == Opcode.PUTSTATIC)
                        && (simpleName(field.owner().asSymbol()) + "." + field.name()).equals(target);
            case InvokeInstruction call ->
                call.typeSymbol().returnType().equals(ConstantDescs.CD_void) && (call.name() + "()").equals(target);
            case BranchInstruction branch ->
                change.equals("negate") && branch.opcode() != Opcode.GOTO && branch.opcode() != Opcode.GOTO_W;
            default -> false;
        };
    }

    private static String simpleName(ClassDesc type) {
        return type.displayName();
    }

    private static void discard(CodeBuilder code, ClassDesc type) {
        if (TypeKind.from(type).slotSize() == 2) {
            code.pop2();
        } else {
            code.pop();
        }
    }

    private static Opcode opposite(Opcode opcode) {
        return switch (opcode) {
            case IFEQ -> Opcode.IFNE;
            case IFNE -> Opcode.IFEQ;
            case IFLT -> Opcode.IFGE;
            case IFGE -> Opcode.IFLT;
            case IFGT -> Opcode.IFLE;
            case IFLE -> Opcode.IFGT;
            case IF_ICMPEQ -> Opcode.IF_ICMPNE;
            case IF_ICMPNE -> Opcode.IF_ICMPEQ;
            case IF_ICMPLT -> Opcode.IF_ICMPGE;
            case IF_ICMPGE -> Opcode.IF_ICMPLT;
            case IF_ICMPGT -> Opcode.IF_ICMPLE;
            case IF_ICMPLE -> Opcode.IF_ICMPGT;
            case IF_ACMPEQ -> Opcode.IF_ACMPNE;
            case IF_ACMPNE -> Opcode.IF_ACMPEQ;
            case IFNULL -> Opcode.IFNONNULL;
            case IFNONNULL -> Opcode.IFNULL;
            default -> throw new IllegalStateException(opcode.toString());
        };
    }
}
