package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ristretto.abi.Call;
import ristretto.abi.ObjectType;
import ristretto.abi.Operation;

/**
 * The SDK's stubs of kernel operations are what {@code abi/} declares: each is a method of the class for the object that the operation is for, gives all
 * registers that its declaration names as arguments and no others, reads only what it answers, and is called in errors as it is called there.
 */
class StubTest {
    private static final Path SOURCES = ImageFactory.HOUSE.root();
    private static final Pattern REGISTERS = Pattern.compile("\\ba(\\d)(?:-a(\\d))?\\b");
    private static final Map<String, String> OTHER_NAMES = Map.of("THREAD_CONTROL", "THREAD");

    /** @param passed and {@code read}: numbers of registers */
    private record Stub(String type, String operation, String name, Set<Integer> passed, Set<Integer> read) {}

    private static final List<Stub> STUBS = new ArrayList<>();
    private static final Map<String, String> COMMENTS = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        List<Path> files = new ArrayList<>();
        Path sdk = SOURCES.resolve("sdk/src/main/java/ristretto/sdk");
        try (Stream<Path> all = Files.list(sdk.resolve("kernel"))) {
            all.forEach(files::add);
        }
        files.add(sdk.resolve("InterruptLine.java"));
        files.add(SOURCES.resolve("abi/src/main/java/ristretto/abi/Operation.java"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            Trees trees = Trees.instance(task);
            for (var unit : task.parse()) {
                new Reader(trees).scan(unit, null);
            }
        }
    }

    /** Collects what one file says. */
    private static final class Reader extends TreePathScanner<Void, Void> {
        private final Trees trees;
        private String type;
        private final Set<Integer> assigned = new TreeSet<>();
        private final Set<Integer> read = new TreeSet<>();
        private String operation;
        private String name;
        private int words;

        Reader(Trees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            type = tree.getSimpleName().toString();
            for (Tree member : tree.getMembers()) {
                if (type.equals("Operation") && member instanceof VariableTree constant) {
                    String comment = trees.getDocComment(new TreePath(getCurrentPath(), member));
                    COMMENTS.put(constant.getName().toString(), comment == null ? "" : comment);
                }
            }
            return super.visitClass(tree, nothing);
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            assigned.clear();
            read.clear();
            operation = null;
            name = null;
            super.visitMethod(tree, nothing);
            if (operation != null) {
                Set<Integer> passed = new TreeSet<>(assigned);
                for (int i = 0; i < words; i++) {
                    passed.add(i);
                }
                STUBS.add(new Stub(type, operation, name, passed, new TreeSet<>(read)));
            }
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
            String method = tree.getMethodSelect() instanceof IdentifierTree self
                    ? self.getName().toString()
                    : "";
            List<? extends ExpressionTree> arguments = tree.getArguments();
            if (Set.of("invoke", "refused").contains(method)
                    && arguments.getFirst() instanceof LiteralTree text
                    && text.getValue() instanceof String said) {
                name = said;
            }
            if (method.equals("invoke") || method.equals("attempt")) {
                int at = method.equals("invoke") ? 1 : 0;
                operation =
                        ((MemberSelectTree) arguments.get(at)).getIdentifier().toString();
                words = arguments.size() - at - 1;
                while (words > 0 && isZero(arguments.get(at + words))) {
                    words--;
                }
            }
            return super.visitMethodInvocation(tree, nothing);
        }

        private static boolean isZero(ExpressionTree argument) {
            return argument instanceof LiteralTree literal && Integer.valueOf(0).equals(literal.getValue());
        }

        @Override
        public Void visitAssignment(AssignmentTree tree, Void nothing) {
            int register = register(tree.getVariable());
            if (register < 0) {
                return super.visitAssignment(tree, nothing);
            }
            assigned.add(register);
            return scan(tree.getExpression(), nothing);
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
            int register = register(tree);
            if (register >= 0) {
                read.add(register);
            }
            return super.visitMemberSelect(tree, nothing);
        }

        private static int register(Tree tree) {
            String field = tree instanceof MemberSelectTree select
                    ? select.getIdentifier().toString()
                    : "";
            return field.matches("a[0-7]") ? field.charAt(1) - '0' : -1;
        }
    }

    /** Registers in a declaration's sentences: what goes in stands before the word "answers", what is answered behind it. */
    private static Set<Integer> declared(String operation, boolean answered) {
        String comment = COMMENTS.get(operation).strip();
        String inherited = comment.startsWith("As TABLE_COPY") ? COMMENTS.get("TABLE_COPY") + ". " : "";
        Set<Integer> registers = new TreeSet<>();
        for (String sentence : (inherited + comment).split("[.]\\s")) {
            String[] parts = sentence.split("(?i)\\banswers\\b", 2);
            String part = answered ? parts.length > 1 ? parts[1] : "" : parts[0];
            Matcher matcher = REGISTERS.matcher(part.contains("undefined") ? "" : part);
            while (matcher.find()) {
                int first = Integer.parseInt(matcher.group(1));
                int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
                for (int i = first; i <= last; i++) {
                    registers.add(i);
                }
            }
        }
        return registers;
    }

    @Test
    void eachIsForTheObjectOfItsOperation() throws ReflectiveOperationException {
        for (Stub stub : STUBS) {
            Call call = Operation.class.getField(stub.operation).getAnnotation(Call.class);
            String object = stub.type.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
            object = OTHER_NAMES.getOrDefault(object, object);
            assertEquals(ObjectType.class.getField(object).getInt(null), call.on(), stub.toString());
        }
    }

    @Test
    void eachGivesWhatIsDeclaredAndReadsWhatIsAnswered() {
        for (Stub stub : STUBS) {
            assertEquals(declared(stub.operation, false), stub.passed, stub.toString());
            Set<Integer> answered = declared(stub.operation, true);
            assertTrue(answered.containsAll(stub.read), stub + " answers " + answered);
        }
    }

    @Test
    void eachIsCalledAsItIsDeclared() {
        for (Stub stub : STUBS) {
            assertEquals(stub.operation.toLowerCase(Locale.ROOT).replace('_', ' '), stub.name, stub.toString());
        }
        // Else nothing was read.
        assertTrue(STUBS.size() >= 28, STUBS.toString());
    }
}
