package ristretto.compiler.analysis;

import ristretto.compiler.CompilationFailure;
import ristretto.compiler.model.ClassWorld;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaField;
import ristretto.compiler.model.JavaMethod;
import ristretto.compiler.model.Substitutions;

/**
 * The private member of a JDK class that a substitute's {@code @Alias} method stands for: a method, or a field and the direction, or a
 * constructor and the making of the object.
 */
public record Alias(JavaMethod method, JavaField field, boolean writes, boolean creates) {
    /** Name of an alias that makes an object of the target. */
    private static final String CREATION = "new";

    public static boolean isAlias(JavaMethod method) {
        return method.annotations.alias() != null && method.isNative();
    }

    static Alias of(JavaMethod alias, Substitutions substitutions, ClassWorld world) {
        String targetName = substitutions.targetOf(alias.owner.name);
        if (targetName == null) {
            throw new CompilationFailure(alias.displayName() + ": @Alias outside of a @Substitute class");
        }
        JavaClass target = world.get(targetName);
        String name = alias.annotations.alias();
        JavaField field = target.fields.get(name);
        if (field != null && isAccess(field, alias.descriptor)) {
            return new Alias(null, field, Descriptors.result(alias.descriptor).equals("V"), false);
        }
        JavaMethod method = name.equals(CREATION)
                ? target.methods.get("<init>" + alias.descriptor.substring(0, alias.descriptor.indexOf(')') + 1) + "V")
                : target.counterpart(name, alias.descriptor);
        if (method == null) {
            throw new CompilationFailure(alias.displayName() + ": " + target.displayName()
                    + " has no such field or method '" + name + "' in this JDK (" + Runtime.version() + ")");
        }
        return new Alias(method, null, false, name.equals(CREATION));
    }

    /** One parameter more than the object (none for a static field) writes; a result reads. */
    private static boolean isAccess(JavaField field, String descriptor) {
        boolean writes = Descriptors.result(descriptor).equals("V");
        int parameters = (field.isStatic ? 0 : 1) + (writes ? 1 : 0);
        return Descriptors.parameters(descriptor).size() == parameters;
    }

    /** The object decides which method it is; where no such object is ever made, there is none. */
    public boolean isVirtualCall() {
        return method != null && !method.isStatic() && !method.isPrivate() && !method.name.equals("<init>");
    }

    public VirtualCall virtualCall() {
        return new VirtualCall(method.owner, method);
    }
}
