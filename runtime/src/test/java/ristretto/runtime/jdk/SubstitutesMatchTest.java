package ristretto.runtime.jdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every substitute has its counterpart in this JDK: what the compiler insists on, known before it runs. */
class SubstitutesMatchTest {
    private static final String PACKAGE = "Lristretto/runtime/";

    @Test
    void everySubstituteMeetsItsTarget() throws Exception {
        Path folder = Path.of(SystemSubstitute.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        try (Stream<Path> files = Files.list(folder.resolve("ristretto/runtime/jdk"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                ClassModel substitute = ClassFile.of().parse(file);
                Optional<String> target = annotation(annotations(substitute), "Substitute");
                if (target.isPresent()) {
                    ClassModel model = target(folder, target.get());
                    for (MethodModel method : substitute.methods()) {
                        if (method.flags().has(AccessFlag.STATIC)
                                && !method.methodName().equalsString("<clinit>")
                                && !method.flags().has(AccessFlag.SYNTHETIC)) {
                            checked++;
                            check(method, model, substitute, wrong);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(checked > 100, checked + " substitutes");
    }

    private static void check(MethodModel method, ClassModel target, ClassModel substitute, List<String> wrong)
            throws IOException {
        List<Annotation> annotations = method.findAttribute(Attributes.runtimeInvisibleAnnotations())
                .map(a -> a.annotations())
                .orElse(List.of());
        Optional<String> alias = annotation(annotations, "Alias");
        Optional<String> initial = annotation(annotations, "InitialValue");
        boolean isHelper = method.flags().has(AccessFlag.PRIVATE) && annotations.isEmpty();
        boolean ok;
        if (isHelper) {
            ok = true;
        } else if (initial.isPresent()) {
            ok = hasField(target, initial.get());
        } else if (alias.isPresent() && hasField(target, alias.get())) {
            ok = true;
        } else if (alias.isPresent() && alias.get().equals("new")) {
            ok = target.methods().stream()
                    .anyMatch(m -> m.methodName().equalsString("<init>")
                            && matches(
                                    method.methodTypeSymbol().parameterList(),
                                    m.methodTypeSymbol().parameterList()));
        } else {
            ok = hasMethod(target, alias.orElse(method.methodName().stringValue()), method.methodTypeSymbol());
        }
        if (!ok) {
            wrong.add(substitute.thisClass().asInternalName() + "." + method.methodName() + method.methodType()
                    + " meets nothing in " + target.thisClass().asInternalName());
        }
    }

    private static boolean hasField(ClassModel type, String name) {
        return type.fields().stream().anyMatch(f -> f.fieldName().equalsString(name));
    }

    private static boolean hasMethod(ClassModel type, String name, MethodTypeDesc substitute) throws IOException {
        for (MethodModel method : type.methods()) {
            if (method.methodName().equalsString(name)) {
                boolean isStatic = method.flags().has(AccessFlag.STATIC);
                MethodTypeDesc wanted = method.methodTypeSymbol();
                boolean result = name.equals("<init>") || matches(substitute.returnType(), wanted.returnType());
                List<ClassDesc> parameters = substitute.parameterList();
                if (!isStatic && !parameters.isEmpty()) {
                    parameters = parameters.subList(1, parameters.size());
                }
                if (result && matches(parameters, wanted.parameterList())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean matches(List<ClassDesc> own, List<ClassDesc> wanted) {
        boolean same = own.size() == wanted.size();
        for (int i = 0; same && i < own.size(); i++) {
            same = matches(own.get(i), wanted.get(i));
        }
        return same;
    }

    private static boolean matches(ClassDesc own, ClassDesc wanted) {
        return own.equals(wanted) || own.descriptorString().equals("Ljava/lang/Object;") && !wanted.isPrimitive();
    }

    private static List<Annotation> annotations(ClassModel type) {
        return type.findAttribute(Attributes.runtimeInvisibleAnnotations())
                .map(a -> a.annotations())
                .orElse(List.of());
    }

    private static Optional<String> annotation(List<Annotation> annotations, String name) {
        return annotations.stream()
                .filter(a -> a.className().equalsString(PACKAGE + name + ";"))
                .map(a -> ((AnnotationValue.OfString) a.elements().getFirst().value()).stringValue())
                .findFirst();
    }

    /** A class of the JDK, or of the runtime itself. */
    private static ClassModel target(Path runtime, String name) throws IOException {
        String file = name.replace('.', '/') + ".class";
        String module = name.startsWith("java.util.logging.") ? "java.logging" : "java.base";
        Path path = name.startsWith("ristretto.")
                ? runtime.resolve(file)
                : FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules", module, file);
        return ClassFile.of().parse(Files.readAllBytes(path));
    }
}
