package ristretto.compiler.rules;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import ristretto.compiler.SampleCompiler;

/**
 * The program that starts at {@code Sample.start}, every call taken to reach the method of exactly the class that it
 * names.
 */
final class SampleProgram implements CheckedProgram<String> {
    private final Map<String, MethodModel> methods = new TreeMap<>();
    private final Set<String> initializedAtRunTime;

    SampleProgram(String source, Set<String> initializedAtRunTime) {
        this.initializedAtRunTime = initializedAtRunTime;
        Collection<byte[]> classes =
                SampleCompiler.compile("Sample", source, "-g").values();
        for (byte[] bytes : classes) {
            ClassModel owner = ClassFile.of().parse(bytes);
            for (MethodModel method : owner.methods()) {
                methods.put(
                        key(
                                owner.thisClass().asInternalName(),
                                method.methodName().stringValue(),
                                method.methodType().stringValue()),
                        method);
            }
        }
    }

    @Override
    public List<String> entryPoints() {
        return methods.keySet().stream()
                .filter(key -> key.startsWith("Sample.start("))
                .toList();
    }

    @Override
    public List<String> callees(String method) {
        Set<String> callees = new LinkedHashSet<>();
        for (CodeElement element : elements(method)) {
            if (element instanceof InvokeInstruction call) {
                String key = key(
                        call.owner().asInternalName(),
                        call.name().stringValue(),
                        call.type().stringValue());
                if (methods.containsKey(key)) {
                    callees.add(key);
                }
            }
        }
        return List.copyOf(callees);
    }

    @Override
    public List<CodeElement> elements(String method) {
        return methods.get(method).code().map(code -> code.elementList()).orElse(List.of());
    }

    @Override
    public Optional<MethodModel> body(String method) {
        return Optional.of(methods.get(method));
    }

    @Override
    public boolean isInitializedAtRunTime(String className) {
        return initializedAtRunTime.contains(className);
    }

    private static String key(String owner, String name, String type) {
        return owner + "." + name + type;
    }
}
