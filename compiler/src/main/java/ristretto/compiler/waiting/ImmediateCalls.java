package ristretto.compiler.waiting;

import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ristretto.compiler.analysis.CallGraph;
import ristretto.compiler.analysis.Program;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaMethod;
import ristretto.compiler.model.MethodAnnotations;

/**
 * What is known of immediate calls in an image, and of those that hand over services or buffers, which block their callers likewise, for whoever knows the whole system: a line each, of fields with tabs between.
 *
 * <pre>
 * process  serves  interface                 it has such methods, and the process a dispatcher of it
 * process  takes   interface                 a dispatcher of the process has services of it as arguments
 * process  calls   interface  where          the process calls some such method of it there
 *          never   method     reason         it says that it never waits
 * </pre>
 *
 * The process is empty where the image has one program.
 */
public final class ImmediateCalls {
    private static final String DISPATCHER = "Dispatcher";
    private static final String CLIENT = "Client";

    private final Program program;
    private final StringBuilder text = new StringBuilder();

    private ImmediateCalls(Program program) {
        this.program = program;
    }

    /** @param mains main class by process; empty: there is one program */
    public static String of(Program program, Map<String, String> mains) {
        ImmediateCalls calls = new ImmediateCalls(program);
        if (mains.isEmpty()) {
            calls.process("", program.methods);
        } else if (program.methods.stream().anyMatch(ImmediateCalls::isOfServices)) {
            mains.forEach((process, main) -> calls.process(process, new Part(program, main).methods()));
        }
        for (JavaMethod method : program.methods) {
            String reason = MethodAnnotations.text(method.model, Waiting.NEVER_WAITS, "reason");
            if (reason != null && method.owner.origin == JavaClass.Origin.APPLICATION) {
                calls.line("", "never", method.displayName(), reason);
            }
        }
        return calls.text.toString();
    }

    private static boolean isOfServices(JavaMethod method) {
        return MethodAnnotations.isPresent(method.model, Waiting.IMMEDIATE)
                || MethodAnnotations.isPresent(method.model, Waiting.HANDS_OVER);
    }

    private void process(String process, Set<JavaMethod> methods) {
        Set<String> served = new LinkedHashSet<>();
        Set<String> taken = new LinkedHashSet<>();
        Set<JavaMethod> called = new LinkedHashSet<>();
        for (JavaMethod method : methods) {
            if (isOfServices(method) && Waiting.isClient(method.owner)) {
                called.add(method);
            } else if (isOfServices(method) && method.owner.name.endsWith(DISPATCHER)) {
                served.add(interfaceOf(method, DISPATCHER));
                method.elements().forEach(element -> addTaken(element, taken));
            }
        }
        served.forEach(service -> line(process, "serves", service));
        taken.forEach(service -> line(process, "takes", service));
        Set<String> told = new LinkedHashSet<>();
        CallGraph graph = new CallGraph(program);
        for (JavaMethod method : called.isEmpty() ? Set.<JavaMethod>of() : methods) {
            for (JavaMethod callee : graph.callees(method.elements())) {
                if (called.contains(callee) && told.add(callee.owner.name)) {
                    line(process, "calls", interfaceOf(callee, CLIENT), method.displayName());
                }
            }
        }
    }

    /** A dispatcher makes a client of what has come as an argument. */
    private void addTaken(CodeElement element, Set<String> taken) {
        if (element instanceof NewObjectInstruction object) {
            JavaClass type = program.world.get(object.className().asInternalName());
            if (Waiting.isClient(type)) {
                taken.add(without(type.displayName(), CLIENT));
            }
        }
    }

    private static String interfaceOf(JavaMethod method, String ending) {
        return without(method.owner.displayName(), ending);
    }

    private static String without(String name, String ending) {
        return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
    }

    private void line(String... fields) {
        for (int i = 0; i < fields.length; i++) {
            fields[i] = fields[i].replaceAll("\\s+", " ");
        }
        text.append(String.join("\t", List.of(fields))).append('\n');
    }
}
