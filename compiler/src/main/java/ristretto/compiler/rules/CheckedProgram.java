package ristretto.compiler.rules;

import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.util.List;
import java.util.Optional;

/**
 * What a check must know of a program: its methods, as the compiler's own type {@code M}, and who may
 * call whom. All lists have an order that is the same in every build.
 */
public interface CheckedProgram<M> {
    List<M> entryPoints();

    /**
     * Every method that may be called from the elements of that one, after virtual calls were narrowed to their possible
     * targets.
     */
    List<M> callees(M method);

    /**
     * The code that is compiled for the method; empty where there is none: instructions of magic, assembly, what the
     * compiler writes itself.
     */
    Optional<MethodModel> body(M method);

    /** That part of a method's body which the rules are about, in order. */
    List<CodeElement> elements(M method);

    /** Whether the class, by internal name, has an initialiser that was not run at build time. */
    boolean isInitializedAtRunTime(String className);
}
