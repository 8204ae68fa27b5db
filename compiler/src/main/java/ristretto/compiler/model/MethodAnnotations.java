package ristretto.compiler.model;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.util.List;
import java.util.Optional;

/** The annotations that tell the compiler what to do with a method. */
public record MethodAnnotations(
        boolean intrinsic,
        boolean noInline,
        boolean alwaysInline,
        boolean jump,
        boolean tailCalls,
        String deleted,
        String alias,
        String initialValue,
        String unless,
        String assembly,
        boolean assemblyMayThrow,
        String export,
        String exportNeededBy,
        boolean hidden,
        Integer loopBound) {

    static MethodAnnotations of(AttributedElement method) {
        List<Annotation> all = annotations(method);
        return new MethodAnnotations(
                has(all, "Lristretto/magic/Intrinsic;"),
                has(all, "Lristretto/magic/NoInline;"),
                has(all, "Lristretto/magic/AlwaysInline;"),
                has(all, "Lristretto/magic/Jump;"),
                has(all, "Lristretto/magic/TailCalls;"),
                text(all, "Lristretto/runtime/Delete;"),
                text(all, "Lristretto/runtime/Alias;"),
                text(all, "Lristretto/runtime/InitialValue;"),
                text(all, "Lristretto/runtime/Unless;"),
                text(all, "Lristretto/magic/Assembly;"),
                element(all, "Lristretto/magic/Assembly;", "mayThrow") != null,
                text(all, "Lristretto/magic/Export;"),
                element(all, "Lristretto/magic/Export;", "neededBy") instanceof AnnotationValue.OfString routine
                        ? routine.stringValue()
                        : null,
                isHidden(method),
                number(all, "Lristretto/magic/LoopBound;"));
    }

    /** The string in {@code value} of an annotation of a class, method or field, if it is there. */
    static String value(AttributedElement element, String descriptor) {
        return text(annotations(element), descriptor);
    }

    /** The string in this element of an annotation, or null. */
    public static String text(AttributedElement element, String descriptor, String name) {
        return element(annotations(element), descriptor, name) instanceof AnnotationValue.OfString string
                ? string.stringValue()
                : null;
    }

    public static boolean isPresent(AttributedElement element, String descriptor) {
        return has(annotations(element), descriptor);
    }

    private static List<Annotation> annotations(AttributedElement element) {
        return element.findAttribute(Attributes.runtimeInvisibleAnnotations())
                .map(attribute -> attribute.annotations())
                .orElse(List.of());
    }

    private static Optional<Annotation> find(List<Annotation> all, String descriptor) {
        return all.stream()
                .filter(annotation -> annotation.className().equalsString(descriptor))
                .findFirst();
    }

    private static boolean has(List<Annotation> all, String descriptor) {
        return find(all, descriptor).isPresent();
    }

    private static String text(List<Annotation> all, String descriptor) {
        return value(all, descriptor) instanceof AnnotationValue.OfString string ? string.stringValue() : null;
    }

    private static Integer number(List<Annotation> all, String descriptor) {
        return value(all, descriptor) instanceof AnnotationValue.OfInt number ? number.intValue() : null;
    }

    private static AnnotationValue value(List<Annotation> all, String descriptor) {
        return element(all, descriptor, "value");
    }

    /** The JDK's mark of methods that stack traces leave out. */
    private static boolean isHidden(AttributedElement method) {
        return method.findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(attribute -> has(attribute.annotations(), "Ljdk/internal/vm/annotation/Hidden;"))
                .orElse(false);
    }

    private static AnnotationValue element(List<Annotation> all, String descriptor, String name) {
        return find(all, descriptor)
                .flatMap(annotation -> annotation.elements().stream()
                        .filter(element -> element.name().equalsString(name))
                        .findFirst())
                .map(AnnotationElement::value)
                .orElse(null);
    }
}
