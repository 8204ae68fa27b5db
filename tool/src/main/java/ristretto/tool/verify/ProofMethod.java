package ristretto.tool.verify;

import java.io.IOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A method with {@code ristretto.proofs.Proof}, as its class file has it.
 *
 * @param type binary name of its class
 */
record ProofMethod(
        String type,
        String method,
        String universe,
        int unwind,
        boolean quick,
        List<String> planted,
        List<String> standIns) {
    private static final String ANNOTATION = "ristretto.proofs.Proof";
    private static final int UNWIND = 7;

    /** As lines of output have it: {@code Scheduler.enqueue}. */
    String name() {
        return type.substring(type.lastIndexOf('.') + 1).replaceFirst("Proofs$", "") + "." + method;
    }

    /** All that are in a folder of class files, by class, in the order of their declaration. */
    static List<ProofMethod> in(Path classes) throws IOException {
        List<ProofMethod> proofs = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(classes)) {
            files = walk.filter(file -> file.toString().endsWith("Proofs.class"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            ClassModel model = ClassFile.of().parse(file);
            for (MethodModel method : model.methods()) {
                method.findAttribute(Attributes.runtimeInvisibleAnnotations())
                        .ifPresent(found -> found.annotations().stream()
                                .filter(annotation -> isProof(annotation))
                                .forEach(annotation -> proofs.add(of(model, method, annotation))));
            }
        }
        return proofs;
    }

    private static boolean isProof(Annotation annotation) {
        return annotation.classSymbol().descriptorString().equals("L" + ANNOTATION.replace('.', '/') + ";");
    }

    private static ProofMethod of(ClassModel model, MethodModel method, Annotation annotation) {
        String universe = "";
        int unwind = UNWIND;
        boolean quick = false;
        List<String> planted = List.of();
        List<String> standIns = List.of();
        for (AnnotationElement element : annotation.elements()) {
            switch (element.name().stringValue()) {
                case "universe" -> universe = ((AnnotationValue.OfString) element.value()).stringValue();
                case "unwind" -> unwind = ((AnnotationValue.OfInt) element.value()).intValue();
                case "quick" -> quick = ((AnnotationValue.OfBoolean) element.value()).booleanValue();
                case "planted" -> planted = strings(element.value());
                case "standIns" -> standIns = strings(element.value());
                default -> throw new IllegalStateException(element.toString());
            }
        }
        return new ProofMethod(
                model.thisClass().asInternalName().replace('/', '.'),
                method.methodName().stringValue(),
                universe,
                unwind,
                quick,
                planted,
                standIns);
    }

    private static List<String> strings(AnnotationValue array) {
        return ((AnnotationValue.OfArray) array)
                .values().stream()
                        .map(value -> ((AnnotationValue.OfString) value).stringValue())
                        .toList();
    }
}
