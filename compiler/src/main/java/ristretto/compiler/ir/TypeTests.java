package ristretto.compiler.ir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ristretto.compiler.analysis.Program;
import ristretto.compiler.model.JavaClass;

/**
 * Functions that tell whether an object is an instance of a class: {@code i1 (ptr)}, false for null. A class is a range of class
 * numbers; an interface or array class is the set of descriptors that have it.
 */
final class TypeTests {
    private final Program program;
    private final Metadata metadata;
    private final Map<JavaClass, String> functions = new LinkedHashMap<>();

    TypeTests(Program program, Metadata metadata) {
        this.program = program;
        this.metadata = metadata;
    }

    /** The function's name. */
    String of(JavaClass type) {
        String name = Types.quoted("is:" + type.name);
        functions.putIfAbsent(type, null);
        return name;
    }

    String text() {
        StringBuilder all = new StringBuilder();
        functions.keySet().forEach(type -> all.append(function(type)));
        return all.toString();
    }

    private String function(JavaClass type) {
        StringBuilder text = new StringBuilder("define internal zeroext i1 ")
                .append(Types.quoted("is:" + type.name))
                .append("(ptr %o) nounwind ")
                .append("{\n  %n = icmp eq ptr %o, null\n  br i1 %n, label %no, label %look\nlook:\n")
                .append("  %d = load ptr, ptr %o")
                .append(metadata.aliasHeader())
                .append('\n');
        List<JavaClass> instances = program.instantiated.stream()
                .filter(candidate -> candidate.isSubclassOf(type))
                .toList();
        if (instances.isEmpty()) {
            text.append("  br label %no\n");
        } else if (instances.size() <= 3) {
            equalToOne(text, instances);
        } else if (!type.isInterface && !type.isArray() && type.superclass != null) {
            text.append("  %k = load i32, ptr %d\n  %u = sub i32 %k, ")
                    .append(type.number)
                    .append("\n  %r = icmp ule i32 %u, ")
                    .append(type.lastNumber - type.number)
                    .append("\n  ret i1 %r\n");
        } else if (type.superclass == null) {
            text.append("  ret i1 true\n");
        } else {
            byDescriptor(text, instances);
        }
        return text.append("no:\n  ret i1 false\n}\n").toString();
    }

    private static void equalToOne(StringBuilder text, List<JavaClass> instances) {
        String result = "false";
        for (int i = 0; i < instances.size(); i++) {
            text.append("  %e")
                    .append(i)
                    .append(" = icmp eq ptr %d, ")
                    .append(Types.descriptor(instances.get(i)))
                    .append('\n');
            text.append("  %r")
                    .append(i)
                    .append(" = or i1 %e")
                    .append(i)
                    .append(", ")
                    .append(result)
                    .append('\n');
            result = "%r" + i;
        }
        text.append("  ret i1 ").append(result).append('\n');
    }

    /** Interfaces: classes have numbers; arrays do not, and are compared one by one. */
    private static void byDescriptor(StringBuilder text, List<JavaClass> instances) {
        text.append("  %k = load i32, ptr %d\n  switch i32 %k, label %arrays [");
        instances.stream()
                .filter(type -> !type.isArray())
                .forEach(type -> text.append(" i32 ").append(type.number).append(", label %yes"));
        text.append(" ]\nyes:\n  ret i1 true\narrays:\n");
        int i = 0;
        for (JavaClass type : instances) {
            if (type.isArray()) {
                text.append("  %e")
                        .append(i)
                        .append(" = icmp eq ptr %d, ")
                        .append(Types.descriptor(type))
                        .append('\n');
                text.append("  br i1 %e")
                        .append(i)
                        .append(", label %yes, label %a")
                        .append(i)
                        .append("\na")
                        .append(i)
                        .append(":\n");
                i++;
            }
        }
        text.append("  br label %no\n");
    }
}
