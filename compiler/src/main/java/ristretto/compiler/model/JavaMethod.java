package ristretto.compiler.model;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.LineNumber;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A method, its body (which may be a substitute's), and what the whole program does with it. */
public final class JavaMethod {
    public final JavaClass owner;
    public final String name;
    public final String descriptor;
    public final int flags;
    /** The class that the body was written in: the owner, or the substitute. */
    public JavaClass bodyOwner;

    public MethodModel model;
    public final MethodAnnotations annotations;
    /** The method replaces a native one of the JDK. */
    public final boolean replacesNative;

    public boolean reachable;
    /** The method through which this one was reached first. */
    public JavaMethod reachedFrom;
    /** The line in that method, 0 where it is not known. */
    public int reachedAtLine;
    /** Its calling convention returns an exception beside the value. */
    public boolean mayThrow;

    /** Calls in circles pass through it, so it checks at entry how much stack is left. */
    public boolean recurses;
    /** Local variables that hold arrays in loops. */
    public BitSet arrayLocals = new BitSet();

    /** Why the method cannot be compiled, where that is no mistake of the program: who calls it gets an exception. */
    public Unsupported unsupported;

    /** Of a constructor: it tells nobody of the object, except for the constructor that it calls first. */
    public boolean keepsSelf;

    public JavaMethod selfGoesTo;

    /** What a substitute took the place of, or null. */
    private JavaMethod replaced;

    private List<CodeElement> elements;
    /** The same for single instructions. */
    private final Map<CodeElement, Unsupported> unsupportedInstructions = new IdentityHashMap<>();

    JavaMethod(
            JavaClass owner,
            String name,
            String descriptor,
            int flags,
            JavaClass bodyOwner,
            MethodModel model,
            boolean replacesNative) {
        this.owner = owner;
        this.name = name;
        this.descriptor = descriptor;
        this.flags = flags;
        this.bodyOwner = bodyOwner;
        this.model = model;
        this.annotations = MethodAnnotations.of(model);
        this.replacesNative = replacesNative;
    }

    JavaMethod inPlaceOf(JavaMethod original) {
        replaced = original;
        return this;
    }

    /** Gives the method the body that a substitute took the place of. */
    public void restore() {
        bodyOwner = replaced.bodyOwner;
        model = replaced.model;
        elements = null;
    }

    public boolean isStatic() {
        return (flags & ClassFile.ACC_STATIC) != 0;
    }

    public boolean isAbstract() {
        return (flags & ClassFile.ACC_ABSTRACT) != 0;
    }

    public boolean isPrivate() {
        return (flags & ClassFile.ACC_PRIVATE) != 0;
    }

    public boolean isSynchronized() {
        return (flags & ClassFile.ACC_SYNCHRONIZED) != 0;
    }

    public boolean isPackagePrivate() {
        return (flags & (ClassFile.ACC_PUBLIC | ClassFile.ACC_PROTECTED | ClassFile.ACC_PRIVATE)) == 0;
    }

    /** Native, and no substitute gave it a body. */
    /** Whether its body is a routine, or a label, of assembly. */
    public boolean isAssembly() {
        return annotations.assembly() != null && isNative();
    }

    public boolean isNative() {
        return model.code().isEmpty() && !isAbstract();
    }

    public boolean cannotBeOverridden() {
        return isStatic()
                || isPrivate()
                || name.equals("<init>")
                || owner.isFinal
                || (flags & ClassFile.ACC_FINAL) != 0;
    }

    /** While this constructor runs, nobody but it and its caller knows the object. */
    public boolean keepsSelf() {
        return keepsSelf && (selfGoesTo == null || selfGoesTo.keepsSelf());
    }

    /** Name and descriptor: what a virtual call selects by. */
    public String selector() {
        return name + descriptor;
    }

    public String symbol() {
        return owner.name + "." + name + descriptor;
    }

    /** The body in order: instructions, labels, line numbers. */
    public List<CodeElement> elements() {
        if (elements == null) {
            List<CodeElement> all = model.code().map(CompleteSwitches::elements).orElse(List.of());
            elements = MessageFormats.plain(owner.name, Assertions.without(all));
        }
        return elements;
    }

    /** What is not live, element by element, is left out from now on. */
    public void keepOnly(boolean[] live) {
        elements = Assertions.without(elements(), live);
    }

    public void setUnsupported(CodeElement instruction, Unsupported why) {
        unsupportedInstructions.put(instruction, why);
    }

    /** What stands against compiling this instruction, or null. */
    public Unsupported unsupportedAt(CodeElement instruction) {
        return unsupportedInstructions.get(instruction);
    }

    /** Line of the first statement, 0 where the class file does not say. */
    public int firstLine() {
        for (CodeElement element : elements()) {
            if (element instanceof LineNumber line) {
                return line.line();
            }
        }
        return 0;
    }

    /** For messages: {@code pkg.Class.method}. */
    public String displayName() {
        return owner.displayName() + "." + name;
    }

    @Override
    public String toString() {
        return symbol();
    }
}
