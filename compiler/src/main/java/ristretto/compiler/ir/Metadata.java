package ristretto.compiler.ir;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ristretto.compiler.Mode;
import ristretto.compiler.analysis.Program;
import ristretto.compiler.link.TraceTableBuilder;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaField;
import ristretto.compiler.model.JavaMethod;

/**
 * What the IR tells LLVM beside the code: branch weights, types for alias analysis, and where each instruction comes from. The name
 * of a subprogram is what a stack trace shows; it begins with {@link #HIDDEN} where a trace leaves the frame out.
 */
final class Metadata {
    static final char HIDDEN = TraceTableBuilder.HIDDEN;
    static final String NATIVE_METHOD = "Native Method";

    static final String UNLIKELY = ", !prof !1";
    static final String LIKELY = ", !prof !11";

    private final StringBuilder text = new StringBuilder();
    private final Map<String, Integer> aliasTags = new HashMap<>();
    private final Map<String, Integer> files = new LinkedHashMap<>();
    private final Map<String, Integer> locations = new HashMap<>();
    private final Map<Integer, Integer> filesOfSubprograms = new HashMap<>();
    private final String immutable;
    private List<Integer> globals = List.of();
    private int next = 12;

    Metadata(Program program) {
        // The kernel makes objects where others were; a process's come from functions that are not inlined.
        immutable = program.mode == Mode.KERNEL ? "" : ", !invariant.load !8";
        text.append("!llvm.module.flags = !{!4, !5, !6}\n!llvm.dbg.cu = !{!3}\n")
                .append("!0 = !{!\"java\"}\n")
                .append("!1 = !{!\"branch_weights\", i32 1, i32 4000}\n")
                .append("!2 = !DIFile(filename: \"ristretto\", directory: \"\")\n")
                .append("!3 = distinct !DICompileUnit(language: DW_LANG_Java, file: !2, isOptimized: true, "
                        + "runtimeVersion: 0, emissionKind: FullDebug, globals: !10)\n")
                .append("!4 = !{i32 2, !\"Debug Info Version\", i32 3}\n")
                .append("!5 = !{i32 7, !\"Dwarf Version\", i32 4}\n")
                .append("!6 = !{i32 1, !\"target-abi\", !\"")
                .append(program.target.abi())
                .append("\"}\n")
                .append("!7 = !DISubroutineType(types: !8)\n!8 = !{}\n")
                .append("!11 = !{!\"branch_weights\", i32 200, i32 1}\n")
                .append("!9 = !{i32 0, i32 -2147483648}\n");
    }

    int add(String node) {
        int number = reserve();
        define(number, node);
        return number;
    }

    /** The number of a node that is defined later. */
    int reserve() {
        return next++;
    }

    void define(int number, String node) {
        text.append('!').append(number).append(" = ").append(node).append('\n');
    }

    /** Static fields that a debugger knows. */
    void globals(List<Integer> nodes) {
        globals = nodes;
    }

    int fileOf(int subprogram) {
        return filesOfSubprograms.get(subprogram);
    }

    /** Accesses with different tags never meet the same memory. */
    String alias(JavaField field) {
        return alias(field.toString());
    }

    /** Array elements of a type; byte and boolean arrays share their instructions. */
    String aliasElement(String descriptor) {
        return alias("[" + (descriptor.length() > 1 ? "A" : descriptor.equals("Z") ? "B" : descriptor));
    }

    /** Of a load of an object's class: it stays as it is for the object's life. */
    String aliasHeader() {
        return alias("class") + immutable;
    }

    /** Of a load of an array's length: it stays as it is, and is not negative. */
    String aliasLength() {
        return alias("length") + ", !range !9" + immutable;
    }

    private String alias(String key) {
        int tag = aliasTags.computeIfAbsent(key, k -> {
            int type = add("!{!\"" + k + "\", !0, i64 0}");
            return add("!{!" + type + ", !" + type + ", i64 0}");
        });
        return ", !tbaa !" + tag;
    }

    int subprogram(JavaMethod method) {
        int file = file(method.replacesNative ? NATIVE_METHOD : method.bodyOwner.sourceFile());
        int number = add("distinct !DISubprogram(name: \"" + traceName(method) + "\", scope: !" + file + ", file: !"
                + file + ", line: " + method.firstLine() + ", type: !7, spFlags: DISPFlagDefinition, unit: !3)");
        filesOfSubprograms.put(number, file);
        return number;
    }

    /** Of functions that stand in no source file. */
    int glue() {
        int file = file("Glue");
        return add("distinct !DISubprogram(name: \"" + HIDDEN + "ristretto.Glue.glue\", scope: !" + file + ", file: !"
                + file + ", line: 0, type: !7, spFlags: DISPFlagDefinition, unit: !3)");
    }

    static String traceName(JavaMethod method) {
        JavaClass owner = method.owner;
        String name = owner.displayName() + "." + method.name;
        if (isHidden(method)) {
            return HIDDEN + name;
        }
        return owner.origin == JavaClass.Origin.JDK ? "java.base/" + name : name;
    }

    static boolean isHidden(JavaMethod method) {
        JavaClass owner = method.owner;
        return owner.origin == JavaClass.Origin.SYNTHETIC
                || method.annotations.hidden()
                || owner.name.startsWith("ristretto/runtime/");
    }

    private int file(String name) {
        return files.computeIfAbsent(name, n -> add("!DIFile(filename: \"" + n + "\", directory: \"\")"));
    }

    /** Suffix of an instruction that stands on this line of this subprogram, or of a block in it. */
    String location(int scope, int line) {
        return location("line: " + line + ", scope: !" + scope);
    }

    /** The same for an access that may fault; by its column the trace table knows that it must be exact there. */
    String faultingLocation(int scope, int line) {
        return location("line: " + line + ", column: 1, scope: !" + scope);
    }

    private String location(String key) {
        return ", !dbg !" + locations.computeIfAbsent(key, k -> add("!DILocation(" + k + ")"));
    }

    @Override
    public String toString() {
        String nodes = globals.stream().map(node -> "!" + node).collect(Collectors.joining(", "));
        return text + "!10 = !{" + nodes + "}\n";
    }
}
