package ristretto.compiler.waiting;

import ristretto.compiler.analysis.Program;
import ristretto.compiler.model.JavaClass;

/**
 * What is known of the object whose monitor some code enters.
 *
 * @param type the object is an instance of it
 * @param identity where it can be only one: the class of which it is the object, or the field, whose objects are made for it and nothing else; otherwise null
 */
record Lock(JavaClass type, Object identity) {

    /** Whether the two may be the same object. */
    boolean mayBe(Lock other, Program program) {
        if (identity != null && other.identity != null) {
            return identity.equals(other.identity);
        }
        if (identity != null) {
            return type.isSubclassOf(other.type);
        }
        if (other.identity != null) {
            return other.type.isSubclassOf(type);
        }
        return type.isSubclassOf(other.type)
                || other.type.isSubclassOf(type)
                || program.instantiated.stream()
                        .anyMatch(some -> some.isSubclassOf(type) && some.isSubclassOf(other.type));
    }
}
