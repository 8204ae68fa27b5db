package ristretto.processor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** An interface marked {@code @Service}, checked. */
record ServiceModel(TypeElement type, String packageName, String name, List<Method> methods) {

    /**
     * @param number label of its messages, made of all that client and server must agree on
     * @param immediate whether it is answered without waiting; else each call has a thread of the server's
     * @param oneWay whether its caller does not wait for its end
     * @param shapes of the parameters
     * @param result null for {@code void}
     */
    record Method(
            ExecutableElement element,
            String name,
            int number,
            boolean immediate,
            boolean idempotent,
            boolean oneWay,
            List<String> parameters,
            List<Shape> shapes,
            Shape result,
            List<String> declared) {
        private static final int REGISTERS = 8;
        /** Of a slot's eight words one is the header. */
        private static final int REGISTERS_OF_CHANNEL = 7;

        /** Whether each argument, and the result, is one word, and all have room in registers. One that may be called again needs its words twice. */
        boolean isOfRegisters() {
            return !idempotent
                    && shapes.size() <= (immediate ? REGISTERS : REGISTERS_OF_CHANNEL)
                    && shapes.stream().allMatch(Shape::isWord)
                    && (result == null || result.isWord());
        }

        /** Tag of its calls, as a literal. */
        String tag() {
            return SourceText.hexadecimal(number) + "_0000_00%02xL".formatted(shapes.size());
        }

        int resultWords() {
            return result == null ? 0 : 1;
        }

        /** Whether it may wait, and a service or a buffer is an argument or the result. */
        boolean handsOver() {
            return takesRights() || !immediate && returnsService();
        }

        /** Whether it may wait, and a service or a buffer is an argument. */
        boolean takesRights() {
            return !immediate && shapes.stream().anyMatch(Shape::isCapability);
        }

        boolean returnsService() {
            return result != null && result.isCapability();
        }
    }

    /** Whether the interface has no method of this name. */
    boolean isFree(String method) {
        return methods.stream().noneMatch(other -> other.name().equals(method))
                && ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .noneMatch(other -> other.getSimpleName().contentEquals(method));
    }

    /** Smaller labels are those of answers, and of protocols that are written by hand; larger ones belong to servers. */
    private static final int FIRST_NUMBER = 0x0001_0000;

    private static final int NUMBERS = 0x6000_0000;
    private static final int MAXIMUM_DECLARED = 255;

    static ServiceModel of(TypeElement type, ProcessingEnvironment environment) throws ServiceError {
        if (type.getKind() != ElementKind.INTERFACE) {
            throw new ServiceError(
                    type, "@Service: expected an interface, got " + kind(type) + " " + type.getSimpleName());
        }
        if (type.getNestingKind().isNested()) {
            throw new ServiceError(type, "@Service: expected an interface of its own, got one within another type");
        }
        if (!type.getTypeParameters().isEmpty()) {
            throw new ServiceError(
                    type, "@Service: type parameters are not supported: client and server are compiled apart");
        }
        if (!type.getModifiers().contains(Modifier.PUBLIC)) {
            throw new ServiceError(type, "@Service: expected a public interface");
        }
        Shapes shapes = new Shapes(environment);
        List<Method> methods = new ArrayList<>();
        Map<Integer, String> numbers = new HashMap<>();
        for (Element member : environment.getElementUtils().getAllMembers(type)) {
            boolean isCalled = member instanceof ExecutableElement
                    && member.getEnclosingElement().getKind() == ElementKind.INTERFACE
                    && member.getModifiers().contains(Modifier.ABSTRACT);
            if (isCalled) {
                Method method = method((ExecutableElement) member, type, shapes, environment);
                String other = numbers.put(method.number, method.name);
                if (other != null) {
                    throw new ServiceError(
                            member,
                            "@Service: " + method.name + " and " + other
                                    + " have the same number by chance: rename one");
                }
                methods.add(method);
            }
        }
        if (methods.isEmpty()) {
            throw new ServiceError(type, "@Service: expected at least one method");
        }
        String packageName = environment
                .getElementUtils()
                .getPackageOf(type)
                .getQualifiedName()
                .toString();
        return new ServiceModel(type, packageName, type.getSimpleName().toString(), methods);
    }

