package ristretto.compiler.ir;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import ristretto.compiler.CompilationFailure;
import ristretto.compiler.Mode;
import ristretto.compiler.analysis.Program;
import ristretto.compiler.heap.BuildTimeHeap;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaField;
import ristretto.compiler.model.JavaMethod;

/**
 * Initialised data: string literals, build-time objects, statics. What no code can change becomes read-only, and is shared by
 * all lives of a process: strings, and objects all of whose fields are final.
 */
public final class ConstantData {
    /** The table that {@code String.intern} starts from: a 64-bit count, and the addresses of all string constants. */
    private static final String STRINGS = "string_constants";

    /** See {@link ClassData}. */
    private static final Set<String> CLASS_NAMES = Set.of("class_names", "class_names_made");

    private final Program program;
    private final Layout layout;
    private final ClassData classes;
    private final DebugTypes debugTypes;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> strings = new HashMap<>();
    private final IdentityHashMap<Object, String> objects = new IdentityHashMap<>();
    private final Set<JavaField> statics = new LinkedHashSet<>();
    private boolean stringsWanted;
    private final Map<String, String> externals = new LinkedHashMap<>();

    /** @param debugTypes null where no debugger wants to see variables */
    ConstantData(Program program, Layout layout, ClassData classes, DebugTypes debugTypes) {
        this.debugTypes = debugTypes;
        this.program = program;
        this.layout = layout;
        this.classes = classes;
    }

    /** Address of a symbol that the linker or assembly defines, or of {@link #STRINGS}. */
    String external(String name) {
        if (name.equals(STRINGS)) {
            stringsWanted = true;
            return Types.quoted(STRINGS);
        }
        if (CLASS_NAMES.contains(name)) {
            return Types.quoted(name);
        }
        return externals.computeIfAbsent(name, n -> {
            text.append(Types.quoted(n)).append(" = external global i8\n");
            return Types.quoted(n);
        });
    }

    /** A literal of this class. */
    Operand operand(JavaClass type) {
        return new Operand('A', classObject(type), true, type, null).withType("Ljava/lang/Class;");
    }

    String classObject(JavaClass type) {
        return classes.object(type);
    }

    String descriptor(JavaClass type) {
        return classes.descriptor(type);
    }

    String primitiveClass(String name) {
        return classes.primitive(name);
    }

    String staticField(JavaField field) {
        statics.add(field);
        return Types.staticField(field);
    }

    /** The literal, interned: equal literals are one object. */
    String string(String value) {
        String known = strings.get(value);
        if (known != null) {
            return known;
        }
        String name = "@\"string:" + strings.size() + "\"";
        strings.put(value, name);
        boolean latin1 = value.chars().allMatch(c -> c < 256);
        byte[] bytes = latin1 ? value.getBytes(StandardCharsets.ISO_8859_1) : Types.utf16(value);
        String data = name.substring(0, name.length() - 1) + "b\"";
        JavaClass array = program.world.get("[B");
        text.append(data)
                .append(" = internal constant ")
                .append(array(array, bytes.length, "i8", bytes.length == 0 ? "zeroinitializer" : Types.bytes(bytes)));
        Map<String, String> fields = Map.of(
                "value",
                data,
                "coder",
                latin1 ? "0" : "1",
                "hash",
                Integer.toString(value.hashCode()),
                "hashIsZero",
                value.hashCode() == 0 ? "1" : "0");
        JavaClass type = program.world.get("java/lang/String");
        text.append(name).append(" = internal constant ").append(struct(type, field -> fields.get(field.name)));
        return name;
    }

    private String array(JavaClass type, int length, String elementType, String elements) {
        return "{ ptr, i32, i32, [" + length + " x " + elementType + "] } { ptr " + classes.descriptor(type) + ", i32 "
                + length + ", i32 0, [" + length + " x " + elementType + "] " + elements + " }, align 8\n";
    }

    /** An object as a packed structure; the function gives the fields' values, null for zero. */
    private String struct(JavaClass type, Function<JavaField, String> values) {
        StructText struct = new StructText(classes.descriptor(type));
        for (JavaField field : layout.stored(type)) {
            struct.add(
                    field.offset,
                    Types.inMemory(field.descriptor),
                    Descriptors.bytes(field.descriptor),
                    values.apply(field));
        }
        return struct.finish(layout.bytes(type)) + ", align 8\n";
    }

