package ristretto.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * In a {@link Substitute} class: the compiler calls this static method without parameters at build time, and what it
 * answers is what the target's static field of that name holds when the program starts, in place of what the class
 * initialiser left there on the build machine.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface InitialValue {
    /** Name of the static field. */
    String value();
}
