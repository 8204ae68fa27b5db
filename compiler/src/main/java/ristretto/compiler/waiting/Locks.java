package ristretto.compiler.waiting;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ristretto.compiler.analysis.Program;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaField;
import ristretto.compiler.model.JavaMethod;

/** Which monitors the methods of a program enter, and what they do while they hold them. */
final class Locks {
    private static final String OBJECT = "java/lang/Object";
    private static final String CLASS = "java/lang/Class";

    /**
     * A place where a monitor is entered.
     *
     * @param enter the instruction; null: the method is synchronized
     * @param held what may run before it is left
     */
    record Region(JavaMethod method, int line, CodeElement enter, Lock lock, List<CodeElement> held) {}

    private final Program program;
    /** Of what class exactly the objects in a field are, if each is made where it is put there. */
    private final Map<JavaField, Optional<String>> made = new HashMap<>();

    Locks(Program program) {
        this.program = program;
        program.methods.forEach(this::findMade);
    }

    /** All of the program. */
    List<Region> regions() {
        List<Region> regions = new ArrayList<>();
        for (JavaMethod method : program.methods) {
            List<CodeElement> elements = method.elements();
            if (method.isSynchronized()) {
                JavaClass type = method.isStatic() ? program.world.get(CLASS) : method.owner;
                Lock lock = new Lock(type, method.isStatic() ? method.owner : null);
                regions.add(new Region(method, method.firstLine(), null, lock, elements));
            }
            int line = 0;
            for (int i = 0; i < elements.size(); i++) {
                if (elements.get(i) instanceof LineNumber number) {
                    line = number.line();
                } else if (elements.get(i) instanceof MonitorInstruction enter
                        && enter.opcode() == Opcode.MONITORENTER) {
                    List<CodeElement> held = elements.subList(i + 1, lastExit(elements, i));
                    regions.add(new Region(method, line, enter, lock(method, elements, i), held));
                }
            }
        }
        return regions;
    }

    /** The last exit of what the enter has stored, before something else is stored there to be entered. */
    private static int lastExit(List<CodeElement> elements, int enter) {
        int slot = before(elements, enter) instanceof StoreInstruction store ? store.slot() : -1;
        int last = elements.size();
        for (int i = enter + 1; i < elements.size(); i++) {
            if (elements.get(i) instanceof MonitorInstruction monitor) {
                Instruction before = before(elements, i);
                if (monitor.opcode() == Opcode.MONITORENTER
                        ? before instanceof StoreInstruction store && store.slot() == slot
                        : !(before instanceof LoadInstruction)) {
                    break;
                }
                if (before instanceof LoadInstruction load && load.slot() == slot) {
                    last = i;
                }
            }
        }
        return last;
    }

    private static Instruction before(List<CodeElement> elements, int place) {
        int at = place - 1;
        while (at >= 0 && !(elements.get(at) instanceof Instruction)) {
            at--;
        }
        return at < 0 ? null : (Instruction) elements.get(at);
    }

    /** By what the compiler of Java writes: the object, {@code dup}, a store for the exit, and the enter. */
    private Lock lock(JavaMethod method, List<CodeElement> elements, int enter) {
        List<Instruction> before = elements.subList(0, enter).stream()
                .filter(Instruction.class::isInstance)
                .map(Instruction.class::cast)
                .toList();
        Instruction object = before.size() < 3 || before.get(before.size() - 2).opcode() != Opcode.DUP
                ? null
                : before.get(before.size() - 3);
        return switch (object) {
            case LoadInstruction load
            when load.slot() == 0 && !method.isStatic() && method.bodyOwner == method.owner ->
                new Lock(method.owner, null);
            case FieldInstruction field -> ofField(field);
            case ConstantInstruction.LoadConstantInstruction constant
            when constant.constantEntry() instanceof ClassEntry type ->
                new Lock(program.world.get(CLASS), program.world.get(type.asInternalName()));
            case InvokeInstruction call -> ofType(Descriptors.result(call.type().stringValue()));
            case TypeCheckInstruction cast
            when cast.opcode() == Opcode.CHECKCAST ->
                ofType(cast.type().asSymbol().descriptorString());
            case null, default -> new Lock(program.world.get(OBJECT), null);
        };
    }

    private Lock ofType(String descriptor) {
        String name = descriptor.startsWith("L") ? descriptor.substring(1, descriptor.length() - 1) : OBJECT;
        return new Lock(program.world.get(name), null);
    }

    private Lock ofField(FieldInstruction instruction) {
        JavaField field = field(instruction);
        boolean onlyHere =
                field != null && made.getOrDefault(field, Optional.empty()).equals(Optional.of(OBJECT));
        return onlyHere
                ? new Lock(program.world.get(OBJECT), field)
                : ofType(instruction.type().stringValue());
    }

    private void findMade(JavaMethod method) {
        Instruction before = null;
        for (CodeElement element : method.elements()) {
            if (element instanceof FieldInstruction put
                    && (put.opcode() == Opcode.PUTFIELD || put.opcode() == Opcode.PUTSTATIC)) {
                JavaField field = field(put);
                if (field != null) {
                    made.merge(field, newObject(before), (a, b) -> a.equals(b) ? a : Optional.empty());
                }
            }
            if (element instanceof Instruction instruction) {
                before = instruction;
            }
        }
    }

    /** The class of which this instruction leaves a new object behind that nobody else has. */
    private static Optional<String> newObject(Instruction instruction) {
        return instruction instanceof InvokeInstruction call
                        && call.opcode() == Opcode.INVOKESPECIAL
                        && call.name().equalsString("<init>")
                ? Optional.of(call.owner().asInternalName())
                : Optional.empty();
    }

    private JavaField field(FieldInstruction instruction) {
        String name = instruction.name().stringValue();
        for (JavaClass type :
                program.world.get(instruction.owner().asInternalName()).supertypes()) {
            if (type.fields.containsKey(name)) {
                return type.fields.get(name);
            }
        }
        return null;
    }
}
