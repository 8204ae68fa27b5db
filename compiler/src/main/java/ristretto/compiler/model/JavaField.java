package ristretto.compiler.model;

/** A field, and what the whole program does with it. */
public final class JavaField {
    public final JavaClass owner;
    public final String name;
    public final String descriptor;
    public final boolean isStatic;
    public final boolean isFinal;
    /** Value of a ConstantValue attribute, or null. */
    public final Object constant;

    /** A substitute's static method that makes the value which this field starts with, or null. */
    public JavaMethod initialValue;
    /** Name of the method of its class that is asked for each string constant what is to be in the table which this field holds, or null. */
    public String forEachConstant;
    /** The collector need not be told of what is overwritten. */
    public boolean hasNoWriteBarrier;
    /** Compiled code writes it. */
    public boolean written;
    /** Some reachable code reads it. A field that nobody reads takes no space. */
    public boolean read;
    /** Byte offset in the object, once the layout is made; -1: not stored. */
    public int offset = -1;

    JavaField(JavaClass owner, String name, String descriptor, boolean isStatic, boolean isFinal, Object constant) {
        this.owner = owner;
        this.name = name;
        this.descriptor = descriptor;
        this.isStatic = isStatic;
        this.isFinal = isFinal;
        this.constant = constant;
    }

    public boolean isReference() {
        return Descriptors.isReference(descriptor);
    }

    @Override
    public String toString() {
        return owner.name + "." + name;
    }
}
