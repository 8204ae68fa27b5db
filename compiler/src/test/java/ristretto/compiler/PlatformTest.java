package ristretto.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.compiler.link.Target;
import ristretto.runtime.Substitute;

/** Each platform provides what the runtime asks of it, and a program gets its target's and no other's. */
class PlatformTest {
    private static final String PACKAGE = "ristretto.runtime.platform.";

    @Test
    void everyPlatformHasABodyForEachDeclaration() throws Exception {
        List<String> missing = new ArrayList<>();
        for (Method declaration : declarations()) {
            for (Target target : List.of(Target.RISCV64_PROCESS, Target.LINUX_X86_64)) {
                Class<?> type = Class.forName(
                        PACKAGE + target.platform() + "."
                                + declaration.getDeclaringClass().getSimpleName(),
                        false,
                        getClass().getClassLoader());
                boolean found = Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(body -> body.getName().equals(declaration.getName())
                                && body.getReturnType() == declaration.getReturnType()
                                && Arrays.equals(body.getParameterTypes(), declaration.getParameterTypes())
                                && Modifier.isStatic(body.getModifiers())
                                && !Modifier.isPrivate(body.getModifiers()));
                if (!found) {
                    missing.add(target.platform() + ": " + declaration);
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    private static List<Method> declarations() throws IOException, ReflectiveOperationException {
        Path root = Path.of(Substitute.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        List<Method> declarations = new ArrayList<>();
        try (Stream<Path> files = Files.list(root.resolve(PACKAGE.replace('.', '/')))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                if (!name.equals("package-info")) {
                    Arrays.stream(Class.forName(PACKAGE + name, false, PlatformTest.class.getClassLoader())
                                    .getDeclaredMethods())
                            .filter(method -> Modifier.isNative(method.getModifiers()))
                            .forEach(declarations::add);
                }
            }
        }
        assertTrue(declarations.size() > 10, declarations::toString);
        return declarations;
    }

    @Test
    void aProgramCallsItsPlatformOnly(@TempDir Path folder) {
        SampleClasses classes = new SampleClasses(folder)
                .add("Main", "class Main { public static void main(String[] args) { System.out.print(1); } }");
        String linux = new Compiler(SampleClasses.system())
                .compileProcess(List.of(folder), "Main", Target.LINUX_X86_64)
                .ir();
        assertTrue(linux.contains("asm sideeffect \"syscall\""));
        assertFalse(linux.contains("ecall"));
        String onOurKernel = classes.compile("Main");
        assertTrue(onOurKernel.contains("asm sideeffect \"ecall\""));
        assertFalse(onOurKernel.contains("syscall"));
    }
}
