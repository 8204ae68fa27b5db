package ristretto.compiler.model;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ristretto.compiler.CompilationFailure;

/** All classes that the program may use, loaded when first asked for, with substitutes already in place; and member resolution. */
public final class ClassWorld {
    /** Since this version class files say what lies on the operand stack where branches meet. */
    private static final int OLDEST = ClassFile.JAVA_6_VERSION;

    private final ClassPath classPath;
    private final Substitutions substitutions;
    private final Map<String, JavaClass> classes = new LinkedHashMap<>();
    private final Map<String, byte[]> synthetic = new HashMap<>();
    private final Set<String> leftOut = new HashSet<>();

    public ClassWorld(ClassPath classPath, Substitutions substitutions) {
        this.classPath = classPath;
        this.substitutions = substitutions;
    }

    /** Adds a class that the compiler made. */
    public void define(String name, byte[] bytes) {
        synthetic.put(name, bytes);
    }

    /**
     * From now on these static methods of a class, which answer a boolean, answer false, and what is reached only where they answer true is no part of the program.
     *
     * @param owner its internal name; it was not loaded before
     */
    public void leaveOut(String owner, Set<String> methods) {
        ClassFile classFile = ClassFile.of();
        ClassModel model = classFile.parse(classPath.find(owner).bytes());
        define(owner, classFile.transformClass(model, (builder, element) -> {
            if (element instanceof MethodModel method
                    && methods.contains(method.methodName().stringValue())) {
                builder.withMethodBody(
                        method.methodName(), method.methodType(), method.flags().flagsMask(), code -> code.iconst_0()
                                .ireturn());
                leftOut.add(owner + "." + method.methodName().stringValue());
            } else {
                builder.with(element);
            }
        }));
        if (leftOut.size() < methods.size()) {
            throw new IllegalArgumentException(owner + ": expected to have all of " + methods);
        }
    }

    /** Whether that is a method that was left out. */
    public boolean isLeftOut(InvokeInstruction call) {
        return !leftOut.isEmpty()
                && leftOut.contains(
                        call.owner().asInternalName() + "." + call.name().stringValue());
    }

    public boolean exists(String name) {
        return classes.containsKey(name) || synthetic.containsKey(name) || classPath.find(name) != null;
    }

    /** The class with this internal name, or null where it, or a class that it extends, is missing. */
    public JavaClass find(String name) {
        try {
            return get(name);
        } catch (MissingClass e) {
            return null;
        }
    }

    /** All classes loaded so far, in the order of loading. */
    public Collection<JavaClass> loaded() {
        return classes.values();
    }

    /** The class with this internal name ({@code java/lang/String}, {@code [I}). */
    public JavaClass get(String name) {
        JavaClass known = classes.get(name);
        return known != null ? known : name.charAt(0) == '[' ? loadArray(name) : load(name);
    }

    private JavaClass loadArray(String name) {
        JavaClass array = new JavaClass(name, JavaClass.Origin.JDK, null, false, true);
        array.superclass = get("java/lang/Object");
        array.interfaces.add(get("java/lang/Cloneable"));
        array.interfaces.add(get("java/io/Serializable"));
        if (Descriptors.isReference(array.elementDescriptor())) {
            array.element = get(Descriptors.internalName(array.elementDescriptor()));
        }
        classes.put(name, array);
        return array;
    }

