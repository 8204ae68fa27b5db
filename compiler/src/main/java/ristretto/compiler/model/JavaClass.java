package ristretto.compiler.model;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A class, interface or array class, and what the whole program does with it. */
public final class JavaClass {
    /** Where a class comes from decides when it is initialised, and how a stack trace shows it. */
    public enum Origin {
        /** The JDK's java.base: initialised at build time. */
        JDK,
        /** Ours below every program (runtime, kernel, shared constants): initialised at build time. */
        SYSTEM,
        /** The program: initialised when the language says so. */
        APPLICATION,
        /** Made by the compiler for an invokedynamic: has no initialiser, is hidden in traces. */
        SYNTHETIC
    }

    public final String name;
    public final Origin origin;
    /** Null for array classes. */
    public final ClassModel model;

    /** It is the program's, but from a jar other than that of its main class: somebody else wrote it. */
    public boolean ofLibrary;

    public final boolean isInterface;
    public final boolean isFinal;
    public JavaClass superclass;
    public final List<JavaClass> interfaces = new ArrayList<>();
    public final Map<String, JavaMethod> methods = new LinkedHashMap<>();
    public final Map<String, JavaField> fields = new LinkedHashMap<>();
    /** Element class of an array of references, else null. */
    public JavaClass element;

    /** Objects of exactly this class may exist. */
    public boolean instantiated;
    /** It may get initialised. */
    public boolean touched;
    /** Its initialiser runs in the compiled program, not at build time. */
    public boolean initialisedAtRunTime;

    /** The class and its subclasses have the numbers {@code number} to {@code lastNumber}; arrays and interfaces 0. */
    public int number;

    public int lastNumber;
    /** Instance size in bytes, once the layout is made. */
    public int instanceBytes = -1;

    /** Makes what reflection finds in the class; null: it finds nothing. */
    public JavaMethod members;

    private Set<JavaClass> supertypes;

    JavaClass(String name, Origin origin, ClassModel model, boolean isInterface, boolean isFinal) {
        this.name = name;
        this.origin = origin;
        this.model = model;
        this.isInterface = isInterface;
        this.isFinal = isFinal;
    }

    public boolean isArray() {
        return name.charAt(0) == '[';
    }

    /** Descriptor of the elements of an array class. */
    public String elementDescriptor() {
        return name.substring(1);
    }

    public Set<JavaClass> supertypes() {
        if (supertypes == null) {
            supertypes = new LinkedHashSet<>();
            supertypes.add(this);
            if (superclass != null) {
                supertypes.addAll(superclass.supertypes());
            }
            for (JavaClass itf : interfaces) {
                supertypes.addAll(itf.supertypes());
            }
        }
        return supertypes;
    }

    public boolean isSubclassOf(JavaClass other) {
        if (isArray() && other.isArray() && element != null && other.element != null) {
            return element.isSubclassOf(other.element);
        }
        return supertypes().contains(other);
    }

    public JavaMethod initialiser() {
        return methods.get("<clinit>()V");
    }

    /**
     * The method that a static method of a substitute replaces or calls: one of the same descriptor, else one whose
     * descriptor it stands for. The object of an instance method is the substitute's first parameter. Null: none.
     */
    public JavaMethod counterpart(String methodName, String descriptor) {
        List<String> parameters = Descriptors.parameters(descriptor);
        String behindObject = parameters.isEmpty() || !Descriptors.isReference(parameters.getFirst())
                ? null
                : "(" + descriptor.substring(1 + parameters.getFirst().length());
        JavaMethod found = null;
        for (JavaMethod method : methods.values()) {
            String own = method.isStatic() ? descriptor : behindObject;
            if (own == null || !method.name.equals(methodName)) {
                continue;
            }
            if (own.equals(method.descriptor)) {
                return method;
            }
            if (Descriptors.stands(own, method.descriptor)) {
                found = method;
            }
        }
        return found;
    }

    /** With slashes, empty for the unnamed package. */
    public String packageName() {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }

    /** Its initialisation is part of that of each class that implements it (JVM specification 5.5, step 7). */
    public boolean isInitialisedWithItsClasses() {
        return isInterface && methods.values().stream().anyMatch(method -> !method.isStatic() && !method.isAbstract());
    }

    /** {@code pkg.Outer$Inner}, as Class.getName() says. */
    public String displayName() {
        return name.replace('/', '.');
    }

    /** Its methods run when something went wrong. */
    public boolean isRare() {
        return model != null && MethodAnnotations.isPresent(model, "Lristretto/magic/Rare;");
    }

    public String sourceFile() {
        if (model == null) {
            return "";
        }
        return model.findAttribute(Attributes.sourceFile())
                .map(attribute -> attribute.sourceFile().stringValue())
                .orElse("Unknown Source");
    }

    @Override
    public String toString() {
        return name;
    }
}
