package ristretto.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * In a {@link Substitute} class: the target's method of this name and descriptor must never become reachable. If it
 * does, the build fails and names the chain of calls, which is better than a program that fails when it runs.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Delete {
    /** What an author should be told. */
    String value();
}
