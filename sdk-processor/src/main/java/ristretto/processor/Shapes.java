package ristretto.processor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The types that can travel in a message. */
final class Shapes {
    private static final Map<TypeKind, Shape> PRIMITIVES = Map.of(
            TypeKind.BOOLEAN, word("boolean", "%s ? 1 : 0", "Words.checked(%s, 0, 1) != 0"),
            TypeKind.BYTE, number("byte", "Byte"),
            TypeKind.SHORT, number("short", "Short"),
            TypeKind.CHAR, number("char", "Character"),
            TypeKind.INT, word("int", "%s", "Words.toInt(%s)"),
            TypeKind.LONG, word("long", "%s", "%s"),
            TypeKind.FLOAT, word("float", "Float.floatToRawIntBits(%s)", "Float.intBitsToFloat(Words.toInt(%s))"),
            TypeKind.DOUBLE, word("double", "Double.doubleToRawLongBits(%s)", "Double.longBitsToDouble(%s)"));

    private static final Map<TypeKind, String> ARRAYS = Map.of(
            TypeKind.BOOLEAN, "Booleans",
            TypeKind.SHORT, "Shorts",
            TypeKind.CHAR, "Chars",
            TypeKind.INT, "Ints",
            TypeKind.LONG, "Longs",
            TypeKind.FLOAT, "Floats",
            TypeKind.DOUBLE, "Doubles");

    private final ProcessingEnvironment environment;
    /** Records that are being looked at. */
    private final Deque<String> open = new ArrayDeque<>();

    Shapes(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    private static Shape word(String type, String toWord, String fromWord) {
        return Shape.ofWord(type, type, toWord, fromWord);
    }

    private static Shape number(String type, String box) {
        String range = box + ".MIN_VALUE, " + box + ".MAX_VALUE)";
        return word(type, "%s", "(" + type + ") Words.checked(%s, " + range);
    }

    /** @param place what an error is about */
    Shape of(TypeMirror type, Element place) throws ServiceError {
        Shape primitive = PRIMITIVES.get(type.getKind());
        if (primitive != null) {
            return primitive;
        }
        if (type.getKind() == TypeKind.ARRAY) {
            return array((ArrayType) type, place);
        }
        if (type.getKind() == TypeKind.DECLARED) {
            TypeElement element = (TypeElement) environment.getTypeUtils().asElement(type);
            String name = element.getQualifiedName().toString();
            if (name.equals("java.lang.String")) {
                return Shape.ofWords("String", "String", "message.putString(%s)", "message.getString()", 1, List.of());
            }
            if (element.getKind() == ElementKind.ENUM) {
                return enumeration(element, name);
            }
            if (element.getKind() == ElementKind.RECORD
                    && element.getTypeParameters().isEmpty()) {
                return record(element, name, place);
            }
            boolean isBuffer = name.equals("ristretto.sdk.Buffer");
            if (isBuffer || isService(element)) {
                if (!open.isEmpty()) {
                    throw new ServiceError(
                            place,
                            "@Service: " + type + " within a record: "
                                    + (isBuffer
                                            ? "a buffer travels as an argument of its own"
                                            : "a service travels as an argument or a result of its own"));
                }
                return isBuffer ? buffer(name, place) : service(name);
            }
        }
        throw new ServiceError(
                place,
                "@Service: " + type + " cannot travel in a message: expected boolean, a number, char, String, an enum, "
                        + "a record of these, or an array of a primitive type");
    }

    static boolean isService(TypeElement element) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(mirror -> mirror.getAnnotationType().toString().equals("ristretto.sdk.Service"));
    }

    /** Not in words: its capability travels. */
    private static Shape service(String name) {
        String get = "ristretto.sdk.Lending.patient(new " + name + "Client(ristretto.sdk.Lending.take(message)))";
        return Shape.ofWords(name, "service " + name, "ristretto.sdk.Lending.put(message, %s)", get, 0, List.of());
    }

    /** Not in words: its capability travels, and is taken back after the call. */
    private static Shape buffer(String name, Element place) {
        boolean mayWrite = place.getAnnotationMirrors().stream()
                .noneMatch(mirror -> mirror.getAnnotationType().toString().equals("ristretto.sdk.ReadOnly"));
        return Shape.ofWords(
                name,
                mayWrite ? "buffer" : "buffer to read",
                "ristretto.sdk.Lending.put(message, %s, " + mayWrite + ")",
                "ristretto.sdk.Lending.takeBuffer(message, " + mayWrite + ")",
                0,
                List.of());
    }

    private Shape array(ArrayType type, Element place) throws ServiceError {
        TypeKind element = type.getComponentType().getKind();
        if (element == TypeKind.BYTE) {
            return Shape.ofWords("byte[]", "byte[]", "message.putBytes(%s)", "message.getBytes()", 1, List.of());
        }
        if (!ARRAYS.containsKey(element)) {
            throw new ServiceError(
                    place, "@Service: " + type + " cannot travel in a message: expected an array of a primitive type");
        }
        String get = "Words.get" + ARRAYS.get(element) + "(message)";
        return Shape.ofWords(type.toString(), type.toString(), "Words.put(message, %s)", get, 1, List.of());
    }

    private Shape enumeration(TypeElement element, String name) {
        List<String> constants = element.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(member -> member.getSimpleName().toString())
                .toList();
        String fromWord = name + ".values()[Words.checked(%s, 0, " + (constants.size() - 1) + ")]";
        return Shape.ofWord(name, name + constants, "%s.ordinal()", fromWord);
    }

    private Shape record(TypeElement element, String name, Element place) throws ServiceError {
        if (open.contains(name)) {
            throw new ServiceError(
                    place, "@Service: record " + name + " contains itself, so that its messages have no end");
        }
        open.push(name);
        List<String> components = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        List<Shape.Part> parts = new ArrayList<>();
        for (RecordComponentElement component : element.getRecordComponents()) {
            Shape shape = of(component.asType(), place);
            components.add(component.getSimpleName().toString());
            shapes.add(shape);
            parts.addAll(shape.parts());
        }
        open.pop();
        String method = name.replace('.', '_');
        parts.add(new Shape.Part(name, method, components, shapes));
        String description = name + shapes.stream().map(Shape::description).collect(Collectors.joining(",", "{", "}"));
        int words = shapes.stream().mapToInt(Shape::leastWords).sum();
        return Shape.ofWords(
                name, description, "put_" + method + "(message, %s)", "get_" + method + "(message)", words, parts);
    }
}
