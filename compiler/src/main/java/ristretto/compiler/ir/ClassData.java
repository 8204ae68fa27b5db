package ristretto.compiler.ir;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.InnerClassInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import ristretto.compiler.CompilationFailure;
import ristretto.compiler.Mode;
import ristretto.compiler.analysis.Program;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaField;
import ristretto.compiler.model.JavaMethod;
import ristretto.magic.ObjectLayout;

/** Class descriptors and java.lang.Class objects, as {@link ObjectLayout} describes them. */
final class ClassData {
    private static final int SEALED = ClassFile.ACC_SUPER;
    private static final int ACCESS = ClassFile.ACC_PUBLIC | ClassFile.ACC_PRIVATE | ClassFile.ACC_PROTECTED;
    private static final int MODIFIERS_OF_PRIMITIVE =
            ClassFile.ACC_PUBLIC | ClassFile.ACC_ABSTRACT | ClassFile.ACC_FINAL;
    private static final int PRIMITIVE = 1 << 16;
    private static final int ARRAY = 1 << 17;
    private static final int RECORD = 1 << 18;

    private static final String CLASS_OBJECTS = "ristretto/runtime/ClassObjects";

    private final Program program;
    private final Layout layout;
    private final VirtualTables tables;
    private final Set<JavaClass> descriptors = new LinkedHashSet<>();
    private final Map<String, JavaClass> objects = new LinkedHashMap<>();
    private final Map<String, String> interfaceLists = new LinkedHashMap<>();
    private final Set<JavaClass> testedInterfaces = new LinkedHashSet<>();
    private final ClassNameTable names = new ClassNameTable();

    ClassData(Program program, Layout layout, VirtualTables tables) {
        this.program = program;
        this.layout = layout;
        this.tables = tables;
        for (JavaClass type : program.instantiated) {
            descriptor(type);
            if (type.element != null && type.element.isInterface) {
                testedInterfaces.add(type.element);
            }
        }
        program.withClassObject.stream().filter(type -> type.isInterface).forEach(testedInterfaces::add);
    }

    String descriptor(JavaClass type) {
        descriptors.add(type);
        return Types.descriptor(type);
    }

    String object(JavaClass type) {
        objects.put(type.name, type);
        return Types.classObject(type.name);
    }

    String primitive(String name) {
        objects.putIfAbsent(name, null);
        return Types.classObject(name);
    }

    /** Names are numbered when all are known: so everything is written twice, and the first text is thrown away. */
    String finish(ConstantData constants, Set<JavaMethod> compiled) {
        program.withClassObject.forEach(this::object);
        writeAll(constants, compiled);
        return writeAll(constants, compiled) + namesText();
    }

    private String writeAll(ConstantData constants, Set<JavaMethod> compiled) {
        StringBuilder text = new StringBuilder();
        Set<String> doneObjects = new LinkedHashSet<>();
        Set<JavaClass> done = new LinkedHashSet<>();
        while (done.size() < descriptors.size() || doneObjects.size() < objects.size()) {
            for (String name : List.copyOf(objects.keySet())) {
                if (doneObjects.add(name)) {
                    text.append(objectText(name, objects.get(name), constants));
                }
            }
            for (JavaClass type : List.copyOf(descriptors)) {
                if (done.add(type)) {
                    text.append(descriptorText(type, compiled));
                }
            }
        }
        interfaceLists.forEach((list, name) ->
                text.append(name).append(" = internal constant ").append(list).append('\n'));
        return text.toString();
    }

    private String namesText() {
        byte[] bytes = names.bytes();
        return "@\"class_names\" = internal constant [" + bytes.length + " x i8] " + Types.bytes(bytes)
                + ", align 4\n@\"class_names_made\" = internal global [" + names.size()
                + " x ptr] zeroinitializer, align 8\n";
    }

    private int nameNumber(String name) {
        names.add(name);
        return names.number(name);
    }