    private static String kind(TypeElement type) {
        return type.getKind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static Method method(
            ExecutableElement element, TypeElement type, Shapes shapes, ProcessingEnvironment environment)
            throws ServiceError {
        String name = element.getSimpleName().toString();
        if (!element.getTypeParameters().isEmpty()) {
            throw new ServiceError(
                    element, "@Service: type parameters are not supported: client and server are compiled apart");
        }
        List<String> parameters = new ArrayList<>();
        List<Shape> parameterShapes = new ArrayList<>();
        int words = 0;
        for (VariableElement parameter : element.getParameters()) {
            parameters.add(parameter.getSimpleName().toString());
            Shape shape = shapes.of(parameter.asType(), parameter);
            parameterShapes.add(shape);
            // By a channel goes the number of what was handed over.
            words += shape.isCapability() ? 1 : shape.leastWords();
        }
        boolean immediate = isMarked(element, "ristretto.sdk.Immediate");
        boolean oneWay = isMarked(element, "ristretto.sdk.OneWay");
        if (oneWay && immediate) {
            throw new ServiceError(
                    element,
                    "@OneWay: " + name + " is @Immediate, too, whose callers wait for its end: leave out one of these");
        }
        checkServices(element, parameterShapes, oneWay);
        Shape result =
                element.getReturnType().getKind() == TypeKind.VOID ? null : shapes.of(element.getReturnType(), element);
        if (words > Shape.MAXIMUM_WORDS || result != null && result.leastWords() > Shape.MAXIMUM_WORDS) {
            throw new ServiceError(
                    element, "@Service: " + name + " needs more than " + Shape.MAXIMUM_WORDS + " words of 8 bytes");
        }
        List<String> declared = declared(element, environment);
        if (oneWay) {
            checkOneWay(element, result, declared);
        }
        checkResult(element, result);
        StringBuilder text = new StringBuilder(oneWay ? "one-way " : "")
                .append(type.getQualifiedName())
                .append('.')
                .append(name)
                .append('(');
        parameterShapes.forEach(shape -> text.append(shape.description()).append(','));
        text.append(')').append(result == null ? "void" : result.description()).append(declared);
        CRC32 sum = new CRC32();
        sum.update(text.toString().getBytes(StandardCharsets.UTF_8));
        int number = FIRST_NUMBER + (int) (sum.getValue() % NUMBERS);
        boolean idempotent = isMarked(element, "ristretto.sdk.Idempotent");
        return new Method(
                element, name, number, immediate, idempotent, oneWay, parameters, parameterShapes, result, declared);
    }

    /** Nothing comes back. */
    private static void checkOneWay(ExecutableElement element, Shape result, List<String> declared)
            throws ServiceError {
        if (result != null) {
            throw new ServiceError(
                    element,
                    "@OneWay: expected void, got " + result.type() + ", for which the caller would have to wait");
        }
        if (!declared.isEmpty()) {
            throw new ServiceError(
                    element,
                    "@OneWay: throws " + declared.getFirst()
                            + ": expected no exception, as the caller does not wait for one");
        }
    }

    private static void checkResult(ExecutableElement element, Shape result) throws ServiceError {
        if (result != null && result.isBuffer()) {
            throw new ServiceError(
                    element,
                    "@Service: a buffer travels as an argument, not as a result: it is lent for the time of a call");
        }
    }

    /** A message carries one capability. */
    private static void checkServices(ExecutableElement element, List<Shape> parameters, boolean oneWay)
            throws ServiceError {
        VariableElement last = null;
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).isCapability()) {
                VariableElement parameter = element.getParameters().get(i);
                if (last != null) {
                    throw new ServiceError(
                            parameter,
                            "@Service: expected one service or buffer among the arguments, got " + last + " and "
                                    + parameter);
                }
                if (oneWay) {
                    throw new ServiceError(
                            parameter,
                            "@OneWay: expected no service and no buffer, got " + parameter
                                    + ": they are lent for a call whose end the caller waits for");
                }
                last = parameter;
            }
        }
    }

    private static boolean isMarked(ExecutableElement element, String annotation) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (mirror.getAnnotationType().toString().equals(annotation)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> declared(ExecutableElement element, ProcessingEnvironment environment)
            throws ServiceError {
        List<String> names = new ArrayList<>();
        for (TypeMirror thrown : element.getThrownTypes()) {
            TypeElement exception = (TypeElement) environment.getTypeUtils().asElement(thrown);
            TypeMirror checked = environment
                    .getElementUtils()
                    .getTypeElement("java.lang.Exception")
                    .asType();
            if (!environment.getTypeUtils().isSubtype(thrown, checked)) {
                throw new ServiceError(element, "@Service: throws " + thrown + ": expected an Exception");
            }
            boolean makeable = exception.getKind() == ElementKind.CLASS
                    && !exception.getModifiers().contains(Modifier.ABSTRACT)
                    && ElementFilter.constructorsIn(exception.getEnclosedElements()).stream()
                            .anyMatch(ServiceModel::takesAMessage);
            if (!makeable) {
                throw new ServiceError(
                        element,
                        "@Service: throws " + thrown
                                + ": expected an exception with a public constructor of one String, its message");
            }
            names.add(exception.getQualifiedName().toString());
        }
        if (names.size() > MAXIMUM_DECLARED) {
            throw new ServiceError(
                    element, "@Service: expected at most " + MAXIMUM_DECLARED + " exceptions, got " + names.size());
        }
        return names;
    }

    private static boolean takesAMessage(ExecutableElement constructor) {
        return constructor.getModifiers().contains(Modifier.PUBLIC)
                && constructor.getParameters().size() == 1
                && constructor.getParameters().getFirst().asType().toString().equals("java.lang.String");
    }
}
