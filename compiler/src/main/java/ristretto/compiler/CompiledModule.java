package ristretto.compiler;

import java.lang.classfile.CodeElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import ristretto.compiler.analysis.CallGraph;
import ristretto.compiler.analysis.Program;
import ristretto.compiler.model.JavaMethod;
import ristretto.compiler.promise.PromiseCheck;
import ristretto.compiler.waiting.ImmediateCalls;

/** What the compiler makes of a program: an LLVM module as text, and what is known of its calls. */
public final class CompiledModule {
    private final String ir;
    private final List<String> warnings;
    private final Program program;
    private final Map<String, String> processes;

    /** @param processes main class by process; empty where there is one program */
    CompiledModule(String ir, List<String> warnings, Program program, Map<String, String> processes) {
        this.processes = processes;
        this.ir = ir;
        this.warnings = warnings;
        this.program = program;
    }

    /** The module. */
    public String ir() {
        return ir;
    }

    /** What only libraries reach and is not supported. */
    public List<String> warnings() {
        return warnings;
    }

    /** Whose services' immediate methods it calls and serves, see {@link ImmediateCalls}. */
    public String immediateCalls() {
        return ImmediateCalls.of(program, processes);
    }

    /** The Java call graph, from symbol to symbols. */
    public Map<String, List<String>> calls() {
        CallGraph graph = new CallGraph(program);
        Map<String, List<String>> calls = new LinkedHashMap<>();
        for (JavaMethod method : program.methods) {
            List<CodeElement> elements = method.elements();
            calls.put(
                    method.symbol(),
                    graph.callees(elements).stream().map(JavaMethod::symbol).toList());
        }
        return calls;
    }

    /** Symbols of the functions whose stack somebody has to provide: what assembly calls, and what promises a bounded stack. */
    public List<String> entryPoints() {
        SortedSet<String> exports = new TreeSet<>();
        program.exports.forEach(method -> exports.add(method.annotations.export()));
        List<String> entries = new ArrayList<>(exports);
        program.methods.stream()
                .filter(PromiseCheck::promisesBoundedStack)
                .map(JavaMethod::symbol)
                .forEach(entries::add);
        return entries;
    }
}
