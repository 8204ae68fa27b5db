package ristretto.compiler.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ristretto.compiler.analysis.Program;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaField;
import ristretto.magic.ObjectLayout;

/**
 * Java's types and static fields as a debugger is told of them (DWARF 4, chapter 5): a class is a structure that inherits from its superclass and has
 * the fields that the program stores, an array a structure with {@code length} and {@code data}. Every object begins with
 * {@code $class}, the address of its class's descriptor.
 */
final class DebugTypes {
    private static final String OBJECT = "java/lang/Object";

    private final Metadata metadata;
    private final Program program;
    private final Layout layout;
    private final Map<String, JavaClass> loaded;
    private final Map<String, Integer> references = new HashMap<>();
    private final Map<String, Integer> structures = new HashMap<>();
    private final Map<String, Integer> primitives = new HashMap<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<Integer> statics = new ArrayList<>();

    DebugTypes(Metadata metadata, Program program, Layout layout) {
        this.metadata = metadata;
        this.program = program;
        this.layout = layout;
        this.loaded =
                program.world.loaded().stream().collect(Collectors.toMap(type -> type.name, type -> type, (a, b) -> a));
    }

    /** Node of the type of a variable with this descriptor. */
    int of(String descriptor) {
        if (!Descriptors.isReference(descriptor)) {
            return primitive(descriptor);
        }
        return references.computeIfAbsent(descriptor, d -> {
            int structure = structure(Descriptors.internalName(d));
            return metadata.add("!DIDerivedType(tag: DW_TAG_pointer_type, baseType: !" + structure + ", size: 64)");
        });
    }

    private int primitive(String descriptor) {
        return primitives.computeIfAbsent(descriptor, d -> {
            String encoding =
                    switch (d) {
                        case "Z" -> "boolean";
                        case "C" -> "UTF";
                        case "F", "D" -> "float";
                        default -> "signed";
                    };
            String name = java.lang.constant.ClassDesc.ofDescriptor(d).displayName();
            return metadata.add("!DIBasicType(name: \"" + name + "\", size: " + 8 * Descriptors.bytes(d)
                    + ", encoding: DW_ATE_" + encoding + ")");
        });
    }

    /** A class that the program does not have looks like any object. */
    private int structure(String name) {
        JavaClass type = loaded.getOrDefault(name, loaded.get(OBJECT));
        Integer known = structures.get(type.name);
        if (known != null) {
            return known;
        }
        int node = metadata.reserve();
        structures.put(type.name, node);
        waiting.add(() -> defineStructure(node, type));
        return node;
    }

    private void defineStructure(int node, JavaClass type) {
        List<String> members = new ArrayList<>();
        int bytes = ObjectLayout.HEADER_BYTES;
        if (type.superclass == null) {
            members.add(member(node, "$class", primitive("J"), 64, 0));
        } else {
            members.add(reference("!DIDerivedType(tag: DW_TAG_inheritance, scope: !" + node + ", baseType: !"
                    + structure(type.superclass.name) + ")"));
        }
        if (type.isArray()) {
            String element = type.elementDescriptor();
            bytes = ObjectLayout.ARRAY_DATA;
            members.add(member(node, "length", primitive("I"), 32, 8 * ObjectLayout.ARRAY_LENGTH));
            int range = metadata.add("!DISubrange(count: -1)");
            int list = metadata.add("!{!" + range + "}");
            int elements = metadata.add("!DICompositeType(tag: DW_TAG_array_type, baseType: !" + of(element)
                    + ", elements: !" + list + ")");
            members.add(member(node, "data", elements, 0, 8 * ObjectLayout.ARRAY_DATA));
        } else if (!type.isInterface) {
            bytes = layout.bytes(type);
            for (JavaField field : layout.stored(type)) {
                if (field.owner == type) {
                    int size = 8 * Descriptors.bytes(field.descriptor);
                    members.add(member(node, field.name, of(field.descriptor), size, 8 * field.offset));
                }
            }
        }
        int list = metadata.add("!{" + String.join(", ", members) + "}");
        metadata.define(
                node,
                "distinct !DICompositeType(tag: DW_TAG_structure_type, name: \"" + name(type) + "\", file: !2, size: "
                        + 8 * bytes + ", elements: !" + list + ")");
    }

    private static String name(JavaClass type) {
        return type.isArray()
                ? java.lang.constant.ClassDesc.ofDescriptor(type.elementDescriptor())
                                .displayName() + "[]"
                : type.displayName();
    }

    private String member(int structure, String name, int type, int bits, int offsetBits) {
        return reference("!DIDerivedType(tag: DW_TAG_member, name: \"" + name + "\", scope: !" + structure
                + ", baseType: !" + type + ", size: " + bits + ", offset: " + offsetBits + ")");
    }

    private String reference(String node) {
        return "!" + metadata.add(node);
    }

    /** Suffix of the definition of a static field's memory; its name in the debugger is class and field. */
    String staticField(JavaField field) {
        int variable = metadata.add("distinct !DIGlobalVariable(name: \"" + field.owner.displayName() + "." + field.name
                + "\", scope: !3, file: !2, line: 0, type: !" + of(field.descriptor)
                + ", isLocal: true, isDefinition: true)");
        int expression = metadata.add("!DIGlobalVariableExpression(var: !" + variable + ", expr: !DIExpression())");
        statics.add(expression);
        return ", !dbg !" + expression;
    }

    /** Writes all that was asked for. Only now, because it is the layout of the whole program that says which fields there are. */
    void finish() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        metadata.globals(statics);
    }
}
