package ristretto.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * In a {@link Substitute} class: the method takes the place of the target's only as long as no string constant of the program contains a match
 * of the pattern. So what is large and rare, and asked for by the text of a format or a pattern, costs only programs that have such a text.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Unless {
    /** A regular expression. Classes of the JDK that may have instances are looked at as well, as {@code class java.util.ArrayList}. */
    String value();
}
