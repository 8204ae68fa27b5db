package ristretto.test;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import ristretto.abi.Call;
import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;
import ristretto.abi.Rights;

/** Writes the manual's page about the kernel from the declarations in {@code abi/}: constants, what is said of them, and {@link Call}. */
final class KernelReference {
    private static final String HEAD = """
            # Kernel reference

            Written from the declarations in `abi/` by `KernelReferenceTest`, which fails when they differ. To write it anew: `mvn test
            -Dtest=KernelReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Dristretto.reference=write`.

            """;
    private static final String ERRORS = """
            Of each call the tables name what it can be refused for, by argument. Where a call has an object, `t0` can be refused with NO_CAPABILITY,
            WRONG_TYPE and MISSING_RIGHT as well. The kernel's tests, the exploration and the fuzzing hold every refusal that they meet against
            these declarations; `RefusalTest` brings each of them about, and looks whether anything but these registers has changed. One may have: a REPLY_RECEIVE
            that is TIMED_OUT has given its answer, and only its wait was too late.

            """;
    private static final String EXPECTED_AND_GOT = """

            What a refusal says in `a0` and `a1`:

            | error | `a0`, expected | `a1`, got |
            | --- | --- | --- |
            | NO_CAPABILITY | how many slots the table has | the slot that was named |
            | WRONG_TYPE | the type that is wanted | the type of what is there |
            | MISSING_RIGHT | the rights that are wanted | the rights that the capability has |
            | INVALID_ARGUMENT | what would do, or 0 or 1 for no and yes, where one number can say it | what there is |
            | OUT_OF_RANGE | the limit, or how many there are | the argument; of `t0` what is too much of the object |
            | MISALIGNED | of what it must be a multiple | the argument |
            | NOT_ENOUGH_MEMORY | bytes that are needed | bytes that are free |
            | SLOT_OCCUPIED | 0 | the type of what is in the slot |
            | ALREADY_MAPPED | 0 | the virtual address |
            | NOT_MAPPED | of `t0` 0; of `t1` how many words need no message page | of `t0` 0; of `t1` words of the message |
            | NO_PAGE_TABLE | level of the table that is missing | the virtual address |
            | TIMED_OUT | the time, in ticks | the deadline |
            | CANCELLED | 1 | 0 |
            | BUSY | the state in which it could be done; 0: in nobody's use | the state, or how many use it |
            | UNKNOWN_OPERATION | the highest number | the number |
            """;
    private static final String COSTS = """
            ## Costs

            What a call costs is counted on the machine, in instructions, in the form that is named, where it is granted and nobody else is to run; with the stub
            that loads and stores all its registers. What needs two processes is in the table of `./ristretto bench kernel`, beside seL4's figures.

            Behind it stands for how many instructions interrupts can be off at most when the call is made, whatever its arguments and the state of the
            system: a bound that `./ristretto verify time` reads from the machine code, with all that the kernel may have to do on its way back to a process.
            """;

    private final Map<String, String> costs;
    private final Map<String, Long> bounds;

    /** By class and constant. */
    private final Map<String, String> comments = new HashMap<>();

    /**
     * @param costs in words, by constant
     * @param bounds of the time with interrupts off, by constant, in instructions
     */
    KernelReference(Path abiSources, Map<String, String> costs, Map<String, Long> bounds) throws IOException {
        this.costs = costs;
        this.bounds = bounds;
        for (String name : List.of("CallNumber", "ErrorCode", "ObjectType", "Operation", "Rights")) {
            readComments(abiSources.resolve("ristretto/abi/" + name + ".java"));
        }
    }