    /** How a reference to a build-time object is written. */
    String reference(Object object) {
        return switch (object) {
            case null -> "null";
            case String value -> string(value);
            case Class<?> type when type.isPrimitive() -> classes.primitive(type.getName());
            case Class<?> type ->
                classes.object(program.world.get(type.getName().replace('.', '/')));
            default -> {
                String known = objects.get(object);
                yield known != null ? known : define(object);
            }
        };
    }

    private String define(Object object) {
        JavaClass type = program.heap.classOf(object);
        if (type == null) {
            if (object instanceof java.lang.invoke.VarHandle) {
                return "null";
            }
            throw new CompilationFailure("an object of " + object.getClass().getName()
                    + ", made by a build-time initialiser, cannot be carried into the image");
        }
        String name = "@\"object" + objects.size() + ":" + type.name + "\"";
        objects.put(object, name);
        if (type.isArray()) {
            defineArray(name, object, type);
            return name;
        }
        StringBuilder later =
                new StringBuilder(name).append(isImmutable(type) ? " = internal constant " : " = internal global ");
        later.append(struct(type, field -> value(field, program.heap.fieldValue(field, object))));
        text.append(later);
        return name;
    }

    private void defineArray(String name, Object object, JavaClass type) {
        String element = type.elementDescriptor();
        String elementType = Types.inMemory(element);
        int length = java.lang.reflect.Array.getLength(object);
        StringBuilder elements = new StringBuilder("[");
        boolean allZero = true;
        for (int i = 0; i < length; i++) {
            Object value = object instanceof Object[] array
                    ? program.heap.elements(array)[i]
                    : java.lang.reflect.Array.get(object, i);
            String literal = type.element != null ? reference(value) : Types.literal(value);
            allZero &= literal.equals("0") || literal.equals("null");
            elements.append(i == 0 ? "" : ", ").append(elementType).append(' ').append(literal);
        }
        text.append(name)
                .append(" = internal global ")
                .append(array(
                        type,
                        length,
                        elementType,
                        length == 0 || allZero
                                ? "zeroinitializer"
                                : elements.append(']').toString()));
    }

    private boolean isImmutable(JavaClass type) {
        return program.mode == Mode.PROCESS && layout.stored(type).stream().allMatch(field -> field.isFinal);
    }

    private String value(JavaField field, Object value) {
        return field.isReference() ? reference(value) : Types.literal(value);
    }

    /** Everything that was asked for, and what that refers to in turn; objects bring classes along, and classes strings. */
    String finish(Set<JavaMethod> compiled) {
        statics.forEach(this::defineStatic);
        String classText = classes.finish(this, compiled);
        return text + classText + (stringsWanted ? stringTable() : "");
    }

    private String stringTable() {
        StringJoiner addresses = new StringJoiner(", ", "[", "]");
        strings.values().stream().sorted().forEach(string -> addresses.add("ptr " + string));
        String type = "{ i64, [" + strings.size() + " x ptr] } ";
        return Types.quoted(STRINGS) + " = internal constant " + type + "{ i64 " + strings.size() + ", ["
                + strings.size() + " x ptr] " + addresses + " }, align 8\n";
    }

    private void defineStatic(JavaField field) {
        String type = Types.inMemory(field.descriptor);
        boolean atBuildTime = program.heap.hasStaticValue(field) && !field.owner.initialisedAtRunTime;
        String value;
        if (atBuildTime) {
            Object object = program.heap.staticValue(field);
            value = object instanceof BuildTimeHeap.FieldOffset offset ? offset(offset.field()) : value(field, object);
        } else {
            value = field.constant == null ? "zeroinitializer" : value(field, field.constant);
        }
        boolean isConstant = field.isFinal && !field.written && (atBuildTime || field.constant != null);
        text.append(Types.staticField(field))
                .append(isConstant ? " = internal constant " : " = internal global ")
                .append(type)
                .append(' ')
                .append(value)
                .append(debugTypes == null ? "" : debugTypes.staticField(field))
                .append('\n');
    }

    private String offset(JavaField field) {
        layout.bytes(field.owner);
        return Integer.toString(field.offset);
    }
}
