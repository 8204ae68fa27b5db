package ristretto.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class files from before Java 6, which do not say what lies on the operand stack where branches meet, give the same code. */
class OldClassFileTest {
    private static final String SOURCE = """
            public class Main {
                static String choose(int n, Object other) {
                    String text = n > 3 ? "many" : n == 3 ? "three" : other instanceof String s ? s : "few";
                    try {
                        for (int i = 0; i < n; i++) {
                            text = text.concat(i % 2 == 0 ? "even" : "odd");
                        }
                        return text.length() > 20 ? text.substring(1) : text;
                    } catch (RuntimeException e) {
                        return n > 0 ? e.getMessage() : null;
                    } finally {
                        other = n < 0 ? "a" : new Object();
                    }
                }
                static void main(String[] arguments) {
                    System.out.println(choose(arguments.length, arguments));
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void compilesToTheSame() throws IOException {
        SampleClasses program = new SampleClasses(folder).add("Main", SOURCE);
        String modern = program.compile("Main");
        Path file = folder.resolve("Main.class");
        ClassModel model = ClassFile.of().parse(Files.readAllBytes(file));
        ClassTransform aged = ClassTransform.transformingMethods(
                        MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL))
                .andThen(ClassTransform.endHandler(builder -> builder.withVersion(ClassFile.JAVA_5_VERSION, 0)));
        byte[] old = ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS).transformClass(model, aged);
        assertEquals(ClassFile.JAVA_5_VERSION, ClassFile.of().parse(old).majorVersion());
        Files.write(file, old);
        assertEquals(modern, program.compile("Main"));
    }
}
