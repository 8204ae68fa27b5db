package ristretto.compiler.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.LineNumber;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ristretto.compiler.SampleCompiler;

/**
 * Some 120 ways to meet null, each run on HotSpot, whose message must be ours. The samples' line numbers are replaced
 * by instruction indexes, so that the exception's own stack trace tells which instruction failed.
 */
final class NullMessagesTest {
    private static final String SAMPLE = "NullSamples";

    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:none"})
    void sameAsHotSpot(String debug) throws Exception {
        Map<String, byte[]> classes = new HashMap<>();
        try (InputStream source = NullMessagesTest.class.getResourceAsStream(SAMPLE + ".java")) {
            String text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
            SampleCompiler.compile(SAMPLE, text, debug).forEach((name, bytes) -> classes.put(name, numbered(bytes)));
        }
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (Method method : new Definer(classes).loadClass(SAMPLE).getDeclaredMethods()) {
            if (method.getName().startsWith("case")) {
                NullPointerException raised = run(method);
                StackTraceElement top = raised.getStackTrace()[0];
                expected.add(method.getName() + ": " + raised.getMessage());
                actual.add(method.getName() + ": " + describe(classes.get(top.getClassName()), top));
            }
        }
        assertEquals(String.join("\n", expected), String.join("\n", actual));
        assertTrue(expected.size() >= 120, "cases: " + expected.size());
    }

    private static NullPointerException run(Method method) throws IllegalAccessException {
        method.setAccessible(true);
        try {
            method.invoke(null);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof NullPointerException expected) {
                return expected;
            }
            throw new AssertionError(method.getName(), thrown.getCause());
        }
        throw new AssertionError(method.getName() + " met no null");
    }

    private static String describe(byte[] owner, StackTraceElement frame) {
        MethodModel method = ClassFile.of().parse(owner).methods().stream()
                .filter(candidate -> candidate.methodName().equalsString(frame.getMethodName()))
                .filter(candidate -> hasLine(candidate, frame.getLineNumber()))
                .findFirst()
                .orElseThrow();
        return NullMessages.describe(method, frame.getLineNumber());
    }

    private static boolean hasLine(MethodModel method, int index) {
        return method.code()
                        .orElseThrow()
                        .elementStream()
                        .filter(Instruction.class::isInstance)
                        .count()
                > index;
    }

    private static byte[] numbered(byte[] original) {
        ClassFile classFile = ClassFile.of();
        ClassModel model = classFile.parse(original);
        return classFile.transformClass(
                model, ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(NullMessagesTest::numbering)));
    }

    private static CodeTransform numbering() {
        int[] next = {0};
        return (CodeBuilder builder, CodeElement element) -> {
            if (element instanceof Instruction) {
                builder.lineNumber(next[0]++);
            }
            if (!(element instanceof LineNumber)) {
                builder.with(element);
            }
        };
    }

    private static final class Definer extends ClassLoader {
        private final Map<String, byte[]> classes;

        Definer(Map<String, byte[]> classes) {
            super(null);
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
