package ristretto.test.bytecode;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.NopInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/** The instructions that move operands, in each form of the specification: one letter is one value on the operand stack, the last is on top. */
final class StackPrograms {
    private record Form(Opcode opcode, String before, String after) {}

    private static final List<Form> FORMS = List.of(
            new Form(Opcode.NOP, "I", "I"),
            new Form(Opcode.NOP, "", ""),
            new Form(Opcode.POP, "FI", "F"),
            new Form(Opcode.POP, "JA", "J"),
            new Form(Opcode.POP2, "AFI", "A"),
            new Form(Opcode.POP2, "IJ", "I"),
            new Form(Opcode.POP2, "JD", "J"),
            new Form(Opcode.DUP, "I", "II"),
            new Form(Opcode.DUP, "A", "AA"),
            new Form(Opcode.DUP, "JF", "JFF"),
            new Form(Opcode.DUP_X1, "IF", "FIF"),
            new Form(Opcode.DUP_X1, "AI", "IAI"),
            new Form(Opcode.DUP_X1, "JFA", "JAFA"),
            new Form(Opcode.DUP_X2, "IFA", "AIFA"),
            new Form(Opcode.DUP_X2, "JI", "IJI"),
            new Form(Opcode.DUP_X2, "DA", "ADA"),
            new Form(Opcode.DUP2, "IF", "IFIF"),
            new Form(Opcode.DUP2, "AA", "AAAA"),
            new Form(Opcode.DUP2, "J", "JJ"),
            new Form(Opcode.DUP2, "ID", "IDD"),
            new Form(Opcode.DUP2_X1, "IFA", "FAIFA"),
            new Form(Opcode.DUP2_X1, "IJ", "JIJ"),
            new Form(Opcode.DUP2_X1, "AD", "DAD"),
            new Form(Opcode.DUP2_X2, "IFAI", "AIIFAI"),
            new Form(Opcode.DUP2_X2, "IFJ", "JIFJ"),
            new Form(Opcode.DUP2_X2, "JIF", "IFJIF"),
            new Form(Opcode.DUP2_X2, "JD", "DJD"),
            new Form(Opcode.SWAP, "IF", "FI"),
            new Form(Opcode.SWAP, "AI", "IA"),
            new Form(Opcode.SWAP, "JFA", "JAF"));

    static List<BytecodeProgram> all() {
        List<BytecodeProgram> programs = new ArrayList<>();
        for (Opcode opcode : FORMS.stream().map(Form::opcode).distinct().toList()) {
            programs.add(program(
                    opcode,
                    FORMS.stream().filter(form -> form.opcode() == opcode).toList()));
        }
        return programs;
    }

    private static ClassDesc type(char letter) {
        return switch (letter) {
            case 'I' -> CD_int;
            case 'J' -> CD_long;
            case 'F' -> CD_float;
            case 'D' -> CD_double;
            default -> CD_Object;
        };
    }

    private static BytecodeProgram program(Opcode opcode, List<Form> forms) {
        return AssembledClass.program("Op" + opcode.name().toLowerCase(), assembled -> {
            for (int i = 0; i < forms.size(); i++) {
                Form form = forms.get(i);
                for (boolean joined : new boolean[] {false, true}) {
                    assembled.method((joined ? "joined" : "form") + i, signature(form), code -> {
                        code.bipush(77);
                        load(code, form, joined);
                        for (int n = 0; n < (opcode == Opcode.NOP ? 1000 : 1); n++) {
                            code.with(opcode == Opcode.NOP ? NopInstruction.of() : StackInstruction.of(opcode));
                        }
                        for (int at = form.after().length() - 1; at >= 0; at--) {
                            assembled.say(code, type(form.after().charAt(at)));
                        }
                        assembled.say(code, CD_int);
                        code.return_();
                    });
                }
            }
            assembled.main(code -> {
                for (int i = 0; i < forms.size(); i++) {
                    for (String name : List.of("form" + i, "joined" + i)) {
                        for (int which = 0; which < 2; which++) {
                            values(code, forms.get(i), which);
                            assembled.call(code, name, signature(forms.get(i)));
                        }
                    }
                }
            });
        });
    }

    /** Its operands, and a choice for where they are put. */
    private static MethodTypeDesc signature(Form form) {
        List<ClassDesc> types = new ArrayList<>(List.of(CD_int));
        form.before().chars().forEach(letter -> types.add(type((char) letter)));
        return MethodTypeDesc.of(CD_void, types);
    }

    /** Puts the parameters on the operand stack: at once, or in two branches that meet with all of them there. */
    private static void load(CodeBuilder code, Form form, boolean joined) {
        if (joined) {
            code.iload(0).ifThenElse(inside -> parameters(inside, form), inside -> parameters(inside, form));
        } else {
            parameters(code, form);
        }
    }

    private static void parameters(CodeBuilder code, Form form) {
        int slot = 1;
        for (char letter : form.before().toCharArray()) {
            TypeKind kind = TypeKind.from(type(letter));
            code.loadLocal(kind, slot);
            slot += kind.slotSize();
        }
    }

    private static void values(CodeBuilder code, Form form, int which) {
        code.loadConstant(which);
        int number = 1 + which * 10;
        for (char letter : form.before().toCharArray()) {
            ConstantDesc value =
                    switch (letter) {
                        case 'I' -> number;
                        case 'J' -> (long) number << 32 | number;
                        case 'F' -> number + 0.5f;
                        case 'D' -> number * 1e100;
                        default -> "text " + number;
                    };
            code.loadConstant(value);
            number++;
        }
    }

    private StackPrograms() {}
}