    private JavaClass load(String name) {
        ClassPath.Found found = synthetic.containsKey(name)
                ? new ClassPath.Found(synthetic.get(name), JavaClass.Origin.SYNTHETIC)
                : classPath.find(name);
        if (found == null) {
            throw new MissingClass(name);
        }
        ClassModel model = ClassFile.of().parse(found.bytes());
        if (model.majorVersion() < OLDEST) {
            model = modern(name, model);
        }
        JavaClass loaded = new JavaClass(
                name,
                found.origin(),
                model,
                model.flags().has(AccessFlag.INTERFACE),
                model.flags().has(AccessFlag.FINAL));
        loaded.ofLibrary = found.ofLibrary();
        model.superclass().ifPresent(superclass -> loaded.superclass = get(superclass.asInternalName()));
        for (ClassEntry itf : model.interfaces()) {
            loaded.interfaces.add(get(itf.asInternalName()));
        }
        classes.put(name, loaded);
        for (FieldModel field : model.fields()) {
            addField(loaded, field);
        }
        for (MethodModel method : model.methods()) {
            int flags = method.flags().flagsMask();
            add(new JavaMethod(loaded, nameOf(method), typeOf(method), flags, loaded, method, false));
        }
        String substitute = substitutions.substituteOf(name);
        if (substitute != null) {
            substitute(loaded, get(substitute));
        }
        return loaded;
    }

    private ClassModel modern(String name, ClassModel old) {
        if (OldClassFiles.hasSubroutines(old)) {
            throw new CompilationFailure("class " + name.replace('/', '.') + " has class file version "
                    + old.majorVersion() + " with subroutines (jsr); supported are " + OLDEST
                    + " (Java 6) and later, and earlier ones without");
        }
        return new OldClassFiles(other -> {
                    ClassPath.Found found = classPath.find(other);
                    return found == null ? null : ClassFile.of().parse(found.bytes());
                })
                .modern(old);
    }

    /** See {@link ClassPath#resources}. */
    public Map<String, byte[]> resources(String constant) {
        return classPath.resources(constant);
    }

    /** Contents of all files of this path on the program's class path, in its order. */
    public List<byte[]> resourcesOf(String path) {
        return classPath.contents(path);
    }

    private static void addField(JavaClass owner, FieldModel model) {
        Object constant = model.findAttribute(Attributes.constantValue())
                .map(attribute -> (Object) attribute.constant().constantValue())
                .orElse(null);
        JavaField field = new JavaField(
                owner,
                model.fieldName().stringValue(),
                model.fieldType().stringValue(),
                model.flags().has(AccessFlag.STATIC),
                model.flags().has(AccessFlag.FINAL),
                constant);
        field.forEachConstant = MethodAnnotations.value(model, "Lristretto/runtime/ForEachConstant;");
        field.hasNoWriteBarrier = MethodAnnotations.isPresent(model, "Lristretto/runtime/NoWriteBarrier;");
        owner.fields.put(field.name, field);
    }

    private void substitute(JavaClass target, JavaClass substitute) {
        for (JavaMethod method : substitute.methods.values()) {
            if (method.annotations.initialValue() != null) {
                giveValue(target, method);
                continue;
            }
            boolean isAlias = method.annotations.alias() != null && method.isNative();
            if (!method.isStatic() || isAlias || method.isPrivate() || method.name.startsWith("<")) {
                continue;
            }
            JavaMethod original = substituted(target, method);
            if (original == null) {
                throw new CompilationFailure(substitute.displayName() + "." + method.name + method.descriptor
                        + ": " + target.displayName() + " has no such method to substitute in this JDK ("
                        + Runtime.version() + ")");
            }
            add(new JavaMethod(
                            target,
                            original.name,
                            original.descriptor,
                            original.flags & ~(ClassFile.ACC_NATIVE | ClassFile.ACC_ABSTRACT),
                            substitute,
                            method.model,
                            (original.flags & ClassFile.ACC_NATIVE) != 0)
                    .inPlaceOf(original));
        }
    }

    private static void giveValue(JavaClass target, JavaMethod method) {
        JavaField field = target.fields.get(method.annotations.initialValue());
        if (field == null || !field.isStatic) {
            throw new CompilationFailure(method.displayName() + ": " + target.displayName() + " has no static field '"
                    + method.annotations.initialValue() + "' in this JDK (" + Runtime.version() + ")");
        }
        field.initialValue = method;
    }

