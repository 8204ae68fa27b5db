package ristretto.compiler.analysis;

import java.lang.invoke.VarHandle;
import java.util.Optional;
import ristretto.compiler.model.ClassWorld;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaField;
import ristretto.compiler.model.JavaMethod;

/** Handles that build-time initialisers left in static finals: which field, or array type, they give access to. */
public final class VarHandles {
    static boolean isAccess(JavaClass owner, JavaMethod target) {
        return owner.name.equals("java/lang/invoke/VarHandle")
                && (target == null || (target.flags & java.lang.classfile.ClassFile.ACC_NATIVE) != 0);
    }

    static boolean isMethodHandleCall(JavaClass owner, String name) {
        return owner.name.equals("java/lang/invoke/MethodHandle") && name.startsWith("invoke");
    }

    /** The field that a handle accesses, or nothing where it accesses something else. */
    public static Optional<JavaField> fieldOf(VarHandle handle, ClassWorld world) {
        return handle.describeConstable().flatMap(description -> {
            String owner = handle.coordinateTypes().isEmpty()
                    ? null
                    : handle.coordinateTypes().getFirst().descriptorString();
            if (owner == null || owner.charAt(0) != 'L') {
                return Optional.empty();
            }
            JavaClass type = world.get(Descriptors.internalName(owner));
            return Optional.ofNullable(world.resolveField(type, description.constantName()));
        });
    }

    private VarHandles() {}
}