    private String descriptorText(JavaClass type, Set<JavaMethod> compiled) {
        StringJoiner entries = new StringJoiner(", ", "[", "]");
        int count = 0;
        for (JavaMethod method : tables.table(type)) {
            boolean callable = method != null && compiled.contains(method);
            entries.add("ptr " + (callable ? Types.symbol(method) : "null"));
            count++;
        }
        int size = type.isArray()
                ? Descriptors.bytes(type.elementDescriptor())
                : type.isInterface ? 0 : layout.bytes(type);
        String superclass = type.superclass == null ? "null" : descriptor(type.superclass);
        String element = type.element == null ? "null" : descriptor(type.element);
        String object = program.withClassObject.contains(type) ? object(type) : "null";
        return Types.descriptor(type) + " = internal constant { i32, i32, ptr, ptr, ptr, i64, ptr, i32, i32, [" + count
                + " x ptr] } { i32 "
                + type.number + ", i32 " + size + ", ptr " + superclass + ", ptr " + element + ", ptr " + object
                + ", i64 "
                + (type.isInterface ? 0 : layout.referenceMap(type)) + ", ptr " + interfaces(type) + ", i32 "
                + nameNumber(type.displayName()) + ", i32 0, [" + count
                + " x ptr] "
                + (count == 0 ? "zeroinitializer" : entries) + " }, align 8\n";
    }

    /** The interfaces that some test at run time may look for. */
    private String interfaces(JavaClass type) {
        List<String> list = new ArrayList<>();
        for (JavaClass supertype : type.supertypes()) {
            if (testedInterfaces.contains(supertype)) {
                list.add("ptr " + descriptor(supertype));
            }
        }
        if (list.isEmpty()) {
            return "null";
        }
        list.add("ptr null");
        String text = "[" + list.size() + " x ptr] [" + String.join(", ", list) + "], align 8";
        return interfaceLists.computeIfAbsent(text, t -> "@\"interfaces:" + interfaceLists.size() + "\"");
    }

    private String objectText(String name, JavaClass type, ConstantData constants) {
        JavaClass classClass = program.world.get("java/lang/Class");
        boolean isPrimitive = type == null;
        String className = isPrimitive ? name : type.displayName();
        StructText struct = new StructText(descriptor(classClass));
        boolean mutable = false;
        for (JavaField field : layout.stored(classClass)) {
            String value =
                    switch (field.name) {
                        case "componentType" -> isPrimitive ? null : component(type);
                        case "primitive" -> isPrimitive ? "1" : null;
                        default -> null;
                    };
            mutable |= !field.isFinal
                    && value == null
                    && !field.name.equals("componentType")
                    && !field.name.equals("primitive");
            struct.add(field.offset, Types.inMemory(field.descriptor), Descriptors.bytes(field.descriptor), value);
        }
        int base = layout.bytes(classClass);
        struct.add(base + ObjectLayout.OBJECT_DESCRIPTOR, "ptr", 8, isPrimitive ? "null" : descriptor(type));
        List<String> more = new ArrayList<>();
        int flags = isPrimitive ? PRIMITIVE | MODIFIERS_OF_PRIMITIVE : flags(type);
        if (isReachable("simpleName(Ljava/lang/Class;)Ljava/lang/String;")) {
            int length = simpleNameLength(isPrimitive ? name : simpleName(type), className);
            flags |= length << ObjectLayout.OBJECT_SIMPLE_NAME_SHIFT;
        }
        String values = isPrimitive || !isReachable("enumConstants(Ljava/lang/Class;)[Ljava/lang/Object;")
                ? null
                : enumValues(type);
        if (values != null) {
            flags |= ObjectLayout.OBJECT_ENUM_VALUES;
            more.add(values);
        }
        String array =
                isPrimitive || !isReachable("newArray(Ljava/lang/Class;I)Ljava/lang/Object;") ? null : arrayOf(type);
        if (array != null) {
            flags |= ObjectLayout.OBJECT_ARRAY;
            more.add(array);
        }
        if (!isPrimitive && type.members != null) {
            flags |= ObjectLayout.OBJECT_MEMBERS;
            more.add(Types.quoted("members:" + type.name));
        }
        struct.add(base + ObjectLayout.OBJECT_FLAGS, "i32", 4, Integer.toString(flags));
        struct.add(base + ObjectLayout.OBJECT_NAME, "i32", 4, Integer.toString(nameNumber(className)));
        for (int i = 0; i < more.size(); i++) {
            struct.add(base + ObjectLayout.OBJECT_MORE + 8 * i, "ptr", 8, more.get(i));
        }
        return Types.classObject(name) + (mutable ? " = internal global " : " = internal constant ")
                + struct.finish(struct.end()) + ", align 8\n";
    }