    private void readComments(Path source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(source));
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                for (Tree type : unit.getTypeDecls()) {
                    TreePath path = new TreePath(new TreePath(unit), type);
                    String typeName = ((ClassTree) type).getSimpleName().toString();
                    comments.put(typeName, trees.getDocComment(path));
                    for (Tree member : ((ClassTree) type).getMembers()) {
                        if (member instanceof VariableTree constant) {
                            comments.put(
                                    typeName + "." + constant.getName(),
                                    trees.getDocComment(new TreePath(path, constant)));
                        }
                    }
                }
            }
        }
    }

    String text() {
        StringBuilder text = new StringBuilder(HEAD);
        text.append("## How to call\n\n")
                .append(block("CallNumber"))
                .append("\n\n")
                .append(ERRORS);
        text.append("## Calls\n\n");
        constants(CallNumber.class).forEach((field, number) -> call(text, field, number, true));
        text.append("## Objects and their operations\n\n")
                .append(block("Operation"))
                .append("\n\n");
        constants(ObjectType.class).forEach((object, type) -> {
            if (type != ObjectType.NONE) {
                text.append("### ")
                        .append(object.getName())
                        .append(" (type ")
                        .append(type)
                        .append(")\n\n");
                text.append(line("ObjectType." + object.getName())).append("\n\n");
                constants(Operation.class).forEach((field, number) -> {
                    Call call = field.getAnnotation(Call.class);
                    if (call != null && call.on() == type) {
                        call(text, field, number, false);
                    }
                });
            }
        });
        text.append("## Rights\n\n").append(block("Rights")).append("\n\n| bit | right | |\n| --- | --- | --- |\n");
        rows(text, Rights.class);
        text.append("\n## Errors\n\n")
                .append(block("ErrorCode"))
                .append("\n\n| code | name | |\n| --- | --- | --- |\n");
        rows(text, ErrorCode.class);
        return text.append(EXPECTED_AND_GOT).append("\n").append(COSTS).toString();
    }

    private void call(StringBuilder text, Field field, int number, boolean isCall) {
        Call call = field.getAnnotation(Call.class);
        String owner = isCall ? "CallNumber." : "Operation.";
        text.append(isCall ? "### " : "#### ")
                .append(field.getName())
                .append(" (")
                .append(number)
                .append(")\n\n");
        String comment = line(owner + field.getName());
        text.append(comment.isEmpty() ? "No arguments." : comment).append("\n\n");
        if (call == null) {
            text.append("- refused for `t1`: UNKNOWN_OPERATION; all else is said of each operation\n\n");
            return;
        }
        if (call.on() != ObjectType.NONE) {
            text.append("- `t0`: ").append(name(ObjectType.class, call.on()));
            text.append(call.right() == 0 ? ", with whatever rights" : " with " + name(Rights.class, call.right()));
            text.append("\n");
        }
        for (String refusal : call.refuses()) {
            String[] words = refusal.split(" ", 2);
            text.append("- refused for `").append(words[0]).append("`: ");
            text.append(words[1].replace(" ", ", ")).append("\n");
        }
        if (call.on() == ObjectType.NONE && call.refuses().length == 0) {
            text.append("- never refused\n");
        }
        String cost = costs.getOrDefault(
                field.getName(), "see `ipcCallReply0` of `./ristretto bench kernel`, call and answer together");
        text.append("- cost: ").append(cost);
        text.append("; interrupts off: at most %,d%n%n".formatted(bounds.get(field.getName())));
    }

    private void rows(StringBuilder text, Class<?> type) {
        constants(type).forEach((field, value) -> text.append("| ")
                .append(value)
                .append(" | ")
                .append(field.getName())
                .append(" | ")
                .append(line(type.getSimpleName() + "." + field.getName()))
                .append(" |\n"));
    }

    /** In the order of their values; two of Operation are no operations, but flags. */
    private static Map<Field, Integer> constants(Class<?> type) {
        List<Field> fields = new ArrayList<>(List.of(type.getFields()));
        fields.removeIf(field -> type == Operation.class && field.getAnnotation(Call.class) == null);
        fields.sort((one, other) -> Integer.compare(value(one), value(other)));
        Map<Field, Integer> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field, value(field)));
        return values;
    }

    private static int value(Field constant) {
        try {
            return constant.getInt(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(Class<?> type, int value) {
        for (Field field : type.getFields()) {
            if (value(field) == value) {
                return field.getName();
            }
        }
        throw new IllegalArgumentException(type + " has no " + value);
    }

    /** What is said of a constant, in one line. */
    private String line(String key) {
        String comment = comments.get(key);
        return comment == null ? "" : plain(comment).strip().replaceAll("\\s+", " ");
    }

    /** What is said of a class, with its paragraphs and tables. */
    private String block(String key) {
        return plain(comments.get(key))
                .replaceAll("\n[ \t]*<p>", "\n\n")
                .replaceAll("\n{3,}", "\n\n")
                .replace("<pre>", "```")
                .replace("</pre>", "```")
                .strip();
    }

    /** Javadoc's inline tags as Markdown. */
    private static String plain(String comment) {
        StringJoiner lines = new StringJoiner("\n");
        boolean verbatim = false;
        for (String line : comment.lines().toList()) {
            String shown = line.startsWith(" ") ? line.substring(1) : line;
            verbatim |= shown.contains("<pre>");
            lines.add(shown);
        }
        return lines.toString()
                .replaceAll("\\{@code\\s+([^}]*)}", verbatim ? "$1" : "`$1`")
                .replaceAll("\\{@link(?:plain)?\\s+#?([^}]*)}", "$1");
    }
}
