package ristretto.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The static methods of this class replace those of the same name in a class of the JDK. A method stands for an instance
 * method where its parameters without the first are those of the target's method; else for the static method of the
 * same descriptor. A parameter or result of a type that is not accessible is declared as {@code Object}. A method that
 * matches nothing fails the build: it belongs to another JDK.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Substitute {
    /** Binary name of the class whose methods are replaced, with {@code $} before the name of a nested class. */
    String value();
}