    private String component(JavaClass array) {
        if (!array.isArray()) {
            return null;
        }
        return array.element != null ? object(array.element) : primitive(primitiveName(array.elementDescriptor()));
    }

    private static String primitiveName(String descriptor) {
        return java.lang.constant.ClassDesc.ofDescriptor(descriptor).displayName();
    }

    private String enumValues(JavaClass type) {
        JavaMethod values = type.methods.get("values()[L" + type.name + ";");
        return values != null && values.reachable && isEnum(type) ? Types.quoted("values:" + type.name) : null;
    }

    static boolean isEnum(JavaClass type) {
        return type.superclass != null && type.superclass.name.equals("java/lang/Enum");
    }

    private String arrayOf(JavaClass type) {
        JavaClass array = program.instantiated.stream()
                .filter(candidate -> candidate.element == type)
                .findFirst()
                .orElse(null);
        return array == null ? null : descriptor(array);
    }

    private int flags(JavaClass type) {
        if (type.isArray()) {
            int ofElement = type.element == null ? ClassFile.ACC_PUBLIC : flags(type.element);
            return ARRAY | ofElement & ACCESS | ClassFile.ACC_ABSTRACT | ClassFile.ACC_FINAL;
        }
        boolean isRecord = type.superclass != null && type.superclass.name.equals("java/lang/Record");
        boolean isSealed =
                type.model.findAttribute(Attributes.permittedSubclasses()).isPresent();
        return modifiers(type) & ~ClassFile.ACC_SUPER | (isRecord ? RECORD : 0) | (isSealed ? SEALED : 0);
    }

    /** Of a nested class they stand in its table of nested classes (JVM specification 4.7.6). */
    private static int modifiers(JavaClass type) {
        return nesting(type)
                .map(InnerClassInfo::flagsMask)
                .orElseGet(() -> type.model.flags().flagsMask());
    }

    private static Optional<InnerClassInfo> nesting(JavaClass type) {
        return type.model.findAttribute(Attributes.innerClasses()).flatMap(attribute -> attribute.classes().stream()
                .filter(inner -> inner.innerClass().asInternalName().equals(type.name))
                .findFirst());
    }

    private boolean isReachable(String methodOfClassObjects) {
        JavaMethod method = program.mode == Mode.KERNEL
                ? null
                : program.world.get(CLASS_OBJECTS).methods.get(methodOfClassObjects);
        return method != null && method.reachable;
    }

    /** Of an array it is made from that of the elements' class. */
    private static int simpleNameLength(String simpleName, String name) {
        if (simpleName.endsWith("[]")) {
            return 0;
        }
        int longest = (1 << 32 - ObjectLayout.OBJECT_SIMPLE_NAME_SHIFT) - 1;
        if (!name.endsWith(simpleName) || simpleName.length() > longest) {
            throw new CompilationFailure("class " + name + " has the simple name " + simpleName
                    + ": expected the end of its name, of at most " + longest + " characters");
        }
        return simpleName.length();
    }

    /** The name in the source (JVM specification 4.7.6), empty for anonymous classes. */
    private static String simpleName(JavaClass type) {
        if (type.isArray()) {
            String element = type.element != null ? simpleName(type.element) : primitiveName(type.elementDescriptor());
            return element + "[]";
        }
        return nesting(type)
                .map(inner -> inner.innerName().map(name -> name.stringValue()).orElse(""))
                .orElseGet(() -> type.name.substring(type.name.lastIndexOf('/') + 1));
    }
}
