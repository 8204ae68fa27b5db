package ristretto.compiler.waiting;

import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import ristretto.compiler.analysis.CallGraph;
import ristretto.compiler.analysis.Program;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaMethod;

/**
 * What one of several programs in an image reaches: from its main method, by virtual calls at objects that it makes itself. Objects that no instruction makes anywhere may be at hand in each, and so
 * may those of the JDK and of ours.
 */
final class Part {
    private final Program program;
    private final CallGraph graph;
    private final Set<JavaMethod> reached = new LinkedHashSet<>();
    private final Set<JavaClass> made = new HashSet<>();
    /** Called, but there is no object yet at which they would be. */
    private final Set<JavaMethod> waiting = new LinkedHashSet<>();

    private final Queue<JavaMethod> open = new ArrayDeque<>();

    Part(Program program, String mainClass) {
        this.program = program;
        this.graph = new CallGraph(program);
        Set<JavaClass> byInstruction = new HashSet<>();
        program.methods.forEach(method -> method.elements().forEach(element -> addMade(element, byInstruction)));
        program.instantiated.stream()
                .filter(type -> !byInstruction.contains(type)
                        || type.origin == JavaClass.Origin.JDK
                        || type.origin == JavaClass.Origin.SYSTEM)
                .forEach(made::add);
        JavaClass main = program.world.get(mainClass.replace('.', '/'));
        program.methods.stream()
                .filter(method -> method.name.equals("main") && main.isSubclassOf(method.owner))
                .forEach(this::reach);
        made.add(main);
        while (!open.isEmpty()) {
            follow(open.remove());
        }
    }

    Set<JavaMethod> methods() {
        return reached;
    }

    private void addMade(CodeElement element, Set<JavaClass> classes) {
        if (element instanceof NewObjectInstruction object) {
            classes.add(program.world.get(object.className().asInternalName()));
        }
    }

    private void reach(JavaMethod method) {
        if (!program.methods.contains(method) || reached.contains(method)) {
            return;
        }
        boolean hasObject = method.isStatic()
                || method.name.equals("<init>")
                || made.stream().anyMatch(type -> type.isSubclassOf(method.owner));
        if (hasObject) {
            reached.add(method);
            open.add(method);
        } else {
            waiting.add(method);
        }
    }

    private void follow(JavaMethod method) {
        int before = made.size();
        method.elements().forEach(element -> addMade(element, made));
        graph.callees(method.elements()).forEach(this::reach);
        if (method.owner.initialisedAtRunTime && method.owner.initialiser() != null) {
            reach(method.owner.initialiser());
        }
        if (made.size() > before) {
            Set<JavaMethod> again = new LinkedHashSet<>(waiting);
            waiting.clear();
            again.forEach(this::reach);
        }
    }
}
