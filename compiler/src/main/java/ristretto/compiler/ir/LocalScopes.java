package ristretto.compiler.ir;

import java.lang.classfile.Label;
import java.lang.classfile.instruction.LocalVariable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaMethod;

/**
 * Where in a method its variables are in scope, for a debugger, as the class file's LocalVariableTable says. What begins at one place is a block inside of
 * the one around it (javac ends variables in the opposite order of their begin); parameters belong to the method itself.
 */
final class LocalScopes {
    /** Gives the name of the stack slot of a variable. */
    interface Slots {
        String of(int slot, char kind);
    }

    private final DebugTypes types;
    private final Metadata metadata;
    private final int subprogram;
    private final int line;
    private final Map<Label, List<LocalVariable>> starting = new HashMap<>();
    private final Map<Integer, Integer> parameters = new HashMap<>();
    private final Deque<Integer> scopes = new ArrayDeque<>();
    private final Deque<Label> ends = new ArrayDeque<>();
    private final List<String> declarations = new ArrayList<>();

    LocalScopes(ModuleContext module, JavaMethod method, int subprogram) {
        types = module.debugTypes();
        metadata = module.metadata();
        this.subprogram = subprogram;
        line = method.firstLine();
        scopes.push(subprogram);
        if (types == null) {
            return;
        }
        int slot = 0;
        if (!method.isStatic()) {
            parameters.put(slot++, 1);
        }
        for (String parameter : Descriptors.parameters(method.descriptor)) {
            parameters.put(slot, parameters.size() + 1);
            slot += Descriptors.slots(Descriptors.kind(parameter));
        }
        method.elements().forEach(element -> {
            if (element instanceof LocalVariable variable) {
                starting.computeIfAbsent(variable.startScope(), label -> new ArrayList<>())
                        .add(variable);
            }
        });
    }

    int current() {
        return scopes.peek();
    }

    /** The translation has come to this label. */
    void at(Label label, Slots slots) {
        while (ends.contains(label)) {
            ends.pop();
            scopes.pop();
        }
        List<LocalVariable> variables = starting.getOrDefault(label, List.of());
        boolean isStart = scopes.size() == 1 && declarations.isEmpty();
        variables.stream().sorted(Comparator.comparing(LocalVariable::slot)).forEach(variable -> {
            boolean isParameter = isStart && parameters.containsKey(variable.slot());
            if (!isParameter) {
                scopes.push(metadata.add("distinct !DILexicalBlock(scope: !" + scopes.peek() + ", file: !"
                        + metadata.fileOf(subprogram) + ", line: " + line + ")"));
                ends.push(variable.endScope());
            }
            declare(variable, isParameter, slots);
        });
    }

    private void declare(LocalVariable variable, boolean isParameter, Slots slots) {
        String descriptor = variable.typeSymbol().descriptorString();
        String argument = isParameter ? "arg: " + parameters.get(variable.slot()) + ", " : "";
        int node = metadata.add("!DILocalVariable(name: \"" + variable.name().stringValue() + "\", " + argument
                + "scope: !" + scopes.peek() + ", file: !" + metadata.fileOf(subprogram) + ", line: " + line
                + ", type: !" + types.of(descriptor) + ")");
        int location = metadata.add("!DILocation(line: " + line + ", scope: !" + scopes.peek() + ")");
        declarations.add("  #dbg_declare(ptr " + slots.of(variable.slot(), Descriptors.kind(descriptor)) + ", !" + node
                + ", !DIExpression(), !" + location + ")\n");
    }

    /** For the function's prologue. */
    String declarations() {
        return String.join("", declarations);
    }
}