    private static JavaMethod substituted(JavaClass target, JavaMethod substitute) {
        String name = "<init>".equals(substitute.annotations.alias()) ? "<init>" : substitute.name;
        return target.counterpart(name, substitute.descriptor);
    }

    private static void add(JavaMethod method) {
        method.owner.methods.put(method.selector(), method);
    }

    private static String nameOf(MethodModel method) {
        return method.methodName().stringValue();
    }

    private static String typeOf(MethodModel method) {
        return method.methodType().stringValue();
    }

    /** What is initialised just before a class is: its superclass, then interfaces of its own with methods that have a body (5.5). */
    public static List<JavaClass> initialisedBefore(JavaClass type) {
        List<JavaClass> before = new ArrayList<>();
        if (type.superclass != null && !type.isInterface) {
            before.add(type.superclass);
            addInterfaces(type, before);
        }
        return before;
    }

    private static void addInterfaces(JavaClass type, List<JavaClass> before) {
        for (JavaClass itf : type.interfaces) {
            addInterfaces(itf, before);
            if (itf.isInitialisedWithItsClasses() && !before.contains(itf)) {
                before.add(itf);
            }
        }
    }

    /** Method resolution (JVM specification 5.4.3.3, 5.4.3.4); null where there is none. */
    public JavaMethod resolve(JavaClass from, String name, String descriptor) {
        String selector = name + descriptor;
        for (JavaClass c = from; c != null; c = c.superclass) {
            JavaMethod method = c.methods.get(selector);
            if (method != null) {
                return method;
            }
        }
        return ofInterfaces(from, selector);
    }

    /** Method selection (5.4.6): what a call that names this method runs for an object of this class; null where there is none. */
    public JavaMethod select(JavaClass type, JavaMethod named) {
        if (named.isPrivate()) {
            return named;
        }
        for (JavaClass c = type; c != null; c = c.superclass) {
            JavaMethod method = c.methods.get(named.selector());
            if (method != null && overrides(method, named)) {
                return method;
            }
        }
        return ofInterfaces(type, named.selector());
    }

    /** Whether a method of a superclass of some class is, or overrides (5.4.5), another one of the same selector. */
    private static boolean overrides(JavaMethod method, JavaMethod named) {
        if (method == named) {
            return true;
        }
        if (method.isPrivate() || method.isStatic()) {
            return false;
        }
        if (!named.isPackagePrivate() || method.owner.packageName().equals(named.owner.packageName())) {
            return true;
        }
        for (JavaClass c = method.owner.superclass; c != null && c != named.owner; c = c.superclass) {
            JavaMethod between = c.methods.get(named.selector());
            if (between != null && overrides(method, between) && overrides(between, named)) {
                return true;
            }
        }
        return false;
    }

    /** The most specific method of the interfaces of a class, one with a body if there is one. */
    private static JavaMethod ofInterfaces(JavaClass from, String selector) {
        JavaMethod best = null;
        for (JavaClass type : from.supertypes()) {
            JavaMethod method = type.methods.get(selector);
            if (method == null || !type.isInterface || method.isStatic() || method.isPrivate()) {
                continue;
            }
            boolean better = best == null
                    || best.isAbstract() && !method.isAbstract()
                    || best.isAbstract() == method.isAbstract() && method.owner.isSubclassOf(best.owner);
            if (better) {
                best = method;
            }
        }
        return best;
    }

    /** Field resolution (JVM specification 5.4.3.2); null where there is none. */
    public JavaField resolveField(JavaClass from, String name) {
        JavaField field = from.fields.get(name);
        for (int i = 0; field == null && i < from.interfaces.size(); i++) {
            field = resolveField(from.interfaces.get(i), name);
        }
        return field == null && from.superclass != null ? resolveField(from.superclass, name) : field;
    }

    /** Thrown where the class path lacks a class. */
    public static final class MissingClass extends RuntimeException {
        public final String name;

        MissingClass(String name) {
            super("class " + name.replace('/', '.') + " is not on the class path");
            this.name = name;
        }
    }
}
